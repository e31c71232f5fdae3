package engine

import (
	"slices"
	"time"

	"bedside"
	"bedside/assess"
	"bedside/remedy"
)

// rewriter looks for the least change of a draft that may be published. It takes out or says in general words what the
// findings show, more where a second check still finds something, and then puts back whatever does not matter.
type rewriter struct {
	e      *Engine
	draft  bedside.Draft // as written
	asOf   time.Time
	r      *reading
	mender *remedy.Mender
	fixed  []bedside.Edit // put in whatever else changes
	places []chosen
	shown  []remedy.Mark // what findings show that is to be changed
	left   int           // checks
	text   string        // of the last check
	edits  []bedside.Edit
	found  bedside.Severity
	grave  bool // what is shown is advice or contact: none of it may stay
}

// chosen is a place and the way of changing it that is tried; -1 leaves it as it is.
type chosen struct {
	remedy.Place
	way   int
	extra bool // not what a finding showed, but what was taken with it
}

func (c *chosen) cost() int {
	if c.way < 0 {
		return 0
	}
	return c.Ways[c.way].Cost
}

// rewrite mends a text and checks it again. Nothing is offered that still has to be changed.
func (e *Engine) rewrite(d *bedside.Draft, r *reading, j assess.Judgement, asOf time.Time) *bedside.Rewrite {
	w := &rewriter{
		e: e, draft: *d, asOf: asOf, r: r, mender: remedy.NewMender(r.doc, r.details()),
		left: min(mostChecks, max(fewestChecks, checkedBytes/(len(d.Text)+1))),
	}
	reply, mendable := "", false
	for i := range j.Findings {
		f := &j.Findings[i]
		if f.Severity < bedside.Revise || f.Edit == "" {
			continue
		}
		mendable = true
		if f.Edit == "reply" && reply == "" {
			reply = f.Insert
		}
		w.take(f)
	}
	switch {
	case !mendable:
		return nil
	case w.search():
		return &bedside.Rewrite{Text: w.text, Verdict: w.found}
	case reply != "":
		return w.template(reply)
	}
	return nil
}

// template offers a neutral reply in place of everything.
func (w *rewriter) template(reply string) *bedside.Rewrite {
	d := w.draft
	d.Text = reply
	v := verdict(w.e.judge(&d, w.asOf))
	if v >= bedside.Revise {
		return nil
	}
	return &bedside.Rewrite{Text: reply, Verdict: v}
}

// take turns what a finding asks for into places, or into words to put in.
func (w *rewriter) take(f *assess.Finding) {
	switch f.Edit {
	case "prepend", "append":
		if slices.ContainsFunc(w.fixed, func(e bedside.Edit) bool { return (e.Start == 0) == (f.Edit == "prepend") }) {
			return // one is enough
		}
		w.fixed = append(w.fixed, remedy.Plan(w.r.doc, remedy.Task{Edit: f.Edit, Insert: f.Insert})...)
	default:
		w.grave = w.grave || f.Edit == "reply"
		w.shown = append(w.shown, evidenceMarks(f)...)
		w.add(w.r.marks(f))
	}
}

func (w *rewriter) add(marks []remedy.Mark) {
	for _, m := range marks {
		if !slices.ContainsFunc(w.places, func(c chosen) bool { return c.Start <= m.Start && m.End <= c.End }) {
			w.place(m, 0, false)
		}
	}
}

func (w *rewriter) place(m remedy.Mark, way int, extra bool) bool {
	p := w.mender.Place(m)
	if len(p.Ways) == 0 {
		return false
	}
	w.places = append(w.places, chosen{p, min(way, len(p.Ways)-1), extra})
	return true
}
