package postgres_test

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"bedside"
	"bedside/internal/store"
	"bedside/internal/store/postgres"
	"bedside/internal/store/postgres/postgrestest"
	"bedside/internal/store/storetest"
)

// with adds a setting to a URL.
func with(t *testing.T, at, key, value string) string {
	t.Helper()
	u, err := url.Parse(at)
	if err != nil {
		t.Fatal("no URL")
	}
	q := u.Query()
	q.Set(key, value)
	u.RawQuery = q.Encode()
	return u.String()
}

// putOne puts a record of some pages.
func putOne(t *testing.T, s store.Store, id string) error {
	t.Helper()
	_, err := s.Put(t.Context(), store.Record{ID: id, Kind: "hold", State: "open", Body: bytes.Repeat([]byte("x"), 10_000)})
	return err
}

// intact holds a store to have what was acknowledged and at most so much more, and its events to hold.
func intact(t *testing.T, s *postgres.Store, want, more int) {
	t.Helper()
	counts, err := s.Count(t.Context(), store.Filter{Kind: "hold"})
	if n := counts["open"]; err != nil || n < want || n > want+more {
		t.Errorf("got %d records, %v, want %d and at most %d more", n, err, want, more)
	}
	if v, err := s.Verify(t.Context()); err != nil || v.Break != nil {
		t.Errorf("got %+v, %v", v.Break, err)
	}
}

func TestDatabaseThatCanOnlyBeRead(t *testing.T) {
	t.Parallel()
	at, dir := postgrestest.Schema(t), t.TempDir()
	s := postgrestest.Open(t, at, dir)
	if err := putOne(t, s, "a"); err != nil {
		t.Fatal(err)
	}
	frozen := postgrestest.Open(t, with(t, at, "default_transaction_read_only", "on"), dir)
	for name, err := range map[string]error{"put": putOne(t, frozen, "b"), "delete": frozen.Delete(t.Context(), "", "hold", "a"), "rekey": frozen.Rekey(t.Context())} {
		if bedside.CodeOf(err) != bedside.CodeUnavailable || !strings.Contains(err.Error(), "can only be read") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := frozen.Get(t.Context(), "", "hold", "a"); err != nil {
		t.Error(err)
	}
	intact(t, s, 1, 0)
}

func TestWrongPasswordIsTold(t *testing.T) {
	t.Parallel()
	u, err := url.Parse(postgrestest.Server(t))
	if err != nil {
		t.Fatal("no URL")
	}
	u.User = url.UserPassword("bedside", "Quillfeather")
	_, err = postgres.Open(t.Context(), u.String(), storetest.KeeperIn(t.TempDir()), time.Now)
	if bedside.CodeOf(err) != bedside.CodeInvalid || !strings.Contains(err.Error(), "does not let Bedside in") || strings.Contains(err.Error(), "Quill") {
		t.Errorf("got %v", err)
	}
}

// TestConnectionsThatBreak ends connections while others write: what was acknowledged is there, and it goes on by itself.
func TestConnectionsThatBreak(t *testing.T) {
	t.Parallel()
	at := with(t, postgrestest.Schema(t), "application_name", "breaks")
	s := postgrestest.Open(t, at, t.TempDir())
	var acknowledged, lost sync.Map
	var all sync.WaitGroup
	for i := range 5 {
		all.Go(func() {
			for j := range 40 {
				id := strconv.Itoa(i) + "-" + strconv.Itoa(j)
				switch err := putOne(t, s, id); bedside.CodeOf(err) {
				case "":
					acknowledged.Store(id, true)
				case bedside.CodeUnavailable:
					lost.Store(id, true)
				default:
					t.Errorf("got %v", err)
				}
			}
		})
	}
	all.Go(func() {
		for range 10 {
			postgrestest.Run(t, postgrestest.Server(t), "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'breaks'")
		}
	})
	all.Wait()
	if length(&lost) == 0 {
		t.Log("no connection broke in the middle of anything")
	}
	intact(t, s, length(&acknowledged), length(&lost))
	acknowledged.Range(func(id, _ any) bool {
		if _, err := s.Get(t.Context(), "", "hold", id.(string)); err != nil {
			t.Errorf("%s was acknowledged: %v", id, err)
		}
		return true
	})
}

func length(m *sync.Map) (n int) {
	m.Range(func(any, any) bool {
		n++
		return true
	})
	return n
}
