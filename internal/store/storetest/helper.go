package storetest

import (
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bedside"
	"bedside/internal/store"
)

// start is a day on which things happen.
func start() time.Time { return time.Date(2026, 3, 4, 15, 4, 5, 123456000, time.UTC) }

// held is a record of kind hold.
func held(id, state string, at time.Time, rank int) store.Record {
	return store.Record{ID: id, Kind: "hold", State: state, At: at, Rank: rank, Body: []byte(`{"text":"` + id + `"}`)}
}

func put(t *testing.T, s store.Store, records ...store.Record) []store.Record {
	t.Helper()
	kept, err := s.Put(t.Context(), records...)
	if err != nil {
		t.Fatalf("put: %v", err)
	}
	return kept
}

func get(t *testing.T, s store.Store, owner, kind, id string) store.Record {
	t.Helper()
	r, err := s.Get(t.Context(), owner, kind, id)
	if err != nil {
		t.Fatalf("get %s: %v", id, err)
	}
	return r
}

// list lists ids.
func list(t *testing.T, s store.Store, f store.Filter) []string {
	t.Helper()
	if f.Kind == "" {
		f.Kind = "hold"
	}
	records, err := s.List(t.Context(), f)
	if err != nil {
		t.Fatalf("list: %v", err)
	}
	var ids []string
	for _, r := range records {
		ids = append(ids, r.ID)
	}
	return ids
}

func same(t *testing.T, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func wantCode(t *testing.T, err error, want bedside.Code) {
	t.Helper()
	if got := bedside.CodeOf(err); got != want {
		t.Errorf("got code %q (%v), want %q", got, err, want)
	}
}

func name(i int) string { return "r" + strconv.Itoa(1000+i) }
