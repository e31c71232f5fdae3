package engine

import (
	"slices"

	"bedside"
	"bedside/reid"
	"bedside/subject"
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
		r.priced(i, told, crowd)
	}
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
