package text

import (
	"unicode"
	"unicode/utf8"
)

// quoteMark is a quotation mark, or an apostrophe that may be one.
type quoteMark struct {
	start, end int32
	as         quoteRole
}

// quoteRole says what a mark may do: for the straight ones, and the single ones, what stands around decides.
type quoteRole uint8

const (
	opens quoteRole = iota
	shuts
	opensAngle
	shutsAngle
	straight
	single
	roles
)

// noteMark remembers a mark for findMarked.
func (x *splitter) noteMark(i, n int) {
	as := straight
	switch x.s[i : i+n] {
	case "“", "„", "‟":
		as = opens
	case "”":
		as = shuts
	case "«":
		as = opensAngle
	case "»":
		as = shutsAngle
	case "'", "’", "‘", "‛":
		as = single
	case `"`, "＂", "″":
	default:
		return
	}
	x.marks = append(x.marks, quoteMark{int32(i), int32(i + n), as})
}

// around is the characters before and after a mark; a space stands for none.
func (q *quoter) around(m quoteMark) (before, after rune) {
	before, after = ' ', ' '
	if m.start > 0 {
		before, _ = utf8.DecodeLastRuneInString(q.d.Text[:m.start])
	}
	if int(m.end) < len(q.d.Text) {
		after, _ = utf8.DecodeRuneInString(q.d.Text[m.end:])
	}
	return before, after
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// inches reports whether a " after this text stands for inches: 5'4", or 12" where no quote is open.
func inches(before string, isOpen bool) bool {
	i := len(before)
	for i > 0 && len(before)-i < 3 && classOf[before[i-1]] == digit {
		i--
	}
	if i == len(before) || i == 0 {
		return i < len(before) && !isOpen
	}
	r, _ := utf8.DecodeLastRuneInString(before[:i])
	return !isOpen || r == '\'' || r == '’' || r == '′'
}

// possessive reports whether a word in lower case follows, as after "the patients' ".
func possessive(after string) bool {
	return len(after) > 1 && after[0] == ' ' && isLower(after[1:])
}

// clipped reports whether a word follows that is written with a leading apostrophe: 'em, 'cause, 'til.
func clipped(after string) bool {
	n := 0
	for n < len(after) && n < 6 && classOf[after[n]] == letter {
		n++
	}
	switch after[:n] {
	case "em", "cause", "til", "till", "tis", "twas", "cos", "cuz", "bout", "n", "round", "nother", "sup", "nuff", "Cause",
		"Til", "Tis", "Twas", "Cos", "Bout":
		return true
	}
	return false
}
