package render

import (
	"strconv"
	"strings"

	"bedside"
)

// Sentence is what the verdict says on every screen.
func Sentence(s bedside.Severity) string {
	switch s {
	case bedside.Advise:
		return "A thought before you post"
	case bedside.Revise:
		return "Change it first"
	case bedside.Block:
		return "Do not publish this"
	default:
		return "Nothing found by these checks"
	}
}

// Summary is the line below the verdict: how much there is to do, and how much can stay.
func Summary(d bedside.Draft, r *bedside.Result) string {
	var said []string
	if counted := countFindings(r); counted != "" {
		said = append(said, counted)
	}
	if r.Verdict >= bedside.Revise && mostStays(d, r) {
		said = append(said, "Most of this can stay.")
	}
	if n := len(r.Questions); n > 0 && r.Verdict <= bedside.Advise {
		said = append(said, capital(number(n))+plural(n, " question", " questions")+" below would tell more.")
	}
	if !r.Complete {
		said = append(said, "Part of this could not be checked.")
	} else if len(said) == 0 && len(r.NotChecked) > 0 {
		said = append(said, "What was not checked is listed below.")
	}
	return strings.Join(said, " ")
}

// countFindings says "Two things to change, one to consider."
func countFindings(r *bedside.Result) string {
	var of [bedside.Block + 1]int
	for _, f := range r.Findings {
		of[min(f.Severity, bedside.Block)]++
	}
	var parts []string
	for _, c := range []struct {
		n    int
		what string
	}{{of[bedside.Block], " not to publish"}, {of[bedside.Revise], " to change"}, {of[bedside.Advise], " to consider"}} {
		if c.n == 0 {
			continue
		}
		thing := ""
		if len(parts) == 0 {
			thing = plural(c.n, " thing", " things")
		}
		parts = append(parts, number(c.n)+thing+c.what)
	}
	if len(parts) == 0 {
		return ""
	}
	return capital(strings.Join(parts, ", ")) + "."
}

// mostStays reports whether less than half of the text is marked as to change.
func mostStays(d bedside.Draft, r *bedside.Result) bool {
	var marks []mark
	for i, f := range r.Findings {
		if f.Severity < bedside.Revise {
			continue
		}
		for _, e := range f.Evidence {
			if e.Part == bedside.PartText {
				marks = append(marks, mark{e.Start, e.End, i, f.Severity})
			}
		}
	}
	return len(marks) > 0 && 2*covered(marks) < len(d.Text)
}

// number writes small numbers as words.
func number(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// capital makes the first letter of an ASCII sentence a capital.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
