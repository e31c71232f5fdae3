package read_test

import (
	"slices"
	"strings"
	"testing"

	"bedside"
	"bedside/read"
)

// TestNamedWords: the words that gave most, in their order; neighbours together, marks only between words.
func TestNamedWords(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, words string
		weights     weights
		want        string // parted by bars
	}{
		{"one word", "what a whale she is", weights{"whale": 30}, "whale"},
		{"a run", "what a whale she is", weights{"what a whale": 30}, "what a whale"},
		{"two places", "a whale and a gomer", weights{"whale": 30, "gomer": 20}, "whale|gomer"},
		{"neighbours", "a stupid whale came", weights{"stupid": 30, "whale": 20}, "stupid whale"},
		{"over a mark", "stupid, whale", weights{"stupid": 30, "whale": 20}, "stupid, whale"},
		{"no mark at the end", "a whale !", weights{"whale !": 30}, "whale"},
		{"much weaker", "a whale and a gomer", weights{"whale": 30, "gomer": 9}, "whale"},
		{"against", "a whale and a friend", weights{"whale": 30, "friend": -20}, "whale"},
		{"all of equal ones but the fifth", "a of it b of it c of it d of it e", weights{"a": 9, "b": 9, "c": 9, "d": 9, "e": 9}, "a|b|c|d"},
		{"the strongest four", "a of it b of it c of it d of it e", weights{"a": 9, "b": 7, "c": 8, "d": 8, "e": 9}, "a|c|d|e"},
		{"not an identifier inside a run", "he [Tom Alvarez of Elm Street 4] stinks", weights{"he stinks": 30}, "he|stinks"},
		{"over one word that is hidden", "he stinks [Tom] so", weights{"he stinks so": 30}, "he stinks Tom so"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := seenOf(t, tt.words)
			facts := modelOf(t, bedside.HeadContempt, tt.weights).Read(s)
			if got := strings.Join(named(s, facts, bedside.HeadContempt), "|"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestNamesFew: however often something is said, a head names four places, over all parts together.
func TestNamesFew(t *testing.T) {
	t.Parallel()
	s := seenOf(t, strings.Repeat("What a whale. ", 50))
	for i := range 200 {
		p := passageOf(t, bedside.PartAlt, "a whale of a man")
		p.Index = i
		s.Passages = append(s.Passages, p)
	}
	if got := named(s, modelOf(t, bedside.HeadContempt, weights{"whale": 30}).Read(s), bedside.HeadContempt); len(got) != 4 {
		t.Errorf("%d places are named", len(got))
	}
}

// TestNamesWhereItWasRead: evidence lies in the part that its words came from, in the sentence that it stands in.
func TestNamesWhereItWasRead(t *testing.T) {
	t.Parallel()
	first, second := passageOf(t, bedside.PartText, "Hello. What a whale."), passageOf(t, bedside.PartText, "whale")
	first.FirstSentence, second.Part, second.Index, second.FirstSentence = 3, bedside.PartBio, 2, -1
	s := &read.Seen{Passages: []read.Passage{first, second}}
	m := modelOf(t, bedside.HeadContempt, weights{"whale": 30})
	want := []bedside.Fact{
		{Kind: bedside.LearnedFact(bedside.HeadContempt, bedside.Likely), Sentence: -1, Person: -1},
		{
			Kind: bedside.LearnedFact(bedside.HeadContempt, bedside.Likely), Sentence: 4, Person: -1,
			Span: bedside.Span{Part: bedside.PartText, Start: 14, End: 19},
		},
	}
	var got []bedside.Fact
	for _, f := range m.Read(s) {
		if f.Kind == want[0].Kind {
			got = append(got, f)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
