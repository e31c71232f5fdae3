package engine

import (
	"slices"
	"strings"
	"time"

	"bedside"
	"bedside/assess"
)

// result dresses a judgement in the contract's shape. Remedies come later.
func (e *Engine) result(d *bedside.Draft, r *reading, j assess.Judgement, asOf time.Time) *bedside.Result {
	out := &bedside.Result{
		Schema: bedside.Schema, ID: d.ID, Findings: []bedside.Finding{}, Questions: []bedside.Question{}, People: []bedside.Person{},
		Packs: []bedside.PackInfo{e.pack.Info()}, AsOf: bedside.Time{Time: asOf}, Version: e.version,
	}
	for i := range j.Findings {
		f := &j.Findings[i].Finding
		quote(f.Evidence, d)
		r.changeFirst(f)
		out.Findings = append(out.Findings, *f)
		out.Verdict = max(out.Verdict, f.Severity)
	}
	for _, q := range j.Questions {
		if _, answered := d.Context.Answers[q.ID]; !answered {
			quote(q.Evidence, d)
			out.Questions = append(out.Questions, q)
		}
	}
	e.count(r, d)
	out.People = people(r, d)
	out.NotChecked, out.Complete = e.notChecked(d, r)
	if e.reader == nil {
		out.NotChecked, out.Complete = append(out.NotChecked, unread), false
	}
	out.Mentions = r.mentions()
	return out
}

// unread is said when the engine has no learned reader.
var unread = bedside.NotChecked{Code: "reader", Message: "Only words were looked for: what is told between the lines was not read."} //nolint:gochecknoglobals // a constant

// quote fills in the words that evidence points at.
func quote(evidence []bedside.Evidence, d *bedside.Draft) {
	for i := range evidence {
		ev := &evidence[i]
		place(ev, d)
		if text := partText(d, ev.Part, ev.Index); ev.End <= len(text) { // of earlier posts only their places may be known
			ev.Text = text[ev.Start:ev.End]
		}
	}
}

func partText(d *bedside.Draft, part bedside.PartKind, index int) string {
	switch part {
	case bedside.PartText:
		return d.Text
	case bedside.PartAlt:
		return d.Media[index].Alt
	case bedside.PartCaption:
		return d.Media[index].Caption
	case bedside.PartPictureText:
		words, _ := d.Media[index].Seen.Words()
		return words
	case bedside.PartBio:
		return d.Account.Bio
	case bedside.PartReplyTo:
		return d.Context.ReplyTo.Text
	case bedside.PartTimeline:
		if index < len(d.Context.Timeline) {
			return d.Context.Timeline[index].Text
		}
	default:
	}
	return ""
}

// people lists those whose details could be anybody's concern: everyone but groups, the author and the reader.
func people(r *reading, d *bedside.Draft) []bedside.Person {
	out := []bedside.Person{}
	by := r.recognisers()
	for i, p := range r.told.People {
		switch p.Subject {
		case bedside.SubjectGroup, bedside.SubjectSelf, bedside.SubjectReader:
			continue
		}
		person := bedside.Person{
			ID: bedside.PersonID(i), Subject: string(p.Subject), Facts: r.factsOf(i), RecognisableBy: by[i], Costliest: r.costliest(i, d),
		}
		if i < len(r.crowds) {
			person.Crowd, person.Costs = r.crowds[i].People, r.costsOf(i, d)
		}
		out = append(out, person)
	}
	return out
}

// factsOf names what is told of a person, each kind once, in order of place.
func (r *reading) factsOf(person int) []string {
	var seen bedside.FactSet
	out := []string{}
	for _, i := range r.of.of(person) {
		f := &r.told.Facts[i]
		if f.Stance == bedside.Asserted && !seen.Has(f.Kind) && f.Kind.Info().Class != bedside.Concept {
			seen.Add(f.Kind)
			out = append(out, f.Kind.String())
		}
	}
	return out
}

// recognisers tells by person who could recognise them.
func (r *reading) recognisers() [][]string {
	out := make([][]string, len(r.told.People))
	for i := range out {
		out[i] = []string{}
	}
	for _, f := range r.derived {
		switch f.Kind {
		case bedside.FactRecognisableSelf:
			out[f.Person] = append(out[f.Person], "self")
		case bedside.FactRecognisableFamily:
			out[f.Person] = append(out[f.Person], "family")
		case bedside.FactRecognisableColleague:
			out[f.Person] = append(out[f.Person], "colleague")
		case bedside.FactRecognisableStranger:
			out[f.Person] = append(out[f.Person], "stranger")
		default:
		}
	}
	return out
}

func (r *reading) costliest(person int, d *bedside.Draft) string {
	if c := r.costs[person]; !c.Empty() {
		return partText(d, c.Part, c.Index)[c.Start:c.End]
	}
	return ""
}

// notChecked says what the answer is silent about. complete is false when something of this very draft was left out.
func (e *Engine) notChecked(d *bedside.Draft, r *reading) ([]bedside.NotChecked, bool) {
	out := []bedside.NotChecked{}
	complete := true
	if unseen := unseen(d); len(unseen) > 0 {
		out, complete = append(out, unseen...), false
	}
	if d.Lang != "" && d.Lang != "en" && !hasPrefixFold(d.Lang, "en-") {
		out = append(out, bedside.NotChecked{Code: "language", Part: bedside.PartText, Message: "The checks read English. Words in another language were not understood."})
		complete = false
	}
	if r.unused {
		out = append(out, bedside.NotChecked{Code: "answer", Message: "An answer was not used: no question has that id, or it does not offer that value."})
		complete = false
	}
	out = append(out, r.uncounted()...)
	switch {
	case len(e.earlier) == 0:
		out = append(out, bedside.NotChecked{Code: "timeline", Part: bedside.PartTimeline, Message: "Your other posts were not compared with this one."})
	case slices.ContainsFunc(e.earlier, func(b earlier) bool { return b.undated }):
		out = append(out, bedside.NotChecked{Code: "timeline", Part: bedside.PartTimeline, Message: "Some earlier posts have no time. Where you were and what happened when was not read from them."})
		complete = false
	}
	return append(out, bedside.NotChecked{Code: "truth", Message: "Whether what is told is true, and whether the person agreed."}), complete
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// unseen says what of the pictures nobody looked at.
func unseen(d *bedside.Draft) (out []bedside.NotChecked) {
	told := false
	for i := range d.Media {
		m := &d.Media[i]
		switch {
		case m.Seen != nil:
			for _, n := range m.Seen.NotChecked {
				n.Index = i
				if n.Part == "" {
					n.Part = bedside.PartMedia
				}
				out = append(out, n)
			}
			if isCut(m.Seen) {
				out = append(out, bedside.NotChecked{Code: "words", Part: bedside.PartPictureText, Index: i, Message: "The file has more words than are read at once. The last of them were not read."})
			}
		case told:
		case m.Path != "" || m.Alt == "" && m.Caption == "" && len(m.Declared) == 0:
			told = true
			out = append(out, bedside.NotChecked{
				Code: "media", Part: bedside.PartMedia, Index: i, Message: "The picture or file itself was not looked at, only the words with it.",
			})
		}
	}
	return out
}

// isCut reports whether a file has more words than are read.
func isCut(s *bedside.Seen) bool {
	_, lines := s.Words()
	have := 0
	for i := range s.Texts {
		if strings.TrimSpace(s.Texts[i].Text) != "" {
			have++
		}
	}
	for _, w := range s.Metadata.Words {
		if strings.TrimSpace(w) != "" {
			have++
		}
	}
	return len(lines) < have
}
