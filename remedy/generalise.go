package remedy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bedside"
	"bedside/text"
)

// generalise says details of people in words that fit more of them: "a 34-year-old man with Loeys-Dietz at our 200-bed hospital
// this morning" becomes "a man with a connective-tissue condition". A detail that cannot be said so without breaking its
// sentence stays: other ways are left for it. The edits are raw; Compose closes their seams.
func generalise(doc *text.Document, marks []Mark) []bedside.Edit {
	g := generaliser{doc: doc}
	for i := 0; i < len(marks); {
		end := i + 1
		if isNoun(marks[i].Kind) {
			for end < len(marks) && isNoun(marks[end].Kind) && g.adjacent(marks[end-1].End, marks[end].Start) {
				end++
			}
			g.person(marks[i:end])
		} else {
			g.detail(&marks[i])
		}
		i = end
	}
	return g.edits
}

type generaliser struct {
	doc   *text.Document
	edits []bedside.Edit
	named bool // somebody has been called "someone" already
}

// isTold holds for details of the story that have an honest general wording. Findings and words spoken have none: they stay.
func isTold(k bedside.FactKind) bool {
	switch k {
	case bedside.FactCondition, bedside.FactRareCondition:
		return true
	}
	return false
}

// adjacent reports whether only spaces, commas and hyphens lie between two places.
func (g *generaliser) adjacent(from, to int) bool {
	return from > to || strings.Trim(g.doc.Text[from:to], " ,-\u00a0") == ""
}

func (g *generaliser) tokens(start, end int) (first, last int) {
	toks := g.doc.Tokens
	first = searchToken(toks, start)
	for last = first; last < len(toks) && int(toks[last].Start) < end; last++ {
	}
	return first, last
}

// before is the token before one, in its sentence; nil at the start and behind a mark.
func (g *generaliser) before(k int) *text.Token {
	if k == 0 || g.doc.Tokens[k-1].Sentence != g.doc.Tokens[k].Sentence || !isWordLike(&g.doc.Tokens[k-1]) {
		return nil
	}
	return &g.doc.Tokens[k-1]
}

// after is the token behind the one before k, in its sentence; nil at the end and before a mark.
func (g *generaliser) after(k int) *text.Token {
	if k >= len(g.doc.Tokens) || k == 0 || g.doc.Tokens[k-1].Sentence != g.doc.Tokens[k].Sentence || !isWordLike(&g.doc.Tokens[k]) {
		return nil
	}
	return &g.doc.Tokens[k]
}

func isArticleWord(w string) bool {
	return w == "a" || w == "an" || w == "the" || w == "our" || w == "my"
}

// fromArticle moves a start back to the article before it, over at most two words between.
func (g *generaliser) fromArticle(first int) (at int, definite bool) {
	for k := first; k > first-3; k-- {
		t := g.before(k)
		if t == nil {
			return first, false
		}
		switch roleOf(t.Form) {
		case article:
			return k - 1, t.Form == "the" || t.Form == "that" || t.Form == "this"
		case content:
		default:
			return first, false
		}
	}
	return first, false
}

// detail replaces one detail by its general wording, or leaves out words of time or place.
func (g *generaliser) detail(m *Mark) {
	first, last := g.tokens(m.Start, m.End)
	switch {
	case first >= last:
	case isScene(m.Kind):
		g.scene(m, first, last)
	case m.Kind == bedside.FactRespectContempt:
		g.neutral(first, last)
	case m.Kind == bedside.FactClaimsSuperlative:
		g.modest(first, last)
	case isTold(m.Kind) && m.General != "":
		g.told(m, first, last)
	}
}

// told puts the tables' wording, which begins with its article, in place of a detail with its own.
func (g *generaliser) told(m *Mark, first, last int) {
	wording := m.General
	switch g.doc.Tokens[first].Form {
	case "one", "two", "no", "three":
		return // counted, or not there
	}
	if t := g.after(last); t != nil && t.Kind == text.Word && roleOf(t.Form) == content && t.Form != "'s" {
		return // the detail only describes the next word
	}
	bare := strings.TrimPrefix(strings.TrimPrefix(wording, "a "), "an ")
	start := first
	switch t := g.before(first); {
	case t == nil:
	case t.Kind == text.Number:
		return
	case isPossessive(t.Form):
		wording = bare
	case roleOf(t.Form) == article:
		start--
	case roleOf(t.Form) == content:
		if at, _ := g.fromArticle(first); at < first {
			wording = bare
		} else {
			return
		}
	}
	g.replace(start, last, wording)
}

func (g *generaliser) out(first, last int) {
	if first < last {
		g.edits = append(g.edits, bedside.Edit{Start: int(g.doc.Tokens[first].Start), End: int(g.doc.Tokens[last-1].End)})
	}
}

func (g *generaliser) replace(first, last int, word string) {
	toks := g.doc.Tokens
	start, end := int(toks[first].Start), int(toks[last-1].End)
	if toks[first].Flags.Has(text.SentenceStart) && startsUpper(g.doc.Text[start:]) {
		word = capitalised(word)
	}
	if word != g.doc.Text[start:end] { // else it is as general as it gets
		g.edits = append(g.edits, bedside.Edit{Start: start, End: end, Text: word})
	}
}

func capitalised(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

func isPossessive(w string) bool {
	switch w {
	case "her", "his", "their", "my", "our", "your":
		return true
	}
	return false
}
