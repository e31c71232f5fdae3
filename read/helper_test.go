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
		r := tokensIn(p.Doc, h[0], h[1])
		p.Mentions = append(p.Mentions, bedside.Mention{Kind: bedside.FactName, First: r.First, Last: r.Last})
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

func hides(p *read.Passage, t int) bool {
	for _, m := range p.Mentions {
		if m.Kind.Info().Class == bedside.Identifier && m.First <= t && t < m.Last {
			return true
		}
	}
	return false
}

func hashes(s *read.Seen) []uint64 { return read.Features(s) }

// longest is the feature of a whole run of words of a part.
func longest(t *testing.T, part bedside.PartKind, run string) uint64 {
	t.Helper()
	all := hashes(&read.Seen{Passages: []read.Passage{passageOf(t, part, run)}})
	return all[len(all)-1]
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
		hash := longest(t, bedside.PartText, run)
		var c read.Column
		c[h] = weight
		s.Columns[hash] = c
		s.Order = append(s.Order, hash)
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

// answer is all that a model says of a draft: levels, then the words that every head points at.
func answer(m *read.Model, s *read.Seen) []bedside.Fact {
	r := m.Answer(s)
	var out []bedside.Fact
	levels := r.Levels()
	for k := range levels.Kinds() {
		out = append(out, bedside.Fact{Kind: k, Sentence: -1, Person: -1})
	}
	for h := range bedside.Head(bedside.HeadCount) {
		out = append(out, r.Point(bedside.LearnedFact(h, bedside.Likely))...)
	}
	return out
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

// pointing adds a pointer to a model of one head: it points at these words, of one token each, and at nothing else.
func pointing(t *testing.T, h bedside.Head, words ...string) *read.Model {
	t.Helper()
	s := &read.Stored{PointFrom: 5, Points: map[uint64]int8{}}
	for other := range s.Thresholds {
		s.Bias[other], s.Thresholds[other] = -1, [3]int32{0, 1, 1 << 30}
	}
	s.Bias[h] = 1
	for _, w := range words {
		p := passageOf(t, bedside.PartText, w)
		here := read.TokenFeatures(nil, &p, read.Covers(&p), 0, h)[0]
		s.Points[here] = 5
		s.PointOrder = append(s.PointOrder, here)
	}
	return load(t, read.Store(s))
}

// unbracketed are words without the brackets that hide.
func unbracketed(words string) string { return strings.NewReplacer("[", "", "]", "").Replace(words) }
