package remedy

import (
	"bedside/text"
)

// lead says what parts a segment from the one before it.
type lead uint8

const (
	leadStart lead = iota // the sentence begins
	leadMark              // a comma, dash, bar or emoji
	leadAnd               // a joining word
	leadSub               // because, when, who: it leans on what stands before it
	leadParen             // a bracket: it can always go
)

// segment is a run of tokens [first, last) of one sentence that may go without breaking it.
type segment struct {
	first, last int
	lead        lead
}

// segments parts a sentence at its marks and joining words. Marks themselves belong to no segment, joining words to the one they begin.
func segments(doc *text.Document, sentence int) []segment {
	s := &doc.Sentences[sentence]
	b := segmenter{doc: doc, next: leadStart, open: -1}
	for k := int(s.First); k < int(s.Last); k++ {
		b.token(k)
	}
	b.close(int(s.Last))
	return b.out
}

type segmenter struct {
	doc   *text.Document
	out   []segment
	open  int // first token of the segment that is being read, -1 none
	next  lead
	paren int
}

func (b *segmenter) close(at int) {
	if b.open >= 0 && at > b.open {
		b.out = append(b.out, segment{b.open, at, b.next})
	}
	b.open = -1
}

func (b *segmenter) token(k int) {
	t := &b.doc.Tokens[k]
	switch {
	case t.Kind == text.Newline, t.Kind == text.Emoji, t.Kind == text.Punct && parts(b.doc, k):
		b.close(k)
		b.next = leadMark
		b.bracket(t)
	case t.Kind == text.Punct:
	case t.Flags.Has(text.InTag):
		if !t.Flags.Has(text.Glued) || !b.afterTag(k) || b.doc.Tokens[k-1].End != t.Start {
			b.close(k)
			b.next = leadMark
		}
		b.begin(k, b.next)
	case b.paren == 0 && b.open >= 0 && joins(b.doc, k):
		b.close(k)
		if roleOf(t.Form) == coordinator {
			b.begin(k, leadAnd)
		} else {
			b.begin(k, leadSub)
		}
	default:
		if b.afterTag(k) {
			b.close(k)
			b.next = leadMark
		}
		b.begin(k, b.next)
	}
}

func (b *segmenter) afterTag(k int) bool { return k > 0 && b.doc.Tokens[k-1].Flags.Has(text.InTag) }

func (b *segmenter) begin(k int, l lead) {
	if b.open < 0 {
		if b.paren > 0 {
			l = leadParen
		}
		b.open, b.next = k, l
	}
}

func (b *segmenter) bracket(t *text.Token) {
	switch t.Form {
	case "(", "[":
		b.paren++
	case ")", "]":
		b.paren = max(0, b.paren-1)
	}
}

// parts reports whether a mark parts segments: a hyphen or a slash inside words does not.
func parts(doc *text.Document, k int) bool {
	t := &doc.Tokens[k]
	switch t.Form {
	case ",", ";", ":", "(", ")", "[", "]", "|", "•", "·", "…", "—", "–", "?", "!", ".", "→":
		return true
	case "+", "=", "*", ">":
		return !t.Flags.Has(text.Glued)
	case "-":
		return doc.Text[t.Start] != '-' || t.End-t.Start > 1 || !t.Flags.Has(text.Glued) && k+1 < len(doc.Tokens) && !doc.Tokens[k+1].Flags.Has(text.Glued)
	}
	return false
}

// joins reports whether a word begins a clause of its own: a joining word that does not stand inside a group of words.
func joins(doc *text.Document, k int) bool {
	w := doc.Tokens[k].Form
	switch roleOf(w) {
	case coordinator:
		return w != "or" && w != "yet" && (w != "so" || startsClause(doc, k+1)) && (w != "then" || startsClause(doc, k+1)) && !amongNumbers(doc, k)
	case subordinate:
		switch w {
		case "as", "what", "how", "where", "why", "whether", "even", "except":
			return false // too often inside a group of words
		}
		return !governed(doc, k)
	case relative:
		return !governed(doc, k)
	default:
		return false
	}
}

// governed reports whether the word before wants what follows: "just before", "for who", "the day after".
func governed(doc *text.Document, k int) bool {
	if k == 0 {
		return true
	}
	before := doc.Tokens[k-1].Form
	if wantsClause(before) || k > 1 && (roleOf(before) == object || before == "you" || before == "it") && wantsClause(doc.Tokens[k-2].Form) {
		return true
	}
	switch roleOf(doc.Tokens[k-1].Form) {
	case preposition, article, coordinator, subordinate:
		return true
	default:
		return false
	}
}

func startsClause(doc *text.Document, k int) bool {
	return k < len(doc.Tokens) && (isSubject(doc.Tokens[k].Form) || doc.Tokens[k].Flags.Has(text.Capital))
}

func amongNumbers(doc *text.Document, k int) bool {
	return k > 0 && k+1 < len(doc.Tokens) && doc.Tokens[k-1].Kind == text.Number && doc.Tokens[k+1].Kind == text.Number
}
