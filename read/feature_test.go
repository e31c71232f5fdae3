package read_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/read"
)

// TestRuns: one to three words in the text, one or two elsewhere; over marks, line ends and sentences, and closed over what is hidden.
func TestRuns(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		part  bedside.PartKind
		words string
		want  string // parted by bars
	}{
		{"nothing", bedside.PartText, "", ""},
		{"one word", bedside.PartText, "Tired", "tired"},
		{"text", bedside.PartText, "My patient just died", "my|patient|my patient|just|patient just|my patient just|died|just died|patient just died"},
		{"elsewhere", bedside.PartAlt, "My patient died", "my|patient|my patient|died|patient died"},
		{"over a line end", bedside.PartCaption, "died\nsadly", "died|sadly|died sadly"},
		{"hidden", bedside.PartText, "my [Mrs Alvarez] died", "my|died|my died"},
		{"hidden at both ends", bedside.PartText, "[Alvarez] died [today]", "died"},
		{"two hidden", bedside.PartCaption, "my [Mrs Alvarez] of [bed 12] died", "my|of|my of|died|of died"},
		{"all hidden", bedside.PartText, "[Mrs Alvarez]", ""},
		{"a hidden word among others", bedside.PartCaption, "Died [Alvarez] too", "died|too|died too"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var want []uint64
			for run := range strings.SplitSeq(tt.want, "|") {
				if run != "" {
					want = append(want, longest(t, tt.part, run))
				}
			}
			if got := hashes(&read.Seen{Passages: []read.Passage{passageOf(t, tt.part, tt.words)}}); !slices.Equal(got, want) {
				t.Errorf("%d runs, want %s", len(got), tt.want)
			}
		})
	}
}

// TestAlike: what cannot matter, or names somebody, makes no difference; what matters does.
func TestAlike(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, a, b string
		alike      bool
	}{
		{"digits", "took 400 mg", "took 275 mg", true},
		{"how many digits", "took 400 mg", "took 40 mg", false},
		{"handles", "thanks @ana!", "thanks @bob_the_2nd!", true},
		{"links", "see https://a.org/x", "see www.example.com", true},
		{"addresses", "write to jane@x.org", "write to tom.a@y.net", true},
		{"a handle and a link", "see @ana", "see www.example.com", false},
		{"case", "She DIED", "she died", true},
		{"words", "she died", "she lived", false},
		{"order", "she died", "died she", false},
		{"line ends", "she\ndied", "she died", true},
		{"hidden words", "my [Mrs Alvarez] died", "my [Tom] died", true},
		{"how many are hidden", "my [Tom] died", "my died", true},
		{"a sentence of identifiers", "He died. [Mrs Alvarez]. Sad", "He died. Sad", true},
		{"an identifier and a word", "He died. [Mrs Alvarez] too. Sad", "He died. Sad", false},
		{"a sentence of marks", "Tired.\n\n***\n\nHome.", "Tired.\n\nHome.", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := slices.Equal(hashes(seenOf(t, tt.a)), hashes(seenOf(t, tt.b))); got != tt.alike {
				t.Errorf("%q and %q: alike %v, want %v", tt.a, tt.b, got, tt.alike)
			}
		})
	}
}

// TestPartsApart: a word of a caption is not the same word of the text.
func TestPartsApart(t *testing.T) {
	t.Parallel()
	seen := map[uint64]bedside.PartKind{}
	for _, part := range []bedside.PartKind{bedside.PartText, bedside.PartAlt, bedside.PartCaption, bedside.PartBio, bedside.PartReplyTo} {
		for _, hash := range hashes(&read.Seen{Passages: []read.Passage{passageOf(t, part, "she died")}}) {
			if other, ok := seen[hash]; ok {
				t.Errorf("%s and %s share a feature", part, other)
			}
			seen[hash] = part
		}
	}
}

// TestFacts: what is asserted counts, once for itself and once for whom it is told of; identifiers never do.
func TestFacts(t *testing.T) {
	t.Parallel()
	fact := func(k bedside.FactKind, person int, s bedside.Stance) bedside.Fact {
		return bedside.Fact{Kind: k, Person: person, Sentence: -1, Stance: s}
	}
	of := func(subject bedside.Subject, facts ...bedside.Fact) []uint64 {
		return hashes(&read.Seen{Facts: facts, Subjects: []bedside.Subject{subject}})
	}
	nobodys := of(bedside.SubjectPatient, fact(bedside.FactDrug, -1, bedside.Asserted))
	patients := of(bedside.SubjectPatient, fact(bedside.FactDrug, 0, bedside.Asserted))
	colleagues := of(bedside.SubjectColleague, fact(bedside.FactDrug, 0, bedside.Asserted))
	if len(nobodys) != 1 || len(patients) != 2 || len(colleagues) != 2 {
		t.Fatalf("%d, %d and %d features", len(nobodys), len(patients), len(colleagues))
	}
	if patients[0] != nobodys[0] || colleagues[0] != nobodys[0] || patients[1] == colleagues[1] {
		t.Error("a fact is the same whosever it is, and what is known of its person differs by who they are")
	}
	if other := of(bedside.SubjectPatient, fact(bedside.FactDeath, -1, bedside.Asserted)); other[0] == nobodys[0] {
		t.Error("two facts are one feature")
	}
	if diff := cmp.Diff(nobodys, of(bedside.SubjectPatient, fact(bedside.FactDrug, 7, bedside.Asserted))); diff != "" {
		t.Errorf("a fact of somebody unknown: %s", diff)
	}
	for _, s := range []bedside.Stance{bedside.Negated, bedside.Hypothetical, bedside.Quoted} {
		if got := of(bedside.SubjectPatient, fact(bedside.FactDrug, 0, s)); len(got) != 0 {
			t.Errorf("a fact of stance %v has %d features", s, len(got))
		}
	}
	for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
		if got := of(bedside.SubjectPatient, fact(k, 0, bedside.Asserted)); k.Info().Class == bedside.Identifier && len(got) != 0 {
			t.Errorf("the identifier %s is read", k)
		}
	}
}

// TestFeaturesAreFew: their number grows with the length of the text and no faster, and so does what is allocated for them.
func TestFeaturesAreFew(t *testing.T) { //nolint:paralleltest // it counts allocations
	for _, unit := range []string{"a ", "My 34yo patient died today. ", "...\n\n", "@a ", "[Tom] went. "} {
		short, long := seenOf(t, strings.Repeat(unit, 500)), seenOf(t, strings.Repeat(unit, 5000))
		for _, s := range []*read.Seen{short, long} {
			if n, tokens := len(read.Features(s)), len(s.Passages[0].Doc.Tokens); n > 3*tokens {
				t.Errorf("%q: %d features of %d tokens", unit, n, tokens)
			}
		}
		m := modelOf(t, bedside.HeadContempt, weights{"patient died today": 9, "a": 9})
		few, many := testing.AllocsPerRun(3, func() { answer(m, short) }), testing.AllocsPerRun(3, func() { answer(m, long) })
		if many > 11*few+100 {
			t.Errorf("%q: %g allocations for one part in ten, %g for the whole", unit, few, many)
		}
	}
}
