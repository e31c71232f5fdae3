package bedside

import (
	"iter"
	"math/bits"
)

// FactSet is a set of kinds of facts. The zero value is empty.
type FactSet [(FactCount + 63) / 64]uint64

// Add puts kinds into the set.
func (s *FactSet) Add(kinds ...FactKind) {
	for _, k := range kinds {
		s[k/64] |= 1 << (k % 64)
	}
}

// Remove takes a kind out of the set.
func (s *FactSet) Remove(k FactKind) { s[k/64] &^= 1 << (k % 64) }

// Has reports whether the set holds a kind.
func (s *FactSet) Has(k FactKind) bool { return s[k/64]&(1<<(k%64)) != 0 }

// HasAny reports whether the sets share a kind.
func (s *FactSet) HasAny(o *FactSet) bool {
	for i := range s {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// HasAll reports whether the set holds every kind of o.
func (s *FactSet) HasAll(o *FactSet) bool {
	for i := range s {
		if s[i]&o[i] != o[i] {
			return false
		}
	}
	return true
}

// Union adds the kinds of o.
func (s *FactSet) Union(o *FactSet) {
	for i := range s {
		s[i] |= o[i]
	}
}

// SetOf makes a set of kinds.
func SetOf(kinds ...FactKind) FactSet {
	var s FactSet
	s.Add(kinds...)
	return s
}

// Kinds goes through the kinds of the set in their order.
func (s *FactSet) Kinds() iter.Seq[FactKind] {
	return func(yield func(FactKind) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(FactKind(64*i + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}
