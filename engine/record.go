package engine

import (
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"bedside"
	"bedside/calendar"
	"bedside/link"
	"bedside/subject"
	"bedside/text"
)

// Record is what is kept of one post to see what posts reveal together.
type Record = link.Record

// recorder makes the record of a draft from what was read of it.
type recorder struct {
	r   *reading
	at  *anchor // the day of the post; nil when it is not known
	out Record
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

// scene notes what is told of a patient whom no word stands for: "what a lovely morning on labour ward, twins".
func (c *recorder) scene() {
	p := link.Telling{Person: -1, Weak: true}
	for i := range c.r.told.Facts {
		if f := &c.r.told.Facts[i]; f.Person < 0 && !places(f.Kind) {
			c.add(&p, f)
		}
	}
	if c.clinical() {
		c.finish(&p)
	}
}

// clinical reports whether a draft shows its author at work with patients.
func (c *recorder) clinical() bool {
	own := false
	for i := range c.r.told.Facts {
		f := &c.r.told.Facts[i]
		if f.Stance != bedside.Asserted {
			continue
		}
		switch f.Kind {
		case bedside.FactCareGeneral, bedside.FactCareHypothetical, bedside.FactPersonFiction, bedside.FactPersonManikin, bedside.FactPersonOwnKin, bedside.FactPersonHistory:
			return false
		case bedside.FactCareSetting, bedside.FactCareAct, bedside.FactCareCame, bedside.FactWard, bedside.FactPersonPatient, bedside.FactCareFollowUp:
			own = true
		default:
		}
	}
	return own
}

func (c *recorder) add(p *link.Telling, f *bedside.Fact) {
	if f.Stance != bedside.Asserted || f.Span.Empty() || len(p.Details) == mostDetails {
		return
	}
	words := c.words(f.Span)
	p.Sex |= sexOf(words)
	switch f.Kind {
	case bedside.FactCareFollowUp:
		p.Follows = true
		return
	case bedside.FactPrivacyChanged:
		p.Changed = true
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
	for i := range c.r.told.Facts { // words that take somebody up stand for the draft, whoever they are given to
		switch f := &c.r.told.Facts[i]; f.Kind {
		case bedside.FactCareFollowUp:
			p.Follows = p.Follows || f.Stance == bedside.Asserted
		case bedside.FactPrivacyChanged:
			p.Changed = p.Changed || f.Stance == bedside.Asserted
		default:
		}
	}
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

// places holds for what says where.
func places(k bedside.FactKind) bool {
	switch k {
	case bedside.FactInstitution, bedside.FactPlace, bedside.FactWard, bedside.FactSite:
		return true
	}
	return false
}

// For how many days before and after a post a word for where the author is holds.
const (
	stayBefore = 14
	stayAfter  = 60
)

// stays notes where the author says to be at work: in the draft beside words for work or care, and in the bio.
func (c *recorder) stays() {
	for i := range c.r.told.Facts {
		f := &c.r.told.Facts[i]
		if !places(f.Kind) || f.Stance != bedside.Asserted || !c.own(f) || c.at == nil || !c.atWork(f) {
			continue
		}
		day := c.at.day
		c.stay(f.Kind, f.Span, calendar.Interval{First: day - stayBefore, Last: day + stayAfter}, false)
	}
	bio := c.r.aroundOf(bedside.PartBio)
	if bio == nil {
		return
	}
	for i := range bio.Mentions {
		if m := &bio.Mentions[i]; m.Kind == bedside.FactInstitution || m.Kind == bedside.FactPlace {
			c.stay(m.Kind, m.Span, calendar.Interval{First: math.MinInt32, Last: math.MaxInt32}, true)
		}
	}
}

func (c *recorder) stay(kind bedside.FactKind, span bedside.Span, days calendar.Interval, bio bool) {
	words := c.words(span)
	c.out.Stays = append(c.out.Stays, link.Stay{Detail: link.Detail{Kind: kind, Span: span, Key: keyOf(words)}, Days: days, Bio: bio})
}

// own holds for what is said of nobody else.
func (c *recorder) own(f *bedside.Fact) bool {
	if f.Person < 0 {
		return true
	}
	s := c.r.told.People[f.Person].Subject
	return s == bedside.SubjectSelf || protected(s)
}

// atWork reports whether the sentence of a place speaks of work or care, and not of long ago.
func (c *recorder) atWork(f *bedside.Fact) bool {
	at := false
	for i := range c.r.told.Facts {
		o := &c.r.told.Facts[i]
		if o.Sentence != f.Sentence || o.Stance != bedside.Asserted {
			continue
		}
		switch o.Kind {
		case bedside.FactPast, bedside.FactPersonOwnKin:
			return false
		case bedside.FactWorkPlace, bedside.FactCareSetting, bedside.FactCareAct, bedside.FactCareCame, bedside.FactWard, bedside.FactWorkDuty:
			at = true
		default:
		}
	}
	return at
}

// words are the tokens of a span.
func (c *recorder) words(s bedside.Span) []text.Token {
	doc := c.r.docOf(s)
	if doc == nil {
		return nil
	}
	from := sort.Search(len(doc.Tokens), func(i int) bool { return int(doc.Tokens[i].End) > s.Start })
	to := sort.Search(len(doc.Tokens), func(i int) bool { return int(doc.Tokens[i].Start) >= s.End })
	return doc.Tokens[from:max(from, to)]
}

// docOf is the part that a span lies in; nil for one that was not read.
func (r *reading) docOf(s bedside.Span) *text.Document {
	i := slices.IndexFunc(r.passages, func(p subject.Passage) bool { return p.Part == s.Part && p.Index == s.Index })
	if i >= 0 {
		return r.passages[i].Doc
	}
	if p := r.aroundOf(s.Part); p != nil {
		return p.Doc
	}
	return nil
}

// keyOf is the hash of words, without those that change from post to post.
func keyOf(words []text.Token) uint64 {
	var kept []string
	for i := range words {
		if k := words[i].Kind; k != text.Word && k != text.Number {
			continue
		}
		switch w := words[i].Form; w {
		case "a", "an", "the", "our", "my", "this", "that", "his", "her", "of", "'s", "syndrome", "disease", "disorder":
		default:
			kept = append(kept, strings.TrimSuffix(w, "s"))
		}
	}
	if len(kept) == 0 {
		return 0
	}
	return link.Hash(kept...)
}

// sexOf is the sex that words for a person show.
func sexOf(words []text.Token) link.Sex {
	s := link.SexUnknown
	for i := range words {
		switch words[i].Form {
		case "she", "her", "hers", "woman", "lady", "girl", "female", "mum", "mom", "mother", "wife", "sister", "daughter", "grandmother", "gran", "nan", "f", "afab", "yof":
			s |= link.Female
		case "he", "him", "his", "man", "gentleman", "boy", "male", "dad", "father", "husband", "brother", "son", "grandfather", "grandad", "m", "amab", "yom":
			s |= link.Male
		}
	}
	return s
}

// figures reads an age in years, or how many were born.
func figures(k bedside.FactKind, words []text.Token) (from, to int16) {
	switch k {
	case bedside.FactAge, bedside.FactAgeOver89:
		for i := range words {
			if n, err := strconv.Atoi(words[i].Form); err == nil && n < 130 {
				return int16(n), int16(n)
			}
		}
	case bedside.FactMultipleBirth:
		for i := range words {
			switch w := words[i].Form; {
			case strings.HasPrefix(w, "twin"):
				return 2, 2
			case strings.HasPrefix(w, "triplet"):
				return 3, 3
			case strings.HasPrefix(w, "quad"):
				return 4, 4
			}
		}
		return 2, 2
	case bedside.FactRecord:
		for i := range words {
			switch words[i].Form {
			case "baby", "babies", "birth", "newborn", "delivery":
				return 1, 1
			}
		}
	default:
	}
	return 0, 0
}
