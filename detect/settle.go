package detect

import (
	"slices"
	"sort"

	"bedside"
)

// settle keeps, of the new matches of each fact, the leftmost longest that no exception touches.
func (s *scan) settle() {
	clear(s.last[:])
	slices.SortStableFunc(s.raw, func(a, b found) int {
		if a.first != b.first {
			return int(a.first - b.first)
		}
		return int(b.end - a.end)
	})
	slices.SortStableFunc(s.drops, func(a, b found) int { return int(a.first - b.first) })
	for _, f := range s.raw {
		if f.first < s.last[f.fact] || s.dropped(f) || s.known(f) {
			continue
		}
		s.last[f.fact] = f.end
		f.next = s.at[f.first]
		s.kept = append(s.kept, f)
		s.at[f.first] = int32(len(s.kept))
		s.offers[f.first].kinds |= factBit(f.fact)
	}
	s.raw = s.raw[:0]
	s.drops = s.drops[:0]
}

// known reports whether the same fact was kept from the same cell before.
func (s *scan) known(f found) bool {
	for k := s.at[f.first]; k != 0; k = s.kept[k-1].next {
		if o := s.kept[k-1]; o.fact == f.fact && o.end >= f.end {
			return true
		}
	}
	return false
}

// longestPattern bounds how far before a match an exception that reaches it can begin.
const longestPattern = 64

func (s *scan) dropped(f found) bool {
	after := sort.Search(len(s.drops), func(i int) bool { return s.drops[i].first >= f.end })
	for i := after - 1; i >= 0 && s.drops[i].first > f.first-longestPattern; i-- {
		if d := s.drops[i]; d.fact == f.fact && d.end > f.first {
			return true
		}
	}
	return false
}

// mentions adds what was kept as mentions with byte offsets, in order of place.
func (s *scan) mentions(all []bedside.Mention, part bedside.PartKind, index, passage int) []bedside.Mention {
	if len(s.kept) == 0 {
		return all
	}
	all = slices.Grow(all, len(s.kept))
	out := all[len(all) : len(all)+len(s.kept)]
	for i := range s.kept {
		f := &s.kept[i]
		first, last := s.enclosed(f)
		out[i] = bedside.Mention{
			Kind:    f.fact,
			Span:    bedside.Span{Part: part, Index: index, Start: int(s.doc.Tokens[first].Start), End: int(s.doc.Tokens[last].End)},
			General: f.general, Crowd: int(f.crowd),
			Passage: passage, First: int(first), Last: int(last) + 1,
		}
	}
	slices.SortStableFunc(out, func(a, b bedside.Mention) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return b.Span.End - a.Span.End
	})
	return all[:len(all)+len(withoutParts(out))]
}

// withoutParts drops names, places, ages and years that are part of something longer: "Chester" in "Erdheim-Chester disease".
func withoutParts(sorted []bedside.Mention) []bedside.Mention {
	out := sorted[:0]
	end := 0
	for _, m := range sorted {
		if (m.Kind == bedside.FactName || m.Kind == bedside.FactPlace || m.Kind == bedside.FactAge || m.Kind == bedside.FactYear) && m.Span.End <= end {
			continue
		}
		if swallows(m.Kind) {
			end = max(end, m.Span.End)
		}
		out = append(out, m)
	}
	return out
}

// swallows holds for mentions whose own words are often eponyms and place names.
func swallows(k bedside.FactKind) bool {
	switch k {
	case bedside.FactRareCondition, bedside.FactCondition, bedside.FactInstitution, bedside.FactDrug, bedside.FactProcedure, bedside.FactFinding,
		bedside.FactPersonFiction, bedside.FactPersonHistory, bedside.FactPersonPublic, bedside.FactAddress, bedside.FactDisclosureProduct, bedside.FactEvent, bedside.FactDate:
		return true
	}
	return false
}
