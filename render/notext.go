package render

import "bedside"

// WithoutText returns a copy of a result that repeats no words of the draft: places stay, words go. The rewrite goes
// as a whole, since most of it is the draft.
func WithoutText(r *bedside.Result) *bedside.Result {
	out := *r
	out.Rewrite = nil
	out.Findings = each(r.Findings, func(f bedside.Finding) bedside.Finding {
		f.Evidence = each(f.Evidence, wordless)
		return f
	})
	out.Questions = each(r.Questions, func(q bedside.Question) bedside.Question {
		q.Evidence = each(q.Evidence, wordless)
		return q
	})
	out.People = each(r.People, func(p bedside.Person) bedside.Person {
		p.Costliest, p.Costs = "", nil
		return p
	})
	return &out
}

func wordless(e bedside.Evidence) bedside.Evidence {
	e.Text = ""
	return e
}
