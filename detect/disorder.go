package detect

import (
	"bedside"
	"bedside/text"
)

// longestDisorder is how many words of a name of a rare disorder are looked at.
const longestDisorder = 7

// rareWording says a rare disorder of more people. Together these disorders are common: no single one is told by it.
const rareWording = "a rare condition"

// newDisorders reads disorders.txt. The class of a phrase is its rarity.
func newDisorders(b []byte) *gazetteer {
	classes := map[uint32]townClass{}
	rows(b, func(cols []string) {
		words := patternWords(cols[0])
		if len(words) == 0 || len(words) > longestDisorder || len(cols) < 2 {
			return
		}
		classes[hashWords(words)] = townClass(atoi(cols[1]) & 3)
	})
	return gazetteerOf(classes)
}

// scanDisorders finds rare disorders by their full names. They begin with a word that is not among the common ones, which
// spares nearly all of a text the look-up.
func scanDisorders(s *scan) {
	if len(s.d.disorders.keys) == 0 {
		return
	}
	for _, l := range s.lines {
		for i := l.first; i < l.end; {
			end, rarity := s.disorder(l, i)
			if end > 0 {
				s.raw = append(s.raw, found{
					fact: bedside.FactRareCondition, first: i, end: end, general: rareWording, crowd: [...]int32{10, 100, 1_000, 0}[rarity],
				})
			}
			i = max(i+1, end)
		}
	}
}

func (s *scan) disorder(l line, i int32) (after int32, rarity townClass) {
	if t := s.token(i); t.Kind == text.Word && (s.is(l, i, traitCommon) || t.End-t.Start < 4) {
		return 0, 0
	}
	h := hashStart
	for k := i; k < min(l.end, i+longestDisorder); k++ {
		h = hashString(hashString(h, s.form(l, k)), " ")
		if c, ok := s.d.disorders.find(h &^ 3); ok {
			after, rarity = k+1, c
		}
	}
	return after, rarity
}
