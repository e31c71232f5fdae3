package engine

import (
	"slices"
	"time"

	"bedside"
	"bedside/calendar"
	"bedside/link"
	"bedside/text"
	"bedside/worth"
)

// Record is what is kept of one post to see what posts reveal together.
type Record = link.Record

// recorder makes the record of a draft from what was read of it.
type recorder struct {
	e   *Engine
	r   *reading
	d   *bedside.Draft
	w   *weigher // nil while nothing was counted
	at  *anchor  // the day of the post; nil when it is not known
	out Record

	story    int32             // how much of one patient is told, as the learned reader sees it
	told     bool              // so much that it is likely a story by itself
	follows  bool              // takes up somebody who was told of before
	since    calendar.Interval // when that was, where the words name a time
	changed  bool              // says that details are changed
	small    bool              // says that few people are there
	clinical bool              // shows the author at work with patients
	manikin  bool              // speaks of a manikin
	invented bool              // speaks of a novel, a film or somebody in history
	other    bool              // speaks of somebody else, or of people in general
}

// record gathers what a draft tells of patients and of where its author is. An ordinary post leaves little.
// A draft without a time is about to be published: it is of the day as of which it is checked.
func (e *Engine) record(r *reading, d *bedside.Draft, asOf time.Time) Record {
	c := recorder{e: e, r: r, d: d, at: r.anchor}
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
	c.echoes()
	c.bare()
	c.out.Foreign, c.out.Manikin = c.foreign() || c.invented, c.manikin
	c.out.Said(wordsOf(r.doc), c.answered())
	c.out.Replies = d.Kind == "reply" || d.Kind == "comment"
	return c.out
}

// foreign reports whether a draft tells of the author's family, an animal, a manikin, somebody in a novel or in history, and of no
// patient.
func (c *recorder) foreign() bool {
	if slices.ContainsFunc(c.out.Tellings, func(p link.Telling) bool { return !p.Weak }) {
		return false
	}
	for i := range c.r.told.Facts {
		f := &c.r.told.Facts[i]
		if f.Person < 0 || f.Stance != bedside.Asserted || !ofBody(f.Kind) {
			continue
		}
		switch c.r.told.People[f.Person].Subject {
		case bedside.SubjectFamily, bedside.SubjectAnimal, bedside.SubjectMannequin, bedside.SubjectFictional, bedside.SubjectHistorical:
			return true
		default:
		}
	}
	return false
}

// ofBody holds for what is told of one body: it says who a story is about.
func ofBody(k bedside.FactKind) bool {
	switch k {
	case bedside.FactAge, bedside.FactAgeOver89, bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactFinding,
		bedside.FactDeath, bedside.FactDrug, bedside.FactMultipleBirth:
		return true
	}
	return false
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
	c.story = link.NoStory
	if c.r.isRead {
		c.story, c.told = c.r.between.Story(), c.r.levels.Has(bedside.LearnedFact(bedside.HeadToldStory, bedside.Likely))
	}
	if bio := c.r.aroundOf(bedside.PartBio); bio != nil {
		c.changed = slices.ContainsFunc(bio.Mentions, func(m bedside.Mention) bool { return m.Kind == bedside.FactPrivacyChanged })
	}
	for i := range c.r.told.Facts {
		f := &c.r.told.Facts[i]
		if f.Stance != bedside.Asserted {
			continue
		}
		c.manikin = c.manikin || f.Kind == bedside.FactPersonManikin
		c.invented = c.invented || f.Kind == bedside.FactPersonFiction || f.Kind == bedside.FactPersonHistory
		switch f.Kind {
		case bedside.FactCareFollowUp:
			c.follows = true
			c.sinceWhen(f.Span)
		case bedside.FactPrivacyChanged:
			c.changed = true
		case bedside.FactWorkSmall:
			c.small = true
		case bedside.FactPersonFiction, bedside.FactPersonManikin, bedside.FactPersonOwnKin, bedside.FactPersonHistory, bedside.FactPersonAnimal,
			bedside.FactCareGeneral, bedside.FactCareHypothetical:
			c.other = true
		case bedside.FactCareSetting, bedside.FactCareAct, bedside.FactCareCame, bedside.FactWard, bedside.FactPersonPatient:
			c.clinical = true
		default:
		}
	}
}

// sinceWhen notes the time that words name for what they take up: of "my lady of March", the last March there was.
func (c *recorder) sinceWhen(taken bedside.Span) {
	words := c.words(taken)
	for i := 1; c.at != nil && i < len(words); i++ {
		if found := calendar.Resolve(words[i:], c.at.day, c.at.order); len(found.Days) > 0 && found.Days[0].First <= c.at.day {
			c.since = found.Days[0]
			return
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
	if w := c.weigher(); w != nil && !weak {
		p.Figures = w.details(i, c.d)
	}
	c.finish(&p)
}

// weigher is what counts people; nil without figures of them.
func (c *recorder) weigher() *weigher {
	if c.w == nil && c.e.census != nil {
		c.w = &weigher{r: c.r, scale: worth.New(c.e.census, c.d)}
		c.w.nearby()
		c.w.scene()
	}
	return c.w
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
	case patients == 0 && (c.told || !c.other && (c.clinical || c.follows) || c.third()):
		if c.told {
			c.pointed(&p)
		}
		c.finish(&p)
	}
}

// bare notes what is told of anybody's health where nobody is told of as a patient: another post may show that it is one.
func (c *recorder) bare() {
	if len(c.out.Tellings) > 0 || len(c.out.Echoes) == 0 {
		return
	}
	p := link.Telling{Person: -1, Weak: true, Bare: true, Changed: c.changed, Work: c.clinical, Story: c.story}
	for i := range c.r.told.Facts {
		f := &c.r.told.Facts[i]
		if ofBody(f.Kind) && (f.Person < 0 || c.r.told.People[f.Person].Subject != bedside.SubjectSelf) {
			c.add(&p, f)
		}
	}
	c.date(&p)
	c.out.Tellings = append(c.out.Tellings, p)
}

// third reports whether a draft speaks of him or her, and of nobody whom its author is close to.
func (c *recorder) third() bool {
	for i := range c.r.told.People {
		switch c.r.told.People[i].Subject {
		case bedside.SubjectFamily, bedside.SubjectFriend, bedside.SubjectColleague, bedside.SubjectPublicFigure, bedside.SubjectAnimal, bedside.SubjectMannequin,
			bedside.SubjectFictional, bedside.SubjectHistorical:
			return false
		default:
		}
	}
	for i := range c.r.doc.Tokens {
		switch c.r.doc.Tokens[i].Form {
		case "he", "she", "him", "her", "his", "hers":
			return true
		}
	}
	return false
}

// pointed adds the words in which the learned reader sees a patient told of.
func (c *recorder) pointed(p *link.Telling) {
	for _, f := range c.r.point(bedside.LearnedFact(bedside.HeadToldStory, bedside.Likely)) {
		if f.Span.Part == bedside.PartText {
			f.Kind = bedside.FactStory
			c.add(p, &f)
		}
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
	p.Since = c.since
	p.Follows, p.Changed, p.Story, p.Work = c.follows, c.changed, c.story, c.clinical
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
