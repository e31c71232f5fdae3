package read_test

import (
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/internal/eval"
	"bedside/packs"
	"bedside/read"
	"bedside/tables"
)

// open is what the reader sees of every third draft of the open corpus.
var open = sync.OnceValues(func() ([]*read.Seen, error) {
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Version: "test"})
	if err != nil {
		return nil, err
	}
	set, err := eval.ReadDev(os.DirFS("../corpus"))
	if err != nil {
		return nil, err
	}
	var out []*read.Seen
	for i := 0; i < len(set.Records); i += 3 {
		out = append(out, e.Seen(set.Records[i].Draft, time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)))
	}
	return out, nil
})

func openCorpus(t *testing.T) []*read.Seen {
	t.Helper()
	all, err := open()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 1000 {
		t.Fatalf("%d drafts", len(all))
	}
	return all
}

func shipped(t *testing.T) *read.Model {
	t.Helper()
	return load(t, tables.Reader())
}

// TestEvidenceOnTokens: evidence lies inside its part, begins and ends with a word of it.
func TestEvidenceOnTokens(t *testing.T) {
	t.Parallel()
	m := shipped(t)
	for i, s := range openCorpus(t) {
		for _, f := range answer(m, s) {
			if f.Span.Empty() {
				continue
			}
			p := partOf(s, f.Span)
			if p == nil {
				t.Fatalf("draft %d: %s lies in no part", i, f.Kind)
			}
			first := slices.IndexFunc(p.Doc.Tokens, func(k token) bool { return int(k.Start) == f.Span.Start })
			last := slices.IndexFunc(p.Doc.Tokens, func(k token) bool { return int(k.End) == f.Span.End })
			if first < 0 || last < first {
				t.Errorf("draft %d: %s names [%d, %d), from token %d to %d", i, f.Kind, f.Span.Start, f.Span.End, first, last)
			}
			if want := sentenceOf(p, first); f.Sentence != want {
				t.Errorf("draft %d: %s lies in sentence %d, want %d", i, f.Kind, f.Sentence, want)
			}
		}
	}
}

// TestEvidenceMovesTheScore: without the words that are pointed at, a head's score is lower. The pointer learns from what labels
// quote and not from the heads' weights, so in some drafts the words around speak louder.
func TestEvidenceMovesTheScore(t *testing.T) {
	t.Parallel()
	m := shipped(t)
	lower, all := 0, 0
	for _, s := range openCorpus(t) {
		before, facts := m.Scores(s), answer(m, s)
		for h := range bedside.Head(bedside.HeadCount) {
			spans := spansOf(facts, h)
			if len(spans) == 0 {
				continue
			}
			all++
			if m.Scores(without(s, spans))[h] < before[h] {
				lower++
			}
		}
	}
	t.Logf("of %d heads that name words, %d score lower without them", all, lower)
	if all < 1000 || 100*lower < 75*all {
		t.Errorf("of %d heads that name words, only %d score lower without them", all, lower)
	}
}

// TestOrderOfFacts: in which order the first tier tells what it found changes nothing in the first stage; the second reads them in order.
func TestOrderOfFacts(t *testing.T) {
	t.Parallel()
	m := shipped(t).WithSecond(nil)
	for i, s := range openCorpus(t) {
		turned := *s
		turned.Facts = slices.Clone(s.Facts)
		slices.Reverse(turned.Facts)
		if m.Scores(&turned) != m.Scores(s) || !slices.Equal(answer(m, &turned), answer(m, s)) {
			t.Errorf("draft %d is answered in two ways", i)
		}
	}
}

// TestSameAnswer: the same draft is answered alike, again and by weights that were loaded anew.
func TestSameAnswer(t *testing.T) {
	t.Parallel()
	m, again := shipped(t), shipped(t)
	for i, s := range openCorpus(t) {
		facts := answer(m, s)
		if !slices.Equal(answer(m, s), facts) || !slices.Equal(answer(again, s), facts) {
			t.Errorf("draft %d is answered in two ways", i)
		}
	}
}

func partOf(s *read.Seen, at bedside.Span) *read.Passage {
	for i := range s.Passages {
		if p := &s.Passages[i]; p.Part == at.Part && p.Index == at.Index {
			return p
		}
	}
	return nil
}

func sentenceOf(p *read.Passage, token int) int {
	if p.FirstSentence < 0 {
		return -1
	}
	return p.FirstSentence + int(p.Doc.Tokens[token].Sentence)
}

func spansOf(facts []bedside.Fact, h bedside.Head) []bedside.Span {
	var out []bedside.Span
	for _, f := range facts {
		if f.Kind == bedside.LearnedFact(h, bedside.Likely) && !f.Span.Empty() {
			out = append(out, f.Span)
		}
	}
	return out
}

// without is a draft with some more words hidden.
func without(s *read.Seen, spans []bedside.Span) *read.Seen {
	out := *s
	out.Passages = slices.Clone(s.Passages)
	for i := range out.Passages {
		p := &out.Passages[i]
		var hidden []bedside.Mention
		for t := range p.Doc.Tokens {
			k := &p.Doc.Tokens[t]
			inside := func(at bedside.Span) bool {
				return at.Part == p.Part && at.Index == p.Index && at.Start <= int(k.Start) && int(k.End) <= at.End
			}
			if hides(p, t) || slices.ContainsFunc(spans, inside) {
				hidden = append(hidden, bedside.Mention{Kind: bedside.FactName, First: t, Last: t + 1})
			}
		}
		p.Mentions = hidden
	}
	return &out
}
