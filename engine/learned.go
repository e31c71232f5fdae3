package engine

import (
	"slices"
	"time"

	"bedside"
	"bedside/read"
	"bedside/subject"
)

// Seen is what the learned reader would look at in a draft: for training and for figures.
func (e *Engine) Seen(d bedside.Draft, asOf time.Time) *read.Seen {
	d = d.WithDefaults()
	if asOf.IsZero() {
		asOf = d.Time.Time
	}
	r := e.firstTier(&d, asOf) // its memory is the caller's from now on
	r.see()
	return &r.seen
}

// see gathers the words of all parts and the facts of the first tier, without identifiers. Words on things in a picture tell no
// story, and are left out.
func (r *reading) see() {
	s := &r.seen
	s.Facts, s.Subjects, s.Passages = r.facts[:len(r.told.Facts)+len(r.context)], s.Subjects[:0], s.Passages[:0]
	if slices.ContainsFunc(r.passages, onThings) {
		s.Facts = slices.DeleteFunc(slices.Clone(s.Facts), func(f bedside.Fact) bool {
			return slices.ContainsFunc(r.passages, func(p subject.Passage) bool { return onThings(p) && f.Span.Part == p.Part && f.Span.Index == p.Index })
		})
	}
	for i := range r.told.People {
		s.Subjects = append(s.Subjects, r.told.People[i].Subject)
	}
	for i := range r.passages {
		p := &r.passages[i]
		if onThings(*p) {
			continue
		}
		s.Passages = append(s.Passages, read.Passage{
			Part: p.Part, Index: p.Index, Doc: p.Doc, FirstSentence: p.FirstSentence, Shown: p.Shown != subject.NotShown, Mentions: p.Mentions,
		})
	}
	s.Passages = append(s.Passages, r.around...)
}

// onThings holds for words on things in a picture.
func onThings(p subject.Passage) bool { return p.Shown == subject.ShownThings }
