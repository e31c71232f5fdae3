package app

import (
	"strings"

	"bedside"
	"bedside/remedy"
)

// Mended is the text of a draft with what a person chose: "rewrite", the whole wording that was offered, or "fix:" and the id of a finding,
// the edit beside it. It is false when nothing of that kind was offered.
func (a *App) Mended(d bedside.Draft, r *bedside.Result, choice string) (string, bool) {
	if choice == "rewrite" && r.Rewrite != nil {
		return r.Rewrite.Text, true
	}
	id, ok := strings.CutPrefix(choice, "fix:")
	if !ok {
		return "", false
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.ID == id && len(f.Remedy.Edits) > 0 {
			return remedy.Apply(d.Text, f.Remedy.Edits), true
		}
	}
	return "", false
}
