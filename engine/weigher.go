package engine

import (
	"slices"
	"sort"

	"bedside"
	"bedside/reid"
	"bedside/subject"
	"bedside/text"
	"bedside/worth"
)

// weigher turns the facts of a draft into details with figures.
type weigher struct {
	r     *reading
	scale *worth.Scale
	set   []reid.Detail // the scene: what is told of nobody in particular, or of where the author is
}

// maxNearby bounds how many places of a draft tell which town of a name another one is.
const maxNearby = 3

// nearby tells the scale of the places in the draft.
func (w *weigher) nearby() {
	n := 0
	for i := range w.r.told.Facts {
		if f := &w.r.told.Facts[i]; f.Kind == bedside.FactPlace && f.Stance == bedside.Asserted && n < maxNearby {
			if words, ok := w.words(f); ok {
				w.scale.Near(words)
				n++
			}
		}
	}
}

// scene gathers what holds for whoever is told of: where and when the author is.
func (w *weigher) scene() {
	for i := range w.r.told.Facts {
		f := &w.r.told.Facts[i]
		if f.Person >= 0 && w.r.told.People[f.Person].Subject != bedside.SubjectSelf {
			continue
		}
		switch f.Kind {
		case bedside.FactInstitution, bedside.FactWard, bedside.FactRecent, bedside.FactDate, bedside.FactRecord, bedside.FactCareSetting, bedside.FactMultipleBirth:
			w.set = w.add(w.set, f)
		default:
		}
	}
}

// details are what is told of a person, behind what is known without words.
func (w *weigher) details(person int, d *bedside.Draft) []reid.Detail {
	out := w.around(person, d)
	for _, k := range w.r.of.of(person) {
		out = w.add(out, &w.r.told.Facts[k])
	}
	out = append(out, w.set...)
	if !w.lone(person) {
		return out
	}
	for i := range w.r.told.Facts {
		if f := &w.r.told.Facts[i]; f.Person != person && w.ascribed(f) {
			out = w.add(out, f)
		}
	}
	if sex, span := w.pronoun(person); sex != reid.AnySex {
		out = append(out, reid.Detail{Kind: bedside.FactSex, Span: span, Value: reid.Value{Sex: sex}})
	}
	return out
}

// around is where the author's patients are.
func (w *weigher) around(person int, d *bedside.Draft) []reid.Detail {
	past, recent := false, false
	for _, k := range w.r.of.of(person) {
		if f := &w.r.told.Facts[k]; f.Stance == bedside.Asserted {
			past = past || f.Kind == bedside.FactPast
			recent = recent || f.Kind == bedside.FactRecent
		}
	}
	out := w.scale.Around(d.Author.Institution, !past || recent)
	bio := w.r.aroundOf(bedside.PartBio)
	if bio == nil || past && !recent {
		return out
	}
	for i := range bio.Mentions {
		if m := &bio.Mentions[i]; m.Kind == bedside.FactInstitution {
			v := w.scale.Value(worth.Words{Kind: m.Kind, Doc: bio.Doc, First: m.First, Last: m.Last})
			out = append(out, reid.Detail{Value: v})
		}
	}
	return out
}

// add appends the detail of a fact, unless it tells nothing of how many there are.
func (w *weigher) add(out []reid.Detail, f *bedside.Fact) []reid.Detail {
	if f.Stance != bedside.Asserted || f.Span.Empty() {
		return out
	}
	words, ok := w.words(f)
	if !ok {
		return out
	}
	v := w.scale.Value(words)
	if class := f.Kind.Info().Class; (class == bedside.Concept || class == bedside.Derived) && !v.Told() {
		return out
	}
	return append(out, reid.Detail{Kind: f.Kind, Span: f.Span, Value: v})
}

