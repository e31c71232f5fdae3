package link_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"bedside"
	"bedside/calendar"
	"bedside/link"
)

// years are records of n posts over ten years: nine in ten tell nothing, the rest of patients and of where the author is. None is
// like another.
func years(n int) []link.Record {
	random := rand.New(rand.NewPCG(7, uint64(n)))
	kinds := []bedside.FactKind{
		bedside.FactRareCondition, bedside.FactCondition, bedside.FactOccupation, bedside.FactAge, bedside.FactMultipleBirth,
		bedside.FactEvent, bedside.FactProcedure, bedside.FactStory, bedside.FactRecord,
	}
	out := make([]link.Record, n)
	for i := range out {
		day := calendar.Day(i * 3650 / n)
		switch random.IntN(10) {
		case 0:
			r := tells(day)
			for at := range 1 + random.IntN(4) {
				r.Tellings[0].Details = append(r.Tellings[0].Details, said(kinds[random.IntN(len(kinds))], fmt.Sprint("w", random.IntN(n/10+1)), at*20))
			}
			r.Tellings[0].Follows = random.IntN(4) == 0
			out[i] = r
		case 1:
			out[i] = stays(day, fmt.Sprint("h", random.IntN(40)))
		default:
			out[i] = link.Record{Day: day, Dated: true}
		}
	}
	return out
}

// sameDay are records of n posts of one day that all tell of the same rare condition, in a place.
func sameDay(n int) []link.Record {
	out := make([]link.Record, n)
	for i := range out {
		out[i] = tells(100, said(bedside.FactRareCondition, "moyamoya", 3), said(bedside.FactCondition, fmt.Sprint("c", i), 30))
		out[i].Stays = stays(100, fmt.Sprint("h", i)).Stays
		out[i].Tellings[0].Follows = true
	}
	return out
}

func load(records []link.Record) *link.Timeline {
	line := link.NewTimeline(nil)
	for i := range records {
		line.Add(records[i])
	}
	return line
}

// TestLarge: a timeline in which everything could be everything else is still answered, with pictures of bounded size.
func TestLarge(t *testing.T) {
	t.Parallel()
	line := load(sameDay(10_000))
	for _, c := range append(line.Clusters(), line.Ask(sameDay(1)[0])...) {
		if len(c.Posts) > 130 {
			t.Errorf("a picture of %d posts", len(c.Posts))
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		records := years(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				load(records).Clusters()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/post")
		})
	}
	same := sameDay(10_000)
	b.Run("one day", func(b *testing.B) {
		for b.Loop() {
			load(same).Clusters()
		}
	})
}

func BenchmarkAsk(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		records := years(n)
		line := load(records)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				line.Ask(records[i%n])
			}
		})
	}
	line := load(sameDay(10_000))
	b.Run("one day", func(b *testing.B) {
		for b.Loop() {
			line.Ask(sameDay(1)[0])
		}
	})
}
