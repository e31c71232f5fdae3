package remedy

import (
	"bedside"
	"bedside/text"
)

// Place is a stretch of a text that has to change, with the ways of changing it.
type Place struct {
	Start, End int
	Words      int   // of the stretch itself
	Ways       []Way // from the one that takes least away to the one that takes most
	Detail     bool  // it is a detail of a person
	Firm       bool  // it leads straight to somebody, or says when: it never stays as it is
}

// Way is one way of changing a place. Its edits are not yet put in order with those of other places: see Compose.
type Way struct {
	Edits []bedside.Edit
	Cost  int // words that it takes away
}

// Mender knows one text and what was found in it.
type Mender struct {
	doc     *text.Document
	details []Mark // everything told of people, in order of place
}

// NewMender looks at a parsed text. The details are what was found of people in it, in order of place.
func NewMender(doc *text.Document, details []Mark) *Mender {
	return &Mender{doc: doc, details: details}
}

// Place tells how a marked stretch can change: said of more people; without the sentence. Cuts inside a sentence were tried: a
// strict reader found three of four unnatural (docs/adr/0013-rewrites.md).
func (m *Mender) Place(mark Mark) Place {
	p := Place{Start: mark.Start, End: mark.End, Detail: mark.Kind != bedside.FactNone, Firm: isTime(mark.Kind) || mark.Kind.Info().Class == bedside.Identifier}
	first, last := m.tokens(mark.Start, mark.End)
	if first >= last || mark.Kind == bedside.FactNone && !m.says(first, last) {
		return p
	}
	for k := first; k < last; k++ {
		if isWordLike(&m.doc.Tokens[k]) {
			p.Words++
		}
	}
	if mark.Title {
		p.add(Way{Edits: untitled(m.doc, first, last), Cost: 1})
	} else {
		m.addGeneral(&p, mark)
	}
	m.addSentences(&p, first, last)
	return p
}

// says reports whether some tokens say anything: "of the" does not.
func (m *Mender) says(first, last int) bool {
	for k := first; k < last; k++ {
		t := &m.doc.Tokens[k]
		if r := roleOf(t.Form); isWordLike(t) && (t.Kind != text.Word || r == content || r == verb || r == relative || r == object) {
			return true
		}
	}
	return false
}

// Kept counts the words outside some marks, and how many of them stay under edits that are in order.
func (m *Mender) Kept(edits []bedside.Edit, marks []Mark) (stay, of int) {
	marked, lost := make([]bool, len(m.doc.Tokens)), make([]bool, len(m.doc.Tokens))
	for _, k := range marks {
		m.fill(marked, k.Start, k.End)
	}
	for _, e := range edits {
		m.fill(lost, e.Start, e.End)
	}
	for k := range m.doc.Tokens {
		if isWordLike(&m.doc.Tokens[k]) && !marked[k] {
			of++
			if !lost[k] {
				stay++
			}
		}
	}
	return stay, of
}

func (m *Mender) fill(at []bool, start, end int) {
	first, last := m.tokens(start, end)
	for k := first; k < last; k++ {
		at[k] = true
	}
}

// tokens are those that a stretch touches.
func (m *Mender) tokens(start, end int) (first, last int) {
	toks := m.doc.Tokens
	first = searchToken(toks, start)
	for last = first; last < len(toks) && int(toks[last].Start) < end; last++ {
	}
	return first, last
}

