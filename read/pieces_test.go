package read_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/read"
)

// TestPieces: words in the longest pieces that are known, marks by themselves, accents off, what is hidden left out, one end a passage.
func TestPieces(t *testing.T) {
	t.Parallel()
	v := read.NewVocabulary(strings.Fields("[UNK] [CLS] [SEP] role.student part.alt @ http ! ' a my patient sh ##ing ##les shingles on ##e cafe 😭 9 ##1 91"))
	fact := func(k bedside.FactKind, person int, end int) bedside.Fact {
		return bedside.Fact{Kind: k, Person: person, Span: bedside.Span{End: end}, Sentence: -1}
	}
	tests := []struct {
		name  string
		facts []bedside.Fact
		parts []read.Passage
		want  string
	}{
		{"nothing", nil, nil, "[CLS] [SEP]"},
		{"known whole", nil, []read.Passage{passageOf(t, bedside.PartText, "My shingles!!")}, "[CLS] [SEP] my shingles ! [SEP]"},
		{"in pieces", nil, []read.Passage{passageOf(t, bedside.PartText, "one shing 991")}, "[CLS] [SEP] on ##e sh ##ing 9 [UNK] ##1 [SEP]"},
		{"unknown letters one by one", nil, []read.Passage{passageOf(t, bedside.PartText, "zq")}, "[CLS] [SEP] [UNK] [UNK] [SEP]"},
		{"accents", nil, []read.Passage{passageOf(t, bedside.PartText, "café")}, "[CLS] [SEP] cafe [SEP]"},
		{"handles, links, emoji", nil, []read.Passage{passageOf(t, bedside.PartText, "@ana on https://a.org 😭 🦄")}, "[CLS] [SEP] @ on http 😭 [UNK] [SEP]"},
		{"hidden", nil, []read.Passage{passageOf(t, bedside.PartText, "my patient [Ana Alvarez] a")}, "[CLS] [SEP] my patient a [SEP]"},
		{"parts", nil, []read.Passage{passageOf(t, bedside.PartText, "my"), passageOf(t, bedside.PartAlt, "a patient")}, "[CLS] [SEP] my [SEP] part.alt a patient [SEP]"},
		{"facts of the draft only", []bedside.Fact{fact(bedside.FactRoleStudent, -1, 0), fact(bedside.FactRoleStudent, 0, 0), fact(bedside.FactRoleStudent, -1, 4)}, nil, "[CLS] role.student [SEP]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range v.Pieces(&read.Seen{Passages: tt.parts, Facts: tt.facts}) {
				got = append(got, v.Words()[p])
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestPiecesAreBounded: however long the parts are, the encoder gets no more than it has room for, and an end.
func TestPiecesAreBounded(t *testing.T) {
	t.Parallel()
	v := read.NewVocabulary([]string{"[UNK]", "[CLS]", "[SEP]", "a"})
	for _, words := range []int{1, 126, 127, 128, 129, 158, 159, 160, 5000} {
		long := passageOf(t, bedside.PartText, strings.Repeat("a ", words))
		for _, parts := range [][]read.Passage{{long}, {long, long}, {long, long, long}} {
			got := v.Pieces(&read.Seen{Passages: parts})
			if len(got) > 160 || got[len(got)-1] != 2 {
				t.Errorf("%d parts of %d words: %d pieces, the last is %d", len(parts), words, len(got), got[len(got)-1])
			}
		}
	}
}

func FuzzPieces(f *testing.F) {
	f.Add("My patient isn't\u200d café 😭 #unc4west 91 https://a.org")
	m := read.NewVocabulary([]string{"[UNK]", "[CLS]", "[SEP]", "a", "##a", "é", "my"})
	f.Fuzz(func(t *testing.T, words string) {
		for _, p := range m.Pieces(&read.Seen{Passages: []read.Passage{passageOf(t, bedside.PartText, unbracketed(words))}}) {
			if int(p) >= len(m.Words()) {
				t.Errorf("piece %d of %d", p, len(m.Words()))
			}
		}
	})
}
