package learn

import (
	"fmt"
	"io"
	"strings"

	"bedside"
)

// Report prints, by head, what the levels are worth on writers never seen: of the drafts that reach one, how many are examples,
// and how many of the examples reach it; then what rules and reader come to together.
func Report(w io.Writer, samples []Sample, margins [][bedside.HeadCount]float64, t Thresholds) {
	fmt.Fprintf(w, "%-18s %8s  %-22s %-22s %-22s\n", "head", "examples", "not unlikely", "likely: right, found", "sure: right, found")
	for h := range bedside.HeadCount {
		examples := 0
		for i := range samples {
			if samples[i].Heads[h] == Yes {
				examples++
			}
		}
		fmt.Fprintf(w, "%-18s %8d", bedside.Head(h), examples)
		for l := range 3 {
			right, all := reached(samples, margins, h, t[h][l])
			fmt.Fprintf(w, "  %5.1f %% %6.1f %%      ", percent(right, all), percent(right, examples))
		}
		fmt.Fprintln(w)
	}
	together(w, samples, margins, t)
}

// together prints what rules alone, and rules with the reader, say of the drafts on which no rule was tuned.
func together(w io.Writer, samples []Sample, margins [][bedside.HeadCount]float64, t Thresholds) {
	var back, fine, ruled, ruledWrong, both, bothWrong int
	for i := range samples {
		if samples[i].Tuned || strings.HasPrefix(samples[i].Group, ordinaryGroup) {
			continue
		}
		byRules, byBoth := false, false
		for h := range bedside.HeadCount {
			flagged, score := samples[i].Rules[h] >= bedside.Revise, stored(margins[i][h])
			byRules = byRules || flagged
			byBoth = byBoth || (flagged && score >= t[h][1]) || score >= t[h][2]
		}
		if samples[i].Any == Yes {
			back, ruled, both = back+1, ruled+one(byRules), both+one(byBoth)
		} else {
			fine, ruledWrong, bothWrong = fine+1, ruledWrong+one(byRules), bothWrong+one(byBoth)
		}
	}
	fmt.Fprintf(w, "rules alone:     of %d to send back %.1f %% found, of %d others %.1f %% found wrongly\n", back, percent(ruled, back), fine, percent(ruledWrong, fine))
	fmt.Fprintf(w, "rules and reader: of %d to send back %.1f %% found, of %d others %.1f %% found wrongly\n", back, percent(both, back), fine, percent(bothWrong, fine))
}

func reached(samples []Sample, margins [][bedside.HeadCount]float64, h int, from int32) (right, all int) {
	for i := range samples {
		if samples[i].Heads[h] != Doubtful && stored(margins[i][h]) >= from {
			all++
			right += one(samples[i].Heads[h] == Yes)
		}
	}
	return right, all
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
