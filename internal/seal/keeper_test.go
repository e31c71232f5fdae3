package seal_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/seal"
)

// ring is a key store of a platform; closed, it answers nobody.
type ring struct {
	mu     sync.Mutex
	items  map[string]string
	closed bool
}

func (r *ring) Set(service, item, secret string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return errors.New("locked")
	}
	r.items[service+"/"+item] = secret
	return nil
}

func (r *ring) Get(service, item string) (string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if secret, ok := r.items[service+"/"+item]; ok && !r.closed {
		return secret, nil
	}
	return "", errors.New("no such item")
}

func (r *ring) Delete(service, item string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.items, service+"/"+item)
	return nil
}

// says answers with a pass-phrase whenever it is asked.
func says(words string) func(bool) ([]byte, error) {
	return func(bool) ([]byte, error) { return []byte(words), nil }
}

const phrase = "otter lantern quilt seven"

func keeper(t *testing.T, source seal.Source) seal.Keeper {
	t.Helper()
	return seal.Keeper{Path: filepath.Join(t.TempDir(), "new", "key.json"), Source: source, Ring: &ring{items: map[string]string{}}, Ask: says(phrase), Memory: 64}
}

func made(t *testing.T, k seal.Keeper) seal.Key {
	t.Helper()
	key, err := k.Make()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func holds(t *testing.T, k seal.Keeper, want ...seal.Key) {
	t.Helper()
	if got, err := k.Load(); err != nil || !cmp.Equal(got, want) {
		t.Errorf("got %d keys that are not what was kept: %v", len(got), err)
	}
}

func TestKeeperKeepsKeys(t *testing.T) {
	t.Parallel()
	for _, source := range []seal.Source{seal.File, seal.Keyring, seal.PassPhrase} {
		t.Run(string(source), func(t *testing.T) {
			t.Parallel()
			k := keeper(t, source)
			if _, err := k.Load(); bedside.CodeOf(err) != bedside.CodeNotFound {
				t.Fatalf("got %v", err)
			}
			first := made(t, k)
			holds(t, k, first)
			if at, err := k.Kept(); at != source || err != nil {
				t.Errorf("it is kept at %q: %v", at, err)
			}
			if _, err := k.Make(); err == nil {
				t.Error("a key is replaced")
			}
			if info, err := os.Stat(k.Path); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("got %v, %v", info.Mode(), err)
			}
			second := seal.NewKey()
			for _, keys := range [][]seal.Key{{second, first}, {second}} {
				if err := k.Keep(keys...); err != nil {
					t.Fatal(err)
				}
				holds(t, k, keys...)
			}
			if b, err := os.ReadFile(k.Path); err != nil || source != seal.File && bytes.Contains(b, second[:]) {
				t.Error("the key stands in the file")
			}
			if n := len(k.Ring.(*ring).items); (n == 1) != (source == seal.Keyring) {
				t.Errorf("%d items are in the key store", n)
			}
		})
	}
}

func TestKeyMovesToAnotherSource(t *testing.T) {
	t.Parallel()
	k := keeper(t, seal.File)
	key := made(t, k)
	for _, to := range []seal.Source{seal.Keyring, seal.PassPhrase, seal.Keyring, seal.File, seal.PassPhrase, seal.File} {
		if err := k.Move(to); err != nil {
			t.Fatalf("to %s: %v", to, err)
		}
		holds(t, k, key)
	}
	if n := len(k.Ring.(*ring).items); n != 0 {
		t.Errorf("%d items are left in the key store", n)
	}
	if err := k.Move("drawer"); bedside.CodeOf(err) != bedside.CodeInvalid {
		t.Errorf("got %v", err)
	}
	holds(t, k, key)
}

