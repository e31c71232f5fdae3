package read_test

import (
	"slices"
	"testing"

	"bedside"
	"bedside/read"
	"bedside/tables"
)

// FuzzLoad: whatever the bytes, they are refused or read a draft, and give the same twice.
func FuzzLoad(f *testing.F) {
	small := smallModel()
	full := append([]byte(nil), small...)
	for i := slotted; i < len(full); i++ {
		full[i] = 0xff // no slot is empty
	}
	f.Add(small, "What a whale, @ana.")
	f.Add(full, "She died today.")
	f.Add(small[:len(small)-1], "")
	f.Add(tables.Reader()[:slotted+80], "a")
	f.Add(read.Store(&read.Stored{}), "a b c")
	f.Add([]byte("BREAD2\x00\x00\x17\x00\x00\x00"), "a")
	f.Fuzz(func(t *testing.T, b []byte, words string) {
		m, err := read.Load(b)
		if err != nil {
			return
		}
		p := passageOf(t, bedside.PartText, unbracketed(words))
		s := &read.Seen{Passages: []read.Passage{p}}
		first := answer(m, s)
		if !slices.Equal(answer(m, s), first) {
			t.Error("read twice, it is answered in two ways")
		}
		for _, fact := range first {
			if fact.Span.Start < 0 || fact.Span.End < fact.Span.Start || fact.Span.End > len(p.Doc.Text) {
				t.Errorf("evidence [%d, %d) of %d bytes", fact.Span.Start, fact.Span.End, len(p.Doc.Text))
			}
		}
	})
}
