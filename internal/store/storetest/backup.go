package storetest

import (
	"bytes"
	"io"
	"strconv"
	"testing"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store"
)

// backup makes a backup for whoever has the key.
func backup(t *testing.T, s Kept) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := s.Backup(t.Context(), &b, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// handKey gives another store the key of this one.
func handKey(t *testing.T, from, to Bench) {
	t.Helper()
	keys, err := from.Keeper.Load()
	if err != nil {
		t.Fatal(err)
	}
	if err := to.Keeper.Take(keys[0]); err != nil {
		t.Fatal(err)
	}
}

// everything lists all holds of the owner "" and holds the chain to be whole.
func everything(t *testing.T, s Kept) []store.Record {
	t.Helper()
	if got, err := s.Verify(t.Context()); err != nil || got.Break != nil {
		t.Errorf("got %+v, %v", got.Break, err)
	}
	records, err := s.List(t.Context(), store.Filter{Kind: "hold", Oldest: true})
	if err != nil {
		t.Fatal(err)
	}
	return records
}

// backedUp takes a backup to a pass-phrase, key and all, to another place.
func backedUp(t *testing.T, b, other Bench) {
	s := opened(t, b)
	busy(t, s)
	want := everything(t, s)
	words, err := seal.Words([]byte("otter lantern quilt seven"), 4)
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	done, err := s.Backup(t.Context(), &file, words)
	if err != nil || done.Records != 6 || done.Events != 9 || done.Owners != 2 {
		t.Fatalf("got %+v, %v", done, err)
	}
	if got, err := other.Restore(bytes.NewReader(file.Bytes()), words); err != nil || got != done {
		t.Fatalf("got %+v, %v", got, err)
	}
	there := opened(t, other)
	same(t, everything(t, there), want)
	put(t, there, held("new", "open", day(9), 0)) // and it goes on
	everything(t, there)
	_, err = other.Restore(bytes.NewReader(file.Bytes()), words)
	wantCode(t, err, bedside.CodeConflict)
}

// backedUpWhileWritten makes a backup while others write batches of ten: it has each batch whole.
func backedUpWhileWritten(t *testing.T, b, other Bench) {
	s := opened(t, b)
	put(t, s, held("first", "open", day(0), 0))
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := range 40 {
			batch := "batch" + strconv.Itoa(i)
			var records []store.Record
			for j := range 10 {
				records = append(records, held(batch+name(j), batch, day(0), 0))
			}
			if _, err := s.Put(t.Context(), records...); err != nil {
				t.Errorf("batch %d: %v", i, err)
			}
		}
	}()
	file := backup(t, s)
	<-done
	handKey(t, b, other)
	if _, err := other.Restore(bytes.NewReader(file), nil); err != nil {
		t.Fatal(err)
	}
	there := opened(t, other)
	everything(t, there)
	counts, err := there.Count(t.Context(), store.Filter{Kind: "hold"})
	if err != nil {
		t.Fatal(err)
	}
	for batch, n := range counts {
		if n != 10 && batch != "open" {
			t.Errorf("%s: %d records of ten", batch, n)
		}
	}
}

// damagedBackup restores backups that were cut short, changed or are of somebody else: nothing is written.
func damagedBackup(t *testing.T, b, other Bench) {
	s := opened(t, b)
	busy(t, s)
	whole := backup(t, s)
	handKey(t, b, other)
	for at := 0; at < len(whole); at += len(whole)/23 + 1 {
		_, err := other.Restore(bytes.NewReader(whole[:at]), nil)
		wantCode(t, err, bedside.CodeInvalid)
		changed := bytes.Clone(whole)
		changed[at] ^= 4
		_, err = other.Restore(bytes.NewReader(changed), nil)
		wantCode(t, err, bedside.CodeInvalid)
	}
	_, err := other.Restore(io.MultiReader(bytes.NewReader(whole), bytes.NewReader(whole)), nil)
	wantCode(t, err, bedside.CodeInvalid)
	if err := other.Keeper.Keep(seal.NewKey()); err != nil {
		t.Fatal(err)
	}
	_, err = other.Restore(bytes.NewReader(whole), nil)
	wantCode(t, err, bedside.CodeInvalid)
	if got := everything(t, opened(t, other)); len(got) != 0 {
		t.Errorf("%d records were written", len(got))
	}
}

// backupWithout makes a backup after a record was deleted: nothing of it is in there.
func backupWithout(t *testing.T, b, _ Bench) {
	s := opened(t, b)
	put(t, s, marked("a"), held("b", "open", day(0), 0))
	left := traces(t, b, "a")
	inside := func() map[string][]byte {
		t.Helper()
		keys, err := b.Keeper.Load()
		if err != nil {
			t.Fatal(err)
		}
		plain, err := keys[0].Secret("bedside backup").Unlock(bytes.NewReader(backup(t, s)))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(plain)
		if err != nil {
			t.Fatal(err)
		}
		return map[string][]byte{"backup": content}
	}
	for name, trace := range left {
		if len(found(inside(), trace)) == 0 {
			t.Errorf("%s: it cannot even be found while it is kept", name)
		}
	}
	if err := s.Delete(t.Context(), "", "hold", "a"); err != nil {
		t.Fatal(err)
	}
	left["the words"] = []byte(marker)
	for name, trace := range left {
		if len(found(inside(), trace)) > 0 {
			t.Errorf("%s: it is in a backup that was made later", name)
		}
	}
}
