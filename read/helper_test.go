package read_test

import (
	"strings"
	"testing"

	"bedside"
	"bedside/read"
	"bedside/text"
)

// passageOf is a part whose words in brackets are hidden: "my patient [Mrs Alvarez] died".
func passageOf(t *testing.T, part bedside.PartKind, marked string) read.Passage {
	t.Helper()
	var plain strings.Builder
	var hidden [][2]int
	for i, piece := range strings.Split(marked, "[") {
		inside, rest, closed := strings.Cut(piece, "]")
		if closed != (i > 0) {
			t.Fatalf("brackets of %q do not match", marked)
		}
		if closed {
			hidden = append(hidden, [2]int{plain.Len(), plain.Len() + len(inside)})
		}
		plain.WriteString(inside + rest)
	}
	p := read.Passage{Part: part, Doc: new(text.Parser).Parse(plain.String())}
	for _, h := range hidden {
		p.Hidden = append(p.Hidden, tokensIn(p.Doc, h[0], h[1]))
	}
	return p
}

func tokensIn(doc *text.Document, start, end int) read.Range {
	r := read.Range{First: -1}
	for t := range doc.Tokens {
		if int(doc.Tokens[t].Start) >= start && int(doc.Tokens[t].End) <= end {
			if r.First < 0 {
				r.First = t
			}
			r.Last = t + 1
		}
	}
	return r
}

func seenOf(t *testing.T, marked string) *read.Seen {
	t.Helper()
	return &read.Seen{Passages: []read.Passage{passageOf(t, bedside.PartText, marked)}}
}

// runs lists the words that each feature came from, those in between that are hidden left out; facts are "fact".
func runs(s *read.Seen) []string {
	var out []string
	for _, f := range read.Features(s) {
		if f.Passage < 0 {
			out = append(out, "fact")
			continue
		}
		p := &s.Passages[f.Passage]
		var words []string
		for t := f.First; t < f.Last; t++ {
			if p.Doc.Tokens[t].Kind != text.Newline && !hides(p, int(t)) {
				words = append(words, p.Doc.Tokens[t].Form)
			}
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func hides(p *read.Passage, t int) bool {
	for _, r := range p.Hidden {
		if r.First <= t && t < r.Last {
			return true
		}
	}
	return false
}

// hashes are the features without the places that they came from.
func hashes(s *read.Seen) []uint64 {
	var out []uint64
	for _, f := range read.Features(s) {
		out = append(out, f.Hash)
	}
	return out
}

// weights is a model in few words: what a run of the text gives one head.
type weights map[string]int8

// modelOf stores and loads a model of one head whose score begins at 0, is likely from 1 on and never sure. All others are unlikely.
func modelOf(t *testing.T, h bedside.Head, w weights) *read.Model {
	t.Helper()
	s := &read.Stored{Columns: map[uint64]read.Column{}}
	for other := range s.Thresholds {
		s.Bias[other], s.Thresholds[other] = -1, [3]int32{0, 1, 1 << 30}
	}
	s.Bias[h] = 0
	for run, weight := range w {
		all := hashes(seenOf(t, run))
		longest := all[len(all)-1]
		var c read.Column
		c[h] = weight
		s.Columns[longest] = c
		s.Order = append(s.Order, longest)
	}
	return load(t, read.Store(s))
}

func load(t *testing.T, b []byte) *read.Model {
	t.Helper()
	m, err := read.Load(b)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// named lists the words that a head names.
func named(s *read.Seen, facts []bedside.Fact, h bedside.Head) []string {
	var out []string
	for _, f := range facts {
		if f.Kind != bedside.LearnedFact(h, bedside.Likely) || f.Span.Empty() {
			continue
		}
		for i := range s.Passages {
			if p := &s.Passages[i]; p.Part == f.Span.Part && p.Index == f.Span.Index {
				out = append(out, p.Doc.Text[f.Span.Start:f.Span.End])
			}
		}
	}
	return out
}

// unbracketed are words without the brackets that hide.
func unbracketed(words string) string { return strings.NewReplacer("[", "", "]", "").Replace(words) }
