package remedy

import (
	"slices"
	"strings"

	"bedside"
	"bedside/text"
)

// Fault is a stretch of the text where edits would leave something that nobody writes: half a sentence, a pronoun that stands
// for nobody, an open bracket.
type Fault struct {
	Start, End int
	Why        string
}

// Faults looks at what edits leave of each sentence that they touch. The edits must be sorted and must not overlap.
func (m *Mender) Faults(edits []bedside.Edit) []Fault {
	f := former{doc: m.doc, details: m.details, state: make([]state, len(m.doc.Tokens))}
	for _, e := range edits {
		f.mark(e)
	}
	for i := range m.doc.Sentences {
		f.sentence(i)
	}
	f.antecedents()
	f.pairs()
	return f.out
}

// state is what becomes of a token.
type state uint8

const (
	kept state = iota
	gone
	reworded
)

type former struct {
	doc     *text.Document
	details []Mark
	state   []state
	out     []Fault
}

func (f *former) mark(e bedside.Edit) {
	if e.Start == e.End {
		return
	}
	for k := searchToken(f.doc.Tokens, e.Start); k < len(f.doc.Tokens) && int(f.doc.Tokens[k].Start) < e.End; k++ {
		t := &f.doc.Tokens[k]
		whole := e.Start <= int(t.Start) && int(t.End) <= e.End
		switch {
		case e.Text == "" && whole:
			f.state[k] = gone
		case whole && !strings.EqualFold(e.Text, f.doc.Text[t.Start:t.End]):
			f.state[k] = reworded
		}
	}
}

func (f *former) fault(sentence int, why string) {
	s := &f.doc.Sentences[sentence]
	f.out = append(f.out, Fault{int(s.Start), int(s.End), why})
}

// words are the words of a sentence that stay, and how many there were.
func (f *former) words(sentence int) (stay []int, of int) {
	s := &f.doc.Sentences[sentence]
	for k := int(s.First); k < int(s.Last); k++ {
		if isWordLike(&f.doc.Tokens[k]) {
			of++
			if f.state[k] != gone {
				stay = append(stay, k)
			}
		}
	}
	return stay, of
}

// sentence looks at what is left of one sentence.
func (f *former) sentence(i int) {
	stay, of := f.words(i)
	if len(stay) == 0 || len(stay) == of {
		return
	}
	s := &f.doc.Sentences[i]
	toks := f.doc.Tokens
	first, last := stay[0], stay[len(stay)-1]
	switch {
	case len(stay) < 2 && of > 2:
		f.fault(i, "one word")
	case f.state[first] == kept && (!f.mayBegin(first, s) || f.torn(first, i)):
		f.fault(i, "begins with "+toks[first].Form)
	case f.state[last] == kept && hangs(toks[last].Form) && f.followedByCut(last, s):
		f.fault(i, "ends with "+toks[last].Form)
	case f.hanging(stay, s):
		f.fault(i, "hangs")
	case f.verbless(i):
		f.fault(i, "verbless")
	case f.startsLate(first, i):
		f.fault(i, "begins with the rest of a list")
	case f.introducesNothing(i):
		f.fault(i, "introduces nothing")
	}
}

// mayBegin reports whether a sentence can begin with the word at a token when the words before it go.
func (f *former) mayBegin(k int, s *text.Sentence) bool {
	if !f.cutBefore(k, s) {
		return true
	}
	w := f.doc.Tokens[k].Form
	switch roleOf(w) {
	case relative, coordinator, object:
		return false
	case verb:
		return w == "thank" || w == "thanks" || w == "please"
	case preposition:
		return w != "of" && w != "than" && w != "to" && w != "up" && w != "off"
	case adverb:
		return w != "too" && w != "back" && w != "away" && w != "out"
	case article, pronoun:
		return w != "it" && w != "that" && w != "this" && w != "its"
	case subordinate, content:
	}
	return true
}

// torn reports whether a sentence would begin with what a joining word tied to the words before it, and is no clause of its own.
func (f *former) torn(k, sentence int) bool {
	if !f.cutBefore(k, &f.doc.Sentences[sentence]) {
		return false
	}
	for _, g := range segments(f.doc, sentence) {
		if g.first <= k && k < g.last {
			return g.lead == leadAnd && !hasSubject(f.doc, g) && k <= g.first+1
		}
	}
	return false
}

