package storetest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/store"
)

func putAndGet(t *testing.T, s store.Store) {
	in := store.Record{ID: "a", Kind: "hold", State: "waiting", At: start(), Due: start().Add(24 * time.Hour), Rank: -3, Body: []byte(`{"text":"words"}`)}
	kept := put(t, s, in)[0]
	if kept.Changed.IsZero() || kept.Version != 1 {
		t.Errorf("got version %d, changed %s", kept.Version, kept.Changed)
	}
	want := in
	want.Version, want.Changed = 1, kept.Changed
	if diff := cmp.Diff(want, kept); diff != "" {
		t.Errorf("as it was put: -want +got:\n%s", diff)
	}
	if diff := cmp.Diff(want, get(t, s, "", "hold", "a")); diff != "" {
		t.Errorf("as it is got: -want +got:\n%s", diff)
	}
}

func times(t *testing.T, s store.Store) {
	zone := time.FixedZone("far", -7*3600)
	for id, at := range map[string]time.Time{
		"zero": {}, "exact": start(), "elsewhere": start().In(zone), "finer": start().Add(789 * time.Nanosecond),
		"before the epoch": time.Date(1931, 5, 6, 7, 8, 9, 999999000, time.UTC), "far off": time.Date(9999, 12, 31, 23, 59, 59, 999999000, time.UTC),
	} {
		put(t, s, store.Record{ID: id, Kind: "hold", At: at, Due: at})
		r := get(t, s, "", "hold", id)
		want := at.UTC().Truncate(time.Microsecond)
		if !r.At.Equal(want) || r.At.Location() != time.UTC || !r.Due.Equal(want) || r.Due.Location() != time.UTC {
			t.Errorf("%s: got %s and %s, want %s", id, r.At, r.Due, want)
		}
	}
	if !get(t, s, "", "hold", "zero").Due.IsZero() {
		t.Error("never is another time")
	}
}

func newID(t *testing.T, s store.Store) {
	kept := put(t, s, store.Record{Kind: "hold"}, store.Record{Kind: "hold"})
	if len(kept[0].ID) < 20 || kept[0].ID == kept[1].ID {
		t.Errorf("got ids of %d and %d letters", len(kept[0].ID), len(kept[1].ID))
	}
	get(t, s, "", "hold", kept[1].ID)
}

func twice(t *testing.T, s store.Store) {
	put(t, s, held("a", "waiting", start(), 0))
	_, err := s.Put(t.Context(), held("a", "done", start(), 0))
	wantCode(t, err, bedside.CodeConflict)
	if got := get(t, s, "", "hold", "a"); got.State != "waiting" || got.Version != 1 {
		t.Errorf("got version %d, %s", got.Version, got.State)
	}
}

func versions(t *testing.T, s store.Store) {
	first := put(t, s, held("a", "waiting", start(), 0))[0]
	next := first
	next.State, next.Body = "done", []byte(`{"text":"other"}`)
	second := put(t, s, next)[0]
	if second.Version != 2 {
		t.Errorf("got version %d", second.Version)
	}
	same(t, get(t, s, "", "hold", "a"), second)
	_, err := s.Put(t.Context(), next) // from the first version, which is no more
	wantCode(t, err, bedside.CodeConflict)
	same(t, get(t, s, "", "hold", "a"), second)

	if err := s.Delete(t.Context(), "", "hold", "a"); err != nil {
		t.Fatal(err)
	}
	_, err = s.Put(t.Context(), second)
	wantCode(t, err, bedside.CodeConflict)
	same(t, list(t, s, store.Filter{}), []string{})
}

func notFound(t *testing.T, s store.Store) {
	_, err := s.Get(t.Context(), "", "hold", "nothing")
	wantCode(t, err, bedside.CodeNotFound)
	same(t, list(t, s, store.Filter{}), []string{})
	put(t, s, held("a", "waiting", start(), 0))
	_, err = s.Get(t.Context(), "", "hold", "nothing")
	wantCode(t, err, bedside.CodeNotFound)
}

