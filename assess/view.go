package assess

import (
	"slices"
	"sort"

	"bedside"
)

// view arranges the facts of a case by the units that rules look at.
type view struct {
	c         *Case
	all       bedside.FactSet   // asserted anywhere
	wide      bedside.FactSet   // known of the draft as a whole
	sentences []bedside.FactSet // by number
	parts     []bedside.FactSet // as Case.Parts
	people    []personView
	// Facts by sentence and by person, listed when the first finding asks for its evidence.
	bySentence, byPerson index
	listed               bool
	last                 wideSpans
}

type personView struct {
	own       bedside.FactSet
	sentences bedside.FactSet
	part      int // index into Case.Parts, -1 unknown
}

// unitView is one unit: its sets by scope, and whose it is.
type unitView struct {
	sets     [4]bedside.FactSet
	person   int
	sentence int
	part     int
}

func newView(c *Case) *view {
	last := 0
	for _, p := range c.Parts {
		last = max(last, p.End)
	}
	v := &view{
		c: c, sentences: make([]bedside.FactSet, last), parts: make([]bedside.FactSet, len(c.Parts)), people: make([]personView, c.People),
	}
	v.all.Union(&c.Known)
	v.wide.Union(&c.Known)
	for i := range v.people {
		v.people[i].part = -1
	}
	for i := range c.Facts {
		v.add(&c.Facts[i])
	}
	for i := range c.Facts {
		f := &c.Facts[i]
		if f.Person >= 0 && f.Sentence >= 0 && f.Stance == bedside.Asserted {
			v.people[f.Person].sentences.Union(&v.sentences[f.Sentence])
			v.people[f.Person].part = v.partOf(f.Sentence)
		}
	}
	return v
}

func (v *view) add(f *bedside.Fact) {
	if f.Stance != bedside.Asserted {
		return
	}
	v.all.Add(f.Kind)
	if f.Person >= 0 {
		v.people[f.Person].own.Add(f.Kind)
	}
	if f.Sentence < 0 {
		if f.Person < 0 {
			v.wide.Add(f.Kind)
		}
		return
	}
	v.sentences[f.Sentence].Add(f.Kind)
	if p := v.partOf(f.Sentence); p >= 0 {
		v.parts[p].Add(f.Kind)
	}
}

func (v *view) partOf(sentence int) int {
	i := sort.Search(len(v.c.Parts), func(i int) bool { return v.c.Parts[i].End > sentence })
	if i == len(v.c.Parts) || v.c.Parts[i].First > sentence {
		return -1
	}
	return i
}

// units calls f for every unit of a kind that holds one of the starting facts.
func (v *view) units(each unit, starts *bedside.FactSet, f func(*unitView)) {
	switch each {
	case unitDraft:
		f(&unitView{sets: [4]bedside.FactSet{v.all, v.all, v.all, v.all}, person: -1, sentence: -1, part: -1})
	case unitPart:
		for i := range v.parts {
			if set := union(&v.parts[i], &v.wide); set.HasAny(starts) && (!v.isPicture(i) || v.parts[i].HasAny(starts)) {
				f(&unitView{sets: [4]bedside.FactSet{set, set, set, v.all}, person: -1, sentence: -1, part: i})
			}
		}
	case unitSentence:
		for i := range v.sentences {
			if v.sentences[i].HasAny(starts) {
				v.sentenceUnit(i, f)
			}
		}
	case unitPerson:
		for i := range v.people {
			if set := union(&v.people[i].own, &v.wide); set.HasAny(starts) {
				v.personUnit(i, &set, f)
			}
		}
	}
}

// isPicture holds for the parts of a picture: what is known of the draft as a whole says nothing of them.
func (v *view) isPicture(part int) bool {
	kind := v.c.Parts[part].Part
	return kind == bedside.PartMedia || kind == bedside.PartPictureText
}

func (v *view) sentenceUnit(i int, f func(*unitView)) {
	set := union(&v.sentences[i], &v.wide)
	u := unitView{sets: [4]bedside.FactSet{set, set, set, v.all}, person: -1, sentence: i, part: v.partOf(i)}
	if u.part >= 0 {
		u.sets[scopePart] = union(&v.parts[u.part], &v.wide)
	}
	f(&u)
}

