package timelines

import (
	"fmt"
	"io"
	"slices"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/internal/eval"
)

// Engine is what is measured.
type Engine interface {
	CheckAndRecord(d bedside.Draft, asOf time.Time) (*bedside.Result, engine.Record, error)
	NewTimeline() *engine.Timeline
	Together(c engine.Cluster) (bedside.Finding, bool) // what the rules say of a cluster
}

// Score is how the engine does on some timelines. A cluster counts where at least two of its posts, or one beside the bio, are
// acceptable by themselves. A revealing timeline is found when such a cluster holds a post of the picture, a harmless one is sent back by a cluster that the
// rules would have changed. The right posts are named
// when one cluster holds at least half of the picture, at most one post more than it that is not of it, and the post that it says to
// change is one of those that a reader would change.
type Score struct {
	Found    eval.Rate `json:"found"`     // of revealing timelines
	SentBack eval.Rate `json:"sent_back"` // of harmless ones
	Named    eval.Rate `json:"named"`     // of revealing ones that were found
	Posts    int       `json:"posts"`
	// Missed, SentBackIDs and Misnamed are ids, of open sets only.
	Missed      []string `json:"missed,omitempty"`
	SentBackIDs []string `json:"sent_back_ids,omitempty"`
	Misnamed    []string `json:"misnamed,omitempty"`

	cases map[string][3][2]int // by id
}

// What is counted of a timeline.
const (
	foundIt = iota
	sentBack
	namedIt
)

// Evaluate scores the engine. ids asks for the ids of what went wrong.
func Evaluate(all []Timeline, e Engine, ids bool) (Score, error) {
	s := Score{cases: map[string][3][2]int{}}
	var sums [3]eval.Count
	for i := range all {
		t := &all[i]
		counts, err := t.counts(e)
		if err != nil {
			return s, err
		}
		s.Posts += len(t.Posts)
		s.cases[t.ID] = counts
		for m, c := range counts {
			sums[m].Hits, sums[m].Of = sums[m].Hits+c[0], sums[m].Of+c[1]
		}
		s.wrong(t.ID, counts)
	}
	s.Found, s.SentBack, s.Named = eval.RateOf(sums[foundIt]), eval.RateOf(sums[sentBack]), eval.RateOf(sums[namedIt])
	if !ids {
		s.cases, s.Missed, s.SentBackIDs, s.Misnamed = nil, nil, nil, nil
	}
	return s, nil
}

// wrong notes the id of a timeline that went wrong.
func (s *Score) wrong(id string, c [3][2]int) {
	switch {
	case c[foundIt] == [2]int{0, 1}:
		s.Missed = append(s.Missed, id)
	case c[sentBack] == [2]int{1, 1}:
		s.SentBackIDs = append(s.SentBackIDs, id)
	case c[namedIt] == [2]int{0, 1}:
		s.Misnamed = append(s.Misnamed, id)
	}
}

// counts scores one timeline: hits and tries of what is counted.
func (t *Timeline) counts(e Engine) (out [3][2]int, err error) {
	clusters, err := t.clusters(e)
	if err != nil {
		return out, err
	}
	if !t.Reveals() {
		out[sentBack] = try(slices.ContainsFunc(clusters, func(c cluster) bool { return c.severity >= bedside.Revise }))
		return out, nil
	}
	hit := slices.ContainsFunc(clusters, func(c cluster) bool { return c.of(t.Picture) > 0 })
	out[foundIt] = try(hit)
	if hit {
		out[namedIt] = try(slices.ContainsFunc(clusters, t.named))
	}
	return out, nil
}

func try(hit bool) [2]int {
	if hit {
		return [2]int{1, 1}
	}
	return [2]int{0, 1}
}

// cluster is the posts of one by id, without those that are not acceptable by themselves.
type cluster struct {
	posts    []string
	change   string
	severity bedside.Severity
}

func (c *cluster) of(picture []string) int {
	n := 0
	for _, id := range c.posts {
		if slices.Contains(picture, id) {
			n++
		}
	}
	return n
}

func (t *Timeline) named(c cluster) bool {
	hits := c.of(t.Picture)
	return 2*hits >= len(t.Picture) && len(c.posts)-hits <= hits+1 && slices.Contains(t.Change, c.change)
}

// clusters checks every post and asks what they reveal together.
func (t *Timeline) clusters(e Engine) ([]cluster, error) {
	line := e.NewTimeline()
	for i := range t.Posts {
		d := t.Draft(i)
		_, record, err := e.CheckAndRecord(d, d.Time.Time)
		if err != nil {
			return nil, fmt.Errorf("timeline %s, post %s: %w", t.ID, d.ID, err)
		}
		line.Add(record)
	}
	var out []cluster
	for _, found := range line.Clusters() {
		said, _ := e.Together(found)
		c := cluster{change: t.Posts[found.Change].ID, severity: said.Severity}
		for _, p := range found.Posts {
			if id := t.Posts[p.Index].ID; !slices.Contains(t.Alone, id) || slices.Contains(t.Picture, id) {
				c.posts = append(c.posts, id)
			}
		}
		if len(c.posts) == len(found.Posts) || len(c.posts) > 1 {
			out = append(out, c)
		}
	}
	return out, nil
}

// Print tells a score in three lines, and what went wrong.
func (s *Score) Print(w io.Writer, name string) error {
	if s.Found.Of+s.SentBack.Of == 0 {
		return nil
	}
	if _, err := fmt.Fprintf(w, "\n%s: %d timelines of %d posts\n", name, s.Found.Of+s.SentBack.Of, s.Posts); err != nil {
		return err
	}
	for _, r := range []struct {
		title string
		rate  eval.Rate
		ids   []string
	}{{"revealing, found", s.Found, s.Missed}, {"harmless, sent back", s.SentBack, s.SentBackIDs}, {"found, right posts named", s.Named, s.Misnamed}} {
		if _, err := fmt.Fprintf(w, "  %-26s %5.1f %%  %d of %d  (%.1f to %.1f)  %v\n",
			r.title, 100*r.rate.Value, r.rate.Hits, r.rate.Of, 100*r.rate.Low, 100*r.rate.High, r.ids); err != nil {
			return err
		}
	}
	return nil
}
