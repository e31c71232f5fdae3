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

// count estimates by person how many people fit what is told of those whose details a clinician may not give away.
func (e *Engine) count(r *reading, d *bedside.Draft) {
	r.crowds = r.crowds[:0]
	if !slices.ContainsFunc(r.told.People, func(p subject.Person) bool { return protected(p.Subject) }) {
		return
	}
	r.crowds = slices.Grow(r.crowds, len(r.told.People))[:len(r.told.People)]
	for i := range r.crowds {
		r.crowds[i] = reid.Crowd{Costliest: -1}
	}
	if e.census == nil {
		return
	}
	w := weigher{r: r, scale: worth.New(e.census, d)}
	w.nearby()
	w.scene()
	figures := worth.Figures{Table: e.census}
	for i, p := range r.told.People {
		if !protected(p.Subject) {
			continue
		}
		told := w.details(i, d)
		crowd := reid.Estimate(figures, told)
		r.crowds[i] = crowd
		if c := crowd.Costliest; c >= 0 {
			r.costs[i] = told[c].Span
		}
	}
}

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

// pronoun is the sex that he or she shows, where the draft tells of one person only and says but one of them.
func (w *weigher) pronoun(person int) (reid.Sex, bedside.Span) {
	for i, p := range w.r.told.People {
		if i != person && p.Subject != bedside.SubjectSelf && p.Subject != bedside.SubjectReader && p.Subject != bedside.SubjectGroup {
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

// uncounted says of whom no crowd can be told, and why; nothing where all were counted.
func (r *reading) uncounted() []bedside.NotChecked {
	var out []bedside.NotChecked
	said := [reid.Reasons]bool{}
	for i := range r.crowds {
		if c := &r.crowds[i]; protected(r.told.People[i].Subject) && !said[c.Reason] {
			said[c.Reason] = true
			if message := whyNot(c); message != "" {
				out = append(out, bedside.NotChecked{Code: "crowd", Message: message})
			}
		}
	}
	return out
}

// whyNot says what is missing for a crowd.
func whyNot(c *reid.Crowd) string {
	switch {
	case c.People != nil && c.Guessed:
		return "How many people fit was counted roughly: of that place only the number of people is known, not their ages."
	case c.People != nil:
		return ""
	case c.Reason == reid.NoPlace:
		return "How many people fit this description was not estimated: nothing says where they are. Your profile can: jurisdiction, location, institution."
	case c.Reason == reid.NoFigures:
		return "How many people fit this description was not estimated: there are no figures for that place."
	case c.Reason == reid.OnlyStory:
		return "How many people fit this description was not estimated: a story has no figures, though those who were there know it."
	default:
		return "How many people fit this description was not estimated: the figures of people and places are not loaded."
	}
}
