package storetest

import (
	"context"
	"strconv"
	"sync"
	"testing"

	"bedside"
	"bedside/internal/store"
)

const many = 20

// together runs a function many times together.
func together(run func(i int)) {
	var all sync.WaitGroup
	for i := range many {
		all.Go(func() { run(i) })
	}
	all.Wait()
}

func writers(t *testing.T, s store.Store) {
	const each = 10
	together(func(i int) {
		for j := range each {
			r := held(name(i*each+j), "open", day(j), 0)
			r.Owner = []string{"", "ada"}[i%2]
			if _, err := s.Put(t.Context(), r); err != nil {
				t.Errorf("writer %d: %v", i, err)
			}
		}
	})
	for _, owner := range []string{"", "ada"} {
		if n := len(list(t, s, store.Filter{Owner: owner})); n != many*each/2 {
			t.Errorf("got %d records of owner %q, want %d", n, owner, many*each/2)
		}
	}
}

func rivals(t *testing.T, s store.Store) {
	put(t, s, store.Record{ID: "n", Kind: "count", Body: []byte("0")})
	together(func(i int) {
		for won := 0; won < 5; {
			r, err := s.Get(t.Context(), "", "count", "n")
			if err != nil {
				t.Errorf("rival %d: %v", i, err)
				return
			}
			n, _ := strconv.Atoi(string(r.Body))
			r.Body = []byte(strconv.Itoa(n + 1))
			switch _, err := s.Put(t.Context(), r); bedside.CodeOf(err) {
			case "":
				won++
			case bedside.CodeConflict: // somebody was faster: read again
			default:
				t.Errorf("rival %d: %v", i, err)
				return
			}
		}
	})
	if got := string(get(t, s, "", "count", "n").Body); got != strconv.Itoa(5*many) {
		t.Errorf("got %s, want %d", got, 5*many)
	}
}

// wholeBatches writes batches of ten while others read: they see all of a batch or nothing.
func wholeBatches(t *testing.T, s store.Store) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := range 10 {
			var batch []store.Record
			for j := range 10 {
				batch = append(batch, held(name(i*10+j), "open", day(0), 0))
			}
			if _, err := s.Put(t.Context(), batch...); err != nil {
				t.Errorf("batch %d: %v", i, err)
			}
		}
	}()
	for reading := true; reading; {
		select {
		case <-done:
			reading = false
		default:
		}
		n, err := s.Count(t.Context(), store.Filter{Kind: "hold"})
		if err != nil || n["open"]%10 != 0 {
			t.Fatalf("got %d records, %v", n["open"], err)
		}
	}
}

func cancelled(t *testing.T, s store.Store) {
	put(t, s, held("a", "open", day(0), 0))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := s.Put(ctx, held("b", "open", day(0), 0))
	wantCode(t, err, bedside.CodeUnavailable)
	_, err = s.Get(ctx, "", "hold", "a")
	wantCode(t, err, bedside.CodeUnavailable)
	_, err = s.List(ctx, store.Filter{Kind: "hold"})
	wantCode(t, err, bedside.CodeUnavailable)
	wantCode(t, s.Delete(ctx, "", "hold", "a"), bedside.CodeUnavailable)
	same(t, list(t, s, store.Filter{}), []string{"a"})
	put(t, s, held("c", "open", day(0), 0)) // and it goes on
}
