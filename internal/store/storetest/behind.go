package storetest

import (
	"os"
	"strings"
	"testing"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store"
)

func again(t *testing.T, b Bench) {
	s, err := b.Open()
	if err != nil {
		t.Fatal(err)
	}
	want := put(t, s, held("a", "open", day(0), 0))[0]
	closed(t, s)
	same(t, get(t, opened(t, b), "", "hold", "a"), want)
}

func otherKey(t *testing.T, b Bench) {
	s := opened(t, b)
	want := put(t, s, held("a", "open", day(0), 0))[0]
	own, err := os.ReadFile(b.Keeper.Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Keeper.Keep(seal.NewKey()); err != nil {
		t.Fatal(err)
	}
	_, err = b.Open()
	wantCode(t, err, bedside.CodeInvalid)
	if err := os.WriteFile(b.Keeper.Path, own, 0o600); err != nil {
		t.Fatal(err)
	}
	same(t, get(t, opened(t, b), "", "hold", "a"), want)
}

func lostKey(t *testing.T, b Bench) {
	opened(t, b)
	if err := os.Remove(b.Keeper.Path); err != nil {
		t.Fatal(err)
	}
	_, err := b.Open()
	if bedside.CodeOf(err) != bedside.CodeInvalid || !strings.Contains(err.Error(), "the key to what is kept is missing") {
		t.Errorf("got %v", err)
	}
	if _, err := os.Lstat(b.Keeper.Path); err == nil {
		t.Error("another key was made")
	}
}

func newer(t *testing.T, b Bench) {
	s := opened(t, b)
	want := put(t, s, held("a", "open", day(0), 0))[0]
	b.exec(t, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, true)")
	_, err := b.Open()
	if bedside.CodeOf(err) != bedside.CodeInvalid || !strings.Contains(err.Error(), "newer Bedside") {
		t.Errorf("got %v", err)
	}
	b.exec(t, "DELETE FROM goose_db_version WHERE version_id = 99999")
	same(t, get(t, opened(t, b), "", "hold", "a"), want)
}

// busy fills a store with records of two owners: created, changed and deleted. It makes 8 events of the owner "".
func busy(t *testing.T, s store.Store) {
	t.Helper()
	put(t, s, held("a", "open", day(0), 0), held("b", "open", day(1), 0), held("c", "open", day(2), 0))
	changed := get(t, s, "", "hold", "b")
	changed.State = "done"
	put(t, s, changed)
	if err := s.Delete(t.Context(), "", "hold", "a"); err != nil {
		t.Fatal(err)
	}
	other := held("a", "open", day(0), 0)
	other.Owner = "ada"
	put(t, s, other, held("d", "open", day(3), 0), held("e", "open", day(4), 0))
	post := held("p", "open", day(3), 0)
	post.Kind = "post"
	put(t, s, post)
}

func wholeChain(t *testing.T, b Bench) {
	s := opened(t, b)
	busy(t, s)
	got, err := s.Verify(t.Context())
	if err != nil || got.Break != nil {
		t.Fatalf("got %+v, %v", got.Break, err)
	}
	if got.Owners != 2 || got.Events != 9 || got.Records != 6 {
		t.Errorf("got %+v", got)
	}
}

func guarded(t *testing.T, b Bench) {
	s := opened(t, b)
	busy(t, s)
	for _, statement := range []string{"UPDATE event SET verb = 'deleted'", "DELETE FROM event WHERE seq = 1"} {
		if err := b.Exec(statement); err == nil {
			t.Errorf("%s: it can be done", statement)
		}
	}
	if got, err := s.Verify(t.Context()); err != nil || got.Break != nil {
		t.Errorf("got %+v, %v", got.Break, err)
	}
}

func tampered(t *testing.T, b Bench) {
	s := opened(t, b)
	busy(t, s)
	b.exec(t, b.Loose)
	for _, test := range []struct {
		name         string
		change, back string
		event        int64
		what         string
	}{
		{"an event's word", "UPDATE event SET verb = 'changed' WHERE owner = '' AND seq = 2", "UPDATE event SET verb = 'created' WHERE owner = '' AND seq = 2", 2, "not what was written"},
		{"an event's kind", "UPDATE event SET kind = 'post' WHERE owner = '' AND seq = 5", "UPDATE event SET kind = 'hold' WHERE owner = '' AND seq = 5", 5, "not what was written"},
		{"an event is gone", "UPDATE event SET seq = 99 WHERE owner = '' AND seq = 3", "UPDATE event SET seq = 3 WHERE owner = '' AND seq = 99", 3, "missing"},
		{"the last event is gone", "UPDATE event SET owner = 'x' WHERE owner = '' AND seq = 8", "UPDATE event SET owner = '' WHERE owner = 'x'", 7, "should end at event 8"},
		{"a record's state", "UPDATE record SET state = 'open' WHERE owner = '' AND id = 'b'", "UPDATE record SET state = 'done' WHERE owner = '' AND id = 'b'", 4, "record that it tells of is not what was written"},
		{"a record's rank", "UPDATE record SET rank = 7 WHERE owner = '' AND id = 'd'", "UPDATE record SET rank = 0 WHERE owner = '' AND id = 'd'", 6, "record that it tells of is not what was written"},
		{"a record is gone", "UPDATE record SET owner = 'x' WHERE owner = '' AND id = 'c'", "UPDATE record SET owner = '' WHERE owner = 'x'", 0, "should be +1 of kind hold"},
		{"a record has another name", "UPDATE record SET id = 'z' WHERE owner = '' AND id = 'c'", "UPDATE record SET id = 'c' WHERE id = 'z'", 3, "does not open"},
		{"a record tells of another event", "UPDATE record SET event = 1 WHERE owner = '' AND id = 'c'", "UPDATE record SET event = 3 WHERE owner = '' AND id = 'c'", 1, "not what was written"},
	} {
		b.exec(t, test.change)
		got, err := s.Verify(t.Context())
		switch {
		case err != nil:
			t.Errorf("%s: %v", test.name, err)
		case got.Break == nil:
			t.Errorf("%s: it is not found", test.name)
		case got.Break.Owner != "" || got.Break.Event != test.event || !strings.Contains(got.Break.What, test.what):
			t.Errorf("%s: got %+v", test.name, *got.Break)
		}
		b.exec(t, test.back)
		if got, err := s.Verify(t.Context()); err != nil || got.Break != nil {
			t.Fatalf("%s, put back: got %+v, %v", test.name, got.Break, err)
		}
	}
}

// moved swaps two sealed bodies with their keys, and an owner's record with another's.
func moved(t *testing.T, b Bench) {
	s := opened(t, b)
	busy(t, s)
	for _, columns := range []string{"key = x.key, body = x.body", "body = x.body", "key = x.key"} {
		b.exec(t, "CREATE TABLE x AS SELECT key, body FROM record WHERE owner = '' AND id = 'd'")
		b.exec(t, "CREATE TABLE was AS SELECT key, body FROM record WHERE owner = '' AND id = 'e'")
		b.exec(t, "UPDATE record SET "+columns+" FROM x WHERE record.owner = '' AND record.id = 'e'")
		_, err := s.Get(t.Context(), "", "hold", "e")
		wantCode(t, err, bedside.CodeInternal)
		_, err = s.List(t.Context(), store.Filter{Kind: "hold"})
		wantCode(t, err, bedside.CodeInternal)
		b.exec(t, "UPDATE record SET key = was.key, body = was.body FROM was WHERE record.owner = '' AND record.id = 'e'")
		b.exec(t, "DROP TABLE x")
		b.exec(t, "DROP TABLE was")
		get(t, s, "", "hold", "e")
	}
	b.exec(t, "UPDATE record SET version = 2 WHERE owner = '' AND id = 'e'")
	_, err := s.Get(t.Context(), "", "hold", "e")
	wantCode(t, err, bedside.CodeInternal)
}
