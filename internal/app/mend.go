package app

import (
	"context"
	"strings"

	"bedside"
	"bedside/remedy"
)

// Mended is the text of a draft with what a person chose: "rewrite", the whole wording that was offered; "soften", that wording with the
// thoughts softened too; or "fix:" and the id of a finding, the edit beside it. It is false when nothing of that kind was offered.
func (a *App) Mended(ctx context.Context, d bedside.Draft, r *bedside.Result, choice string) (string, bool) {
	switch id, fix := strings.CutPrefix(choice, "fix:"); {
	case choice == "rewrite" && r.Rewrite != nil:
		return r.Rewrite.Text, true
	case choice == "soften":
		return a.softened(ctx, d, r)
	case fix:
		return fixed(d, r, id)
	}
	return "", false
}

func fixed(d bedside.Draft, r *bedside.Result, id string) (string, bool) {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.ID == id && len(f.Remedy.Edits) > 0 {
			return remedy.Apply(d.Text, f.Remedy.Edits), true
		}
	}
	return "", false
}

// Offered is the check of the wording that a result offers, by the same author; nil when it offers none.
func (a *App) Offered(ctx context.Context, d bedside.Draft, r *bedside.Result) *bedside.Result {
	if r.Rewrite == nil {
		return nil
	}
	d.Text = r.Rewrite.Text
	_, again, err := a.Check(ctx, d)
	if err != nil {
		return nil // it was checked a moment ago: there is nothing to add
	}
	return again
}

// Softens reports whether a wording leaves thoughts that edits would soften.
func Softens(r *bedside.Result) bool {
	return r != nil && len(thoughts(r)) > 0
}

// thoughts are the edits of what is left to consider.
func thoughts(r *bedside.Result) (edits []bedside.Edit) {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Severity == bedside.Advise {
			edits = append(edits, f.Remedy.Edits...)
		}
	}
	return remedy.Join(edits)
}

// softened makes the edits of all thoughts too, in the wording that is offered where there is one. What would have to be changed then is not
// handed out.
func (a *App) softened(ctx context.Context, d bedside.Draft, r *bedside.Result) (string, bool) {
	if again := a.Offered(ctx, d, r); again != nil {
		d.Text, r = r.Rewrite.Text, again
	}
	edits := thoughts(r)
	if len(edits) == 0 {
		return "", false
	}
	before := r.Verdict
	d.Text = remedy.Apply(d.Text, edits)
	_, after, err := a.Check(ctx, d)
	return d.Text, err == nil && after.Verdict <= before
}
