package engine

import (
	"time"

	"bedside"
	"bedside/assess"
	"bedside/read"
	"bedside/subject"
)

// read runs the stages up to judgement.
func (e *Engine) read(d *bedside.Draft, asOf time.Time) *reading {
	r := e.firstTier(d, asOf)
	if e.reader != nil {
		r.see()
		r.between, r.isRead = e.reader.Answer(&r.seen), true
		r.levels = r.between.Levels()
		e.overrule(r, d.Context.Answers)
	}
	e.together(d, r, asOf)
	return r
}

// firstTier finds what lists, scanners and grammar can find.
func (e *Engine) firstTier(d *bedside.Draft, asOf time.Time) *reading {
	r := e.newReading(d)
	e.addPassage(r, bedside.PartText, 0, d.Text)
	r.doc = r.passages[0].Doc
	for i := range d.Media {
		e.addPassage(r, bedside.PartAlt, i, d.Media[i].Alt)
		e.addPassage(r, bedside.PartCaption, i, d.Media[i].Caption)
	}
	e.addPictureWords(r, d)
	e.addAround(r, bedside.PartBio, d.Account.Bio)
	e.addAround(r, bedside.PartReplyTo, d.Context.ReplyTo.Text)
	role := roleOf(d.Author.Role)
	r.told.Read(r.passages, author(d, role))
	r.of.list(&r.told)
	e.contextFacts(d, role, r, asOf)
	e.pictures(r, d)
	e.answer(r, d.Context.Answers)
	r.recognise()
	r.facts = append(append(append(append(r.facts, r.told.Facts...), r.context...), r.derived...), r.looked...)
	return r
}

// addPassage parses a part and finds its mentions. The text itself is a passage even when it is empty.
func (e *Engine) addPassage(r *reading, part bedside.PartKind, index int, s string) {
	if s == "" && part != bedside.PartText {
		return
	}
	first := 0
	if n := len(r.parts); n > 0 {
		first = r.parts[n-1].End
	}
	doc, mentions := e.look(r, part, index, len(r.passages), s)
	mentions = r.anchored(doc, mentions)
	r.passages = append(r.passages, subject.Passage{Part: part, Index: index, Doc: doc, Mentions: mentions, FirstSentence: first})
	r.parts = append(r.parts, assess.PartRange{Part: part, Index: index, First: first, End: first + len(doc.Sentences)})
}

// addAround reads a part that the judgement does not number.
func (e *Engine) addAround(r *reading, part bedside.PartKind, s string) {
	if s == "" {
		return
	}
	doc, mentions := e.look(r, part, 0, 0, s)
	r.around = append(r.around, read.Passage{Part: part, Doc: doc, FirstSentence: -1, Mentions: mentions})
}

// judged gathers the facts for the rules.
func (r *reading) judged() *assess.Case {
	c := &assess.Case{Facts: r.facts, People: len(r.told.People), Parts: r.parts}
	if r.isRead {
		c.Known = r.levels
	}
	c.Point = r.point
	return c
}

// point finds what shows a fact which no detector found: the learned reader's, what posts reveal together, what was seen in pictures.
func (r *reading) point(k bedside.FactKind) []bedside.Fact {
	if _, _, learned := bedside.LearnedOf(k); learned {
		if !r.isRead {
			return nil
		}
		return r.between.Point(k)
	}
	var out []bedside.Fact
	for i := range r.pictures {
		if r.pictures[i].Kind == k {
			out = append(out, r.pictures[i])
		}
	}
	for i := range r.looked {
		if r.looked[i].Kind == k && !r.looked[i].Span.Empty() {
			out = append(out, r.looked[i])
		}
	}
	return out
}
