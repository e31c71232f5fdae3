package detect

import (
	"slices"

	"bedside"
	"bedside/detect/tagger"
	"bedside/text"
)

// scan is the working state of one Detect call. Its slices are kept between calls.
type scan struct {
	d      *Detector
	doc    *text.Document
	cells  []cell
	hashes []uint32 // by token, of its word
	lines  []line   // the sentences, as ranges of cells
	raw    []found
	kept   []found
	at     []int32                  // by cell: head of the list of kept mentions that begin there, plus one
	offers []leads                  // by cell: what it offers to lead on
	past   leads                    // what the end of a sentence offers
	begun  [][]begun                // by stratum: the walks that its words begin, in the order of cells
	drops  []found                  // exceptions
	last   [bedside.FactCount]int32 // by fact: the end of the last match kept in this round
	tokens []tagger.Token           // of the sentence that is being tagged
	tagged tagger.Scratch
	tags   []tag // what the tagger found, in order
}

// cell is a token that can take part in a pattern: punctuation is skipped, so that "came in, with" still matches.
type cell struct {
	token     int32
	id, exact wordID
	sets      uint16 // as vocabulary.sets has it
}

type line struct{ first, end int32 }

// found is a match over the cells [first, end).
type found struct {
	fact       bedside.FactKind
	first, end int32
	next       int32 // the next kept mention that begins at the same cell, plus one
	general    string
	crowd      int32 // as bedside.Mention has it
}

func (s *scan) begin(d *Detector, doc *text.Document) {
	*s = scan{
		d: d, doc: doc, cells: s.cells[:0], hashes: s.hashes, lines: s.lines[:0], raw: s.raw[:0], kept: s.kept[:0], at: s.at[:0], drops: s.drops[:0], offers: s.offers[:0], begun: s.begun,
		past:   leads{kinds: leadsAny},
		tokens: s.tokens, tagged: s.tagged, tags: s.tags[:0],
	}
	s.hashWords()
	for i := range doc.Sentences {
		first := int32(len(s.cells))
		for t := doc.Sentences[i].First; t < doc.Sentences[i].Last; t++ {
			s.addCell(t)
		}
		s.lines = append(s.lines, line{first, int32(len(s.cells))})
	}
	s.at = slices.Grow(s.at, len(s.cells))[:len(s.cells)]
	clear(s.at)
}

// hashWords hashes the words of all tokens and asks for their places in the vocabulary.
func (s *scan) hashWords() {
	s.hashes = s.hashes[:0]
	for i := range s.doc.Tokens {
		s.hashes = append(s.hashes, hashWord(0, s.doc.Tokens[i].Form))
	}
	s.d.vocabulary.fetch(s.hashes)
}

func (s *scan) addCell(t int32) {
	tok := &s.doc.Tokens[t]
	c := cell{token: t}
	switch tok.Kind {
	case text.Newline:
		return
	case text.Punct:
		if !speaks(tok.Form) {
			return
		}
		c.id, c.sets = s.d.vocabulary.look(s.hashes[t], tok.Form)
		if c.id == 0 {
			return
		}
	case text.Emoji, text.Hashtag:
		c.id, c.sets = s.d.vocabulary.look(s.hashes[t], tok.Form)
		if c.id == 0 {
			return
		}
	case text.Handle: // a name somebody chose: its letters are no words of a pattern
		_, c.sets = s.d.vocabulary.look(s.hashes[t], tok.Form)
	case text.Link, text.Email: // never a word of a set
	case text.Word, text.Number:
		c.id, c.sets = s.d.vocabulary.look(s.hashes[t], tok.Form)
		if tok.Flags&(text.Capital|text.Upper) != 0 {
			c.exact = s.d.vocabulary.findExact(s.doc.Text[tok.Start:tok.End])
		}
	}
	offer := leads{kinds: leadsAny | classBits(tok)}
	offer.addWord(c.id)
	offer.addWord(c.exact)
	s.offers = append(s.offers, offer)
	s.cells = append(s.cells, c)
}

// speaks holds for the marks that stand for words. All others are skipped, in texts and in patterns.
func speaks(mark string) bool {
	switch mark {
	case "&", "+", "%", "$", "£", "€", "<", ">", "=":
		return true
	}
	return false
}

func (s *scan) token(cell int32) *text.Token { return &s.doc.Tokens[s.cells[cell].token] }

// traits is what the tables know of a cell's word.
func (s *scan) traits(l line, cell int32) trait {
	if cell < l.first || cell >= l.end {
		return 0
	}
	return s.d.vocabulary.traits[s.cells[cell].id]
}

// is reports whether a cell's word has any of the traits.
func (s *scan) is(l line, cell int32, t trait) bool { return s.traits(l, cell)&t != 0 }

// form is the folded word of a cell, or "" outside the line.
func (s *scan) form(l line, cell int32) string {
	if cell < l.first || cell >= l.end {
		return ""
	}
	return s.token(cell).Form
}

func (s *scan) found(fact bedside.FactKind, first, end int32) {
	s.raw = append(s.raw, found{fact: fact, first: first, end: end})
}
