package engine

import (
	"time"

	"bedside"
	"bedside/read"
)

// Seen is what the learned reader would look at in a draft: for training and for figures.
func (e *Engine) Seen(d bedside.Draft, asOf time.Time) *read.Seen {
	d = d.WithDefaults()
	if asOf.IsZero() {
		asOf = d.Time.Time
	}
	return e.seen(&d, e.firstTier(&d, asOf))
}

// seen gathers the words of all parts and the facts of the first tier, without identifiers.
func (e *Engine) seen(d *bedside.Draft, r *reading) *read.Seen {
	s := &read.Seen{Facts: r.facts[:len(r.told.Facts)+len(r.context)]}
	for i := range r.told.People {
		s.Subjects = append(s.Subjects, r.told.People[i].Subject)
	}
	for i := range r.passages {
		p := &r.passages[i]
		s.Passages = append(s.Passages, read.Passage{
			Part: p.Part, Index: p.Index, Doc: p.Doc, FirstSentence: p.FirstSentence, Hidden: identifiers(p.Mentions),
		})
	}
	e.around(s, bedside.PartBio, d.Account.Bio)
	e.around(s, bedside.PartReplyTo, d.Context.ReplyTo.Text)
	return s
}

// around adds a part that the judgement does not number.
func (e *Engine) around(s *read.Seen, part bedside.PartKind, words string) {
	if words == "" {
		return
	}
	doc := e.parser.Parse(words)
	hidden := identifiers(e.detector.Detect(doc, part, 0, 0))
	s.Passages = append(s.Passages, read.Passage{Part: part, Doc: doc, FirstSentence: -1, Hidden: hidden})
}

// identifiers is where the identifiers among some mentions stand. Mentions come in the order of their words.
func identifiers(mentions []bedside.Mention) []read.Range {
	var out []read.Range
	for i := range mentions {
		if m := &mentions[i]; m.Kind.Info().Class == bedside.Identifier {
			out = append(out, read.Range{First: m.First, Last: m.Last})
		}
	}
	return out
}
