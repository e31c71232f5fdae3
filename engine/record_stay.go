package engine

import (
	"math"
	"slices"

	"bedside"
	"bedside/calendar"
	"bedside/link"
	"bedside/reid"
)

// places holds for what says where.
func places(k bedside.FactKind) bool {
	switch k {
	case bedside.FactInstitution, bedside.FactPlace, bedside.FactWard, bedside.FactSite:
		return true
	}
	return false
}

// For how many days before and after a post a word for where the author is holds: beside words for work, and without them.
const (
	stayBefore, stayAfter     = 21, 180
	passedBefore, passedAfter = 10, 30
)

// stays notes where the author says to be: in the draft, and in the bio. Where they are on leave, and where others are, is no stay.
func (c *recorder) stays() {
	for i := range c.r.told.Facts {
		f := &c.r.told.Facts[i]
		if c.at == nil || !places(f.Kind) || f.Stance != bedside.Asserted || !c.own(f) {
			continue
		}
		sure, here := c.atWork(f)
		if !here || !sure && f.Kind != bedside.FactInstitution && f.Kind != bedside.FactPlace {
			continue
		}
		days := calendar.Interval{First: c.at.day - passedBefore, Last: c.at.day + passedAfter}
		if sure {
			days = calendar.Interval{First: c.at.day - stayBefore, Last: c.at.day + c.lasting(f)}
		}
		c.stay(f.Kind, f.Span, link.Stay{Days: days, Sure: sure})
	}
	bio := c.r.aroundOf(bedside.PartBio)
	if bio == nil {
		return
	}
	for i := range bio.Mentions {
		if m := &bio.Mentions[i]; m.Kind == bedside.FactInstitution || m.Kind == bedside.FactPlace {
			c.stay(m.Kind, m.Span, link.Stay{Days: calendar.Interval{First: math.MinInt32, Last: math.MaxInt32}, Bio: true, Sure: true})
		}
	}
}

// lasting is for how many days a word for where the author is holds: as long as its sentence says, and a little more.
func (c *recorder) lasting(f *bedside.Fact) calendar.Day {
	doc := c.r.docOf(f.Span)
	words := c.words(f.Span)
	if doc == nil || len(words) == 0 {
		return stayAfter
	}
	s := doc.Sentences[words[0].Sentence]
	if n := calendar.Lasting(doc.Tokens[s.First:s.Last]); n > 0 {
		return calendar.Day(n + stayBefore)
	}
	return stayAfter
}

func (c *recorder) stay(kind bedside.FactKind, span bedside.Span, s link.Stay) {
	s.Detail = link.Detail{Kind: kind, Span: span, Key: keyOf(c.words(span)), Crowd: c.crowd(kind, span)}
	s.Small = c.small
	if w := c.weigher(); w != nil && !s.Bio {
		if words, ok := w.words(&bedside.Fact{Kind: kind, Span: span}); ok {
			s.Figure = reid.Detail{Kind: kind, Span: span, Value: w.scale.Value(words)}
		}
	}
	c.out.Stays = append(c.out.Stays, s)
}

// crowd is how many people live in a place at least, as far as the tables know; 0 where they do not.
func (c *recorder) crowd(kind bedside.FactKind, span bedside.Span) int32 {
	mentions := []bedside.Mention(nil)
	if p := c.r.aroundOf(span.Part); p != nil {
		mentions = p.Mentions
	}
	for i := range c.r.passages {
		if p := &c.r.passages[i]; p.Part == span.Part && p.Index == span.Index {
			mentions = p.Mentions
		}
	}
	i := slices.IndexFunc(mentions, func(m bedside.Mention) bool { return m.Kind == kind && m.Span == span })
	if i < 0 {
		return 0
	}
	return int32(min(mentions[i].Crowd, math.MaxInt32))
}

// own holds for what is said of nobody else: of the author, or of where a patient is.
func (c *recorder) own(f *bedside.Fact) bool {
	if f.Person < 0 {
		return true
	}
	s := c.r.told.People[f.Person].Subject
	return s == bedside.SubjectSelf || protected(s)
}

// atWork reads the sentence of a place: whether it speaks of work or care, and whether the author is there at all in these days.
func (c *recorder) atWork(f *bedside.Fact) (sure, here bool) {
	here = true
	for i := range c.r.told.Facts {
		o := &c.r.told.Facts[i]
		if o.Sentence != f.Sentence || o.Stance != bedside.Asserted {
			continue
		}
		switch o.Kind {
		case bedside.FactPast, bedside.FactYear, bedside.FactPersonOwnKin, bedside.FactWorkAway, bedside.FactPersonHistory, bedside.FactPersonFiction:
			here = false
		case bedside.FactWorkPlace, bedside.FactCareSetting, bedside.FactCareAct, bedside.FactCareCame, bedside.FactWorkDuty:
			sure = true
		case bedside.FactWard:
			sure = sure || o.Span != f.Span
		default:
		}
	}
	return sure, here
}
