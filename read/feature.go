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
	// Shown holds for words that were seen in a picture.
	Shown bool
	// Mentions are what the first tier found in it, in the order of their words.
	Mentions []bedside.Mention
}

// Seen is what the reader looks at: the words, and what the first tier knows of the draft and its people.
type Seen struct {
	Passages []Passage
	Facts    []bedside.Fact
	Subjects []bedside.Subject // by person
}

// longest is how many words a run may have: in the text, and in the parts around it.
const longestInText, longestElsewhere = 3, 2

// Features lists what a draft shows, runs of words and facts, as hashes. One that occurs twice is listed twice.
func Features(s *Seen) []uint64 { return appendFeatures(nil, s, &scratch{}) }

func appendFeatures(out []uint64, s *Seen, c *scratch) []uint64 {
	for i := range s.Passages {
		out = appendRuns(out, &s.Passages[i], c)
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
		out = append(out, finish(h))
		if f.Person >= 0 && f.Person < len(s.Subjects) {
			out = append(out, finish(mixString(h, string(s.Subjects[f.Person]))))
		}
	}
	return out
}

func appendRuns(out []uint64, p *Passage, c *scratch) []uint64 {
	longest, seed := longestElsewhere, mixString(offset, string(p.Part))
	if p.Part == bedside.PartText {
		longest = longestInText
	}
	// The last words seen, newest first, hidden ones and line ends left out.
	var words [longestInText]uint64
	c.visible = p.appendVisible(c.visible[:0])
	for seen, t := range c.visible {
		words[2], words[1] = words[1], words[0]
		words[0] = wordHash(&p.Doc.Tokens[t])
		for n := 1; n <= longest && n <= seen+1; n++ {
			h := seed
			for k := n - 1; k >= 0; k-- {
				h = mix(h, words[k])
			}
			out = append(out, finish(h))
		}
	}
	return out
}

// appendVisible lists the tokens that the heads read: no line ends, no identifiers, so that adding one changes no score, and no sentence
// that holds nothing but these and marks, whether or not there is an identifier anywhere.
func (p *Passage) appendVisible(out []int32) []int32 {
	hidden := p.identifiers()
	for i := range p.Doc.Sentences {
		s := &p.Doc.Sentences[i]
		start, words := len(out), 0
		for t := s.First; t < s.Last; t++ {
			k := p.Doc.Tokens[t].Kind
			if k == text.Newline || (hidden != nil && hidden[t]) {
				continue
			}
			if k != text.Punct {
				words++
			}
			out = append(out, t)
		}
		if words == 0 {
			out = out[:start]
		}
	}
	return out
}

// identifiers marks the tokens that are part of one; nil when there are none.
func (p *Passage) identifiers() []bool {
	var out []bool
	for i := range p.Mentions {
		m := &p.Mentions[i]
		if m.Kind.Info().Class != bedside.Identifier {
			continue
		}
		if out == nil {
			out = make([]bool, len(p.Doc.Tokens))
		}
		for t := m.First; t < m.Last; t++ {
			out[t] = true
		}
	}
	return out
}