func batch(t *testing.T, s store.Store) {
	a := put(t, s, held("a", "waiting", start(), 0))[0]
	put(t, s, a) // version 2: the next batch has an old one
	_, err := s.Put(t.Context(), held("b", "waiting", start(), 0), a, held("c", "waiting", start(), 0))
	wantCode(t, err, bedside.CodeConflict)
	same(t, list(t, s, store.Filter{}), []string{"a"})
	_, err = s.Put(t.Context(), held("b", "waiting", start(), 0), held("b", "waiting", start(), 0))
	wantCode(t, err, bedside.CodeConflict)
	same(t, list(t, s, store.Filter{}), []string{"a"})

	other := held("d", "waiting", start(), 0)
	other.Kind, other.Owner = "post", "ada"
	put(t, s, held("b", "waiting", start(), 0), other, held("c", "waiting", start(), 0))
	same(t, list(t, s, store.Filter{Oldest: true}), []string{"a", "b", "c"})
	same(t, list(t, s, store.Filter{Owner: "ada", Kind: "post"}), []string{"d"})
	if kept, err := s.Put(t.Context()); err != nil || len(kept) != 0 {
		t.Errorf("nothing put: got %d, %v", len(kept), err)
	}
}

func owners(t *testing.T, s store.Store) {
	for _, owner := range []string{"", "ada", "bo"} {
		r := held("a", "waiting", start(), 0)
		r.Owner, r.Body = owner, []byte(`{"of":"`+owner+`"}`)
		put(t, s, r)
	}
	if got := string(get(t, s, "ada", "hold", "a").Body); got != `{"of":"ada"}` {
		t.Error("got another owner's body")
	}
	if err := s.Delete(t.Context(), "ada", "hold", "a"); err != nil {
		t.Fatal(err)
	}
	_, err := s.Get(t.Context(), "ada", "hold", "a")
	wantCode(t, err, bedside.CodeNotFound)
	same(t, list(t, s, store.Filter{Owner: "ada"}), []string{})
	same(t, list(t, s, store.Filter{Owner: "bo"}), []string{"a"})
	same(t, list(t, s, store.Filter{}), []string{"a"})
}

func kinds(t *testing.T, s store.Store) {
	post := held("a", "new", start(), 0)
	post.Kind = "post"
	put(t, s, held("a", "waiting", start(), 0), post)
	if err := s.Delete(t.Context(), "", "post", "a"); err != nil {
		t.Fatal(err)
	}
	_, err := s.Get(t.Context(), "", "post", "a")
	wantCode(t, err, bedside.CodeNotFound)
	get(t, s, "", "hold", "a")
}

func deletes(t *testing.T, s store.Store) {
	put(t, s, held("a", "waiting", start(), 0), held("b", "waiting", start(), 0), held("c", "done", start(), 0))
	for range 2 { // what is not there is no error
		if err := s.Delete(t.Context(), "", "hold", "a", "c", "never there"); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Delete(t.Context(), "nobody", "hold", "b"); err != nil {
		t.Fatal(err)
	}
	if err := s.Delete(t.Context(), "", "hold"); err != nil {
		t.Fatal(err)
	}
	same(t, list(t, s, store.Filter{}), []string{"b"})
	put(t, s, held("a", "waiting", start(), 0)) // the id is free again
}

func bodies(t *testing.T, s store.Store) {
	every := make([]byte, 256)
	for i := range every {
		every[i] = byte(i)
	}
	for id, body := range map[string][]byte{"empty": {}, "every byte": every, "large": bytes.Repeat(every, 32<<10)} {
		put(t, s, store.Record{ID: id, Kind: "hold", Body: body})
		if got := get(t, s, "", "hold", id).Body; !bytes.Equal(got, body) {
			t.Errorf("%s: got %d bytes, want %d", id, len(got), len(body))
		}
	}
}

func refused(t *testing.T, s store.Store) {
	for _, r := range []store.Record{{ID: "a"}, {Kind: "hold", Version: -1, ID: "a"}, {Kind: "hold", Version: 2}} {
		_, err := s.Put(t.Context(), r)
		wantCode(t, err, bedside.CodeInternal)
	}
}

func prints(t *testing.T, s store.Store) {
	r := held("a", "waiting", start(), 0)
	r.Body = []byte(`{"text":"Quillfeather"}`)
	put(t, s, r)
	r = get(t, s, "", "hold", "a")
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		if got := fmt.Sprintf(verb, r); strings.Contains(got, "Quill") || !strings.Contains(got, "23 bytes") {
			t.Errorf("%s prints %d letters", verb, len(got))
		}
	}
}
