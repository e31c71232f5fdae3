package subject_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"bedside"
	"bedside/subject"
	"bedside/text"
)

// BenchmarkRead reads who is spoken of in every seventh draft of the development corpus, what is found in them being known.
func BenchmarkRead(b *testing.B) {
	all := corpusPassages(b)
	b.ReportAllocs()
	var out subject.Reading
	for b.Loop() {
		for _, p := range all {
			out.Read(p, clinician)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(all)), "ns/draft")
}

func corpusPassages(b *testing.B) [][]subject.Passage {
	b.Helper()
	d, err := lists()
	if err != nil {
		b.Fatal(err)
	}
	files, err := filepath.Glob("../corpus/dev/*.jsonl")
	if err != nil || len(files) == 0 {
		b.Fatal("no corpus", err)
	}
	p := text.Parser{Known: d.Known}
	var out [][]subject.Passage
	n := 0
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		for lines := bufio.NewScanner(f); lines.Scan(); {
			var record struct{ Draft struct{ Text string } }
			if n++; n%7 != 0 || json.Unmarshal(lines.Bytes(), &record) != nil {
				continue
			}
			doc := p.Parse(record.Draft.Text)
			out = append(out, []subject.Passage{{Part: bedside.PartText, Doc: doc, Mentions: d.Detect(doc, bedside.PartText, 0, 0)}})
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
	return out
}
