package assess

import "bedside"

// index lists the facts of a case by a number that they have, in their order.
type index struct{ at, facts []int32 }

// newIndex lists facts by the number that f gives them, below n; those with a negative one are left out.
func newIndex(facts []bedside.Fact, n int, f func(*bedside.Fact) int) index {
	x := index{at: make([]int32, n+2)}
	for i := range facts {
		if k := f(&facts[i]); k >= 0 {
			x.at[k+2]++
		}
	}
	for i := 2; i < len(x.at); i++ {
		x.at[i] += x.at[i-1]
	}
	x.facts = make([]int32, x.at[n+1])
	for i := range facts {
		if k := f(&facts[i]); k >= 0 {
			x.facts[x.at[k+1]] = int32(i)
			x.at[k+1]++
		}
	}
	return x
}

func (x *index) of(k int) []int32 { return x.between(k, k+1) }

// between is the facts with the numbers [first, end).
func (x *index) between(first, end int) []int32 { return x.facts[x.at[first]:x.at[end]] }

// list makes the indexes of the asserted facts.
func (v *view) list() {
	if v.listed {
		return
	}
	v.listed = true
	v.bySentence = newIndex(v.c.Facts, len(v.sentences), func(f *bedside.Fact) int {
		if f.Stance != bedside.Asserted {
			return -1
		}
		return f.Sentence
	})
	v.byPerson = newIndex(v.c.Facts, len(v.people), func(f *bedside.Fact) int {
		if f.Stance != bedside.Asserted {
			return -1
		}
		return f.Person
	})
}
