package read

import (
	"bedside"
	"bedside/text"
)

// Passage is one part of a draft.
type Passage struct {
	Part  bedside.PartKind
	Index int
	Doc   *text.Document
	// FirstSentence numbers the passage's first sentence within the draft, -1 when the judgement does not number its sentences.
	FirstSentence int
	// Hidden are tokens that the reader must not see: identifiers, so that adding one changes no score. Last is excluded.
	Hidden []Range
}

// Range is a run of tokens, Last excluded.
type Range struct{ First, Last int }

// Seen is what the reader looks at: the words, and what the first tier knows of the draft and its people.
type Seen struct {
	Passages []Passage
	Facts    []bedside.Fact
	Subjects []bedside.Subject // by person
}

// Feature is a run of words or a fact, as a number, with the tokens that it came from; a fact of the draft has none.
type Feature struct {
	Hash                 uint64
	Passage, First, Last int32
}

// longest is how many words a run may have: in the text, and in the parts around it.
const longestInText, longestElsewhere = 3, 2

// Features lists what a draft shows, in the order of its words. One that occurs twice is listed twice.
func Features(s *Seen) []Feature { return appendFeatures(nil, s, &scratch{}) }

func appendFeatures(out []Feature, s *Seen, c *scratch) []Feature {
	for i := range s.Passages {
		out = appendRuns(out, &s.Passages[i], int32(i), c)
	}
	for i := range s.Facts {
		f := &s.Facts[i]
		if f.Stance != bedside.Asserted {
			continue
		}
		if f.Kind.Info().Class == bedside.Identifier {
			continue
		}
		h := mix(offset+2, nameHash[f.Kind])
		out = append(out, Feature{Hash: finish(h), Passage: -1})
		if f.Person >= 0 && f.Person < len(s.Subjects) {
			out = append(out, Feature{Hash: finish(mixString(h, string(s.Subjects[f.Person]))), Passage: -1})
		}
	}
	return out
}

func appendRuns(out []Feature, p *Passage, number int32, c *scratch) []Feature {
	longest, seed := longestElsewhere, mixString(offset, string(p.Part))
	if p.Part == bedside.PartText {
		longest = longestInText
	}
	// The last words seen, newest first, hidden ones and line ends left out.
	var words [longestInText]struct {
		hash  uint64
		token int32
	}
	seen := 0
	c.visible = p.appendVisible(c.visible[:0])
	for _, t := range c.visible {
		words[2], words[1] = words[1], words[0]
		words[0].hash, words[0].token = wordHash(&p.Doc.Tokens[t]), t
		seen++
		for n := 1; n <= longest && n <= seen; n++ {
			h := seed
			for k := n - 1; k >= 0; k-- {
				h = mix(h, words[k].hash)
			}
			out = append(out, Feature{finish(h), number, words[n-1].token, t + 1})
		}
	}
	return out
}

// appendVisible lists the tokens that are read: no line ends, no identifiers, and no sentence that holds nothing but these and marks.
func (p *Passage) appendVisible(out []int32) []int32 {
	hidden := p.Hidden
	for i := range p.Doc.Sentences {
		s := &p.Doc.Sentences[i]
		start, words := len(out), 0
		for t := s.First; t < s.Last; t++ {
			for len(hidden) > 0 && hidden[0].Last <= int(t) {
				hidden = hidden[1:]
			}
			k := p.Doc.Tokens[t].Kind
			if k == text.Newline || (len(hidden) > 0 && hidden[0].First <= int(t)) {
				continue
			}
			if k != text.Punct {
				words++
			}
			out = append(out, t)
		}
		if words == 0 && len(p.Hidden) > 0 {
			out = out[:start]
		}
	}
	return out
}
