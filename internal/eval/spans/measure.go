package spans

import (
	"io/fs"
	"maps"
	"slices"

	"bedside"
	"bedside/internal/eval"
)

// Report is what was found in the sets of a folder.
type Report struct {
	Parts  []Part   `json:"parts"`
	Misses []Miss   `json:"-"`
	Notes  []string `json:"notes,omitempty"` // sets that are not there
}

// Part is one half of one set, judged one way.
type Part struct {
	Set     string `json:"set"`
	Way     string `json:"way"` // what counts as found
	Seen    bool   `json:"seen"`
	Texts   int    `json:"texts"`
	Failed  int    `json:"failed,omitempty"` // texts that could not be checked: nothing is found in them
	Figures []Rate `json:"figures"`
	Types   []Rate `json:"types,omitempty"` // found by type, of a half that may be looked at
}

// Rate is a figure with its name.
type Rate struct {
	Name string `json:"name"`
	eval.Rate
}

// Miss is where something was missed or wrongly found in a half that may be looked at: a row and a type, never words.
type Miss struct {
	Set   string `json:"set"`
	Way   string `json:"way"`
	Row   int    `json:"row"`  // of the file, from 1
	Kind  string `json:"kind"` // missed or wrong
	Type  string `json:"type"`
	Start int    `json:"start"` // bytes
	End   int    `json:"end"`
}

// ByCheck finds with Bedside: every mention, with its class.
func ByCheck(check eval.Check) Mentions {
	return func(text string) ([]bedside.MentionOut, error) {
		r, err := check(bedside.Draft{Text: text}.WithDefaults())
		if err != nil {
			return nil, err
		}
		return r.Mentions, nil
	}
}

// Mentions is a program's answer to a text, as Bedside gives it.
type Mentions func(text string) ([]bedside.MentionOut, error)

// Measure measures what a checker finds in the public sets of a folder. A set that is not there is left out and said.
func Measure(folder fs.FS, mentions Mentions) *Report {
	r := &Report{}
	for _, file := range readers() {
		if set, ok := noted(r, func() (Set, error) { return file.read(folder) }); ok {
			r.measure(set, mentions)
		}
	}
	for _, file := range taggedReaders() {
		for _, v := range variants() {
			set, ok := noted(r, func() (Set, error) { return file.read(folder, v) })
			if !ok {
				break
			}
			r.names(set, v, mentions)
		}
	}
	return r
}

// noted reads a set, or notes why it is left out.
func noted(r *Report, read func() (Set, error)) (Set, bool) {
	set, err := read()
	if err != nil {
		r.Notes = append(r.Notes, "left out: "+err.Error())
	}
	return set, err == nil
}

// Whole measures what a program finds in sets that are handed in. Both halves are judged together, so it tells totals only.
func Whole(sets []Set, mentions Mentions) *Report {
	r := &Report{}
	for _, set := range sets {
		set.Texts = slices.Clone(set.Texts)
		for i := range set.Texts {
			set.Texts[i].Seen = false
		}
		if set.NamesOnly() {
			r.names(set, variants()[0], mentions)
		} else {
			r.measure(set, mentions)
		}
	}
	return r
}

// NamesOnly reports whether a set asks for names of people and nothing else.
func (s Set) NamesOnly() bool { return countingOf(s.Name).Names }

// Load reads the public sets of a folder that others measure themselves on, and says which are not there.
func Load(folder fs.FS) (sets []Set, notes []string) {
	r := &Report{}
	for _, file := range readers() {
		if file.set == presidioLargeSet {
			continue // of the same generator as the other
		}
		if set, ok := noted(r, func() (Set, error) { return file.read(folder) }); ok {
			sets = append(sets, set)
		}
	}
	for _, file := range taggedReaders() {
		if set, ok := noted(r, func() (Set, error) { return file.read(folder, variants()[0]) }); ok {
			sets = append(sets, set)
		}
	}
	return sets, r.Notes
}

// way is a way of judging a set, and the figures that are told of it.
type way struct {
	name    string
	match   matcher
	figures []figure
	types   bool // also by type
}

