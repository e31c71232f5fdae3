package remedy_test

import (
	"slices"
	"testing"

	"bedside"
	"bedside/remedy"
)

// TestWays: from the change that takes least away to the one that takes most.
func TestWays(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text, mark string
		want             []string
	}{
		{
			"a bed", "I sat with a lady in bed 4, and she sang. It rained.", "room bed 4",
			[]string{"I sat with a lady, and she sang. It rained.", "It rained."},
		},
		{
			"words", "It rained on the quarry and we left. Good night.", "none quarry",
			[]string{"Good night."},
		},
		{
			"a clause is not parted from its sentence", "I cried, she sang because it rained. Good night.", "none sang",
			[]string{"Good night."},
		},
		{
			"what the sentence needs", "She is on the quarry. Good night.", "none quarry",
			[]string{"Good night."},
		},
		{
			"a hashtag goes with its sentence", "I cried. We sang #SaveTheQuarry", "none Quarry",
			[]string{"I cried."},
		},
		{"nothing else", "She sang.", "none sang", []string{""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := parse(tt.text)
			mark := markOf(t, tt.text, tt.mark)
			p := remedy.NewMender(doc, nil).Place(mark)
			var got []string
			for i, w := range p.Ways {
				edits := remedy.Compose(doc, w.Edits)
				checkEdits(t, tt.text, edits)
				got = append(got, remedy.Apply(tt.text, edits))
				if i > 0 && w.Cost < p.Ways[i-1].Cost {
					t.Errorf("way %d takes %d words away, the one before %d", i, w.Cost, p.Ways[i-1].Cost)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
			if p.Firm != (mark.Kind == bedside.FactRoom) || p.Detail != (mark.Kind != bedside.FactNone) {
				t.Errorf("firm %v, detail %v", p.Firm, p.Detail)
			}
		})
	}
}

// TestTitle: of a title that is not earned only the title goes.
func TestTitle(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Dr Chidera | skin": "Chidera | skin", "Dr. Chidera | skin": "Chidera | skin", "Board certified plastic surgeon | skin": "Plastic surgeon | skin",
	} {
		doc := parse(s)
		end := len(s) - len(" | skin")
		p := remedy.NewMender(doc, nil).Place(remedy.Mark{Start: 0, End: end, Title: true})
		if got := remedy.Apply(s, remedy.Compose(doc, p.Ways[0].Edits)); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

// markOf is one mark; "none" is the kind of words that are no fact.
func markOf(t *testing.T, s, spec string) remedy.Mark {
	t.Helper()
	if words, ok := cutPrefix(spec, "none "); ok {
		m := marksOf(t, s, "sex "+words)[0]
		m.Kind = bedside.FactNone
		return m
	}
	return marksOf(t, s, spec)[0]
}

func cutPrefix(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || s[:len(prefix)] != prefix {
		return s, false
	}
	return s[len(prefix):], true
}

// TestKept counts the words outside what is marked that stay.
func TestKept(t *testing.T) {
	t.Parallel()
	s := "She coded on Tuesday. I cried all night."
	m := remedy.NewMender(parse(s), nil)
	marks := marksOf(t, s, "date Tuesday")
	for _, tt := range []struct{ start, end, stay, of int }{{0, 0, 7, 7}, {13, 20, 7, 7}, {9, 20, 6, 7}, {0, 22, 4, 7}, {0, len(s), 0, 7}} {
		stay, of := m.Kept([]bedside.Edit{{Start: tt.start, End: tt.end}}, marks)
		if stay != tt.stay || of != tt.of {
			t.Errorf("without [%d, %d): %d of %d, want %d of %d", tt.start, tt.end, stay, of, tt.stay, tt.of)
		}
	}
}

// TestBefore: a place in the mended text is traced to where its words stood, or to what they replace.
func TestBefore(t *testing.T) {
	t.Parallel()
	edits := []bedside.Edit{{Start: 0, End: 4, Text: "Ad: "}, {Start: 6, End: 9}, {Start: 12, End: 13, Text: "xyz"}}
	for at, want := range map[int]int{0: 0, 3: 0, 4: 4, 5: 5, 6: 9, 8: 11, 9: 12, 11: 12, 12: 13} {
		if got := remedy.Before(edits, at); got != want {
			t.Errorf("%d stood at %d, want %d", at, got, want)
		}
	}
}
