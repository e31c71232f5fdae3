package engine

import (
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

func verdict(j assess.Judgement) (v bedside.Severity) {
	for i := range j.Findings {
		v = max(v, j.Findings[i].Severity)
	}
	return v
}

// keepsEnough refuses a rewrite that leaves next to nothing of what was written.
func keepsEnough(before, after string) bool { return len(after) >= 12 && len(after)*3 >= len(before) }
