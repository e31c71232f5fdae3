package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bedside/internal/store"
)

// posts is how many a timeline has that must stay usable.
const posts = 100_000

// Pages measures how long a page of a hundred takes among 100,000 records, every page of several orders and choices.
func Pages(b *testing.B, s store.Store) {
	b.Helper()
	fill(b, s)
	for _, test := range []struct {
		name string
		f    store.Filter
	}{
		{"by rank", store.Filter{}},
		{"oldest first", store.Filter{Oldest: true}},
		{"one state of many", store.Filter{States: []string{"flagged"}}},
		{"two states", store.Filter{States: []string{"flagged", "held"}}},
		{"a state that is rare", store.Filter{States: []string{"held"}}},
		{"a year", store.Filter{Oldest: true, From: day(1000), To: day(1365)}},
		{"due", store.Filter{DueBefore: day(50)}},
	} {
		b.Run(test.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				took = append(took, pagesOf(b, s, test.f)...)
			}
			slices.Sort(took)
			for name, at := range map[string]int{"p50": len(took) / 2, "p99": len(took) * 99 / 100, "max": len(took) - 1} {
				b.ReportMetric(float64(took[at].Microseconds())/1000, name+"-ms/page")
			}
		})
	}
	b.Run("counting by state", func(b *testing.B) {
		for b.Loop() {
			if n, err := s.Count(b.Context(), store.Filter{Kind: "post"}); err != nil || len(n) != 3 {
				b.Fatal(len(n), err)
			}
		}
	})
}

// fill puts posts of several years: a fifth of them flagged, a few held, a few due.
func fill(b *testing.B, s store.Store) {
	b.Helper()
	started := time.Now()
	for i := 0; i < posts; i += 1000 {
		var batch []store.Record
		for j := i; j < i+1000; j++ {
			r := store.Record{ID: fmt.Sprintf("p%06d", j*7919%posts), Kind: "post", State: "quiet", At: day(j % 3000).Add(time.Duration(j) * time.Second), Rank: j % 5, Body: []byte(`{"text":"` + strings.Repeat("invented words ", 20) + `"}`)}
			switch {
			case j%2500 == 0:
				r.State, r.Due = "held", day(j/2500)
			case j%5 == 0:
				r.State = "flagged"
			}
			batch = append(batch, r)
		}
		if _, err := s.Put(b.Context(), batch...); err != nil {
			b.Fatal(err)
		}
	}
	b.Logf("%d records were put in %s", posts, time.Since(started).Round(time.Millisecond))
}

// pagesOf lists page after page and says how long each took.
func pagesOf(b *testing.B, s store.Store, f store.Filter) (took []time.Duration) {
	b.Helper()
	f.Kind, f.Limit = "post", 100
	for {
		started := time.Now()
		page, err := s.List(b.Context(), f)
		took = append(took, time.Since(started))
		if err != nil {
			b.Fatal(err)
		}
		if len(page) < f.Limit {
			return took
		}
		f.After = &page[len(page)-1]
	}
}
