package remedy

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"bedside"
	"bedside/text"
)

// Compose puts edits of several places in order and closes what they leave open: marks that part nothing, joining words that
// join nothing, small letters where a sentence begins, "a" before a vowel. What is left out swallows what is reworded in it.
func Compose(doc *text.Document, edits []bedside.Edit) []bedside.Edit {
	c := composer{doc: doc, edits: swallowed(doc.Text, edits)}
	c.gone = make([]bool, len(doc.Tokens))
	for _, e := range c.edits {
		if e.Text == "" {
			c.remove(e.Start, e.End)
		}
	}
	out := make([]bedside.Edit, 0, len(c.edits)+2)
	for i := range c.edits {
		if e := c.edits[i]; e.Text == "" {
			out = append(out, c.closed(e)...)
		}
	}
	for _, e := range c.edits {
		if e.Text != "" {
			out = append(out, e)
		}
	}
	return agreed(doc.Text, snapped(doc.Text, Join(swallowed(doc.Text, out))))
}

type composer struct {
	doc   *text.Document
	edits []bedside.Edit
	gone  []bool // by token
}

// swallowed sorts edits, joins what is left out side by side, and drops rewordings inside what is left out.
func swallowed(s string, edits []bedside.Edit) []bedside.Edit {
	var cuts, rest []bedside.Edit
	for _, e := range edits {
		if e.Text == "" {
			cuts = append(cuts, e)
		} else {
			rest = append(rest, e)
		}
	}
	sort.SliceStable(cuts, func(i, j int) bool { return cuts[i].Start < cuts[j].Start })
	joined := cuts[:0]
	for _, e := range cuts {
		if n := len(joined) - 1; n >= 0 && (e.Start <= joined[n].End || strings.Trim(s[joined[n].End:e.Start], " ,;-–—") == "" && !strings.Contains(s[joined[n].End:e.Start], "\n")) {
			joined[n].End = max(joined[n].End, e.End)
			continue
		}
		joined = append(joined, e)
	}
	out := slices.Clone(joined)
	for _, e := range rest {
		near := touching(joined, e)
		if !slices.ContainsFunc(near, func(c bedside.Edit) bool {
			return c.Start <= e.Start && e.End <= c.End && (e.Start < e.End || c.Start < e.Start && e.End < c.End)
		}) {
			out = append(out, clipped(e, near))
		}
	}
	return Join(slices.DeleteFunc(out, func(e bedside.Edit) bool { return e.Start == e.End && e.Text == "" }))
}

// touching is those of some cuts, sorted and apart from each other, that touch a stretch.
func touching(cuts []bedside.Edit, e bedside.Edit) []bedside.Edit {
	first := sort.Search(len(cuts), func(i int) bool { return cuts[i].End >= e.Start })
	end := first
	for end < len(cuts) && cuts[end].Start <= e.End {
		end++
	}
	return cuts[first:end]
}

// clipped draws a rewording back to where nothing is left out.
func clipped(e bedside.Edit, cuts []bedside.Edit) bedside.Edit {
	for _, c := range cuts {
		if c.Start < e.End && c.End > e.End {
			e.End = max(e.Start, c.Start)
		}
		if c.End > e.Start && c.Start < e.Start {
			e.Start = min(e.End, c.End)
		}
	}
	return e
}

func (c *composer) remove(start, end int) {
	for k := searchToken(c.doc.Tokens, start); k < len(c.doc.Tokens) && int(c.doc.Tokens[k].Start) < end; k++ {
		c.gone[k] = true
	}
}

// sentenceAt is the number of the sentence that holds a byte, or the next one.
func (c *composer) sentenceAt(at int) int {
	ss := c.doc.Sentences
	return min(len(ss)-1, sort.Search(len(ss), func(i int) bool { return int(ss[i].End) > at }))
}

