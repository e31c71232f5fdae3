package spans

import (
	"slices"
	"strings"
)

// tally is what was found in one text.
type tally struct {
	gold, found  int // spans asked for, and those of them that were found
	finds, right int // spans told, and those of them that are asked for
	clean        bool
	missed       []Span // gold spans that were not found
	wrong        []Span // finds that nobody asked for
}

// matcher judges the finds in a text against its gold spans. aside are gold spans that count neither way.
type matcher func(text string, gold, aside, finds []Span) tally

// byOverlap counts a gold span as found when a find shares a byte with it, and a find as right when it shares one with a gold
// span. Each gold span is found at most once.
func byOverlap(_ string, gold, aside, finds []Span) tally {
	t := tally{gold: len(gold), clean: len(gold) == 0}
	for _, g := range gold {
		if overlapsAny(g, finds) {
			t.found++
		} else {
			t.missed = append(t.missed, g)
		}
	}
	for _, f := range finds {
		switch {
		case overlapsAny(f, gold):
			t.finds++
			t.right++
		case !overlapsAny(f, aside):
			t.finds++
			t.wrong = append(t.wrong, f)
		}
	}
	return t
}

// exactly counts a gold span as found when a find has the same bytes, a leading hash left out on both sides.
func exactly(text string, gold, aside, finds []Span) tally {
	t := tally{gold: len(gold), clean: len(gold) == 0}
	same := func(s Span, others []Span) bool {
		s = unhashed(text, s)
		return slices.ContainsFunc(others, func(o Span) bool { o = unhashed(text, o); return o.Start == s.Start && o.End == s.End })
	}
	for _, g := range gold {
		if same(g, finds) {
			t.found++
		} else {
			t.missed = append(t.missed, g)
		}
	}
	for _, f := range finds {
		switch {
		case same(f, gold):
			t.finds++
			t.right++
		case overlapsAny(f, gold) || !overlapsAny(f, aside):
			t.finds++
			t.wrong = append(t.wrong, f)
		}
	}
	return t
}

func unhashed(text string, s Span) Span {
	if strings.HasPrefix(text[s.Start:s.End], "#") {
		s.Start++
	}
	return s
}
