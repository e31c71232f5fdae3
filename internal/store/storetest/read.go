package storetest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"bedside/internal/store"
)

func day(n int) time.Time { return start().AddDate(0, 0, n) }

func byRank(t *testing.T, s store.Store) {
	put(t, s, held("old", "a", day(1), 5), held("high", "a", day(0), 9), held("new", "b", day(2), 5), held("low", "a", day(9), -1), held("newer", "a", day(2), 5))
	same(t, list(t, s, store.Filter{}), []string{"high", "newer", "new", "old", "low"})
	same(t, list(t, s, store.Filter{Limit: 2}), []string{"high", "newer"})
}

func byTime(t *testing.T, s store.Store) {
	put(t, s, held("c", "a", day(2), 0), held("a", "a", day(0), 1), held("b2", "a", day(1), 9), held("b1", "a", day(1), 0))
	same(t, list(t, s, store.Filter{Oldest: true}), []string{"a", "b1", "b2", "c"})
	same(t, list(t, s, store.Filter{Oldest: true, Limit: 2}), []string{"a", "b1"})
}

func pages(t *testing.T, s store.Store) {
	var all []store.Record
	for i := range 57 { // ranks and times that repeat
		all = append(all, held(name(i), []string{"open", "done"}[i%2], day(i%5), i%3))
	}
	put(t, s, all...)
	for _, oldest := range []bool{false, true} {
		for _, states := range [][]string{nil, {"open"}} {
			whole := list(t, s, store.Filter{Oldest: oldest, States: states})
			for _, size := range []int{1, 7, 57, 100} {
				t.Run(fmt.Sprint(oldest, states, size), func(t *testing.T) {
					same(t, walk(t, s, store.Filter{Kind: "hold", Oldest: oldest, States: states, Limit: size}), whole)
				})
			}
		}
	}
}

// walk lists page by page.
func walk(t *testing.T, s store.Store, f store.Filter) (ids []string) {
	t.Helper()
	for {
		page, err := s.List(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range page {
			ids = append(ids, r.ID)
		}
		if len(page) < f.Limit || len(ids) > 1000 {
			return ids
		}
		f.After = &page[len(page)-1]
	}
}

func filters(t *testing.T, s store.Store) {
	soon, later := held("b", "done", day(1), 0), held("d", "hidden", day(3), 0)
	soon.Due, later.Due = day(10), day(20)
	put(t, s, held("a", "open", day(0), 0), soon, held("c", "open", day(2), 0), later)
	for _, test := range []struct {
		name string
		f    store.Filter
		want []string
	}{
		{"all", store.Filter{}, []string{"a", "b", "c", "d"}},
		{"one state", store.Filter{States: []string{"open"}}, []string{"a", "c"}},
		{"two states", store.Filter{States: []string{"open", "hidden"}}, []string{"a", "c", "d"}},
		{"a state that none has", store.Filter{States: []string{"nonesuch"}}, nil},
		{"another kind", store.Filter{Kind: "post"}, nil},
		{"from a moment on", store.Filter{From: day(1)}, []string{"b", "c", "d"}},
		{"a microsecond later", store.Filter{From: day(1).Add(time.Microsecond)}, []string{"c", "d"}},
		{"before a moment", store.Filter{To: day(2)}, []string{"a", "b"}},
		{"between", store.Filter{From: day(1), To: day(3)}, []string{"b", "c"}},
		{"due", store.Filter{DueBefore: day(15)}, []string{"b"}},
		{"due, but not yet", store.Filter{DueBefore: day(10)}, nil},
		{"due at all", store.Filter{DueBefore: day(1000)}, []string{"b", "d"}},
		{"due, in a state", store.Filter{DueBefore: day(1000), States: []string{"hidden"}}, []string{"d"}},
		{"at most so many", store.Filter{Limit: 3}, []string{"a", "b", "c"}},
		{"a state that looks like a statement", store.Filter{States: []string{"' OR 1=1 --"}}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.f.Oldest = true
			same(t, list(t, s, test.f), test.want)
			if test.f.Limit == 0 {
				newest := slices.Clone(test.want)
				slices.Reverse(newest)
				test.f.Oldest = false
				same(t, list(t, s, test.f), newest)
			}
		})
	}
}

func counts(t *testing.T, s store.Store) {
	post := held("p", "open", day(0), 0)
	post.Kind = "post"
	put(t, s, held("a", "open", day(0), 0), held("b", "open", day(1), 0), held("c", "done", day(2), 0), post)
	for _, test := range []struct {
		name string
		f    store.Filter
		want map[string]int
	}{
		{"all", store.Filter{Kind: "hold"}, map[string]int{"open": 2, "done": 1}},
		{"some", store.Filter{Kind: "hold", From: day(1)}, map[string]int{"open": 1, "done": 1}},
		{"one state", store.Filter{Kind: "hold", States: []string{"done"}}, map[string]int{"done": 1}},
		{"no limit holds", store.Filter{Kind: "hold", Limit: 1}, map[string]int{"open": 2, "done": 1}},
		{"of nobody", store.Filter{Kind: "hold", Owner: "ada"}, map[string]int{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := s.Count(t.Context(), test.f)
			if err != nil {
				t.Fatal(err)
			}
			same(t, got, test.want)
		})
	}
}

func some(t *testing.T, s store.Store) {
	theirs, post := held("a", "open", day(0), 0), held("c", "open", day(0), 0)
	theirs.Owner, post.Kind = "ada", "post"
	put(t, s, held("a", "open", day(3), 0), held("b", "open", day(2), 0), held("’; --", "done", day(1), 0), theirs, post)
	var many []string
	for i := range 3000 {
		many = append(many, name(i))
	}
	for _, test := range []struct {
		name        string
		owner, kind string
		ids, want   []string
	}{
		{"all", "", "hold", []string{"b", "’; --", "a"}, []string{"b", "’; --", "a"}},
		{"those that are there", "", "hold", []string{"c", "b", "d"}, []string{"b"}},
		{"of another owner", "ada", "hold", []string{"b", "a"}, []string{"a"}},
		{"of another kind", "", "post", []string{"a", "c"}, []string{"c"}},
		{"of nobody", "eve", "hold", []string{"a"}, nil},
		{"none", "", "hold", nil, nil},
		{"one among thousands", "", "hold", append(many, "a"), []string{"a"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, err := s.Some(t.Context(), test.owner, test.kind, test.ids...)
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, r := range found {
				ids = append(ids, r.ID)
				same(t, r, get(t, s, test.owner, test.kind, r.ID))
			}
			same(t, ids, test.want)
		})
	}
}
