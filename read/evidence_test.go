package read_test

import (
	"slices"
	"strings"
	"testing"

	"bedside"
	"bedside/read"
)

// TestPointedWords: the words that the pointer knows, in their order; neighbours together, also over one word or mark, and never over
// the end of a sentence.
func TestPointedWords(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, words string
		pointed     []string
		want        string // parted by bars
	}{
		{"one word", "what a whale she is", []string{"whale"}, "whale"},
		{"two places", "a whale and then a gomer", []string{"whale", "gomer"}, "whale|gomer"},
		{"neighbours", "a stupid whale came", []string{"stupid", "whale"}, "stupid whale"},
		{"over a mark", "stupid, whale", []string{"stupid", "whale"}, "stupid, whale"},
		{"over a word", "a stupid old whale", []string{"stupid", "whale"}, "stupid old whale"},
		{"not over a sentence", "So stupid. Whale!", []string{"stupid", "whale"}, "stupid|Whale"},
		{"an identifier too", "then [Alvarez] went", []string{"alvarez"}, "Alvarez"},
		{"nothing", "she went home", []string{"whale"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := seenOf(t, tt.words)
			facts := answer(pointing(t, bedside.HeadContempt, tt.pointed...), s)
			if got := strings.Join(named(s, facts, bedside.HeadContempt), "|"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestUnlikelyPointsAtNothing: a head that a draft is far from has no words in it.
func TestUnlikelyPointsAtNothing(t *testing.T) {
	t.Parallel()
	for _, f := range answer(pointing(t, bedside.HeadContempt, "whale"), seenOf(t, "a whale")) {
		if other := f.Kind.String(); !strings.HasPrefix(other, "contempt.") && !f.Span.Empty() {
			t.Errorf("%s points at words", other)
		}
	}
}

// TestPointsWhereItWasRead: evidence lies in the part that its words came from, in the sentence that it stands in.
func TestPointsWhereItWasRead(t *testing.T) {
	t.Parallel()
	first, second := passageOf(t, bedside.PartText, "Hello. What a whale."), passageOf(t, bedside.PartBio, "whale")
	first.FirstSentence, second.Index, second.FirstSentence = 3, 2, -1
	s := &read.Seen{Passages: []read.Passage{first, second}}
	kind := bedside.LearnedFact(bedside.HeadContempt, bedside.Likely)
	want := []bedside.Fact{
		{Kind: kind, Sentence: -1, Person: -1},
		{Kind: kind, Sentence: 4, Person: -1, Span: bedside.Span{Part: bedside.PartText, Start: 14, End: 19}},
		{Kind: kind, Sentence: -1, Person: -1, Span: bedside.Span{Part: bedside.PartBio, Index: 2, Start: 0, End: 5}},
	}
	var got []bedside.Fact
	for _, f := range answer(pointing(t, bedside.HeadContempt, "whale"), s) {
		if f.Kind == kind {
			got = append(got, f)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
