package engine

import (
	"time"

	"bedside"
	"bedside/calendar"
	"bedside/link"
	"bedside/text"
)

// Record is what is kept of one post to see what posts reveal together.
type Record = link.Record

// recorder makes the record of a draft from what was read of it.
type recorder struct {
	r   *reading
	at  *anchor // the day of the post; nil when it is not known
	out Record

	told     uint8 // how sure the learned reader is that one patient is told of
	follows  bool  // takes up somebody who was told of before
	changed  bool  // says that details are changed
	small    bool  // says that few people are there
	clinical bool  // shows the author at work with patients
	other    bool  // speaks of somebody else: the author's family, a novel, an animal, people in general
}

// record gathers what a draft tells of patients and of where its author is. An ordinary post gives an empty record.
// A draft without a time is about to be published: it is of the day as of which it is checked.
func (r *reading) record(d *bedside.Draft, asOf time.Time) Record {
	c := recorder{r: r, at: r.anchor}
	if c.at == nil && !asOf.IsZero() {
		c.at = &anchor{calendar.DayOf(asOf), calendar.OrderOf(d.Author.Jurisdiction)}
	}
	if c.at != nil {
		c.out.Day, c.out.Dated = c.at.day, true
	}
	c.survey()
	for i := range r.told.People {
		c.person(i)
	}
	c.scene()
	c.stays()
	if len(c.out.Tellings) > 0 || len(c.out.Stays) > 0 {
		c.out.Said(wordsOf(r.doc), c.answered())
	}
	return c.out
}

// answered is the hash of what the draft answers; 0 for nothing.
func (c *recorder) answered() uint64 {
	if p := c.r.aroundOf(bedside.PartReplyTo); p != nil {
		return wordsOf(p.Doc)
	}
	return 0
}

func wordsOf(doc *text.Document) uint64 {
	if len(doc.Tokens) == 0 {
		return 0
	}
	words := make([]string, 0, len(doc.Tokens))
	for i := range doc.Tokens {
		if k := doc.Tokens[i].Kind; k == text.Word || k == text.Number {
			words = append(words, doc.Tokens[i].Form)
		}
	}
	return link.Hash(words...)
}

// survey notes what holds for the draft as a whole.
func (c *recorder) survey() {
	switch told := func(l bedside.Level) bool { return c.r.levels.Has(bedside.LearnedFact(bedside.HeadToldStory, l)) }; {
	case !c.r.isRead:
	case told(bedside.Sure):
		c.told = 2
	case told(bedside.Likely):
		c.told = 1
	}
	for i := range c.r.told.Facts {
		f := &c.r.told.Facts[i]
		if f.Stance != bedside.Asserted {
			continue
		}
		switch f.Kind {
		case bedside.FactCareFollowUp:
			c.follows = true
		case bedside.FactPrivacyChanged:
			c.changed = true
		case bedside.FactWorkSmall:
			c.small = true
		case bedside.FactCareGeneral, bedside.FactCareHypothetical, bedside.FactPersonFiction, bedside.FactPersonManikin, bedside.FactPersonOwnKin,
			bedside.FactPersonHistory, bedside.FactPersonAnimal:
			c.other = true
		case bedside.FactCareSetting, bedside.FactCareAct, bedside.FactCareCame, bedside.FactWard, bedside.FactPersonPatient:
			c.clinical = true
		default:
		}
	}
}

// mostDetails bounds what is kept of one person.
const mostDetails = 24

// person notes what is told of somebody who is, or may be, a patient.
func (c *recorder) person(i int) {
	s := c.r.told.People[i].Subject
	weak := s == bedside.SubjectOther
	if !weak && !protected(s) {
		return
	}
	p := link.Telling{Person: i, Weak: weak}
	for _, k := range c.r.of.of(i) {
		c.add(&p, &c.r.told.Facts[k])
	}
	c.finish(&p)
}

// scene notes what is told of nobody in particular: of the one patient of the draft, if there is just one, else of one whom no
// word stands for, if the draft shows its author at work: "what a lovely morning on labour ward, twins".
func (c *recorder) scene() {
	only, patients := -1, 0
	for i := range c.out.Tellings {
		if !c.out.Tellings[i].Weak {
			only = i
			patients++
		}
	}
	p := link.Telling{Person: -1, Weak: true}
	if patients == 1 {
		p = c.out.Tellings[only]
	}
	for i := range c.r.told.Facts {
		if f := &c.r.told.Facts[i]; f.Person < 0 && !places(f.Kind) {
			c.add(&p, f)
		}
	}
	switch {
	case patients == 1:
		c.date(&p)
		c.out.Tellings[only] = p
	case patients == 0 && (c.told > 0 || !c.other && (c.clinical || c.follows)):
		if c.told > 0 {
			c.pointed(&p)
		}
		c.finish(&p)
	}
}

// pointed adds the words in which the learned reader sees a patient told of.
func (c *recorder) pointed(p *link.Telling) {
	for _, f := range c.r.point(bedside.LearnedFact(bedside.HeadToldStory, bedside.Likely)) {
		f.Kind = bedside.FactStory
		c.add(p, &f)
	}
}

func (c *recorder) add(p *link.Telling, f *bedside.Fact) {
	if f.Stance != bedside.Asserted || f.Span.Empty() || len(p.Details) == mostDetails {
		return
	}
	words := c.words(f.Span)
	p.Sex |= sexOf(words)
	if p.Weak && f.Kind == bedside.FactName { // more often a place or a brand than somebody
		return
	}
	if class := f.Kind.Info().Class; class == bedside.Concept || class == bedside.Derived {
		return
	}
	d := link.Detail{Kind: f.Kind, Span: f.Span, Key: keyOf(words)}
	d.From, d.To = figures(f.Kind, words)
	p.Details = append(p.Details, d)
}

// finish keeps a telling that tells something.
func (c *recorder) finish(p *link.Telling) {
	p.Follows, p.Changed, p.Told = c.follows, c.changed, c.told
	if len(p.Details) == 0 && !p.Follows {
		return
	}
	c.date(p)
	c.out.Tellings = append(c.out.Tellings, *p)
}

// told days are the last few, where nothing else is said.
const toldDays = 3

// date says when it happened: in the days that the words name, else in the last few, unless they speak of long ago.
func (c *recorder) date(p *link.Telling) {
	if c.at == nil {
		return
	}
	day := c.at.day
	p.Days, p.Timed = calendar.Interval{First: day - toldDays, Last: day}, true
	for i := range p.Details {
		switch d := &p.Details[i]; d.Kind {
		case bedside.FactPast, bedside.FactYear:
			p.Timed = false
		case bedside.FactDate, bedside.FactRecent:
			found := calendar.Resolve(c.words(d.Span), day, c.at.order)
			if len(found.Days) > 0 && found.Days[0].Last <= day+1 {
				p.Days, p.Timed = found.Days[0], true
				return
			}
		default:
		}
	}
}
