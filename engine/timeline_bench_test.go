package engine_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"bedside"
)

// posted are n posts over ten years, made of sentences of the corpus and of these tests in ever other order: none is like another.
func posted(tb testing.TB, n int) []bedside.Draft {
	tb.Helper()
	var sentences []string
	for _, d := range drafts(tb) {
		for s := range strings.SplitSeq(d.Text, ". ") {
			if len(s) > 12 && len(s) < 160 {
				sentences = append(sentences, s)
			}
		}
	}
	random := rand.New(rand.NewPCG(3, uint64(n)))
	out := make([]bedside.Draft, n)
	for i := range out {
		text := fmt.Sprintf("%s. %s, no %d.", sentences[random.IntN(len(sentences))], sentences[random.IntN(len(sentences))], i)
		out[i] = bedside.Draft{Text: text, Time: bedside.Time{Time: now.AddDate(-10, 0, 0).Add(time.Duration(i) * 87_600 * time.Hour / time.Duration(n))}}
	}
	return out
}

// BenchmarkCheckWith is one draft more against a loaded timeline.
func BenchmarkCheckWith(b *testing.B) {
	e, err := compiled()
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{1_000, 10_000} {
		posts := posted(b, n)
		line := e.NewTimeline()
		b.Run(fmt.Sprintf("load %d", n), func(b *testing.B) {
			for b.Loop() {
				line = e.NewTimeline()
				for i := range posts {
					r, err := e.Record(posts[i])
					if err != nil {
						b.Fatal(err)
					}
					line.Add(r)
				}
			}
		})
		b.Run(fmt.Sprintf("one more, after %d", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if _, err := e.CheckWith(posts[i%n], now, line); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