// measure judges a set of many types.
func (r *Report) measure(set Set, mentions Mentions) {
	overlap := way{"any overlap", byOverlap, figuresOf(set.Name), true}
	answers := ask(set, mentions)
	r.judge(set, answers, overlap)
	if set.Name != presidioV2Set && set.Name != presidioLargeSet {
		return
	}
	anchor := way{"as its anchor counts", byUnion, figuresOf(set.Name), false}
	r.judge(set, answers, anchor)
	set.Name += allTypes
	r.judge(set, answers, overlap)
	r.judge(set, answers, anchor)
}

// names judges the people found in a set whose tokens are labelled.
func (r *Report) names(set Set, v variant, mentions Mentions) {
	answers := ask(set, mentions)
	figures := []figure{f1, precision, recall}
	r.judge(set, answers, way{v.name + ", exactly", exactly, figures, false})
	r.judge(set, answers, way{v.name + ", any overlap", byOverlap, figures, false})
}

// answer is what a program said of one text.
type answer struct {
	text     Text
	mentions []bedside.MentionOut
	failed   bool
}

func ask(set Set, mentions Mentions) []answer {
	var out []answer
	for _, t := range set.Texts {
		m, err := mentions(t.Text)
		out = append(out, answer{t, m, err != nil})
	}
	return out
}

// judge judges the answers to a set, half by half. Of the half that nobody tunes on it keeps totals only.
func (r *Report) judge(set Set, answers []answer, w way) {
	c := countingOf(set.Name)
	for _, seen := range []bool{true, false} {
		part := Part{Set: set.Name, Way: w.name, Seen: seen}
		var tallies []tally
		types := map[string]*eval.Count{}
		for _, a := range answers {
			if a.text.Seen != seen {
				continue
			}
			if part.Texts++; a.failed {
				part.Failed++
			}
			gold, aside := c.part(a.text)
			t := w.match(a.text.Text, gold, aside, merged(c.finds(a)))
			tallies = append(tallies, t)
			if seen {
				count(types, gold, t)
				r.Misses = append(r.Misses, misses(Miss{Set: set.Name, Way: w.name, Row: a.text.Row}, t)...)
			}
		}
		if part.Texts > 0 {
			r.Parts = append(r.Parts, part.with(w, tallies, types))
		}
	}
}

// with fills in the figures.
func (p Part) with(w way, tallies []tally, types map[string]*eval.Count) Part {
	for _, f := range w.figures {
		p.Figures = append(p.Figures, Rate{f.name(), f.of(tallies)})
	}
	if w.types {
		p.Types = byType(types)
	}
	return p
}

// finds keeps the mentions that answer a set.
func (c Counting) finds(a answer) []Span {
	var out []Span
	for _, m := range a.mentions {
		inText := m.Part == "" || m.Part == bedside.PartText
		if inText && c.takes(m, a.text.Text[m.Start:m.End]) {
			out = append(out, Span{m.Start, m.End, m.Type})
		}
	}
	return out
}

// part parts the gold spans of a text into those that count and those left aside.
func (c Counting) part(t Text) (gold, aside []Span) {
	for _, g := range t.Gold {
		if c.Aside(g.Type, t.Text[g.Start:g.End]) {
			aside = append(aside, g)
		} else {
			gold = append(gold, g)
		}
	}
	return gold, aside
}

// count adds the gold spans of a text to the counts by type.
func count(types map[string]*eval.Count, gold []Span, t tally) {
	for _, g := range gold {
		c := types[g.Type]
		if c == nil {
			c = &eval.Count{}
			types[g.Type] = c
		}
		c.Of++
		if !slices.Contains(t.missed, g) {
			c.Hits++
		}
	}
}

func byType(types map[string]*eval.Count) []Rate {
	var out []Rate
	for _, kind := range slices.Sorted(maps.Keys(types)) {
		out = append(out, Rate{kind, eval.RateOf(*types[kind])})
	}
	return out
}

// misses are the missed and the wrongly found spans of a text; at says where it stands.
func misses(at Miss, t tally) []Miss {
	var out []Miss
	add := func(kind string, spans []Span) {
		for _, s := range spans {
			m := at
			m.Kind, m.Type, m.Start, m.End = kind, s.Type, s.Start, s.End
			out = append(out, m)
		}
	}
	add("missed", t.missed)
	add("wrong", t.wrong)
	return out
}