// searchToken finds the first token that ends behind a place.
func searchToken(toks []text.Token, at int) int {
	low, high := 0, len(toks)
	for low < high {
		if mid := (low + high) / 2; int(toks[mid].End) <= at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// add appends a way that takes more away than the ones before it, or changes something else.
func (p *Place) add(w Way) {
	if len(w.Edits) == 0 {
		return
	}
	if n := len(p.Ways); n > 0 && sameEdits(p.Ways[n-1].Edits, w.Edits) {
		return
	} else if n > 0 && w.Cost == p.Ways[n-1].Cost && p.Ways[n-1].Edits[0].Text == "" {
		p.Ways[n-1] = w // the same words, with their marks
		return
	}
	p.Ways = append(p.Ways, w)
}

func sameEdits(a, b []bedside.Edit) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// addGeneral offers words that fit more people for the details that lie in a mark.
func (m *Mender) addGeneral(p *Place, mark Mark) {
	var inside []Mark
	if mark.Kind != bedside.FactNone {
		inside = append(inside, mark)
	}
	for _, d := range m.details {
		if isOfPeople(d.Kind) && !mark.People && mark.Kind == bedside.FactNone {
			continue
		}
		if d.Start < mark.End && d.End > mark.Start && d != mark {
			inside = append(inside, d)
		}
	}
	if len(inside) == 0 {
		return
	}
	w := Way{Edits: generalise(m.doc, inside)}
	for _, e := range w.Edits {
		first, last := m.tokens(e.Start, e.End)
		w.Cost += last - first
	}
	p.add(w)
}

// isOfPeople holds for details of somebody, as against words that are wrong whoever they are about.
func isOfPeople(k bedside.FactKind) bool {
	return k != bedside.FactRespectContempt && k != bedside.FactClaimsSuperlative
}

// cut is the way that takes out the tokens [first, last).
func (m *Mender) cut(first, last int) Way {
	if first >= last {
		return Way{}
	}
	first, last = m.wholeTags(first, last)
	start := int(m.doc.Tokens[first].Start)
	if m.doc.Tokens[first].Flags.Has(text.InTag) && start > 0 && m.doc.Text[start-1] == '#' {
		start--
	}
	w := Way{Edits: []bedside.Edit{{Start: start, End: int(m.doc.Tokens[last-1].End)}}}
	for k := first; k < last; k++ {
		if isWordLike(&m.doc.Tokens[k]) {
			w.Cost++
		}
	}
	return w
}

// wholeTags draws a range of tokens out over the hashtags that it cuts.
func (m *Mender) wholeTags(first, last int) (int, int) {
	toks := m.doc.Tokens
	inside := func(k int) bool {
		return k > 0 && k < len(toks) && toks[k].Flags.Has(text.InTag|text.Glued) && toks[k-1].Flags.Has(text.InTag) && toks[k].Start == toks[k-1].End
	}
	for inside(first) {
		first--
	}
	for inside(last) {
		last++
	}
	return first, last
}

// tiesMore reports whether a joining word ties more of the same to what stands before it: "a tutu and tap shoes".
func tiesMore(doc *text.Document, k int) bool {
	switch doc.Tokens[k].Form {
	case "and", "or", "&", "+":
		return k+1 < len(doc.Tokens) && !isSubject(doc.Tokens[k+1].Form) && roleOf(doc.Tokens[k+1].Form) != verb
	}
	return false
}

// hasSubject reports whether a segment that begins with a joining word is a clause of its own: "and she sang", "but nurses know".
func hasSubject(doc *text.Document, g segment) bool {
	k := g.first
	for k < g.last && roleOf(doc.Tokens[k].Form) == coordinator {
		k++
	}
	if k >= g.last || !hasVerb(doc, segment{k + 1, g.last, g.lead}) {
		return false
	}
	switch roleOf(doc.Tokens[k].Form) {
	case pronoun, article:
		return true
	case content:
		return k+1 < g.last && roleOf(doc.Tokens[k+1].Form) != article && roleOf(doc.Tokens[k+1].Form) != pronoun && roleOf(doc.Tokens[k+1].Form) != object
	default:
		return false
	}
}

func hasVerb(doc *text.Document, g segment) bool {
	for k := g.first; k < g.last; k++ {
		if roleOf(doc.Tokens[k].Form) == verb {
			return true
		}
	}
	return false
}

// addSentences offers to take out the whole sentences that a mark touches.
func (m *Mender) addSentences(p *Place, first, last int) {
	from, to := m.doc.Tokens[first].Sentence, m.doc.Tokens[last-1].Sentence
	a, b := int(m.doc.Sentences[from].First), int(m.doc.Sentences[to].Last)
	for b > a && m.doc.Tokens[b-1].Kind == text.Newline {
		b--
	}
	p.add(m.cut(a, b))
}
