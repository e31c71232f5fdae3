package detect_test

import (
	"reflect"
	"testing"

	"bedside"
	"bedside/detect"
	"bedside/tables"
	"bedside/text"
)

func FuzzDetect(f *testing.F) {
	for _, s := range sampleTexts() {
		f.Add(s)
	}
	for _, s := range []string{
		"Jane B. Okafor, 71, of 221B Baker St, zip 19104", "SSN 123-45-6789 12/03/2024 2024-03-12 New Year's Day 3rd of May",
		"4west 5 5 5 5 5 5 5 5 5 1.2.3.4 1.2.3.4.5.6.7 ninety-three-year-old in her late 90s", "university of the and 's Hospital of Q",
	} {
		f.Add(s)
	}
	d, err := withLists(map[string]string{"x.txt": everyItem})
	if err != nil {
		f.Fatal(err)
	}
	tagging, err := d.WithTagger(tables.Stored()["tagger.bin"])
	if err != nil {
		f.Fatal(err)
	}
	ways := []struct {
		parser text.Parser
		d      *detect.Detector
	}{{text.Parser{}, d}, {text.Parser{Known: d.Known}, d}, {text.Parser{Known: d.Known}, tagging}}
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range ways {
			p, d := w.parser, w.d
			doc := p.Parse(s)
			found := d.Detect(doc, bedside.PartAlt, 3, 5)
			for i := range found {
				checkMention(t, doc, &found[i])
			}
			checkOrder(t, found)
			if again := d.Detect(p.Parse(s), bedside.PartAlt, 3, 5); !reflect.DeepEqual(again, found) {
				t.Errorf("the second time it finds %v, the first %v", again, found)
			}
		}
	})
}

// checkMention: of the part that was asked for, on the boundaries of its tokens, inside one sentence, of a known kind.
func checkMention(t *testing.T, doc *text.Document, m *bedside.Mention) {
	t.Helper()
	if m.Kind == bedside.FactNone || int(m.Kind) >= bedside.FactCount || m.Kind.Info().Class == bedside.Derived {
		t.Errorf("kind %d", m.Kind)
	}
	if m.Span.Part != bedside.PartAlt || m.Span.Index != 3 || m.Passage != 5 {
		t.Errorf("part %s %d, passage %d", m.Span.Part, m.Span.Index, m.Passage)
	}
	if m.First < 0 || m.Last <= m.First || m.Last > len(doc.Tokens) {
		t.Fatalf("tokens [%d, %d) of %d", m.First, m.Last, len(doc.Tokens))
	}
	first, last := doc.Tokens[m.First], doc.Tokens[m.Last-1]
	if m.Span.Start != int(first.Start) || m.Span.End != int(last.End) || m.Span.Empty() {
		t.Errorf("span [%d, %d) of tokens [%d, %d)", m.Span.Start, m.Span.End, first.Start, last.End)
	}
	if first.Sentence != last.Sentence {
		t.Errorf("from sentence %d to %d", first.Sentence, last.Sentence)
	}
}

// checkOrder: by place, the longer first, nothing twice.
func checkOrder(t *testing.T, found []bedside.Mention) {
	t.Helper()
	for i := 1; i < len(found); i++ {
		a, b := found[i-1].Span, found[i].Span
		if a.Start > b.Start || a.Start == b.Start && a.End < b.End {
			t.Errorf("[%d, %d) before [%d, %d)", a.Start, a.End, b.Start, b.End)
		}
		if found[i-1] == found[i] {
			t.Errorf("%s [%d, %d) is told twice", found[i].Kind, b.Start, b.End)
		}
	}
}

// FuzzLoad: no bytes make Load panic, and nothing that loads makes Detect panic.
func FuzzLoad(f *testing.F) {
	d, err := withLists(map[string]string{"x.txt": everyItem})
	if err != nil {
		f.Fatal(err)
	}
	stored := d.Store()
	f.Add([]byte{})
	f.Add(stored)
	f.Add(stored[:len(stored)/2])
	f.Add(flipped(stored, len(stored)/3))
	f.Fuzz(func(t *testing.T, b []byte) { loadAndDetect(t, b, -1) })
}
