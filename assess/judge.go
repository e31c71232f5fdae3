package assess

import (
	"slices"
	"sort"

	"bedside"
)

// Case is what is known of a draft when it is judged.
type Case struct {
	Facts  []bedside.Fact  // of words and of the draft as a whole; derived facts have an empty span
	Known  bedside.FactSet // more of the draft as a whole
	People int             // how many people the facts speak of
	Parts  []PartRange     // the parts whose words are judged, in their order
	// Point finds the words that show a learned fact; nil when nobody can.
	Point func(bedside.FactKind) []bedside.Fact
}

// PartRange names a part and its sentences [First, End).
type PartRange struct {
	Part       bedside.PartKind
	Index      int
	First, End int
}

// Finding is a finding before it is dressed for a result: with the grade's way of mending and the facts it rests on.
type Finding struct {
	bedside.Finding
	Person int // -1 when it is about nobody in particular
	Edit   string
	Insert string

	echo bool // only the learned reader says so
}

// Judgement is the outcome for one draft.
type Judgement struct {
	Findings  []Finding
	Questions []bedside.Question
}

// Judge holds a case against every rule and question.
func (p *Program) Judge(c *Case) Judgement {
	v := newView(c)
	var out Judgement
	for i := range p.rules {
		if r := &p.rules[i]; v.all.HasAny(&r.starts) {
			out.Findings = append(out.Findings, p.apply(r, v)...)
		}
	}
	out.Findings = withoutEchoes(out.Findings)
	for i := range p.questions {
		if q := &p.questions[i]; v.all.HasAny(&q.starts) && (q.guess == "" || echoed(out.Findings, q.guess)) {
			out.Questions = append(out.Questions, ask(q, v)...)
		}
	}
	sort.SliceStable(out.Findings, func(i, j int) bool { return byPlace(out.Findings[i], out.Findings[j]) < 0 })
	return out
}

// AtLeast is a judgement in which no finding of another, less well informed one is missing or milder.
func (j Judgement) AtLeast(other Judgement) Judgement {
	out := Judgement{Findings: slices.Clone(j.Findings), Questions: j.Questions}
	for i := range other.Findings {
		f := &other.Findings[i]
		at := slices.IndexFunc(out.Findings, func(g Finding) bool { return g.ID == f.ID })
		switch {
		case at < 0:
			out.Findings = append(out.Findings, *f)
		case out.Findings[at].Severity < f.Severity:
			out.Findings[at] = *f
		}
	}
	sort.SliceStable(out.Findings, func(a, b int) bool { return byPlace(out.Findings[a], out.Findings[b]) < 0 })
	return out
}

// byPlace orders findings by severity, then by where they point, then by rule.
func byPlace(a, b Finding) int {
	if a.Severity != b.Severity {
		return int(b.Severity) - int(a.Severity)
	}
	if d := firstByte(a) - firstByte(b); d != 0 {
		return d
	}
	if a.Rule < b.Rule {
		return -1
	}
	if a.Rule > b.Rule {
		return 1
	}
	return 0
}

func firstByte(f Finding) int {
	if len(f.Evidence) == 0 {
		return 1 << 30
	}
	return f.Evidence[0].Start
}

// apply tries a rule on each of its units. Units that are no people share one finding of their highest severity.
func (p *Program) apply(r *rule, v *view) []Finding {
	var out []Finding
	v.units(r.each, &r.starts, func(u *unitView) {
		for i := range r.grades {
			g := &r.grades[i]
			if !g.when.holds(&u.sets) {
				continue
			}
			f := p.finding(r, g, u, v)
			if f.Severity == bedside.OK || r.learned && len(f.Evidence) == 0 {
				return // dropped by the reader, or said by it without a word to show
			}
			if n := len(out); n > 0 && r.each != unitPerson {
				out[n-1] = merge(out[n-1], f)
			} else {
				out = append(out, f)
			}
			return
		}
	})
	return out
}

// merge joins two findings of one rule: the graver one speaks, both are shown.
func merge(a, b Finding) Finding {
	if b.Severity > a.Severity {
		a, b = b, a
	}
	if len(a.Evidence) < maxEvidence {
		a.Evidence = append(a.Evidence, b.Evidence...)
		sort.SliceStable(a.Evidence, func(i, j int) bool { return a.Evidence[i].Start < a.Evidence[j].Start })
	}
	return a
}

// maxEvidence bounds what one finding shows.
const maxEvidence = 200

func (p *Program) finding(r *rule, g *grade, u *unitView, v *view) Finding {
	f := Finding{Person: u.person, Edit: g.source.Edit, Insert: g.source.Insert, echo: r.learned}
	f.ID = r.source.ID
	if u.person >= 0 {
		f.ID += "@" + bedside.PersonID(u.person)
		f.People = []string{bedside.PersonID(u.person)}
	}
	f.Rule, f.Topic = r.source.ID, r.source.Topic
	f.Severity = p.severity(r, g, u)
	f.Message, f.Why, f.Remedy.Text = g.source.Message, g.source.Why, g.source.Remedy
	f.Clauses = slices.Clone(r.clauses)
	for _, a := range r.also {
		if u.sets[scopeDraft].HasAny(&a.facts) {
			f.Clauses = append(f.Clauses, a.clause)
		}
	}
	f.Evidence = v.evidence(u, &r.evidence, r.pointed)
	return f
}

// severity is the grade's, one up or down as the rule says, within the topic's cap.
func (p *Program) severity(r *rule, g *grade, u *unitView) bedside.Severity {
	s := g.source.Severity
	if u.sets[scopeUnit].HasAny(&r.raise) && s < bedside.Block {
		s++
	}
	if u.sets[scopeUnit].HasAny(&r.lower) && s > bedside.Advise {
		s--
	}
	s = r.band.move(s, g.source.Severity == bedside.Block, u)
	if limit, ok := p.pack.Caps[r.source.Topic]; ok && r.source.Topic != "patient_privacy" {
		s = min(s, limit)
	}
	return s
}

// ask puts a question to each of its units.
func ask(q *question, v *view) []bedside.Question {
	var out []bedside.Question
	v.units(q.each, &q.starts, func(u *unitView) {
		if !q.when.holds(&u.sets) {
			return
		}
		asked := bedside.Question{ID: q.source.ID, Fact: q.source.ID, Prompt: q.source.Prompt}
		if u.person >= 0 {
			asked.Person = bedside.PersonID(u.person)
			asked.ID += "@" + asked.Person
		}
		for _, o := range q.source.Options {
			asked.Options = append(asked.Options, o.Value)
		}
		asked.Evidence = v.evidence(u, &[4]bedside.FactSet{scopeUnit: q.evidence}, nil)
		out = append(out, asked)
	})
	return out
}
