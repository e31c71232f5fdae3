package spans

import (
	"slices"
	"strings"
)

// byUnion counts as presidio-research does when it gives its figures without types: a gold span is found when the finds that
// touch it, taken together, agree with it in nine tenths of their common characters or more. Little words, signs and white
// space at the ends of a span do not count, and finds or gold spans that only such words part are one.
func byUnion(text string, gold, aside, finds []Span) tally {
	gold, finds = joinedSpans(text, gold), joinedSpans(text, finds)
	t := tally{gold: len(gold), clean: len(gold) == 0}
	used := make([]bool, len(finds))
	for _, g := range gold {
		touching := bestUnion(g, finds, used)
		if touching == nil {
			t.missed = append(t.missed, g)
			continue
		}
		t.found++
		t.finds++ // several finds that make up one gold span are one
		t.right++
		for _, i := range touching {
			used[i] = true
		}
	}
	for i, f := range finds {
		if !used[i] && (overlapsAny(f, gold) || !overlapsAny(f, aside)) {
			t.finds++
			t.wrong = append(t.wrong, f)
		}
	}
	return t
}

// bestUnion gathers finds not yet used, from left to right, as long as each makes the agreement better; nil when it stays
// below nine tenths.
func bestUnion(g Span, finds []Span, used []bool) []int {
	var taken []int
	var inside, outside, best int // bytes shared, bytes beyond; the agreement in 1/1000
	for i, f := range finds {
		if used[i] || !g.overlaps(f) {
			continue
		}
		shared := min(g.End, f.End) - max(g.Start, f.Start)
		beyond := f.End - f.Start - shared
		agreement := 1000 * (inside + shared) / (g.End - g.Start + outside + beyond)
		if agreement > best {
			taken = append(taken, i)
			inside, outside, best = inside+shared, outside+beyond, agreement
		}
	}
	if best < 900 {
		return nil
	}
	return taken
}

// joinedSpans trims spans and joins neighbours of one type.
func joinedSpans(text string, spans []Span) []Span {
	var out []Span
	for _, s := range slices.SortedFunc(slices.Values(spans), func(a, b Span) int { return a.Start - b.Start }) {
		if s = trimmed(text, s); s.Start == s.End {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Type == s.Type && out[n-1].End <= s.Start && nothingBetween(text[out[n-1].End:s.Start]) {
			out[n-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}

func nothingBetween(words string) bool {
	return trimmed(words, Span{0, len(words), ""}).Start == len(words)
}

// trimmed takes little words and signs off the ends of a span. A span of nothing else becomes empty, at its end.
func trimmed(text string, s Span) Span {
	first, last := s.End, s.End
	for at := s.Start; at < s.End; {
		from := at + strings.IndexFunc(text[at:s.End], wordRune)
		if from < at {
			break
		}
		to := s.End
		if n := strings.IndexFunc(text[from:s.End], notWordRune); n >= 0 {
			to = from + n
		}
		if !slices.Contains(littleWords(), strings.ToLower(text[from:to])) {
			if first == s.End {
				first = from
			}
			last = to
		}
		at = to
	}
	return Span{first, last, s.Type}
}

func notWordRune(r rune) bool { return !wordRune(r) }

// littleWords decide nothing about what a span identifies.
func littleWords() []string {
	return []string{
		"a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "my", "of", "on", "or", "the", "to", "with", "s", "this", "last", "first",
		"mr", "mrs", "ms", "miss", "street", "st", "rue", "de", "via", "suite", "apt", "unit", "box", "po", "city", "state", "country", "zip", "address",
		"day", "days", "week", "weeks", "month", "months", "year", "years", "old", "age", "ago", "inc", "ltd",
	}
}
