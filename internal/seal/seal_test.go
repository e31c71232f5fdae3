package seal_test

import (
	"bytes"
	"fmt"
	"testing"

	"bedside/internal/seal"
)

func TestOpensOnlyWithItsKeyAndItsBinding(t *testing.T) {
	t.Parallel()
	key, words, binding := seal.NewKey(), []byte("an invented note"), seal.Bind("owner", "hold", "r1", "1")
	sealed := key.Seal(words, binding)
	if got, err := key.Open(sealed, binding); err != nil || !bytes.Equal(got, words) {
		t.Fatalf("got %d bytes and %v", len(got), err)
	}
	if bytes.Contains(sealed, words) || len(sealed) != len(words)+seal.Overhead {
		t.Errorf("sealed are %d bytes", len(sealed))
	}
	if bytes.Equal(sealed, key.Seal(words, binding)) {
		t.Error("the same words are sealed the same way twice")
	}
	for name, open := range map[string]func() ([]byte, error){
		"another key":     func() ([]byte, error) { return seal.NewKey().Open(sealed, binding) },
		"another binding": func() ([]byte, error) { return key.Open(sealed, seal.Bind("owner", "hold", "r2", "1")) },
		"one bit changed": func() ([]byte, error) {
			b := bytes.Clone(sealed)
			b[len(b)/2] ^= 1
			return key.Open(b, binding)
		},
		"cut short": func() ([]byte, error) { return key.Open(sealed[:10], binding) },
		"nothing":   func() ([]byte, error) { return key.Open(nil, binding) },
	} {
		if _, err := open(); err == nil {
			t.Errorf("%s: it opens", name)
		}
	}
}

func TestWrapsKeys(t *testing.T) {
	t.Parallel()
	outer, inner := seal.NewKey(), seal.NewKey()
	got, err := outer.Unwrap(outer.Wrap(inner, nil), nil)
	if err != nil || got != inner {
		t.Errorf("another key came back: %v", err)
	}
	if _, err := outer.Unwrap(outer.Seal([]byte("short"), nil), nil); err == nil {
		t.Error("five bytes are taken for a key")
	}
}

func TestBindTellsListsApart(t *testing.T) {
	t.Parallel()
	if bytes.Equal(seal.Bind("ab", "c"), seal.Bind("a", "bc")) || bytes.Equal(seal.Bind("a"), seal.Bind("a", "")) {
		t.Error("two lists bind to the same")
	}
}

func TestKeyIsNeverPrinted(t *testing.T) {
	t.Parallel()
	key := seal.NewKey()
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%q", "%d"} {
		if got := fmt.Sprintf(verb, key); got != "seal.Key(…)" {
			t.Errorf("%s prints %d bytes", verb, len(got))
		}
	}
}