// closed draws what is left out over the marks and spaces that would be left hanging, and gives a new start its capital.
func (c *composer) closed(e bedside.Edit) []bedside.Edit {
	from, to := c.sentenceAt(e.Start), c.sentenceAt(max(e.Start, e.End-1))
	first, last := &c.doc.Sentences[from], &c.doc.Sentences[to]
	headless, tailless := !c.keeps(int(first.First), e.Start, true), !c.keeps(int(last.Last)-1, e.End, false)
	switch {
	case headless && tailless:
		return []bedside.Edit{c.wholeSentences(e, first, last)}
	case headless:
		return c.newStart(e, first)
	case tailless:
		return []bedside.Edit{c.newEnd(e)}
	default:
		return []bedside.Edit{c.middle(e)}
	}
}

// keeps reports whether a word of the sentence stays between a token and a byte: before it, or behind it.
func (c *composer) keeps(k, at int, before bool) bool {
	toks := c.doc.Tokens
	for k >= 0 && k < len(toks) {
		t := &toks[k]
		if before && int(t.Start) >= at || !before && int(t.End) <= at {
			return false
		}
		if isWordLike(t) && !c.gone[k] {
			return true
		}
		if before {
			k++
		} else {
			k--
		}
	}
	return false
}

func (c *composer) wholeSentences(e bedside.Edit, first, last *text.Sentence) bedside.Edit {
	s := c.doc.Text
	e.Start, e.End = min(e.Start, int(first.Start)), max(e.End, int(last.End))
	for e.End < len(s) && s[e.End] == ' ' {
		e.End++
	}
	if strings.TrimSpace(s[e.End:]) == "" {
		e.End = len(s)
	}
	alone := e.Start == 0 || s[e.Start-1] == '\n'
	if alone || e.End == len(s) {
		for e.End < len(s) && (s[e.End] == '\n' || s[e.End] == '\r') {
			e.End++
		}
	}
	if e.End == len(s) {
		for e.Start > 0 && strings.IndexByte(" \n\r\t", s[e.Start-1]) >= 0 {
			e.Start--
		}
	} else if !alone && s[e.End] == '\n' {
		for e.Start > 0 && s[e.Start-1] == ' ' {
			e.Start--
		}
	}
	return e
}

// partingMarks part clauses; at the seam of a cut they part nothing.
const partingMarks = " ,;:-–—|•·&/+\u00a0\n"

func (c *composer) newStart(e bedside.Edit, first *text.Sentence) []bedside.Edit {
	s := c.doc.Text
	e.Start = min(e.Start, max(int(first.Start), 0))
	for e.End < len(s) {
		r, size := utf8.DecodeRuneInString(s[e.End:])
		if strings.ContainsRune(partingMarks+".", r) {
			e.End += size
			continue
		}
		if w := wordAt(s, e.End); w != "" && isJoint(w) && e.End+len(w) < len(s) && s[e.End+len(w)] == ' ' {
			e.End += len(w)
			continue
		}
		break
	}
	out := []bedside.Edit{e}
	if c.startsUpper(first) && e.End < len(s) {
		for i := range c.edits {
			if r := &c.edits[i]; r.Start == e.End && r.End > r.Start && r.Text != "" {
				r.Text = capitalised(r.Text)
				return out
			}
		}
		r, size := utf8.DecodeRuneInString(s[e.End:])
		if upper := unicode.ToUpper(r); upper != r {
			out = append(out, bedside.Edit{Start: e.End, End: e.End + size, Text: string(upper)})
		}
	}
	return out
}

// startsUpper reports whether the first word of a sentence, behind list numbers and marks, has a capital.
func (c *composer) startsUpper(s *text.Sentence) bool {
	for k := s.First; k < s.Last; k++ {
		if t := &c.doc.Tokens[k]; t.Kind == text.Word {
			return t.Flags&(text.Capital|text.Upper) != 0
		} else if t.Kind == text.Number {
			return true
		}
	}
	return false
}

func isJoint(w string) bool {
	switch strings.ToLower(w) {
	case "and", "but", "so", "then", "plus":
		return true
	}
	return false
}

