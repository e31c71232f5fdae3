package census_test

import (
	"testing"

	"bedside/census"
)

// everyArea calls see for each area of a level, with steps so that large levels take no longer than small ones.
func everyArea(c *census.Table, level census.Level, see func(census.Area)) {
	first, end := c.Areas(level)
	for a := first; a < end; a += 1 + (end-first)/3000 {
		see(a)
	}
}

func TestPartsAddUpToTheWhole(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	us := region(t, c, "US")
	for _, level := range []census.Level{census.County, census.Postcode, census.Postcode3} {
		inState := map[census.Area]int{}
		all := 0
		first, end := c.Areas(level)
		for a := first; a < end; a++ {
			if !c.Inside(a, us) {
				continue
			}
			inState[c.Within(a, census.State)] += c.People(a)
			all += c.People(a)
		}
		if want := c.People(us); all != want {
			t.Errorf("areas of level %d have %d people together, want %d", level, all, want)
		}
		for state, n := range inState {
			if want := c.People(state); level != census.Postcode3 && n != want {
				t.Errorf("areas of level %d of %s have %d people together, want %d", level, c.Code(state), n, want)
			}
		}
	}
}

func TestAllAgesAreEverybody(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	us := region(t, c, "US")
	for level := census.Country; level <= census.Town; level++ {
		everyArea(c, level, func(a census.Area) {
			n, ok := c.Aged(a, 0, census.Oldest, census.Any)
			if ok != c.Inside(a, us) {
				t.Errorf("area %d in %s: ages known %v", a, c.Code(a), ok)
			}
			if ok && n != c.People(a) {
				t.Errorf("area %d in %s has %d people of all ages, want %d", a, c.Code(a), n, c.People(a))
			}
		})
	}
}

func TestAgesAndSexesAddUp(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	us := region(t, c, "US")
	everyArea(c, census.County, func(a census.Area) {
		if !c.Inside(a, us) {
			return
		}
		sum := 0
		for age := 0; age <= census.Oldest; age++ {
			men, _ := c.Aged(a, age, age, census.Male)
			women, _ := c.Aged(a, age, age, census.Female)
			both, _ := c.Aged(a, age, age, census.Any)
			if both != men+women || men < 0 || women < 0 {
				t.Fatalf("%s: %d men and %d women of %d are %d people", c.Name(a), men, women, age, both)
			}
			sum += both
		}
		if sum != c.People(a) {
			t.Errorf("%s has %d people by year of age, want %d", c.Name(a), sum, c.People(a))
		}
		decade, _ := c.Aged(a, 30, 39, census.Female)
		if half, _ := c.Aged(a, 30, 34, census.Female); half > decade {
			t.Errorf("%s has more women of 30 to 34 than of 30 to 39", c.Name(a))
		}
	})
}

func TestPartsAreNoLargerThanTheWhole(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	for level := census.State; level <= census.Town; level++ {
		everyArea(c, level, func(a census.Area) {
			p := c.Parent(a)
			if p == 0 || c.People(a) > c.People(p) || !c.Inside(a, p) || c.Inside(p, a) {
				t.Errorf("area %d of level %d in %s has %d people, its parent %d has %d", a, level, c.Code(a), c.People(a), p, c.People(p))
			}
			if born, ok := c.Births(a); ok {
				if above, known := c.Births(p); !known || born > above+1 {
					t.Errorf("area %d in %s has %d births, its parent %d", a, c.Code(a), born, above)
				}
			}
		})
	}
}

func TestNamesLeadBack(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	for level := census.Country; level <= census.County; level++ {
		everyArea(c, level, func(a census.Area) {
			found := false
			for _, b := range c.Places(nil, words(c.Name(a)), 0) {
				found = found || a == b
			}
			if !found {
				t.Errorf("%q in %s is not found by its name", c.Name(a), c.Code(a))
			}
		})
	}
	for level := census.Country; level <= census.State; level++ {
		everyArea(c, level, func(a census.Area) {
			if b, ok := c.Region(c.Code(a)); !ok || a != b {
				t.Errorf("%s leads to area %d, want %d", c.Code(a), b, a)
			}
		})
	}
	everyArea(c, census.Postcode, func(a census.Area) {
		if b, ok := c.Postcode(c.Digits(a)); !ok || a != b || !c.Inside(a, c.Within(a, census.Postcode3)) {
			t.Errorf("%s leads to area %d, want %d", c.Digits(a), b, a)
		}
	})
}

func TestNoArea(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	_, end := c.Areas(census.Town)
	for _, a := range []census.Area{0, end, 1 << 31} {
		_, born := c.Births(a)
		_, aged := c.Aged(a, 0, 1, census.Any)
		if c.Level(a) != census.NoLevel || c.People(a) != 0 || c.Parent(a) != 0 || c.Name(a)+c.Code(a)+c.Digits(a) != "" || c.Inside(a, a) || born || aged {
			t.Errorf("area %d is said to be something", a)
		}
	}
}
