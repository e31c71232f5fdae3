package bedside_test

import (
	"testing"

	"bedside"
)

func TestFactSet(t *testing.T) {
	t.Parallel()
	first, last := bedside.FactName, bedside.FactKind(bedside.FactCount-1)
	var s bedside.FactSet
	for k := range bedside.FactKind(bedside.FactCount) {
		if s.Has(k) {
			t.Fatalf("an empty set has %s", k)
		}
	}
	s.Add(first, last)
	for k := range bedside.FactKind(bedside.FactCount) {
		if s.Has(k) != (k == first || k == last) {
			t.Errorf("with two facts it has %s: %v", k, s.Has(k))
		}
	}
	s.Remove(first)
	if s != bedside.SetOf(last) {
		t.Errorf("after one is taken out: %v", s)
	}
}

func TestFactSets(t *testing.T) {
	t.Parallel()
	empty, one := bedside.FactSet{}, bedside.SetOf(bedside.FactName)
	two, far := bedside.SetOf(bedside.FactName, bedside.FactDate), bedside.SetOf(bedside.FactRecognisableStranger)
	tests := []struct {
		name         string
		a, b         bedside.FactSet
		hasAny, hasA bool
	}{
		{"a part", two, one, true, true},
		{"more", one, two, true, false},
		{"nothing shared", two, far, false, false},
		{"nothing asked", two, empty, false, true},
		{"nothing there", empty, one, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := tt.a.HasAny(&tt.b); got != tt.hasAny {
				t.Errorf("has any: %v", got)
			}
			if got := tt.a.HasAll(&tt.b); got != tt.hasA {
				t.Errorf("has all: %v", got)
			}
			both := tt.a
			both.Union(&tt.b)
			if !both.HasAll(&tt.a) || !both.HasAll(&tt.b) {
				t.Errorf("the union lacks something: %v", both)
			}
		})
	}
}
