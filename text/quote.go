package text

import (
	"slices"
	"unicode"
)

// quoter matches marks within each paragraph. Every mark is put on the stack and taken off it at most once.
type quoter struct {
	d      *Document
	open   []openQuote
	counts [roles]int // of each opening role on the stack
	quotes []Quote    // in the order of their Start; End is 0 while open or when dropped
}

type openQuote struct {
	as quoteRole
	at int // index into quotes
}

// findMarked finds the quotes between marks.
func findMarked(d *Document, marks []quoteMark) {
	q := quoter{d: d, quotes: d.Quotes}
	p := paragraphs{d: d}
	for _, m := range marks {
		if m.start >= p.stop {
			q.closeParagraph(p.end)
			p.reach(m.start)
		}
		q.mark(m)
	}
	q.closeParagraph(p.end)
	d.Quotes = slices.DeleteFunc(q.quotes, func(q Quote) bool { return q.End == 0 })
}

// mark opens or closes a quote, or neither.
func (q *quoter) mark(m quoteMark) {
	switch m.as {
	case opens, opensAngle:
		q.push(m)
	case shuts:
		if q.counts[opens] > 0 {
			q.pop(opens, m)
		} else {
			q.pop(straight, m) // "go home”
		}
	case shutsAngle:
		q.pop(opensAngle, m)
	case straight:
		q.straight(m)
	case single:
		q.single(m)
	case roles:
	}
}

func (q *quoter) push(m quoteMark) {
	q.open = append(q.open, openQuote{m.as, len(q.quotes)})
	q.counts[m.as]++
	q.quotes = append(q.quotes, Quote{Start: m.start, Kind: QuoteMarks})
}

// pop closes the innermost quote of a role. Those inside it that are still open are no quotes.
func (q *quoter) pop(as quoteRole, m quoteMark) {
	for q.counts[as] > 0 {
		o := q.open[len(q.open)-1]
		q.open = q.open[:len(q.open)-1]
		q.counts[o.as]--
		if o.as == as {
			q.quotes[o.at].End = m.end
			return
		}
	}
}

// straight decides what a " is by what stands around it; after a digit it may stand for inches.
func (q *quoter) straight(m quoteMark) {
	before, after := q.around(m)
	isOpen := q.counts[straight] > 0
	switch {
	case inches(q.d.Text[:m.start], isOpen):
	case isOpen && !unicode.IsSpace(before):
		q.pop(straight, m)
	case q.counts[opens] > 0 && !unicode.IsSpace(before) && !wordRune(after):
		q.pop(opens, m) // “go home"
	case !wordRune(before) && !unicode.IsSpace(after):
		if isOpen {
			q.drop(straight)
		}
		q.push(m)
	}
}

// single decides what an apostrophe is that is not inside a word: only a pair around words is a quote.
func (q *quoter) single(m quoteMark) {
	before, after := q.around(m)
	isOpen := q.counts[single] > 0
	switch {
	case isOpen && !unicode.IsSpace(before) && !wordRune(after):
		if before != 's' || !possessive(q.d.Text[m.end:]) {
			q.pop(single, m)
		}
	case !wordRune(before) && unicode.IsLetter(after) && !clipped(q.d.Text[m.end:]):
		if isOpen {
			q.drop(single)
		}
		q.push(m)
	}
}

// drop forgets the innermost open quote of a role, and what was opened inside it.
func (q *quoter) drop(as quoteRole) {
	q.pop(as, quoteMark{})
}

// closeParagraph ends what is open: a “ or « holds to the end of its paragraph, any other was no quote.
func (q *quoter) closeParagraph(end int32) {
	for _, o := range q.open {
		if o.as == opens || o.as == opensAngle {
			q.quotes[o.at].End = end
		}
		q.counts[o.as] = 0
	}
	q.open = q.open[:0]
}

// flagQuoted flags the tokens inside quotes.
func flagQuoted(d *Document) {
	k, end := 0, int32(0)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		for k < len(d.Quotes) && d.Quotes[k].Start <= t.Start {
			end = max(end, d.Quotes[k].End)
			k++
		}
		if t.End <= end {
			t.Flags |= Quoted
		}
	}
}