// words are the words of a fact where they stand.
func (w *weigher) words(f *bedside.Fact) (worth.Words, bool) {
	i := slices.IndexFunc(w.r.passages, func(p subject.Passage) bool { return p.Part == f.Span.Part && p.Index == f.Span.Index })
	if i < 0 {
		return worth.Words{}, false
	}
	p := &w.r.passages[i]
	first, last := spanned(p.Doc, f.Span)
	return worth.Words{Kind: f.Kind, Doc: p.Doc, First: first, Last: last, Rarity: rarity(p.Mentions, f)}, first < last
}

// rarity is what the tables know of how many have a rare disorder.
func rarity(mentions []bedside.Mention, f *bedside.Fact) int {
	if f.Kind != bedside.FactRareCondition {
		return 0
	}
	for i := range mentions {
		if m := &mentions[i]; m.Kind == f.Kind && m.Span == f.Span {
			return m.Crowd
		}
	}
	return 0
}

// spanned are the tokens of a span.
func spanned(doc *text.Document, s bedside.Span) (first, last int) {
	first = sort.Search(len(doc.Tokens), func(i int) bool { return int(doc.Tokens[i].End) > s.Start })
	last = sort.Search(len(doc.Tokens), func(i int) bool { return int(doc.Tokens[i].Start) >= s.End })
	return first, max(first, last)
}

// lone reports whether a person is the only one of the draft whose details may not be given away.
func (w *weigher) lone(person int) bool {
	for i, p := range w.r.told.People {
		if i != person && protected(p.Subject) {
			return false
		}
	}
	return true
}

// ascribed holds for a name or a trade that the words before it give to the person spoken of: "her name is", "who works as a". It was given to
// nobody, or to somebody of its own; where the draft has one patient, it is theirs.
func (w *weigher) ascribed(f *bedside.Fact) bool {
	if f.Kind != bedside.FactName && f.Kind != bedside.FactOccupation {
		return false
	}
	words, ok := w.words(f)
	if !ok {
		return false
	}
	before := func(n int) string {
		if i := words.First - n; i >= 0 {
			return words.Doc.Tokens[i].Form
		}
		return ""
	}
	if f.Kind == bedside.FactName {
		return before(2) == "name" && (before(1) == "is" || before(1) == "was") && before(3) != "my" || before(1) == "named"
	}
	n := 1
	if a := before(1); a == "a" || a == "an" || a == "the" {
		n = 2
	}
	switch before(n) {
	case "as":
		return before(n+1) == "works" || before(n+1) == "worked"
	case "is", "was", "'s":
		return before(n+1) == "who" || before(n+1) == "she" || before(n+1) == "he"
	}
	return false
}

// pronoun is the sex that he or she shows, where the draft says but one of them and tells of nobody else who could be meant.
func (w *weigher) pronoun(person int) (reid.Sex, bedside.Span) {
	for i, p := range w.r.told.People {
		if i != person && p.Subject != bedside.SubjectSelf && p.Subject != bedside.SubjectReader && p.Subject != bedside.SubjectGroup && !w.named(i) {
			return reid.AnySex, bedside.Span{}
		}
	}
	p := &w.r.passages[w.r.told.People[person].Passage]
	sex, span := reid.AnySex, bedside.Span{}
	for i := range p.Doc.Tokens {
		t := &p.Doc.Tokens[i]
		var s reid.Sex
		switch t.Form {
		case "she", "her", "hers", "herself":
			s = reid.Female
		case "he", "him", "his", "himself":
			s = reid.Male
		default:
			continue
		}
		if sex != reid.AnySex && s != sex {
			return reid.AnySex, bedside.Span{}
		}
		if sex == reid.AnySex {
			sex, span = s, bedside.Span{Part: p.Part, Index: p.Index, Start: int(t.Start), End: int(t.End)}
		}
	}
	return sex, span
}

// named holds for somebody of whom no more is told than a name or a trade that is the patient's.
func (w *weigher) named(person int) bool {
	for _, k := range w.r.of.of(person) {
		if f := &w.r.told.Facts[k]; f.Kind.Info().Class != bedside.Concept && !w.ascribed(f) {
			return false
		}
	}
	return true
}
