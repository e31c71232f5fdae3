package remedy

import (
	"slices"
	"sort"
	"strings"

	"bedside"
	"bedside/text"
)

// leaveOut takes out every sentence that holds a mark. Where that would leave nothing, it takes out the clause.
func leaveOut(doc *text.Document, marks []Mark) []bedside.Edit {
	if out := leaveOutSentences(doc, marks); out != nil {
		return out
	}
	var out []bedside.Edit
	m := markedFrom(marks)
	for _, c := range clauses(doc.Text) {
		if m.within(c[0], c[1]) {
			out = append(out, bedside.Edit{Start: c[0], End: c[1]})
		}
	}
	return out
}

// leaveOutSentences takes out every sentence that holds a mark; nothing where that would leave nothing.
func leaveOutSentences(doc *text.Document, marks []Mark) []bedside.Edit {
	var out []bedside.Edit
	left := len(doc.Text)
	m := markedFrom(marks)
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if m.within(int(s.Start), int(s.End)) {
			e := cutThrough(doc.Text, int(s.Start), int(s.End))
			out = append(out, e)
			left -= e.End - e.Start
		}
	}
	if left < leastLeft {
		return nil
	}
	return out
}

// leastLeft is how many bytes a text must keep to be one.
const leastLeft = 6

// marked goes through the marks of a text from the first to the last.
type marked struct {
	marks []Mark
	next  int
	until int // where the last of those gone through ends
}

func markedFrom(marks []Mark) marked {
	byStart := func(a, b Mark) int { return a.Start - b.Start }
	if !slices.IsSortedFunc(marks, byStart) {
		marks = slices.Clone(marks)
		sort.SliceStable(marks, func(i, j int) bool { return byStart(marks[i], marks[j]) < 0 })
	}
	return marked{marks: marks}
}

// within reports whether a stretch holds a mark. Each stretch must begin and end behind the one before.
func (m *marked) within(start, end int) bool {
	for m.next < len(m.marks) && m.marks[m.next].Start < end {
		m.until = max(m.until, m.marks[m.next].End)
		m.next++
	}
	return m.until > start
}

// cutThrough takes the spaces behind a stretch with it.
func cutThrough(s string, start, end int) bedside.Edit {
	for end < len(s) && s[end] == ' ' {
		end++
	}
	return bedside.Edit{Start: start, End: end}
}

// clauses parts a text at commas, bars, dashes, line ends and joining words. A clause begins with what parts it from the one before.
func clauses(s string) [][2]int {
	var out [][2]int
	start := 0
	for i := 1; i < len(s); i++ {
		if i > start && beginsClause(s, i) {
			out = append(out, [2]int{start, i})
			start = i
		}
	}
	return append(out, [2]int{start, len(s)})
}

func beginsClause(s string, i int) bool {
	switch s[i] {
	case ',', ';', '|', '\n', '(':
		return true
	}
	for _, joint := range []string{" - ", " – ", " — ", " • ", " · ", " and ", " but ", " so ", " because "} {
		if strings.HasPrefix(s[i:], joint) {
			return true
		}
	}
	return false
}
