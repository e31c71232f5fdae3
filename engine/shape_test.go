package engine_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"bedside"
	"bedside/engine"
)

// Sizes of the texts that show how the cost grows, each four times the one before.
const (
	smallest = 1 << 10
	largest  = 1 << 20
)

// BenchmarkSlope tells for each shape of text the slope of log time on log size: 1 is linear. It takes the median of nine, and
// minutes in all: go test -run '^$' -bench Slope -benchtime 1x -cpu 1 ./engine
func BenchmarkSlope(b *testing.B) {
	e := newEngine(b)
	for _, s := range shapes(b) {
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				var x, y []float64
				for size := smallest; size <= largest; size *= 4 {
					t := median(b, e, s.draft(size-size/64))
					x, y = append(x, math.Log(float64(size))), append(y, math.Log(t.Seconds()))
					if size == largest {
						b.ReportMetric(float64(t.Milliseconds()), "ms/MiB")
					}
				}
				b.ReportMetric(slope(x, y), "slope")
			}
		})
	}
}

// BenchmarkShapes is the cost of texts of one shape.
func BenchmarkShapes(b *testing.B) {
	e := newEngine(b)
	for _, s := range shapes(b) {
		for size := smallest; size <= largest; size *= 4 {
			d := s.draft(size - size/64)
			b.Run(fmt.Sprintf("%s/%d", s.name, size), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(d.Size()))
				for b.Loop() {
					check1(b, e, d)
				}
			})
		}
	}
}

func check1(b *testing.B, e *engine.Engine, d bedside.Draft) {
	b.Helper()
	if _, err := e.Check(d, time.Time{}); err != nil {
		b.Fatal(err)
	}
}

func median(b *testing.B, e *engine.Engine, d bedside.Draft) time.Duration {
	b.Helper()
	var took []time.Duration
	for range 9 {
		start := time.Now()
		check1(b, e, d)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	return took[len(took)/2]
}

// slope is that of the straight line through some points from which they are least far in squares.
func slope(x, y []float64) float64 {
	var mx, my, xy, xx float64
	for i := range x {
		mx += x[i] / float64(len(x))
		my += y[i] / float64(len(x))
	}
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
	}
	return xy / xx
}

// shape makes drafts of a size, all of one kind.
type shape struct {
	name  string
	draft func(size int) bedside.Draft
}

// shapes are texts that could make something grow faster than the text.
func shapes(tb testing.TB) []shape {
	tb.Helper()
	out := []shape{{"posts", posts(tb)}, {"media", media}, {"nested", nested}, {"names", names}}
	type repeated struct{ name, unit string }
	for _, again := range []repeated{
		{"letters", "a"},
		{"emoji", "😀"},
		{"at", "@"},
		{"quotes", "\"“'"},
		{"digits", "7"},
		{"name", "Mrs Alvarez and "},
		{"patients", "a patient today with sepsis and "},
		{"short", "My 34yo patient died today. "},
		{"tags", "#RoomTwelve"},
		{"token", "hæmoglobin"},
		{"unspaced", "sepsis,bed4;"},
		{"lines", "\n"},
		{"questions", "Is my patient with sepsis dying? "},
		{"handles", "@nurse_jane "},
		{"animals", "A dog came in. We intubated. "},
		{"colleagues", "Dr Alvarez. We intubated him today. "},
		{"real", "A real patient, not a SimMan. "},
		{"retweets", "RT @jane: my patient died.\n"},
	} {
		out = append(out, shape{again.name, func(size int) bedside.Draft {
			return bedside.Draft{Text: strings.ToValidUTF8(strings.Repeat(again.unit, size/len(again.unit)+1)[:size], "")}
		}})
	}
	return out
}

// posts are drafts of the corpus, one after the other.
func posts(tb testing.TB) func(int) bedside.Draft {
	tb.Helper()
	ordinary, others := corpus(tb)
	var all strings.Builder
	for all.Len() < largest {
		for i := range others {
			all.WriteString(others[i].Text + "\n\n" + ordinary[i%len(ordinary)].Text + "\n\n")
		}
	}
	return func(size int) bedside.Draft { return bedside.Draft{Text: strings.ToValidUTF8(all.String()[:size], "")} }
}

// media are many pictures with a patient in each.
func media(size int) bedside.Draft {
	d := bedside.Draft{Text: "My patients."}
	for size > 300 {
		d.Media = append(d.Media, bedside.Media{Alt: "My 34yo patient with sepsis in bed 4 today", Caption: strings.Repeat("She smiled at us. ", 12)})
		size -= 256
	}
	return d
}

// nested are quotes within quotes.
func nested(size int) bedside.Draft {
	n := size / 32
	return bedside.Draft{Text: strings.Repeat("“she said ‘", n/2) + strings.Repeat(" died’”", n/2)}
}

// names are many people, each another.
func names(size int) bedside.Draft {
	first, last := []string{"Mary", "Omar", "Grace", "Tom", "Jane", "Peter", "Anna"}, []string{"Alvarez", "Okafor", "Smith", "Murphy", "Patel"}
	var b strings.Builder
	for i := 0; b.Len() < size-64; i++ {
		fmt.Fprintf(&b, "%s %s%c%c died of sepsis. ", first[i%7], last[i/7%5], 'a'+rune(i/35%26), 'a'+rune(i/910%26))
	}
	return bedside.Draft{Text: b.String()}
}