func TestPassPhrase(t *testing.T) {
	t.Parallel()
	k := keeper(t, seal.PassPhrase)
	key := made(t, k)
	before, err := os.ReadFile(k.Path)
	if err != nil {
		t.Fatal(err)
	}
	wrong := k
	wrong.Ask = says("otter lantern quilt eight")
	for name, try := range map[string]func() error{
		"load": func() error { _, err := wrong.Load(); return err },
		"move": func() error { return wrong.Move(seal.File) },
		"keep": func() error { return wrong.Keep(seal.NewKey()) },
	} {
		if err := try(); err == nil || !strings.Contains(err.Error(), "not the pass-phrase") || strings.Contains(err.Error(), "otter") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if after, err := os.ReadFile(k.Path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("a wrong pass-phrase changed the file: %v", err)
	}
	holds(t, k, key)

	asked := k // the old one first, then the new one
	asked.Ask = func(fresh bool) ([]byte, error) {
		if fresh {
			return []byte("violet harbour drum nine"), nil
		}
		return []byte(phrase), nil
	}
	if err := asked.Move(seal.PassPhrase); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Load(); err == nil {
		t.Error("the old pass-phrase still opens it")
	}
	k.Ask = says("violet harbour drum nine")
	holds(t, k, key)
}

func TestShortPassPhraseIsRefused(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"", "           x           ", "otter"} {
		k := keeper(t, seal.PassPhrase)
		k.Ask = says(words)
		if _, err := k.Make(); bedside.CodeOf(err) != bedside.CodeInvalid {
			t.Errorf("%d bytes: got %v", len(words), err)
		}
		if _, err := os.Lstat(k.Path); err == nil {
			t.Errorf("%d bytes: a file was written", len(words))
		}
	}
}

func TestKeyFilesThatAreNone(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{
		"empty": "", "another version": `{"v":2,"source":"file","keys":"AAAA"}`, "no key": `{"v":1,"source":"file"}`,
		"a short key": `{"v":1,"source":"file","keys":"AAAA"}`, "another source": `{"v":1,"source":"drawer"}`,
		"a pass-phrase without its salt":           `{"v":1,"source":"passphrase","keys":"AAAA"}`,
		"a pass-phrase that would take all memory": `{"v":1,"source":"passphrase","keys":"AAAA","argon2id":{"salt":"AAAA","time":1,"memory":4294967295,"threads":1}}`,
		"no such item": `{"v":1,"source":"keyring","item":"x"}`,
	} {
		k := keeper(t, seal.File)
		if err := errors.Join(os.MkdirAll(filepath.Dir(k.Path), 0o700), os.WriteFile(k.Path, []byte(content), 0o600)); err != nil {
			t.Fatal(err)
		}
		if _, err := k.Load(); err == nil || bedside.CodeOf(err) == bedside.CodeNotFound || bedside.CodeOf(err) == bedside.CodeInternal {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestKeyThatOthersCanReadIsRefused(t *testing.T) {
	t.Parallel()
	k := keeper(t, seal.File)
	made(t, k)
	if err := os.Chmod(k.Path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Load(); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("got %v", err)
	}
}

func TestKeyStoreThatIsLockedOrNotThere(t *testing.T) {
	t.Parallel()
	k := keeper(t, seal.Keyring)
	made(t, k)
	k.Ring.(*ring).closed = true
	if _, err := k.Load(); bedside.CodeOf(err) != bedside.CodeUnavailable {
		t.Errorf("locked: got %v", err)
	}
	k.Ring = nil
	if _, err := k.Load(); bedside.CodeOf(err) != bedside.CodeUnavailable {
		t.Errorf("none: got %v", err)
	}
}

func TestKeyStoreThatAsksNobodyIsGivenUp(t *testing.T) {
	t.Parallel()
	if _, err := (seal.Platform{Patience: time.Nanosecond}).Get("Bedside", "nothing"); err == nil {
		t.Error("there is an answer")
	}
}

// TestOneOfManyMakesTheKey lets programs start at once: all have the key of the one that was first.
func TestOneOfManyMakesTheKey(t *testing.T) {
	t.Parallel()
	for _, source := range []seal.Source{seal.File, seal.Keyring} {
		k := keeper(t, source)
		var all sync.WaitGroup
		winners := make(chan seal.Key, 20)
		for range 20 {
			all.Go(func() {
				key, err := k.Make()
				if err == nil {
					winners <- key
				} else if bedside.CodeOf(err) != bedside.CodeConflict {
					t.Errorf("%s: %v", source, err)
				}
			})
		}
		all.Wait()
		if len(winners) != 1 {
			t.Fatalf("%s: %d keys were made", source, len(winners))
		}
		holds(t, k, <-winners)
		if n := len(k.Ring.(*ring).items); n > 1 {
			t.Errorf("%s: %d items are in the key store", source, n)
		}
	}
}

func TestWhereNobodySaysSo(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		ring seal.Ring
		want seal.Source
	}{
		"a key store":         {&ring{items: map[string]string{}}, seal.Keyring},
		"a key store, locked": {&ring{items: map[string]string{}, closed: true}, seal.File},
		"no key store":        {nil, seal.File},
	} {
		k := keeper(t, "")
		k.Ring = test.ring
		key := made(t, k)
		holds(t, k, key)
		if got, err := k.Kept(); got != test.want || err != nil {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
}
