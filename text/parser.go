package text

import "strings"

// Parser splits texts. Its zero value is ready, and it may be used by many goroutines at once if Known may be.
type Parser struct {
	// Known reports whether a folded word is in the vocabulary. Hashtags are cut, and evasive spellings undone, only
	// into known words. Nil knows nothing.
	Known func(form string) bool
}

// Parse splits a text of less than 2 GiB. Any bytes are accepted; what is not UTF-8 becomes a Punct token.
func (p *Parser) Parse(s string) *Document {
	d := new(Document)
	p.ParseInto(d, s)
	return d
}

// ParseInto is Parse into a document that is no longer needed, whose memory it uses again.
func (p *Parser) ParseInto(d *Document, s string) {
	x := splitter{known: p.Known, s: s, tokens: d.Tokens[:0]}
	if cap(x.tokens) == 0 {
		// Most tokens follow a space; marks and endings make up the rest.
		n := strings.Count(s, " ")
		x.tokens = make([]Token, 0, n+n/4+6)
	}
	x.split()
	*d = Document{Text: s, Tokens: x.tokens, Sentences: d.Sentences[:0], Quotes: d.Quotes[:0]}
	findSentences(d)
	if len(x.marks) > 0 {
		findMarked(d, x.marks)
	}
	if x.telling {
		findTold(d)
	}
	if len(d.Quotes) > 0 {
		flagQuoted(d)
	}
}

// Words returns the forms of all tokens of s but line ends, split as Parse splits with no vocabulary. Word lists are
// compiled with it, so that a pattern and a draft meet in the same spelling.
func Words(s string) []string {
	x := splitter{s: s}
	x.split()
	forms := make([]string, 0, len(x.tokens))
	for i := range x.tokens {
		if t := &x.tokens[i]; t.Kind != Newline {
			forms = append(forms, t.Form)
		}
	}
	return forms
}
