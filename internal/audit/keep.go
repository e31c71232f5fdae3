package audit

import (
	"slices"
	"strings"

	"bedside"
	"bedside/link"
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
	codes := codesOf(a.result)
	r.gaps.addCodes(codes)
	r.gaps.explain(a.result)
	d := &r.posts[at].Draft
	if telling(d, &a.record) {
		r.told = append(r.told, at)
		r.timeline.Add(a.record.In(r.posts[at].Thread))
	}
	if len(a.result.Findings) > 0 {
		a.result.Mentions, a.result.Packs = nil, nil
		r.loud = append(r.loud, loud{at, a.result})
	} else if quiet(d, a.result, &a.record, codes) {
		r.state.note(a.hash, codes)
	}
	if len(a.result.Findings) == 0 {
		takeDown(&r.posts[at])
	}
}

// Quiet reports whether a check found nothing in a post, and nothing that it would tell together with others, with the codes of what was
// not checked in it. An audit by the same engine need not check it again.
func Quiet(d *bedside.Draft, result *bedside.Result, record *link.Record) (codes string, ok bool) {
	codes = codesOf(result)
	return codes, len(result.Findings) == 0 && quiet(d, result, record, codes)
}

// quiet reports whether nothing of a post in which nothing was found is needed but the codes of what was not checked.
func quiet(d *bedside.Draft, result *bedside.Result, record *link.Record, codes string) bool {
	return !telling(d, record) && len(d.Context.Consents) == 0 && known(codes)
}

// telling reports whether a post stands in the timeline beside the others.
func telling(d *bedside.Draft, record *link.Record) bool { return tells(record) && !d.Time.IsZero() }

// codesOf joins the codes of what was not checked of one post. A question stands for itself where nothing else was found.
func codesOf(r *bedside.Result) string {
	var codes []string
	for _, n := range r.NotChecked {
		if told(n.Code) && !slices.Contains(codes, n.Code) {
			codes = append(codes, n.Code)
		}
	}
	if len(r.Questions) > 0 && len(r.Findings) == 0 {
		codes = append(codes, gapQuestion)
	}
	slices.Sort(codes)
	return strings.Join(codes, ",")
}

// told reports whether an audit tells a gap of its posts: not what it does itself, nor what it says once.
func told(code string) bool { return code != "timeline" && code != "truth" }
