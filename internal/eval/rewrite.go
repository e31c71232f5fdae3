package eval

import (
	"slices"

	"bedside"
	"bedside/internal/locate"
)

// keepAtLeast is the share, in percent, of the words outside gold spans that a rewrite keeps.
const keepAtLeast = 60

// goodRewrite reports whether a rewrite is there, re-checks to ok or advise, keeps what had no fault, and adds no fact.
// Whether a blind reader finds it natural is not measured here.
func goodRewrite(r *Record, got *bedside.Result, check Check) bool {
	if got.Rewrite == nil || sendBack(got.Rewrite.Verdict) {
		return false
	}
	d := r.Draft
	d.Text = got.Rewrite.Text
	again, err := check(d)
	if err != nil || sendBack(again.Verdict) || addsFact(got, again) {
		return false
	}
	kept, of := keptWords(r, got.Rewrite.Text)
	return kept*100 >= of*keepAtLeast
}

// addsFact reports whether the rewritten draft says something identifying of somebody that the draft did not say.
func addsFact(before, after *bedside.Result) bool {
	known := factsOf(before)
	return slices.ContainsFunc(factsOf(after), func(f string) bool {
		k, _ := bedside.ParseFact(f)
		class := k.Info().Class
		return (class == bedside.Identifier || class == bedside.Quasi) && !slices.Contains(known, f)
	})
}

func factsOf(r *bedside.Result) []string {
	var out []string
	for _, p := range r.People {
		out = append(out, p.Facts...)
	}
	return out
}

// keptWords counts the words of the text outside gold spans that the rewrite has in the same order.
func keptWords(r *Record, rewrite string) (kept, of int) {
	var gold []bedside.Span
	for _, f := range r.Gold.Findings {
		for _, s := range f.Spans {
			if s.Part == bedside.PartText {
				gold = append(gold, locate.Find(r.Draft, bedside.PartText, s.Text)...)
			}
		}
	}
	before := wordsOutside(r.Draft.Text, gold)
	return common(before, wordsOutside(rewrite, nil)), len(before)
}

func wordsOutside(text string, gold []bedside.Span) []string {
	var out []string
	for _, w := range wordSpans(locate.Part{Kind: bedside.PartText, Text: text}) {
		if !slices.ContainsFunc(gold, w.Overlaps) {
			out = append(out, text[w.Start:w.End])
		}
	}
	return out
}

// common is the length of the longest common subsequence.
func common(a, b []string) int {
	last, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for _, x := range a {
		for j, y := range b {
			row[j+1] = max(row[j], last[j+1])
			if x == y {
				row[j+1] = max(row[j+1], last[j]+1)
			}
		}
		last, row = row, last
	}
	return last[len(b)]
}
