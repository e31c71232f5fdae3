package eval

import (
	"slices"
	"strings"

	"bedside"
	"bedside/internal/locate"
)

// keepAtLeast is the share, in percent, of the words outside gold spans that a rewrite keeps.
const keepAtLeast = 60

// ending is how the search for a rewrite ended.
type ending int

const (
	notSought     ending = iota // the draft was not rightly sent back for its words
	mended                      // there is one, it re-checks to ok or advise, keeps what had no fault, and adds no fact
	neutralReply                // a neutral reply stands in place of the whole text
	elsewhere                   // a finding rests on no words of the text: a picture, an act, a bio
	noEdit                      // a finding offers no edit: no honest one is known
	nothingPasses               // no change was found that passes and leaves a text
	keepsLittle                 // it keeps too little of what had no fault
	faulty                      // it adds a fact, or does not pass when it is checked again
	endingCount
)

func (e ending) title() string {
	return [endingCount]string{
		mended: "mended", neutralReply: "a neutral reply instead", elsewhere: "not for its words alone", noEdit: "no honest edit known",
		nothingPasses: "nothing passes that leaves a text", keepsLittle: "keeps too little", faulty: "adds a fact or does not pass again",
	}[e]
}

// rewrite says how the search for a rewrite of a draft ended. Whether a reader finds it natural is not measured here.
func rewrite(r *Record, got *bedside.Result, check Check) ending {
	if !sendBack(got.Verdict) || !r.Gold.forWords() {
		return notSought
	}
	if got.Rewrite == nil {
		return without(got)
	}
	d := r.Draft
	d.Text = got.Rewrite.Text
	again, err := check(d)
	kept, of := keptWords(r, got.Rewrite.Text)
	switch {
	case err != nil || sendBack(got.Rewrite.Verdict) || sendBack(again.Verdict) || addsFact(got, again):
		return faulty
	case kept*100 >= of*keepAtLeast:
		return mended
	case replaced(got, len(r.Draft.Text)):
		return neutralReply
	default:
		return keepsLittle
	}
}

// without says why a result has no rewrite, as far as it can be told from this result alone.
func without(got *bedside.Result) ending {
	for _, f := range got.Findings {
		inText := slices.ContainsFunc(f.Evidence, func(e bedside.Evidence) bool { return e.Part == bedside.PartText })
		if sendBack(f.Severity) && !inText {
			return elsewhere
		}
	}
	return nothingPasses
}

// tellNoEdit parts drafts for which nothing passes from those with a finding of a grade that never has an edit.
func tellNoEdit(outcomes []outcome) {
	grade := func(f *bedside.Finding) string { return f.Rule + "\n" + f.Message }
	offers := map[string]bool{}
	each := func(o *outcome, do func(*bedside.Finding)) {
		for i := range o.result.Findings {
			if f := &o.result.Findings[i]; sendBack(f.Severity) {
				do(f)
			}
		}
	}
	for i := range outcomes {
		each(&outcomes[i], func(f *bedside.Finding) { offers[grade(f)] = offers[grade(f)] || len(f.Remedy.Edits) > 0 })
	}
	for i := range outcomes {
		if o := &outcomes[i]; o.ending == nothingPasses {
			each(o, func(f *bedside.Finding) {
				if !offers[grade(f)] {
					o.ending = noEdit
				}
			})
		}
	}
}

// replaced reports whether the rewrite is the neutral reply that a finding offers in place of the whole text.
func replaced(got *bedside.Result, length int) bool {
	return slices.ContainsFunc(got.Findings, func(f bedside.Finding) bool {
		return len(f.Remedy.Edits) == 1 && f.Remedy.Edits[0] == bedside.Edit{Start: 0, End: length, Text: got.Rewrite.Text}
	})
}

// altered counts the gold spans of the text, of topics to send back for, and those that a rewrite does not repeat.
func altered(r *Record, rewrite string) Count {
	var c Count
	for _, f := range r.Gold.Findings {
		for _, s := range f.Spans {
			if sendBack(f.Severity) && s.Part == bedside.PartText {
				c.add(one(!strings.Contains(rewrite, s.Text)))
			}
		}
	}
	return c
}

// Rewrites tells how the searches for a rewrite ended.
type Rewrites struct {
	Endings  []Ending `json:"endings"`
	Mendable Rate     `json:"mendable"` // mended, of those whose words have an edit
	Altered  Rate     `json:"altered"`  // gold spans that a good rewrite changes
}

// Ending is how often a search ended so.
type Ending struct {
	Title string `json:"title"`
	Count Count  `json:"count"`
}

func rewritesOf(outcomes []outcome) Rewrites {
	var counts [endingCount]int
	var spans Count
	for _, o := range outcomes {
		counts[o.ending]++
		spans.add(o.altered)
	}
	of := 0
	for e := mended; e < endingCount; e++ {
		of += counts[e]
	}
	r := Rewrites{Altered: rateOf(spans)}
	for e := mended; e < endingCount; e++ {
		r.Endings = append(r.Endings, Ending{e.title(), Count{counts[e], of}})
	}
	r.Mendable = rateOf(Count{counts[mended], of - counts[neutralReply] - counts[elsewhere] - counts[noEdit]})
	return r
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
