package pictures

import (
	"image"
	"slices"
	"strings"
	"unicode"

	"bedside"
)

// mention is an identifier that the engine found in what was read.
type mention struct {
	words []string // folded
	box   image.Rectangle
}

// mentions checks a draft of this one picture, and gives the identifiers that are found in its words. Nil when nothing is checked.
func (m Measure) mentions(seen *bedside.Seen) ([]mention, error) {
	if m.Check == nil {
		return nil, nil
	}
	result, err := m.Check(bedside.Draft{Media: []bedside.Media{{Seen: seen}}}.WithDefaults())
	if err != nil {
		return nil, err
	}
	words, lines := seen.Words()
	all := []mention{}
	for _, found := range result.Mentions {
		if found.Part != bedside.PartPictureText || found.Class != bedside.Identifier {
			continue
		}
		one := mention{words: folded(words[found.Start:found.End])}
		for _, l := range lines {
			if l.Start < found.End && found.Start < l.End {
				one.box = one.box.Union(rectangle(seen.Texts[l.Text].Box))
			}
		}
		all = append(all, one)
	}
	return all, nil
}

// foundIn says whether a mention lies where an identifier stands and shares a word with it, a letter more or less.
func foundIn(mentions []mention, p Planted) bool {
	return slices.ContainsFunc(mentions, func(m mention) bool { return m.of(p) })
}

// planted says whether the mention is of anything that was planted.
func (m *mention) planted(p *Picture) bool {
	return slices.ContainsFunc(p.Planted, m.of)
}

func (m *mention) of(p Planted) bool {
	there := false
	for _, b := range p.Boxes {
		there = there || b.Overlaps(m.box)
	}
	if !there {
		return false
	}
	for _, want := range folded(p.Text) {
		for _, got := range m.words {
			if want == got || len(want) >= 5 && distance(want, got) <= 1 {
				return true
			}
		}
	}
	return false
}

// wordsRead says of each word of a picture whether it was read; a word that is read once counts once.
func wordsRead(p *Picture, seen *bedside.Seen) []bool {
	read := map[string]int{}
	for _, t := range seen.Texts {
		for _, w := range folded(t.Text) {
			read[w]++
		}
	}
	var hits []bool
	for _, w := range p.Words {
		for _, part := range folded(w.Text) {
			hits = append(hits, read[part] > 0)
			read[part]--
		}
	}
	return hits
}

// folded is the words of a text in small letters. Signs inside a word belong to it, those around it do not.
func folded(text string) []string {
	var words []string
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if w != "" {
			words = append(words, w)
		}
	}
	return words
}

// distance is how many letters must be changed, added or left out.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range from {
		last := row[0]
		row[0] = i + 1
		for j := range to {
			change := last
			if from[i] != to[j] {
				change++
			}
			last = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
