package code

import (
	"cmp"
	"math"
	"slices"
)

// bars finds codes of bars: patches in which all edges run one way.
func (s *search) bars() {
	for _, c := range s.grids {
		for _, r := range c.striped() {
			if s.ctx.Err() != nil {
				return
			}
			if !s.known(r.box()) {
				s.strip(r)
			}
		}
	}
}

// striped lists places where bars could be, the largest first.
func (c *cells) striped() []slanted {
	take := func(e cell) bool { return e.energy() >= busy && e.coherence() >= 0.65 }
	join := func(p *patch, e cell) bool {
		turn := math.Abs(p.sum.angle() - e.angle())
		return min(turn, math.Pi-turn) < 0.25
	}
	var places []slanted
	for _, p := range c.patches(take, join) {
		if len(p.cells) < 8 || p.sum.coherence() < 0.75 {
			continue
		}
		r := c.around(p, p.sum.angle())
		filled := float64(len(p.cells)*side*side*c.scale*c.scale) / (4 * r.along * r.across)
		if r.along >= 3*side*float64(c.scale) && filled >= 0.45 {
			places = append(places, r)
		}
	}
	return largest(places)
}

// strip reads one place with bars: upright, with a little more at both ends, where the quiet zones are.
func (s *search) strip(r slanted) {
	wide := r
	wide.along *= 1.18
	wide.across *= 0.9
	width := max(64, min(1600, int(wide.along*2*1.5)))
	g := s.full.cut(wide, width, max(8, min(48, int(wide.across*2))))
	if kind, text, ok := decodeBars(g); ok {
		s.add(kind, text, r.box())
		return
	}
	if framed(g) && upright(g) && unevenRows(runsOf(g)) {
		s.add(kindUnread, "", r.box())
	}
}

// stacks finds codes of stacked bars: wide patches full of edges that begin or end as such codes do.
func (s *search) stacks() {
	for _, c := range s.grids {
		for _, r := range c.crowded() {
			if s.ctx.Err() != nil {
				return
			}
			wide := r
			wide.along *= 1.05
			g := s.full.cut(wide, max(64, min(1600, int(r.along*2*1.5))), max(8, min(96, int(r.across*2))))
			if !s.known(r.box()) && stackedRows(runsOf(g)) {
				s.add(kindPDF417, "", r.box())
			}
		}
	}
}

// crowded lists wide places that are full of edges, most of them across the place, the largest first.
func (c *cells) crowded() []slanted {
	var places []slanted
	for _, p := range c.patches(func(e cell) bool { return e.energy() >= busy }, func(*patch, cell) bool { return true }) {
		r := c.around(p, p.sum.angle())
		filled := float64(len(p.cells)*side*side*c.scale*c.scale) / (4 * r.along * r.across)
		if len(p.cells) >= 12 && filled >= 0.5 && r.along > r.across && p.sum.coherence() >= 0.3 {
			places = append(places, r)
		}
	}
	return largest(places)
}

// largest keeps as many places as are tried.
func largest(places []slanted) []slanted {
	slices.SortStableFunc(places, func(a, b slanted) int { return cmp.Compare(b.along*b.across, a.along*a.across) })
	return places[:min(len(places), most)]
}
