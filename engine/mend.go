package engine

import (
	"slices"
	"time"

	"bedside"
	"bedside/assess"
	"bedside/remedy"
)

// mend gives findings their edits, and the result a rewrite that was checked again. Nothing is offered that still has to be changed.
func (e *Engine) mend(d *bedside.Draft, r *reading, j assess.Judgement, out *bedside.Result, asOf time.Time) {
	if d.Text == "" || len(out.Findings) == 0 {
		return
	}
	var needed []bedside.Edit
	for i := range out.Findings {
		f := &j.Findings[i]
		edits := remedy.Plan(r.doc, remedy.Task{Edit: f.Edit, Insert: f.Insert, Marks: r.marks(f)})
		out.Findings[i].Remedy.Edits = edits
		if f.Severity >= bedside.Revise {
			needed = append(needed, edits...)
		}
	}
	if out.Verdict < bedside.Revise || len(needed) == 0 {
		return
	}
	out.Rewrite = e.rewrite(d, remedy.Tidy(remedy.Apply(d.Text, remedy.Join(needed))), asOf, true)
}

// rewrite checks a mended text. What is still to be changed is taken out by the sentence, once; then checked again.
func (e *Engine) rewrite(d *bedside.Draft, text string, asOf time.Time, again bool) *bedside.Rewrite {
	mended := *d
	mended.Text = text
	r := e.read(&mended, asOf)
	j := e.program.Judge(r.judged())
	verdict := bedside.OK
	var rest []bedside.Edit
	for i := range j.Findings {
		f := &j.Findings[i]
		verdict = max(verdict, f.Severity)
		if f.Severity >= bedside.Revise {
			rest = append(rest, remedy.Plan(r.doc, remedy.Task{Edit: "leave_out", Marks: evidenceMarks(f)})...)
		}
	}
	if verdict <= bedside.Advise {
		if !keepsEnough(d.Text, text) {
			return nil
		}
		return &bedside.Rewrite{Text: text, Verdict: verdict}
	}
	if !again || len(rest) == 0 {
		return nil
	}
	return e.rewrite(d, remedy.Tidy(remedy.Apply(text, remedy.Join(rest))), asOf, false)
}

// keepsEnough refuses a rewrite that leaves next to nothing of what was written.
func keepsEnough(before, after string) bool { return len(after) >= 12 && len(after)*4 >= len(before) }

// marks are the stretches of the text that a finding's edit works on: everything told of its person, or its evidence.
func (r *reading) marks(f *assess.Finding) []remedy.Mark {
	if f.Edit != "generalise" || f.Person < 0 {
		return evidenceMarks(f)
	}
	var out []remedy.Mark
	for i := range r.told.Facts {
		fact := &r.told.Facts[i]
		if fact.Person == f.Person && fact.Stance == bedside.Asserted && fact.Span.Part == bedside.PartText && !fact.Span.Empty() {
			out = append(out, remedy.Mark{Kind: fact.Kind, Start: fact.Span.Start, End: fact.Span.End, General: fact.General})
		}
	}
	slices.SortStableFunc(out, func(a, b remedy.Mark) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return out
}

func evidenceMarks(f *assess.Finding) []remedy.Mark {
	var out []remedy.Mark
	for _, ev := range f.Evidence {
		if ev.Part == bedside.PartText {
			out = append(out, remedy.Mark{Start: ev.Start, End: ev.End})
		}
	}
	return out
}
