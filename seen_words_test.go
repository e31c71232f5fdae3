package bedside_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
)

// TestWordsOfAPicture: pieces of one row are one line; what cannot be read is left out; pages stand apart, and metadata behind.
func TestWordsOfAPicture(t *testing.T) {
	t.Parallel()
	s := &bedside.Seen{
		Texts: []bedside.SeenText{
			{Box: [4]int{10, 10, 40, 20}, Text: "MRN"},
			{Box: [4]int{60, 12, 90, 20}, Text: "00719284"},
			{Box: [4]int{10, 40, 50, 20}},
			{Box: [4]int{10, 70, 50, 20}, Text: " BED 4 "},
			{Box: [4]int{400, 70, 50, 20}, Text: "far off"},
			{Page: 2, Text: "next\xff"},
		},
		Metadata: bedside.Metadata{Words: []string{"", "a title"}},
	}
	words, lines := s.Words()
	if diff := cmp.Diff("MRN 00719284\nBED 4\nfar off\n\nnext\ufffd\n\na title", words); diff != "" {
		t.Error(diff)
	}
	var parts []string
	for _, l := range lines {
		parts = append(parts, words[l.Start:l.End])
	}
	if diff := cmp.Diff([]string{"MRN", "00719284", "BED 4", "far off", "next\ufffd", "a title"}, parts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(&[4]int{10, 10, 140, 22}, s.BoxOf(0, 12)); diff != "" {
		t.Error("the box of a row:", diff)
	}
	if box := s.BoxOf(lines[4].Start, lines[4].End); box != nil {
		t.Errorf("words without a box have %v", box)
	}
	if box := s.BoxOf(lines[5].Start, lines[5].End); box != nil {
		t.Errorf("metadata has the box %v", box)
	}
}

// TestManyWords: the words of a document end before the limit, at the end of a line.
func TestManyWords(t *testing.T) {
	t.Parallel()
	s := &bedside.Seen{}
	for range 5000 {
		s.Texts = append(s.Texts, bedside.SeenText{Page: 1, Text: strings.Repeat("word ", 20)})
	}
	words, lines := s.Words()
	if len(words) > bedside.MaxPictureText || len(words) < bedside.MaxPictureText-200 || lines[len(lines)-1].End != len(words) {
		t.Errorf("%d bytes, %d lines", len(words), len(lines))
	}
	if words, lines := (*bedside.Seen)(nil).Words(); words != "" || lines != nil {
		t.Error("what nobody saw has words")
	}
}
