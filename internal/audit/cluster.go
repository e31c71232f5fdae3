package audit

import (
	"cmp"
	"slices"

	"bedside"
	"bedside/link"
)

// clusters are the posts that reveal somebody together, the gravest first.
func (r *run) clusters() []bedside.AuditCluster {
	type found struct {
		cluster bedside.AuditCluster
		posts   []int
	}
	var all []found
	for _, c := range r.timeline.Clusters() {
		if f, ok := r.Engine.Together(c); ok {
			cluster, posts := r.cluster(&c, &f)
			all = append(all, found{cluster, posts})
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return byCluster(&a.cluster, &b.cluster) })
	var out []bedside.AuditCluster
	for _, f := range all {
		out = append(out, f.cluster)
		r.pieces = append(r.pieces, f.posts)
	}
	return out
}

func byCluster(a, b *bedside.AuditCluster) int {
	return cmp.Or(
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(reach(b.Gained), reach(a.Gained)),
		cmp.Compare(likely(a.Crowd), likely(b.Crowd)),
		cmp.Compare(len(b.Posts), len(a.Posts)),
	)
}

// cluster is a cluster as the report shows it, and which posts are in it.
func (r *run) cluster(c *link.Cluster, f *bedside.Finding) (bedside.AuditCluster, []int) {
	out := bedside.AuditCluster{
		Severity: f.Severity, Gained: c.Gained, Crowd: c.Crowd, Message: f.Message, Why: f.Why, Remedy: f.Remedy.Text, Clauses: f.Clauses,
	}
	var posts []int
	var name []string
	for i := range c.Posts {
		p := &c.Posts[i]
		at := r.told[p.Index]
		posts = append(posts, at)
		name = append(name, r.posts[at].Draft.Account.Platform, r.posts[at].Draft.ID)
		out.Posts = append(out.Posts, r.piece(p, at, p.Index == c.Change))
		out.RecognisableBy = addNew(out.RecognisableBy, p.RecognisableBy)
	}
	if n := len(out.Posts); n > 0 { // of what lies between, nobody has counted
		out.Posts[0].SoFar, out.Posts[n-1].SoFar = out.Posts[0].Alone, c.Crowd
	}
	out.RecognisableBy = addNew(out.RecognisableBy, c.Gained)
	out.ID = "c" + newHasher(nil).of(name...).short()
	return out, posts
}

// piece is what one post adds.
func (r *run) piece(p *link.Post, at int, change bool) bedside.AuditPiece {
	out := bedside.AuditPiece{Post: r.show(at), Alone: p.Crowd, Change: change}
	for _, g := range p.Gives {
		if kind := g.Kind.String(); !slices.Contains(out.Gives, kind) {
			out.Gives = append(out.Gives, kind)
		}
		e := bedside.Evidence{Part: g.Span.Part, Index: g.Span.Index, Start: g.Span.Start, End: g.Span.End}
		e.Text = wordsAt(&r.posts[at].Draft, g.Span)
		out.Evidence = append(out.Evidence, e)
	}
	return out
}

// wordsAt are the words of a draft that a span covers.
func wordsAt(d *bedside.Draft, s bedside.Span) string {
	text := ""
	switch s.Part { //nolint:exhaustive // nothing is told in the others
	case bedside.PartText:
		text = d.Text
	case bedside.PartBio:
		text = d.Account.Bio
	case bedside.PartReplyTo:
		text = d.Context.ReplyTo.Text
	case bedside.PartAlt:
		text = d.Media[s.Index].Alt
	case bedside.PartCaption:
		text = d.Media[s.Index].Caption
	}
	return text[min(s.Start, len(text)):min(s.End, len(text))]
}

// addNew appends what a list does not hold yet, in the order of who stands nearest.
func addNew(list, more []string) []string {
	for _, who := range more {
		if !slices.Contains(list, who) {
			list = append(list, who)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Compare(reach([]string{a}), reach([]string{b})) })
	return list
}

// clusterIDs are the hashes of the ids of each cluster's posts.
func (r *run) clusterIDs() [][]string {
	h := r.state.hasher()
	out := make([][]string, len(r.pieces))
	for i, posts := range r.pieces {
		for _, at := range posts {
			out[i] = append(out[i], h.id(&r.posts[at].Draft).String())
		}
	}
	return out
}

// tells reports whether a record holds something that can be put together with another post's: the bio stands beside them all.
func tells(r *link.Record) bool {
	return len(r.Tellings) > 0 || slices.ContainsFunc(r.Stays, func(s link.Stay) bool { return !s.Bio })
}