func (f *former) cutBefore(k int, s *text.Sentence) bool {
	for i := int(s.First); i < k; i++ {
		if f.state[i] == gone && isWordLike(&f.doc.Tokens[i]) {
			return true
		}
	}
	return false
}

func (f *former) followedByCut(k int, s *text.Sentence) bool {
	for i := k + 1; i < int(s.Last); i++ {
		if f.state[i] == gone && isWordLike(&f.doc.Tokens[i]) {
			return true
		}
	}
	return false
}

// hanging reports whether only an introduction is left: "When I left", "On the way home".
func (f *former) hanging(stay []int, s *text.Sentence) bool {
	first := f.doc.Tokens[stay[0]].Form
	switch roleOf(first) {
	case subordinate, preposition:
	default:
		return false
	}
	if !f.followedByCut(stay[len(stay)-1], s) {
		return false
	}
	for _, k := range stay[1:] {
		if t := &f.doc.Tokens[k]; k > 0 && !t.Flags.Has(text.Glued) && f.doc.Tokens[k-1].Form == "," && f.state[k-1] != gone {
			return false // something stands behind the introduction
		}
	}
	return true
}

// verbless reports whether a group of words lost the verb that stood in the next segment.
func (f *former) verbless(i int) bool {
	segs := segments(f.doc, i)
	for k := 0; k+1 < len(segs); k++ {
		if segs[k+1].lead == leadAnd && f.stays(segs[k]) && !f.stays(segs[k+1]) && !hasVerb(f.doc, segs[k]) && hasVerb(f.doc, segs[k+1]) {
			return true
		}
	}
	return false
}

// startsLate reports whether a sentence would begin with words without a verb that were not its first, and go on.
func (f *former) startsLate(k, sentence int) bool {
	segs := segments(f.doc, sentence)
	for i, g := range segs {
		if k < g.first || k >= g.last {
			continue
		}
		if i == 0 || g.lead != leadMark || hasVerb(f.doc, g) || f.doc.Tokens[g.first].Flags.Has(text.InTag) || !partedByComma(f.doc, g.first) {
			return false
		}
		return slices.ContainsFunc(segs[i+1:], f.stays)
	}
	return false
}

func partedByComma(doc *text.Document, k int) bool {
	return k > 0 && (doc.Tokens[k-1].Form == "," || doc.Tokens[k-1].Form == "+")
}

// introducesNothing reports whether the clause that an introduction leads to went, and only what was tied to it is left.
func (f *former) introducesNothing(i int) bool {
	segs := segments(f.doc, i)
	if len(segs) < 3 || !f.stays(segs[0]) || f.stays(segs[1]) || segs[1].lead != leadMark {
		return false
	}
	switch roleOf(f.doc.Tokens[segs[0].first].Form) {
	case preposition, subordinate:
	default:
		return false
	}
	for _, g := range segs[2:] {
		if f.stays(g) {
			return g.lead == leadAnd || g.lead == leadSub || !hasVerb(f.doc, g)
		}
	}
	return true
}

func (f *former) stays(g segment) bool {
	for k := g.first; k < g.last; k++ {
		if f.state[k] != gone && isWordLike(&f.doc.Tokens[k]) {
			return true
		}
	}
	return false
}

// pairs looks for brackets and quotation marks of which one half went.
func (f *former) pairs() {
	for _, q := range f.doc.Quotes {
		if q.Kind != text.QuoteMarks {
			continue
		}
		open, shut := searchToken(f.doc.Tokens, int(q.Start)), searchToken(f.doc.Tokens, int(q.End)-1)
		if open < len(f.state) && shut < len(f.state) && (f.state[open] == gone) != (f.state[shut] == gone) {
			f.out = append(f.out, Fault{int(q.Start), int(q.End), "half a quote"})
		}
	}
	open := -1
	for k := range f.doc.Tokens {
		switch f.doc.Tokens[k].Form {
		case "(":
			open = k
		case ")":
			if open >= 0 && (f.state[open] == gone) != (f.state[k] == gone) {
				f.out = append(f.out, Fault{int(f.doc.Tokens[open].Start), int(f.doc.Tokens[k].End), "half a bracket"})
			}
			open = -1
		}
	}
}
