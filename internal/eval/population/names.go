package population

import (
	"bytes"
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"

	"bedside/census"
	"bedside/text"
)

// names are the given names and surnames that people bear, by how common they are.
type names struct {
	given, surnames []string // from 1
	bySex           [2][4]wheel
	family          wheel
}

// wheel draws places in a list by weight; what is left of a billion draws 0.
type wheel struct {
	upTo []int
}

func (w *wheel) add(weight int) {
	last := 0
	if n := len(w.upTo); n > 0 {
		last = w.upTo[n-1]
	}
	w.upTo = append(w.upTo, last+weight)
}

func (w *wheel) draw(r *rand.Rand) uint16 {
	x := r.IntN(census.Billion)
	i, _ := slices.BinarySearch(w.upTo, x+1)
	if i == len(w.upTo) {
		return 0
	}
	return uint16(i + 1)
}

const (
	mostGiven    = 400
	mostSurnames = 4000
)

// newNames takes the commonest names of the word lists, weighed by the census.
func newNames(t *census.Table, files map[string][]byte) *names {
	n := &names{given: []string{""}, surnames: []string{""}}
	for _, w := range commonest(files["given_names.txt"], mostGiven, func(w string) int { s, _ := t.Given(w, census.Any, census.AllAges); return s }) {
		n.given = append(n.given, w)
		for sex := range 2 {
			for c := range 4 {
				share, _ := t.Given(w, census.Male+census.Sex(sex), census.Under20+census.Cohort(c))
				n.bySex[sex][c].add(share)
			}
		}
	}
	for _, w := range commonest(files["surnames.txt"], mostSurnames, func(w string) int { s, _ := t.Surname(w); return s }) {
		n.surnames = append(n.surnames, w)
		share, _ := t.Surname(w)
		n.family.add(share)
	}
	return n
}

func commonest(list []byte, most int, share func(string) int) []string {
	var out []string
	for line := range bytes.Lines(list) {
		w, odd, _ := strings.Cut(strings.TrimSpace(string(line)), "\t")
		if w != "" && w[0] != '#' && odd == "" && text.Fold(w) == w && share(w) > 0 {
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(share(b), share(a)) })
	return out[:min(most, len(out))]
}

func (n *names) givenOf(sex, age int, r *rand.Rand) uint16 {
	return n.bySex[sex][min(age/20, 3)].draw(r)
}

func (n *names) surname(r *rand.Rand) uint16 { return n.family.draw(r) }

func capital(w string) string {
	if w == "" {
		return ""
	}
	return strings.ToUpper(w[:1]) + w[1:]
}
