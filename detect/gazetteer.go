package detect

import (
	"slices"
	"strings"

	"bedside/text"
)

// gazetteer is a large set of phrases of which only a number is kept: a hash of the words, its two lowest bits the class.
// Two phrases out of a hundred million share one by chance. It names nothing and takes four bytes a phrase.
type gazetteer struct{ keys []uint32 }

// townClass says how large a place of a gazetteer is, or that it is no place smaller than a state.
type townClass uint8

const (
	classVillage townClass = iota // 1,000 people and more; or a name that is also a word or anybody's
	classTown                     // 15,000
	classCity                     // 100,000
	classRegion                   // a state, a country: no identifier
)

// longestTown is how many words the longest phrase of a gazetteer has.
const longestTown = 5

// newTowns reads towns.txt and regions.txt.
func newTowns(towns, regions []byte) *gazetteer {
	classes := map[uint32]townClass{}
	add := func(name string, c townClass) {
		if words := patternWords(name); len(words) > 0 && len(words) <= longestTown {
			h := hashWords(words)
			if known, ok := classes[h]; !ok || c > known {
				classes[h] = c
			}
		}
	}
	rows(towns, func(cols []string) {
		switch {
		case cols[len(cols)-1] == "w" || len(cols) < 2:
			add(cols[0], classVillage)
		case cols[1] == "c":
			add(cols[0], classCity)
		case cols[1] == "t":
			add(cols[0], classTown)
		default:
			add(cols[0], classVillage)
		}
	})
	rows(regions, func(cols []string) {
		add(cols[0], classRegion)
		if len(cols) > 1 {
			for short := range strings.SplitSeq(cols[1], ",") {
				add(short, classRegion)
			}
		}
	})
	return gazetteerOf(classes)
}

func gazetteerOf(classes map[uint32]townClass) *gazetteer {
	g := &gazetteer{keys: make([]uint32, 0, len(classes))}
	for h, c := range classes {
		g.keys = append(g.keys, h|uint32(c))
	}
	slices.Sort(g.keys)
	return g
}

func hashWords(words []string) uint32 {
	h := hashStart
	for _, w := range words {
		h = hashString(hashString(h, w), " ")
	}
	return h &^ 3
}

// find returns the class of a phrase, given the hash of its words.
func (g *gazetteer) find(h uint32) (townClass, bool) {
	i, _ := slices.BinarySearch(g.keys, h)
	if i < len(g.keys) && g.keys[i]&^3 == h {
		return townClass(g.keys[i] & 3), true
	}
	return 0, false
}

// town returns the end of the longest phrase of the gazetteer that begins at a cell, or 0. Every word of it but small ones
// has a capital, and no mark parts them.
func (s *scan) town(l line, i int32) (after int32, best townClass) {
	if len(s.d.towns.keys) == 0 || !s.capital(l, i) {
		return 0, 0
	}
	h := hashStart
	for k := i; k < min(l.end, i+longestTown) && s.token(k).Kind == text.Word && (k == i || s.joined(l, k)); k++ {
		h = hashString(hashString(h, s.form(l, k)), " ")
		if !s.capital(l, k) {
			continue
		}
		if c, ok := s.d.towns.find(h &^ 3); ok {
			after, best = k+1, c
		}
	}
	return after, best
}

// joined reports whether a cell goes on with what the one before it began: nothing but a space, a hyphen, an apostrophe, an
// ampersand or the full stop of an abbreviation stands between.
func (s *scan) joined(l line, i int32) bool {
	if i <= l.first || i >= l.end {
		return false
	}
	switch s.doc.Text[s.token(i-1).End:s.token(i).Start] {
	case "", " ", "-", "‑", "'", "’", ".", ". ", "' ", "’ ", " & ", "&":
		return true
	}
	return false
}
