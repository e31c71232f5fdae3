package detect

import (
	"slices"

	"bedside/detect/tagger"
	"bedside/text"
)

// WithTagger is the same detector with a name tagger made from these weights (package tagger).
func (d *Detector) WithTagger(weights []byte) (*Detector, error) {
	m, err := tagger.Load(weights)
	if err != nil {
		return nil, err
	}
	with := *d
	with.tagger = m
	with.ready()
	return &with, nil
}

// TaggerTokens calls f with the tokens of each sentence as the tagger sees them: for training. They are valid during the call only.
func (d *Detector) TaggerTokens(doc *text.Document, f func(sentence int, tokens []tagger.Token)) {
	s := d.pool.Get().(*scan)
	defer d.pool.Put(s)
	s.begin(d, doc)
	for i, l := range s.lines {
		f(i, s.taggerTokens(i, l))
	}
}

// taggerTokens are all tokens of a sentence, with what the tables know of each word.
func (s *scan) taggerTokens(sentence int, l line) []tagger.Token {
	from := s.doc.Sentences[sentence]
	s.tokens = s.tokens[:0]
	for i := from.First; i < from.Last; i++ {
		t := &s.doc.Tokens[i]
		s.tokens = append(s.tokens, tagger.Token{Text: s.doc.Text[t.Start:t.End], Form: t.Form, Kind: t.Kind, Flags: t.Flags})
	}
	until := l.first // the end of the last place
	for c := l.first; c < l.end; c++ {
		t := &s.tokens[s.cells[c].token-from.First]
		t.Traits = taggerTrait(s.traits(l, c))
		if t.Traits == 0 && t.Flags.Has(text.InTag) && s.joinedName(t.Form) {
			t.Traits = tagger.Joined
		}
		if end, _ := s.longest(s.d.places, l, c); end > until {
			until = end
		}
		if c < until {
			t.Traits |= tagger.Place
		}
	}
	return s.tokens
}

// taggerTrait is what the tagger may know of a word: its bits are the first of ours, in the same order.
func taggerTrait(t trait) tagger.Trait {
	const shared = traitCommon | traitGiven | traitGivenPlain | traitSurname | traitSurnamePlain
	return tagger.Trait(t & shared)
}

// The lengths of the names that a tag is cut into.
const (
	shortestJoined = 3
	longestJoined  = 30
)

// joinedName reports whether a word is a given name and a family name, written together: #janealvarez.
func (s *scan) joinedName(form string) bool {
	if len(form) > longestJoined {
		return false
	}
	v := s.d.vocabulary
	for i := shortestJoined; i+shortestJoined <= len(form); i++ {
		if v.traits[v.find(form[:i])]&traitGiven != 0 && v.traits[v.find(form[i:])]&traitSurname != 0 {
			return true
		}
	}
	return false
}

// tag is a name that the tagger found, as the cells [first, end).
type tag struct {
	first, end int32
	kind       tagger.Label // BeginPerson, BeginPlace or BeginOrganisation
}

// scanTags runs the name tagger over all sentences. What it finds is no mention yet: scanners ask for it with tagOver.
func scanTags(s *scan) {
	s.tags = s.tags[:0]
	if s.d.tagger == nil {
		return
	}
	bias := s.nameBias()
	for i, l := range s.lines {
		if l.first == l.end {
			continue
		}
		first := s.doc.Sentences[i].First
		c := l.first
		for _, x := range s.d.tagger.Tag(s.taggerTokens(i, l), bias, &s.tagged) {
			for c < l.end && s.cells[c].token < first+int32(x.First) {
				c++
			}
			from := c
			for c < l.end && s.cells[c].token < first+int32(x.Last) {
				c++
			}
			if c > from {
				s.tags = append(s.tags, tag{from, c, x.Kind})
			}
		}
	}
}

// The bias towards people's names: none in an ordinary post, some where a post speaks of care. Scores are in units of 1/42.
const (
	calm  tagger.Bias = 0
	alert tagger.Bias = 42
)

// nameBias is higher where a post has a word for a patient or a ward: there a name missed costs more than one too many.
func (s *scan) nameBias() tagger.Bias {
	for i := range s.cells {
		if t := s.token(int32(i)); t.Kind == text.Word && s.inAt(int32(i), setOfCare) {
			return alert
		}
	}
	return calm
}

// tagOver returns the tag that covers a cell, or one of no cells.
func (s *scan) tagOver(i int32) tag {
	at, _ := slices.BinarySearchFunc(s.tags, i+1, func(t tag, i int32) int { return int(t.first - i) })
	if at == 0 || s.tags[at-1].end <= i {
		return tag{}
	}
	return s.tags[at-1]
}
