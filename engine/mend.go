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
	for i := range out.Findings {
		f := &j.Findings[i]
		out.Findings[i].Remedy.Edits = remedy.Plan(r.doc, r.task(f))
	}
	if out.Verdict >= bedside.Revise {
		out.Rewrite = e.rewrite(d, r, j, asOf)
	}
}

// task is what a finding asks of a remedy.
func (r *reading) task(f *assess.Finding) remedy.Task {
	return remedy.Task{Edit: f.Edit, Insert: f.Insert, Marks: r.marks(f)}
}

// rounds is how often a text is mended: as the findings say, and then by what is left.
const rounds = 2

// rewrite mends a text and checks it again. What is still to be changed then is taken out; nothing is offered that still has
// to be changed.
func (e *Engine) rewrite(d *bedside.Draft, r *reading, j assess.Judgement, asOf time.Time) *bedside.Rewrite {
	mended := *d
	for round := range rounds {
		var edits []bedside.Edit
		for i := range j.Findings {
			f := &j.Findings[i]
			if f.Severity < bedside.Revise {
				continue
			}
			t := r.task(f)
			if round > 0 && t.Edit != "leave_out_sentence" {
				t = remedy.Task{Edit: "leave_out", Marks: evidenceMarks(f)}
			}
			edits = append(edits, remedy.Plan(r.doc, t)...)
		}
		if len(edits) == 0 {
			return nil
		}
		mended.Text = remedy.Tidy(remedy.Apply(mended.Text, remedy.Join(edits)))
		r = e.read(&mended, asOf)
		j = e.program.Judge(r.judged())
		if v := verdict(j); v <= bedside.Advise {
			if !keepsEnough(d.Text, mended.Text) {
				return nil
			}
			return &bedside.Rewrite{Text: mended.Text, Verdict: v}
		}
	}
	return nil
}

func verdict(j assess.Judgement) (v bedside.Severity) {
	for i := range j.Findings {
		v = max(v, j.Findings[i].Severity)
	}
	return v
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