func (v *view) personUnit(i int, set *bedside.FactSet, f func(*unitView)) {
	p := &v.people[i]
	near := union(&p.sentences, set)
	u := unitView{sets: [4]bedside.FactSet{*set, near, near, v.all}, person: i, sentence: -1, part: p.part}
	if p.part >= 0 {
		u.sets[scopePart] = union(&v.parts[p.part], set)
	}
	f(&u)
}

func union(a, b *bedside.FactSet) bedside.FactSet {
	out := *a
	out.Union(b)
	return out
}

// evidence gathers the spans of the kinds that a rule marks, within the unit and within the wider scopes it names.
func (v *view) evidence(u *unitView, kinds *[4]bedside.FactSet, pointed []bedside.FactKind) []bedside.Evidence {
	var spans []bedside.Span
	take := func(fact *bedside.Fact, set *bedside.FactSet) {
		if fact.Stance == bedside.Asserted && set.Has(fact.Kind) && !fact.Span.Empty() && len(spans) < maxEvidence {
			spans = append(spans, fact.Span)
		}
	}
	wide := kinds[scopeSentence]
	wide.Union(&kinds[scopePart])
	wide.Union(&kinds[scopeDraft])
	v.list()
	switch {
	case u.person >= 0:
		for _, i := range v.byPerson.of(u.person) {
			take(&v.c.Facts[i], &kinds[scopeUnit])
		}
	case u.sentence >= 0:
		for _, i := range v.bySentence.of(u.sentence) {
			take(&v.c.Facts[i], &kinds[scopeUnit])
		}
	default:
		wide.Union(&kinds[scopeUnit])
	}
	if wide != (bedside.FactSet{}) {
		more := v.wider(u, kinds, &wide)
		spans = append(spans, more[:min(len(more), maxEvidence-len(spans))]...)
	}
	for _, k := range pointed {
		spans = v.appendPointed(spans, k)
	}
	return merged(spans)
}

// appendPointed adds the words that the learned reader points at.
func (v *view) appendPointed(spans []bedside.Span, k bedside.FactKind) []bedside.Span {
	if v.c.Point == nil {
		return spans
	}
	found := v.c.Point(k)
	for i := range found[:min(len(found), maxEvidence)] {
		spans = append(spans, found[i].Span)
	}
	return spans
}

// wideSpans is what was found last beyond the units of a rule. All units of a part find the same.
type wideSpans struct {
	kinds *[4]bedside.FactSet // of the rule
	part  int
	spans []bedside.Span
}

// wider looks through the part of a unit, or the whole draft.
func (v *view) wider(u *unitView, kinds *[4]bedside.FactSet, set *bedside.FactSet) []bedside.Span {
	if v.last.kinds == kinds && v.last.part == u.part {
		return v.last.spans
	}
	v.last = wideSpans{kinds: kinds, part: u.part}
	first, end := 0, len(v.sentences)
	if u.part >= 0 {
		first, end = v.c.Parts[u.part].First, v.c.Parts[u.part].End
	}
	for _, i := range v.bySentence.between(first, end) {
		if f := &v.c.Facts[i]; set.Has(f.Kind) && !f.Span.Empty() {
			v.last.spans = append(v.last.spans, f.Span)
			if len(v.last.spans) == maxEvidence {
				break
			}
		}
	}
	return v.last.spans
}

// merged sorts spans and joins those that touch.
func merged(spans []bedside.Span) []bedside.Evidence {
	slices.SortFunc(spans, func(a, b bedside.Span) int {
		if a.Part != b.Part {
			return partOrder(a.Part) - partOrder(b.Part)
		}
		if a.Index != b.Index {
			return a.Index - b.Index
		}
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out := make([]bedside.Evidence, 0, len(spans))
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].Part == s.Part && out[n-1].Index == s.Index && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, bedside.Evidence{Part: s.Part, Index: s.Index, Start: s.Start, End: s.End})
	}
	return out
}

func partOrder(p bedside.PartKind) int {
	return slices.Index([]bedside.PartKind{
		bedside.PartText, bedside.PartAlt, bedside.PartCaption, bedside.PartPictureText, bedside.PartMedia, bedside.PartBio, bedside.PartReplyTo, bedside.PartTimeline,
	}, p)
}
