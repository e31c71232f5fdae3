package census_test

import (
	"testing"

	"bedside/census"
)

// TestSpread: what is told at once is what is told one by one, but for rounding.
func TestSpread(t *testing.T) {
	t.Parallel()
	table := shipped(t)
	for _, code := range []string{"US", "US-VT"} {
		a, _ := table.Region(code)
		var spread [2][census.Oldest + 1]int64
		if !table.Spread(a, &spread) {
			t.Fatalf("%s: no ages", code)
		}
		sum := int64(0)
		for s := range spread {
			for age, n := range spread[s] {
				one, _ := table.Aged(a, age, age, census.Male+census.Sex(s))
				if d := n/1000 - int64(one); d < -1 || d > 1 {
					t.Errorf("%s: %d of sex %d: %d thousandths, one by one %d", code, age, s, n, one)
				}
				sum += n
			}
		}
		if d := sum/1000 - int64(table.People(a)); d < -1 || d > 1 {
			t.Errorf("%s: %d thousandths of %d people", code, sum, table.People(a))
		}
	}
	var spread [2][census.Oldest + 1]int64
	if fr, _ := table.Region("FR"); table.Spread(fr, &spread) {
		t.Error("the ages of France are not in the table")
	}
}
