package read_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"bedside"
	"bedside/read"
	"bedside/text"
)

// TestScores: a score is the plain sum of the weights of what is known, each feature once, however many there are.
func TestScores(t *testing.T) {
	t.Parallel()
	for _, words := range []int{0, 1, 40, 90, 700} {
		t.Run(fmt.Sprint(words), func(t *testing.T) {
			t.Parallel()
			seen := manyWords(words)
			random := rand.New(rand.NewPCG(1, uint64(words)))
			stored := &read.Stored{Columns: map[uint64]read.Column{}}
			var sums [bedside.HeadCount]int64
			for _, f := range read.Features(seen) {
				if _, known := stored.Columns[f.Hash]; known || random.IntN(8) == 0 {
					continue
				}
				var c read.Column
				for h := range c {
					c[h] = int8(random.IntN(256) - 128)
					sums[h] += int64(c[h])
				}
				stored.Columns[f.Hash], stored.Order = c, append(stored.Order, f.Hash)
			}
			m, err := read.Load(read.Store(stored))
			if err != nil {
				t.Fatal(err)
			}
			for range 2 { // the second time in memory that was used before
				got := m.Scores(seen)
				for h, sum := range sums {
					if want := int32(sum << 16 / read.Norm(len(stored.Order))); got[h] != want {
						t.Errorf("head %d: %d, want %d", h, got[h], want)
					}
				}
			}
		})
	}
}

// manyWords is a text of so many words, some of which come again.
func manyWords(n int) *read.Seen {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "w%s ", strings.Repeat("xy", i%50)+string(rune('a'+i%23)))
	}
	p := text.Parser{}
	return &read.Seen{Passages: []read.Passage{{Part: bedside.PartText, Doc: p.Parse(b.String())}}}
}
