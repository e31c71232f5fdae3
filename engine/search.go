package engine

import (
	"slices"
	"sort"

	"bedside"
	"bedside/remedy"
)

// Bounds of the search for a rewrite: how many bytes are checked again in all, and how often a draft is checked at least and
// at most.
const (
	checkedBytes = 6000
	fewestChecks = 9
	mostChecks   = 26
)

// keepPercent is the share of the words outside of what findings show that a rewrite aims to keep.
const keepPercent = 70

// keepReply is the share that an answer must keep to be worth more than a neutral one.
const keepReply = 50

// outcome is what a check of a changed text found.
type outcome struct {
	ok      bool
	trouble []remedy.Mark // places of the text as written that need more
	form    bool          // because of what the edits would leave, not of what is said
	little  bool          // next to nothing would be left
}

// try makes the edits as they are chosen and checks the text.
func (w *rewriter) try() outcome {
	edits := slices.Clone(w.fixed)
	for i := range w.places {
		if c := &w.places[i]; c.way >= 0 {
			edits = append(edits, c.Ways[c.way].Edits...)
		}
	}
	composed := remedy.Compose(w.r.doc, edits)
	faults := w.mender.Faults(composed)
	if len(faults) == 0 {
		return w.check(composed)
	}
	o := outcome{form: true}
	for _, f := range faults {
		o.trouble = append(o.trouble, remedy.Mark{Start: f.Start, End: f.End})
	}
	return o
}

// tried is a text that was checked, and what was found.
type tried struct {
	text    string
	outcome outcome
	verdict bedside.Severity
}

// check judges a mended text, once.
func (w *rewriter) check(edits []bedside.Edit) outcome {
	mended := remedy.Apply(w.draft.Text, edits)
	if !keepsEnough(w.draft.Text, mended) {
		return outcome{little: true}
	}
	if remedy.Loose(w.draft.Text, mended) {
		return outcome{form: true}
	}
	i := slices.IndexFunc(w.tried, func(t tried) bool { return t.text == mended })
	if i < 0 {
		i = len(w.tried)
		w.tried = append(w.tried, w.judge(mended, edits))
	}
	if t := &w.tried[i]; t.outcome.ok {
		w.text, w.edits, w.found = t.text, edits, t.verdict
	}
	return w.tried[i].outcome
}

// judge checks a mended text and traces what is still found to the text as written.
func (w *rewriter) judge(mended string, edits []bedside.Edit) tried {
	w.left--
	d := w.draft
	d.Text = mended
	j := w.e.judge(&d, w.asOf)
	t := tried{text: mended, verdict: verdict(j)}
	t.outcome.ok = t.verdict < bedside.Revise
	for i := range j.Findings {
		f := &j.Findings[i]
		if f.Severity < bedside.Revise {
			continue
		}
		for _, m := range evidenceMarks(f) {
			if start, end := remedy.Before(edits, m.Start), remedy.Before(edits, m.End-1)+1; start < end {
				t.outcome.trouble = append(t.outcome.trouble, remedy.Mark{Start: start, End: min(end, len(w.draft.Text))})
			}
		}
	}
	return t
}

// search takes out more until the text may be published, and then puts back what it can. Where too little of the author's own
// would be left, it starts from the other end and changes one place after the other.
func (w *rewriter) search() bool {
	if w.planned() {
		return true
	}
	found := w.grow()
	if found {
		w.shrink(takenAlong)
		if w.grave || w.strict || w.keepsMost() {
			return !w.grave || w.keeps(keepReply)
		}
	}
	if w.grave || w.strict || found && w.keepsMost() {
		return found
	}
	text, edits, verdict := w.text, w.edits, w.found
	stay, _ := w.mender.Kept(w.edits, w.shown)
	w.left = max(w.left, fewestChecks)
	if w.greedy() {
		w.shrink(takenAlong)
		if again, _ := w.mender.Kept(w.edits, w.shown); !found || again > stay {
			return true
		}
	}
	w.text, w.edits, w.found = text, edits, verdict
	return found
}

// planned makes the edits of all findings, as they stand beside them.
func (w *rewriter) planned() bool {
	edits := remedy.Join(slices.Concat(w.fixed, w.plans))
	return !w.grave && !w.titled && len(w.mender.Faults(edits)) == 0 && w.check(edits).ok
}

// takenAlong is how far a place may be put back: what no finding showed, whole; the rest stays changed, if only in words that fit more
// people. What a check just lets through may still be told of one person.
func takenAlong(c *chosen) int {
	if c.extra {
		return -1
	}
	return 0
}

// grow changes every place, more where a check still finds something.
func (w *rewriter) grow() bool {
	reserve := w.left / 2
	for range mostChecks {
		o := w.try()
		if o.ok {
			return true
		}
		if w.left <= reserve || !w.raise(o) {
			return false
		}
	}
	return false
}

// greedy changes one place after the other, that which shows most in the fewest words first. It is for drafts of which too little would
// be left if every place changed.
func (w *rewriter) greedy() bool {
	for i := range w.places {
		c := &w.places[i]
		c.way = takenAlong(c)
	}
	sort.SliceStable(w.places, func(i, j int) bool { return w.places[i].price() < w.places[j].price() })
	for i := range w.places {
		c := &w.places[i]
		for way := range c.Ways {
			now := c.way
			c.way = way
			o := w.try()
			switch {
			case o.ok:
				return true
			case w.left <= 0:
				return false
			case o.form || o.little:
				c.way = now
			}
		}
	}
	return false
}

// price is how many words the second way of changing a place takes away for each that is shown there.
func (c *chosen) price() int {
	if len(c.Ways) == 0 {
		return 0
	}
	return c.Ways[min(1, len(c.Ways)-1)].Cost * 100 / (c.End - c.Start + 1)
}

// keepsMost reports whether the text that was found keeps most of what the findings do not show.
func (w *rewriter) keepsMost() bool { return w.keeps(keepPercent) }

func (w *rewriter) keeps(percent int) bool {
	stay, of := w.mender.Kept(w.edits, w.shown)
	return stay*100 >= of*percent
}

// raise takes more away where there is trouble, or everywhere when that is nowhere in particular.
func (w *rewriter) raise(o outcome) bool {
	raised := false
	for _, m := range o.trouble {
		met := false
		for i := range w.places {
			c := &w.places[i]
			if c.Start < m.End && m.Start < c.End {
				met = true
				raised = w.up(c) || raised
			}
		}
		if !met {
			way := 0
			if o.form {
				way = 9
			}
			raised = w.place(m, way, true) || raised
		}
	}
	if raised {
		return true
	}
	for i := range w.places {
		raised = w.up(&w.places[i]) || raised
	}
	return raised
}

func (w *rewriter) up(c *chosen) bool {
	if c.way+1 >= len(c.Ways) {
		return false
	}
	c.way++
	return true
}

// shrink puts back what does not matter, the longest first, each as far as it may be.
func (w *rewriter) shrink(lowest func(*chosen) int) {
	sort.SliceStable(w.places, func(i, j int) bool { return w.places[i].cost() > w.places[j].cost() })
	for i := range w.places {
		c := &w.places[i]
		now := c.way
		for way := lowest(c); way < now && w.left > 0; way++ {
			c.way = way
			if w.try().ok {
				break
			}
			c.way = now
		}
	}
}
