package worth

import (
	"slices"
	"strings"

	"bedside"
	"bedside/calendar"
	"bedside/census"
	"bedside/reid"
	"bedside/text"
)

// New makes a scale for one draft from what is known of its author.
func New(t *census.Table, d *bedside.Draft) *Scale {
	s := &Scale{table: t, order: calendar.OrderOf(d.Author.Jurisdiction)}
	if !d.Time.IsZero() {
		s.day, s.dated = calendar.DayOf(d.Time.Time), true
	}
	if d.Author.Jurisdiction != "" {
		s.state, _ = t.Region(strings.ToUpper(d.Author.Jurisdiction))
	}
	if words := text.Words(d.Author.Location); len(words) > 0 {
		towns := t.Places(nil, words, s.state)
		if len(towns) > 0 && t.Level(towns[0]) > census.State {
			s.town, s.near = towns[0], towns[:1]
		}
		if s.state == 0 && len(towns) > 0 {
			s.state = s.smallest(towns[0], census.State, census.Country)
		}
	}
	s.land = t.Within(s.state, census.Country)
	return s
}

// smallest is the area of the first of some levels that holds an area.
func (s *Scale) smallest(a census.Area, levels ...census.Level) census.Area {
	for _, l := range levels {
		if within := s.table.Within(a, l); within != 0 {
			return within
		}
	}
	return 0
}

// Near tells the scale of a place that the draft names, for towns of the same name.
func (s *Scale) Near(w Words) {
	places := s.places(w)
	if len(places) == 0 {
		return
	}
	a := census.Area(places[0].Area)
	s.near = append(s.near, a)
	if s.land == 0 {
		s.land = s.table.Within(a, census.Country)
	}
}

// Around is what is known of where somebody's patients are without a word of the draft: the author's hospital, their town, their state.
// now is false for a patient of long ago, whom the author may have seen elsewhere.
func (s *Scale) Around(institution string, now bool) []reid.Detail {
	var out []reid.Detail
	add := func(p []reid.Place) {
		if len(p) > 0 {
			out = append(out, reid.Detail{Value: reid.Value{Places: p}})
		}
	}
	if now {
		add(s.institution(text.Words(institution)))
		if s.town != 0 {
			add([]reid.Place{s.treated(s.town)})
		}
	}
	if s.state != 0 {
		add([]reid.Place{s.home(s.state)})
	}
	if s.land != 0 && s.land != s.state {
		add([]reid.Place{s.home(s.land)})
	}
	return out
}

// treated is a town as the place where somebody was looked after: people come from around it, and some of its own go elsewhere.
func (s *Scale) treated(a census.Area) reid.Place {
	n := int64(s.table.People(a))
	most := max(n, int64(s.table.People(s.table.Within(a, census.County))))
	return reid.Place{Area: reid.Area(a), Care: true, People: reid.Count{Low: n / 2, Likely: (n + most) / 2, High: 3*most + 50_000}}
}

// within returns the areas that lie in the smallest of some holders that has any of them, in the order that they had.
func (s *Scale) within(areas []census.Area, holders ...census.Area) []census.Area {
	for _, h := range holders {
		if h == 0 {
			continue
		}
		in := slices.DeleteFunc(slices.Clone(areas), func(a census.Area) bool { return !s.table.Inside(a, h) })
		if len(in) > 0 {
			return in
		}
	}
	return areas
}
