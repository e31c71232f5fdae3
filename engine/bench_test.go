package engine_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/packs"
	"bedside/tables"
)

// BenchmarkNew is what every start of the command pays.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: tables.Reader(), Version: "test"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheck runs over the development corpus: nine ordinary posts for one that is not, each text once a round.
func BenchmarkCheck(b *testing.B) {
	e := newEngine(b)
	ordinary, others := corpus(b)
	var mix []bedside.Draft
	for i, d := range others {
		for k := range 9 {
			mix = append(mix, ordinary[(9*i+k)%len(ordinary)])
		}
		mix = append(mix, d)
	}
	bytes := 0
	for _, d := range mix {
		bytes += len(d.Text)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		if _, err := e.Check(mix[i%len(mix)], time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "posts/s")
	b.ReportMetric(float64(bytes)/float64(len(mix)), "bytes/post")
}

// BenchmarkOrdinary runs over ordinary posts of about the length of a tweet. Run it with -cpu 1, so that collecting is counted.
func BenchmarkOrdinary(b *testing.B) {
	e := newEngine(b)
	all, _ := corpus(b)
	posts := slices.DeleteFunc(all, func(d bedside.Draft) bool { return len(d.Text) < 100 || len(d.Text) > 180 })
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		if _, err := e.Check(posts[i%len(posts)], time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "posts/s")
}

func newEngine(tb testing.TB) *engine.Engine {
	tb.Helper()
	e, err := engine.New(engine.Config{Tables: tables.Files(), Compile: detect.New, Pack: packs.Default(), Reader: tables.Reader(), Version: "test"})
	if err != nil {
		tb.Fatal(err)
	}
	return e
}

// corpus reads the development drafts: ordinary posts and the others.
func corpus(tb testing.TB) (ordinary, others []bedside.Draft) {
	tb.Helper()
	files, err := filepath.Glob("../corpus/dev/*.jsonl")
	if err != nil || len(files) == 0 {
		tb.Fatal("no corpus", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
			var record struct {
				Draft json.RawMessage
				Meta  struct{ Ordinary bool }
			}
			if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
				tb.Fatal(err)
			}
			d, err := bedside.DecodeDraft(record.Draft)
			if err != nil {
				tb.Fatal(err)
			}
			if record.Meta.Ordinary {
				ordinary = append(ordinary, d)
			} else {
				others = append(others, d)
			}
		}
	}
	return ordinary, others
}
