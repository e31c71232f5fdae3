package storetest

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store"
)

// marker is what must lie nowhere.
const marker = "Quillfeather of Dunmoor Lane"

// marked is a record with the marker, long enough to fill several pages.
func marked(id string) store.Record {
	return store.Record{ID: id, Kind: "hold", State: "open", At: day(0), Body: []byte(`{"text":"` + strings.Repeat(marker+". ", 1000) + `"}`)}
}

// traces are pieces of what the tables hold of a record: of its sealed body, and its sealed key.
func traces(t *testing.T, b Bench, id string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	where := " FROM record WHERE owner = '' AND id = '" + id + "'"
	body := b.Query(t, "SELECT body"+where)[0]
	for i, name := range []string{"the beginning of the body", "the middle of the body", "the end of the body"} {
		at := i * (len(body) - 24) / 2
		out[name] = body[at : at+24]
	}
	out["the key"] = b.Query(t, "SELECT key"+where)[0]
	return out
}

// found says where a trace lies.
func found(files map[string][]byte, trace []byte) (names []string) {
	for name, content := range files {
		if bytes.Contains(content, trace) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// nowhere holds the disk to have no trace of a record, and none of its words ever.
func nowhere(t *testing.T, b Bench, traces map[string][]byte) {
	t.Helper()
	files := b.Files(t)
	traces["the words"] = []byte(marker)
	for name, trace := range traces {
		if in := found(files, trace); len(in) > 0 {
			t.Errorf("%s: still in %v", name, in)
		}
	}
}

// somewhere makes sure that traces would be found, and that the words are not.
func somewhere(t *testing.T, b Bench, traces map[string][]byte) {
	t.Helper()
	files := b.Files(t)
	for name, trace := range traces {
		if len(found(files, trace)) == 0 {
			t.Errorf("%s: it cannot even be found while it is kept", name)
		}
	}
	if in := found(files, []byte(marker)); len(in) > 0 {
		t.Errorf("the words are in %v", in)
	}
}

func deletedForReal(t *testing.T, b Bench) {
	s := opened(t, b)
	put(t, s, held("before", "open", day(0), 0), marked("a"), held("after", "open", day(0), 0))
	left := traces(t, b, "a")
	somewhere(t, b, left)
	if err := s.Delete(t.Context(), "", "hold", "a"); err != nil {
		t.Fatal(err)
	}
	nowhere(t, b, left)
	same(t, list(t, s, store.Filter{Oldest: true}), []string{"after", "before"})
	if got, err := s.Verify(t.Context()); err != nil || got.Break != nil || got.Events != 4 {
		t.Errorf("the event is not left: %+v, %v", got, err)
	}
}

func replacedForReal(t *testing.T, b Bench) {
	s := opened(t, b)
	r := put(t, s, marked("a"))[0]
	left := traces(t, b, "a")
	somewhere(t, b, left)
	r.Body = []byte(`{}`)
	put(t, s, r)
	nowhere(t, b, left)
}

func rekeyed(t *testing.T, b Bench) {
	s := opened(t, b)
	busy(t, s)
	want, err := s.List(t.Context(), store.Filter{Kind: "hold"})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Rekey(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	other := opened(t, b)
	for _, s := range []store.Store{s, other} {
		got, err := s.List(t.Context(), store.Filter{Kind: "hold"})
		if err != nil {
			t.Fatal(err)
		}
		same(t, got, want)
	}
	put(t, s, held("f", "open", day(9), 0))
	if got, err := other.Verify(t.Context()); err != nil || got.Break != nil || got.Events != 10 {
		t.Errorf("got %+v, %v", got, err)
	}
	if err := s.Rekey(t.Context()); err != nil { // and whoever is not told of it changes nothing
		t.Fatal(err)
	}
	_, err = other.Put(t.Context(), held("g", "open", day(9), 0))
	wantCode(t, err, bedside.CodeUnavailable)
	_, err = other.Get(t.Context(), "", "hold", "f")
	wantCode(t, err, bedside.CodeUnavailable)
}

// oldCopy keeps a copy of all tables, as a log or an old backup may, and puts it back after the record was deleted.
func oldCopy(t *testing.T, b Bench) {
	s, err := b.Open()
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, marked("a"))
	for _, table := range []string{"proof", "owner", "record"} {
		b.exec(t, "CREATE TABLE old_"+table+" AS SELECT * FROM "+table)
	}
	back := func() {
		t.Helper()
		for _, table := range []string{"proof", "owner", "record"} {
			b.exec(t, "DELETE FROM "+table)
			b.exec(t, "INSERT INTO "+table+" SELECT * FROM old_"+table)
		}
	}
	if err := s.Delete(t.Context(), "", "hold", "a"); err != nil {
		t.Fatal(err)
	}
	back()
	get(t, s, "", "hold", "a") // with the key of that time it would be there again
	if err := s.Delete(t.Context(), "", "hold", "a"); err == nil {
		t.Error("an old copy goes on as if nothing had happened: its end of the chain is of another time")
	}
	b.exec(t, "DELETE FROM record")
	if err := s.Rekey(t.Context()); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	back()
	_, err = b.Open()
	wantCode(t, err, bedside.CodeInvalid)
}

func halfRekeyed(t *testing.T, b Bench) {
	s, err := b.Open()
	if err != nil {
		t.Fatal(err)
	}
	busy(t, s)
	closed(t, s)
	keys, err := b.Keeper.Load()
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Keeper.Keep(seal.NewKey(), keys[0]); err != nil { // stopped before the tables were written
		t.Fatal(err)
	}
	s = opened(t, b)
	get(t, s, "", "hold", "d")
	if err := s.Rekey(t.Context()); err != nil {
		t.Fatal(err)
	}
	done, err := b.Keeper.Load()
	if err != nil || len(done) != 1 {
		t.Fatalf("got %d keys, %v", len(done), err)
	}
	if err := b.Keeper.Keep(done[0], keys[0]); err != nil { // stopped after the tables were written
		t.Fatal(err)
	}
	get(t, opened(t, b), "", "hold", "d")
}
