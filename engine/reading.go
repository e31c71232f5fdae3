package engine

import (
	"slices"
	"time"

	"bedside"
	"bedside/assess"
	"bedside/calendar"
	"bedside/read"
	"bedside/reid"
	"bedside/subject"
	"bedside/text"
)

// reading is everything that is known of a draft before it is judged. Its memory is used again for later drafts, so nothing
// of it may stay in a result.
type reading struct {
	doc      *text.Document // of the text itself
	passages []subject.Passage
	told     subject.Reading // who it speaks of and what it says
	of       persons         // the same by person
	context  []bedside.Fact  // of the draft as a whole
	derived  []bedside.Fact  // of its people
	looked   []bedside.Fact  // of what was seen in its pictures
	facts    []bedside.Fact  // all of these, in this order
	seen     read.Seen       // what the reader looks at
	between  read.Reading    // what was found between the lines
	levels   bedside.FactSet // the levels that its heads reach, as far as the author does not know better
	isRead   bool            // there is a reader
	costs    []bedside.Span  // by person: the detail that gives most away
	crowds   []reid.Crowd    // by person: how many people fit; none where nobody needs it
	prices   []price         // of the details of all of them
	parts    []assess.PartRange
	anchor   *anchor // nil without a time of the draft
	ages     map[bedside.Span]reid.Age
	around   []read.Passage // bio and what is answered, where there are any
	unused   bool           // an answer fits no question of the pack
	private  bool           // only whom it is written to reads it
	change   calendar.Day   // of the earlier post that is the one to change; 0 for none
	pictures []bedside.Fact // what earlier posts and the draft reveal together: words of all of them

	docs  []*text.Document // of this draft or of an earlier one
	taken int              // how many of them are of this draft
	found []bedside.Mention
	one   []bedside.Fact // the facts of one person
}

func (e *Engine) newReading(d *bedside.Draft) *reading {
	r := e.pool.Get().(*reading)
	r.doc, r.passages, r.context, r.derived, r.facts = nil, r.passages[:0], r.context[:0], r.derived[:0], r.facts[:0]
	r.isRead, r.costs, r.parts, r.around, r.unused = false, r.costs[:0], r.parts[:0], r.around[:0], false
	r.taken, r.found, r.pictures, r.prices, r.looked = 0, r.found[:0], r.pictures[:0], r.prices[:0], r.looked[:0]
	r.change = 0
	r.private = private(d)
	r.anchor = anchorOf(d)
	clear(r.ages)
	return r
}

// keptTokens bounds the text whose memory is kept: a long one is rare.
const keptTokens = 1 << 14

// done gives the memory of a reading back.
func (e *Engine) done(r *reading) {
	tokens := 0
	for _, d := range r.docs {
		tokens += cap(d.Tokens)
	}
	if tokens <= keptTokens {
		e.pool.Put(r)
	}
}

// judge reads a draft again and judges it.
func (e *Engine) judge(d *bedside.Draft, asOf time.Time) assess.Judgement {
	r := e.read(d, asOf)
	defer e.done(r)
	return e.judged(r, d, asOf)
}

// judged judges what was read of a draft. What was seen in its pictures never clears what its words or its author say, and words seen in
// them nothing that was seen beside.
func (e *Engine) judged(r *reading, d *bedside.Draft, asOf time.Time) assess.Judgement {
	j := e.program.Judge(r.judged())
	if less, ok := withoutSights(d); ok {
		j = j.AtLeast(e.judge(less, asOf))
	}
	return j
}

// withoutSights is a draft of whose pictures less is known: no words, or where there are none nothing but which pictures they are. False
// where that is all.
func withoutSights(d *bedside.Draft) (*bedside.Draft, bool) {
	less := *d
	less.Media = slices.Clone(d.Media)
	words := slices.ContainsFunc(d.Media, func(m bedside.Media) bool { return m.Seen != nil && len(m.Seen.Texts) > 0 })
	seen := false
	for i := range less.Media {
		s := less.Media[i].Seen
		switch {
		case s == nil:
		case words:
			mute := *s
			mute.Texts, seen = nil, true
			less.Media[i].Seen = &mute
		default:
			seen = seen || len(s.Faces)+len(s.Codes) > 0 || hasMetadata(&s.Metadata)
			less.Media[i].Seen = &bedside.Seen{Type: s.Type, SHA256: s.SHA256}
		}
	}
	return &less, seen
}

// look parses a stretch of words and finds its mentions.
func (e *Engine) look(r *reading, part bedside.PartKind, index, passage int, s string) (*text.Document, []bedside.Mention) {
	if r.taken == len(r.docs) {
		r.docs = append(r.docs, &text.Document{})
	}
	doc := r.docs[r.taken]
	r.taken++
	e.parser.ParseInto(doc, s)
	first := len(r.found)
	r.found = e.detector.Append(r.found, doc, part, index, passage)
	return doc, r.found[first:len(r.found):len(r.found)]
}

// aroundOf is a part that the judgement does not number; nil when the draft has none.
func (r *reading) aroundOf(part bedside.PartKind) *read.Passage {
	for i := range r.around {
		if r.around[i].Part == part {
			return &r.around[i]
		}
	}
	return nil
}

func hasMetadata(m *bedside.Metadata) bool {
	return m.Place != nil || m.Taken != "" || m.Device != "" || m.Owner != "" || m.Previews > 0 || len(m.Fields)+len(m.Words) > 0
}
