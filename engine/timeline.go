package engine

import (
	"fmt"
	"slices"
	"sort"
	"time"

	"bedside"
	"bedside/assess"
	"bedside/link"
	"bedside/worth"
)

// Timeline is an author's posts, as records, to hold drafts against.
type Timeline = link.Timeline

// Cluster is posts that reveal somebody together.
type Cluster = link.Cluster

// NewTimeline is a timeline without posts.
func (e *Engine) NewTimeline() *Timeline {
	if e.census == nil {
		return link.NewTimeline(nil)
	}
	return link.NewTimeline(worth.Figures{Table: e.census})
}

// CheckAndRecord answers one post, and hands out what a timeline keeps of it.
func (e *Engine) CheckAndRecord(d bedside.Draft, asOf time.Time) (*bedside.Result, Record, error) {
	var record Record
	result, err := e.check(d, asOf, func(r *reading, d *bedside.Draft) { record = e.record(r, d, time.Time{}) })
	return result, record, err
}

// Record is what a timeline keeps of one post, without an answer to it.
func (e *Engine) Record(d bedside.Draft) (Record, error) {
	d = d.WithDefaults()
	if err := validate(&d); err != nil {
		return Record{}, err
	}
	r := e.read(&d, d.Time.Time)
	defer e.done(r)
	return e.record(r, &d, time.Time{}), nil
}

// CheckWith answers one draft held against earlier posts, which it does not join. Evidence in them has the index that Add gave,
// counted on from the posts that the draft itself brings along.
func (e *Engine) CheckWith(d bedside.Draft, asOf time.Time, t *Timeline) (*bedside.Result, error) {
	return e.beside(earlier{timeline: t}, len(d.Context.Timeline)).Check(d, asOf)
}

// earlier is posts that drafts are held against.
type earlier struct {
	timeline *Timeline
	places   []int // by index in the timeline: the index in results; nil where both are the same
	first    int   // the index of the first in results, without places
	undated  bool  // some post has no time
}

func (b *earlier) place(index int) int {
	if b.places != nil {
		return b.places[index]
	}
	return b.first + index
}

// beside is the same engine with posts to hold drafts against.
func (e *Engine) beside(b earlier, first int) *Engine {
	b.first = first
	with := *e
	with.earlier = append(slices.Clip(e.earlier), b)
	return &with
}

// inline reads the posts that a draft brings along.
func (e *Engine) inline(d *bedside.Draft) earlier {
	posts := d.Context.Timeline
	b := earlier{timeline: e.NewTimeline(), places: make([]int, len(posts))}
	for i := range posts {
		b.places[i] = i
		b.undated = b.undated || posts[i].Time.IsZero()
	}
	sort.SliceStable(b.places, func(i, k int) bool { return posts[b.places[i]].Time.Before(posts[b.places[k]].Time.Time) })
	alone := *e
	alone.earlier = nil
	for _, i := range b.places {
		post := bedside.Draft{Text: posts[i].Text, Time: posts[i].Time, Kind: posts[i].Kind, Author: d.Author}.WithDefaults()
		r := alone.read(&post, post.Time.Time)
		b.timeline.Add(e.record(r, &post, time.Time{}))
		e.done(r)
	}
	return b
}

// together finds what a draft reveals with earlier posts: facts of the draft, and the words that show them.
func (e *Engine) together(d *bedside.Draft, r *reading, asOf time.Time) {
	if len(e.earlier) == 0 {
		return
	}
	record := e.record(r, d, asOf)
	if record.Empty() {
		return
	}
	some, sure := false, false
	for i := range e.earlier {
		b := &e.earlier[i]
		for _, c := range b.timeline.Ask(record) {
			r.picture(b, &c)
			some, sure = true, sure || c.Sure
		}
	}
	if some && !sure {
		r.facts = append(r.facts, bedside.Fact{Kind: bedside.FactTogetherDoubtful, Sentence: -1, Person: -1})
	}
}

// picture notes what posts and the draft reveal together.
func (r *reading) picture(b *earlier, c *Cluster) {
	if c.Change >= 0 {
		r.change = b.timeline.Day(c.Change)
	}
	for _, k := range gained(c) {
		r.facts = append(r.facts, bedside.Fact{Kind: k, Sentence: -1, Person: -1})
		for _, p := range c.Posts {
			for _, g := range p.Gives {
				span := g.Span
				switch {
				case p.Index < 0:
				case span.Part == bedside.PartText:
					span.Part, span.Index = bedside.PartTimeline, b.place(p.Index)
				default: // beside an earlier post
					continue
				}
				r.pictures = append(r.pictures, bedside.Fact{Kind: k, Span: span, Sentence: -1, Person: -1})
			}
		}
	}
}

// gained is what posts reveal together and none alone, as facts.
func gained(c *Cluster) (kinds []bedside.FactKind) {
	for _, g := range c.Gained {
		if k, ok := bedside.ParseFact("together." + g); ok {
			kinds = append(kinds, k)
		}
	}
	if c.Identified {
		kinds = append(kinds, bedside.FactTogetherIdentified)
	}
	return kinds
}

// Together is what the rules say of posts that reveal somebody together; false when no rule speaks of it.
func (e *Engine) Together(c Cluster) (bedside.Finding, bool) {
	var facts []bedside.Fact
	kinds := gained(&c)
	if !c.Sure {
		kinds = append(kinds, bedside.FactTogetherDoubtful)
	}
	for _, k := range kinds {
		facts = append(facts, bedside.Fact{Kind: k, Sentence: -1, Person: -1})
	}
	found := e.program.Judge(&assess.Case{Facts: facts, Point: func(bedside.FactKind) []bedside.Fact { return nil }}).Findings
	if len(found) == 0 {
		return bedside.Finding{}, false
	}
	return found[0].Finding, true
}

// changeFirst says in a finding about several posts which of them is the one to change, where it is not the draft.
func (r *reading) changeFirst(f *bedside.Finding) {
	if r.change == 0 || !slices.ContainsFunc(f.Evidence, func(e bedside.Evidence) bool { return e.Part == bedside.PartTimeline }) {
		return
	}
	year, month, day := r.change.Date()
	f.Remedy.Text = fmt.Sprintf("Change the post of %d %s %d first: it tells most. %s", day, time.Month(month), year, f.Remedy.Text)
}