// wordAt is the run of letters that begins at a place.
func wordAt(s string, at int) string {
	end := at
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			break
		}
		end += size
	}
	return s[at:end]
}

func (c *composer) newEnd(e bedside.Edit) bedside.Edit {
	e.Start = c.backOver(e.Start)
	s := c.doc.Text
	if e.Start > 0 && s[e.Start-1] == '(' && e.End < len(s) && s[e.End] == ')' {
		e.Start, e.End = c.backOver(e.Start-1), e.End+1
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:e.Start]); r > unicode.MaxLatin1 && unicode.Is(unicode.So, r) {
		for e.End < len(s) && strings.IndexByte(".!?", s[e.End]) >= 0 {
			e.End++ // nothing is left to end with a mark
		}
	}
	for e.End < len(s) && strings.IndexByte(",;:- ", s[e.End]) >= 0 && (s[e.End] != ' ' || e.End+1 < len(s) && strings.IndexByte(",;:-.!?)", s[e.End+1]) >= 0) {
		e.End++
	}
	return e
}

// backOver goes back over spaces and parting marks.
func (c *composer) backOver(at int) int {
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(c.doc.Text[:at])
		if !strings.ContainsRune(partingMarks, r) || r == '\n' {
			break
		}
		at -= size
	}
	return at
}

// middle closes a gap inside a sentence: of two marks one stays, of two spaces one, of a pair of brackets none.
func (c *composer) middle(e bedside.Edit) bedside.Edit {
	s := c.doc.Text
	left := strings.TrimRight(s[:e.Start], " ")
	right := strings.TrimLeft(s[e.End:], " ")
	l, ls := utf8.DecodeLastRuneInString(left)
	r, rs := utf8.DecodeRuneInString(right)
	switch {
	case r == '(' && l == ',':
		e.Start = len(left) - ls
	case l == '(' && r == ')' || l == '[' && r == ']':
		e.Start, e.End = len(strings.TrimRight(left[:len(left)-ls], " ")), len(s)-len(right)+rs
	case strings.ContainsRune(partingMarks, l) && (strings.ContainsRune(partingMarks+".!?)", r) || isJoint(wordAt(right, 0))):
		e.Start, e.End = len(strings.TrimRight(left[:len(left)-ls], " ")), len(s)-len(right)
		if !strings.ContainsRune(",;:.!?)", r) {
			e.End = min(e.End, len(s)-len(right))
			if e.End > 0 && s[e.End-1] == ' ' {
				e.End--
			}
		}
	case r == ',' && !unicode.IsLetter(l) && !unicode.IsDigit(l) && !unicode.IsPunct(l):
		e.Start, e.End = len(left), len(s)-len(right)+rs // a comma behind an emoji
	case strings.ContainsRune(",;:.!?)…", r):
		e.Start, e.End = len(left), len(s)-len(right)
	case e.Start < len(s) && e.Start > 0 && s[e.Start-1] == ' ' && e.End < len(s) && s[e.End] == ' ':
		e.Start--
	}
	return e
}

// Loose reports whether a mended text has marks hanging loose that the text as written has not: "..", " ,", "()", a bare "#", an
// emoji as its first word.
func Loose(before, after string) bool {
	for _, s := range []string{"..", ",,", ",.", ".,", ";.", ":.", " .", " ,", " ;", "()", "( ", " )", "# ", "#\n", "  ", " a a ", " the the ", " and and ", " a an ", "• •", "| |", "· ·", " 's ", " ’s "} {
		if strings.Count(after, s) > strings.Count(before, s) {
			return true
		}
	}
	if strings.HasSuffix(after, "#") && !strings.HasSuffix(before, "#") {
		return true
	}
	was, _ := utf8.DecodeRuneInString(before)
	is, _ := utf8.DecodeRuneInString(after)
	return unicode.Is(unicode.So, is) && !unicode.Is(unicode.So, was)
}
