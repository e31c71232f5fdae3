package audit

import (
	"cmp"
	"slices"

	"bedside"
)

// tasks is the clean-up: a task for each post in which something was found, and for each that a cluster would have changed; what
// says nearly the same is gathered. The gravest come first.
func (r *run) tasks(clusters []bedside.AuditCluster) []bedside.AuditTask {
	var out []bedside.AuditTask
	place := make(map[int]int) // of a post, in out
	for _, l := range r.loud {
		place[l.at] = len(out)
		out = append(out, r.task(l))
	}
	for i := range clusters {
		c := &clusters[i]
		for k := range c.Posts {
			if c.Posts[k].Change {
				out = r.clustered(out, place, r.pieces[i][k], c)
			}
		}
	}
	slices.SortStableFunc(out, byGravity)
	return gather(out)
}

// task says what to do about one post.
func (r *run) task(l loud) bedside.AuditTask {
	t := bedside.AuditTask{
		Post: r.show(l.at), Severity: l.result.Verdict, Findings: l.result.Findings, Questions: l.result.Questions, Rewrite: l.result.Rewrite,
	}
	for i := range l.result.People {
		p := &l.result.People[i]
		if !tellsOf(l.result.Findings, p.ID) {
			continue
		}
		for _, who := range p.RecognisableBy {
			if !slices.Contains(t.RecognisableBy, who) {
				t.RecognisableBy = append(t.RecognisableBy, who)
			}
		}
		if p.Crowd != nil && (t.Crowd == nil || p.Crowd.Likely < t.Crowd.Likely) {
			t.Crowd = p.Crowd
		}
	}
	t.Do = whatToDo(&t)
	return t
}

// tellsOf reports whether findings are about a person.
func tellsOf(findings []bedside.Finding, person string) bool {
	return slices.ContainsFunc(findings, func(f bedside.Finding) bool { return slices.Contains(f.People, person) })
}

// clustered adds to a post's task that a cluster would have it changed, or makes it one.
func (r *run) clustered(out []bedside.AuditTask, place map[int]int, at int, c *bedside.AuditCluster) []bedside.AuditTask {
	i, ok := place[at]
	if !ok {
		i = len(out)
		place[at] = i
		out = append(out, bedside.AuditTask{Post: r.show(at), RecognisableBy: c.RecognisableBy, Crowd: c.Crowd})
	}
	t := &out[i]
	t.Severity = max(t.Severity, c.Severity)
	t.Clusters = append(t.Clusters, c.ID)
	t.Do = whatToDo(t)
	return out
}

// whatToDo chooses the way out. Words that can be mended are edited; a platform where that cannot be done has its own way, which
// the report tells.
func whatToDo(t *bedside.AuditTask) string {
	switch {
	case t.Post.Kind == "contact_request" && t.Severity >= bedside.Revise:
		return bedside.AuditDecline
	case t.Post.Kind == "contact_request":
		return bedside.AuditAsk
	case t.Post.Draft.PostedBy == "other":
		return bedside.AuditUntag
	case t.Post.Kind == "bio", t.Rewrite != nil, t.Severity == bedside.Advise, len(t.Findings) == 0:
		return bedside.AuditEdit
	case t.Severity == bedside.Revise && len(t.Questions) > 0:
		return bedside.AuditAsk
	default:
		return bedside.AuditDelete
	}
}

// byGravity puts first what is gravest: then what more people could recognise somebody from, what fits fewer, and what more can see;
// of what is alike the newest, which is read most.
func byGravity(a, b bedside.AuditTask) int {
	return cmp.Or(
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(reach(b.RecognisableBy), reach(a.RecognisableBy)),
		cmp.Compare(likely(a.Crowd), likely(b.Crowd)),
		cmp.Compare(hidden(a.Post.Audience), hidden(b.Post.Audience)),
		cmp.Compare(len(b.Findings), len(a.Findings)),
		b.Post.Time.Compare(a.Post.Time.Time),
	)
}

// reach is how far from the person those stand who could recognise them.
func reach(by []string) (far int) {
	for _, who := range by {
		far = max(far, 1+slices.Index([]string{"self", "family", "colleague", "stranger"}, who))
	}
	return far
}

func likely(c *bedside.Crowd) int {
	if c == nil {
		return 1 << 40
	}
	return c.Likely
}

// hidden orders audiences, the widest first. One that is unknown may be everybody.
func hidden(audience string) int {
	return max(0, slices.Index(bedside.Audiences(), audience))
}

// show is a post as the report shows it.
func (r *run) show(at int) bedside.AuditPost {
	p := &r.posts[at]
	d := &p.Draft
	kind := d.Kind
	if kind == "" {
		kind = "post"
	}
	return bedside.AuditPost{
		ID: d.ID, Platform: r.platform(p), Handle: d.Account.Handle, Kind: kind, Audience: d.Account.Audience, Time: d.Time,
		URL: p.URL, File: p.File, Lang: d.Lang, Text: d.Text, Draft: d,
	}
}
