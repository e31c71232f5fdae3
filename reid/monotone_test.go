package reid_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"bedside"
	"bedside/reid"
)

// TestMoreIsNeverLess adds an identifier or a quasi-identifier to random sets of facts: no level may go. Words for a time
// long ago are left out: they are what may make a story harder to place.
func TestMoreIsNeverLess(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 11))
	kinds := telling()
	for range 2000 {
		told := someOf(random, kinds, 8)
		if random.IntN(3) == 0 {
			told = append(told, bedside.Fact{Kind: bedside.FactPast})
		}
		before := reid.Recognise(told, nil).Levels
		for _, k := range kinds {
			more := slices.Insert(slices.Clone(told), random.IntN(len(told)+1), bedside.Fact{Kind: k})
			if after := reid.Recognise(more, nil).Levels; !after.HasAll(&before) {
				t.Fatalf("%v: %s; with %s: %s", names(told), levels(&before), k, levels(&after))
			}
		}
	}
}

// telling lists what may be told of a person: identifiers and quasi-identifiers but for the past, and the concepts that count.
func telling() []bedside.FactKind {
	out := []bedside.FactKind{bedside.FactCareCame, bedside.FactSensitiveMental, bedside.FactSensitiveSexual, bedside.FactSensitiveSubstance, bedside.FactPersonChild}
	for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
		if c := k.Info().Class; (c == bedside.Identifier || c == bedside.Quasi) && k != bedside.FactPast {
			out = append(out, k)
		}
	}
	return out
}

// someOf draws up to n facts of given kinds.
func someOf(random *rand.Rand, kinds []bedside.FactKind, n int) []bedside.Fact {
	out := make([]bedside.Fact, random.IntN(n+1))
	for i := range out {
		out[i].Kind = kinds[random.IntN(len(kinds))]
	}
	return out
}

func names(told []bedside.Fact) []string {
	var out []string
	for _, f := range told {
		out = append(out, f.Kind.String())
	}
	return out
}
