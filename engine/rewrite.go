package engine

import (
	"slices"
	"strings"
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
	plans  []bedside.Edit // of all findings, as they stand beside them
	places []chosen
	shown  []remedy.Mark // what findings show that is to be changed
	left   int           // checks
	tried  []tried
	text   string // of the last check
	edits  []bedside.Edit
	found  bedside.Severity
	strict bool // words that are blocked as they stand: none of them may stay
	titled bool // a title goes, and the name behind it stays
	grave  bool // what is shown is advice or contact: none of it may stay
}

// chosen is a place and the way of changing it that is tried; -1 leaves it as it is.
type chosen struct {
	remedy.Place
	way   int
	extra bool // not what a finding showed, but what was taken with it
}

// cost is how many words the change takes with those that a finding shows.
func (c *chosen) cost() int {
	if c.way < 0 {
		return 0
	}
	return c.Ways[c.way].Cost - c.Words
}

// longestSearched is the length of a text up to which a least change is looked for: the search goes through it many times.
const longestSearched = 8 << 10

// rewrite mends a text and checks it again. Nothing is offered that still has to be changed.
func (e *Engine) rewrite(d *bedside.Draft, r *reading, j assess.Judgement, asOf time.Time) *bedside.Rewrite {
	if len(d.Text) > longestSearched {
		return e.shortened(d, r, j, asOf)
	}
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
		if w.grave && w.answers() {
			w.refer(reply)
		}
		return &bedside.Rewrite{Text: w.text, Verdict: w.found}
	case reply != "":
		return w.template(reply)
	}
	return nil
}

// answers reports whether the draft speaks to somebody.
func (w *rewriter) answers() bool {
	switch w.draft.Kind {
	case "reply", "comment", "message", "review_reply":
		return true
	}
	return w.draft.Context.ReplyTo.Text != ""
}

// refer adds to an answer without its advice where the other may turn: the last sentence of the neutral reply.
func (w *rewriter) refer(reply string) {
	last := reply
	if at := strings.LastIndex(strings.TrimRight(reply, "."), ". "); at >= 0 {
		last = reply[at+2:]
	}
	mended := remedy.Apply(w.text, remedy.Plan(w.e.parser.Parse(w.text), remedy.Task{Edit: "append", Insert: last}))
	if t := w.judge(mended, nil); t.outcome.ok {
		w.text, w.found = mended, t.verdict
	}
}

// shortened is a long text without the sentences that findings show.
func (e *Engine) shortened(d *bedside.Draft, r *reading, j assess.Judgement, asOf time.Time) *bedside.Rewrite {
	var marks []remedy.Mark
	for i := range j.Findings {
		if f := &j.Findings[i]; f.Severity >= bedside.Revise {
			marks = append(marks, evidenceMarks(f)...)
		}
	}
	edits := remedy.Plan(r.doc, remedy.Task{Edit: "leave_out", Marks: marks})
	if len(edits) == 0 {
		return nil
	}
	short := *d
	short.Text = remedy.Apply(d.Text, edits)
	if v := verdict(e.judge(&short, asOf)); v < bedside.Revise && keepsEnough(d.Text, short.Text) {
		return &bedside.Rewrite{Text: short.Text, Verdict: v}
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
		w.strict = w.strict || f.Severity == bedside.Block && f.Person < 0
		w.shown = append(w.shown, evidenceMarks(f)...)
		marks := w.r.marks(f)
		w.plans = append(w.plans, remedy.Plan(w.r.doc, w.r.task(f))...)
		w.titled = w.titled || slices.ContainsFunc(marks, func(m remedy.Mark) bool { return m.Title })
		w.add(marks)
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
