package worth_test

import (
	"testing"

	"bedside"
	"bedside/census"
	"bedside/reid"
	"bedside/tables"
	"bedside/text"
	"bedside/worth"
)

func shipped(tb testing.TB) *census.Table {
	tb.Helper()
	t, err := census.Load(tables.Stored()["census.bin"])
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// scaleOf is the scale of a draft by an author, as JSON.
func scaleOf(tb testing.TB, draft string) *worth.Scale {
	tb.Helper()
	d, err := bedside.DecodeDraft([]byte(draft))
	if err != nil {
		tb.Fatal(err)
	}
	return worth.New(shipped(tb), &d)
}

// valueOf is what all words of a text are worth as one detail, up to a bar: what stands behind it is only read.
func valueOf(s *worth.Scale, k bedside.FactKind, words, behind string) reid.Value {
	p := text.Parser{}
	whole := p.Parse(words + behind)
	last := 0
	for i := range whole.Tokens {
		if int(whole.Tokens[i].End) <= len(words) {
			last = i + 1
		}
	}
	return s.Value(worth.Words{Kind: k, Doc: whole, First: 0, Last: last})
}

const inMinnesota = `{"text":"x","time":"2026-03-12T10:00:00Z","author":{"jurisdiction":"US-MN"}}`
