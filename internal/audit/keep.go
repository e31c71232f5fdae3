package audit

import (
	"slices"
	"strings"

	"bedside"
)

// loud is a post in which something was found.
type loud struct {
	at     int // of the posts
	result *bedside.Result
}

// keep takes the answer to a post, and of it only what the report needs.
func (r *run) keep(at int, a *answer) {
	switch {
	case a.known:
		r.state.note(a.hash, a.codes)
		r.gaps.addCodes(a.codes)
		return
	case a.failed:
		r.gaps.add(gapFailed)
		return
	}
	codes := r.gaps.codesOf(a.result)
	r.gaps.addCodes(codes)
	d := &r.posts[at].Draft
	telling := tells(&a.record) && !d.Time.IsZero()
	if telling {
		r.told = append(r.told, at)
		r.timeline.Add(a.record.In(r.posts[at].Thread))
	}
	if len(a.result.Findings) > 0 {
		a.result.Mentions, a.result.Packs = nil, nil
		r.loud = append(r.loud, loud{at, a.result})
	} else if !telling && len(d.Context.Consents) == 0 && r.gaps.known(codes) {
		r.state.note(a.hash, codes)
	}
}

// codesOf joins the codes of what was not checked of one post, but for what an audit does or says once. A question stands for
// itself where nothing else was found.
func (g *gaps) codesOf(r *bedside.Result) string {
	var codes []string
	for _, n := range r.NotChecked {
		if n.Code != "timeline" && n.Code != "truth" && !slices.Contains(codes, n.Code) {
			codes = append(codes, n.Code)
			g.explain(n, r.Complete)
		}
	}
	if len(r.Questions) > 0 && len(r.Findings) == 0 {
		codes = append(codes, gapQuestion)
	}
	slices.Sort(codes)
	return strings.Join(codes, ",")
}
