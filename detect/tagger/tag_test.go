package tagger_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/detect/tagger"
	"bedside/text"
)

// tokensOf are the tokens of a text, with traits by word.
func tokensOf(s string, traits map[string]tagger.Trait) []tagger.Token {
	doc := (&text.Parser{}).Parse(s)
	out := make([]tagger.Token, len(doc.Tokens))
	for i, t := range doc.Tokens {
		out[i] = tagger.Token{Text: s[t.Start:t.End], Form: t.Form, Kind: t.Kind, Flags: t.Flags, Traits: traits[t.Form]}
	}
	return out
}

// table is a model whose rows are filled by a function, with some words of known classes.
func table(bits uint, weight func(row int, l tagger.Label) int8) *tagger.Stored {
	words := tagger.NewWords()
	words.Add("bed", 1, 2, 3)
	words.Add("jane", 63, 255, 999)
	s := &tagger.Stored{Bits: bits, Weights: make([][tagger.Labels]int8, 1<<bits), Words: words}
	for row := range s.Weights {
		for l := range tagger.Labels {
			s.Weights[row][l] = weight(row, l)
		}
	}
	return s
}

func loaded(tb testing.TB, s *tagger.Stored) *tagger.Model {
	tb.Helper()
	m, err := tagger.Load(tagger.Store(s))
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// random is a model of weights by chance, from a seed.
func random(tb testing.TB, seed uint64) *tagger.Model {
	tb.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	return loaded(tb, table(8, func(int, tagger.Label) int8 { return int8(r.IntN(256) - 128) }))
}

// eager is a model that takes every word for a person that may be one.
func eager(tb testing.TB) *tagger.Model {
	tb.Helper()
	return loaded(tb, table(4, func(_ int, l tagger.Label) int8 {
		switch l {
		case tagger.BeginPerson:
			return 1
		case tagger.InPerson:
			return 2
		default:
			return 0
		}
	}))
}

func traits() map[string]tagger.Trait {
	return map[string]tagger.Trait{
		"the": tagger.Common, "bed": tagger.Common, "is": tagger.Common, "will": tagger.Common | tagger.Given | tagger.GivenPlain, "jane": tagger.Given, "long": tagger.Common | tagger.Surname | tagger.SurnamePlain,
		"of": tagger.Common,
	}
}

func TestWhereNamesMayBegin(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, want string }{
		{"everyday words", "the bed is", ""},
		{"the first word of a sentence", "The bed is", ""},
		{"two capitals at the start", "The Bed is", "The Bed"},
		{"a capital inside", "the Bed is", "Bed"},
		{"an unknown word", "the okafor is", "okafor"},
		{"a given name", "jane is", "jane"},
		{"a given name that is a word", "The will is", ""},
		{"the same, where there are no capitals", "the will is", "will"},
		{"the same, at the start", "Will is", "Will"},
		{"before an unknown word", "The will okafor is", "will okafor"},
		{"a family name that is a word", "jane long is", "jane long"},
		{"a number", "12 is 13", ""},
		{"a handle, a link, an address", "@jane https://jane.org jane@x.org", ""},
		{"a possessive", "jane's bed", "jane"},
		{"one small letter", "the x is", ""},
		{"an initial", "the X is", "X"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tokens := tokensOf(tt.text, traits())
			var got []string
			for _, s := range eager(t).Tag(tokens, 0, &tagger.Scratch{}) {
				var words []string
				for _, k := range tokens[s.First:s.Last] {
					if k.Form != "'s" {
						words = append(words, k.Text)
					}
				}
				got = append(got, strings.Join(words, " "))
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSkippingLosesNothing: a sentence in which nothing may begin a name is not looked at, and no bias would have found one.
func TestSkippingLosesNothing(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		m, x := random(t, seed), &tagger.Scratch{}
		r := rand.New(rand.NewPCG(seed, 2))
		words := []string{"the", "Jane", "bed", "will", "Okafor", "long", "of", ".", "12", "okafor", "BED", "#Jane"}
		for range 50 {
			var b strings.Builder
			for range 1 + r.IntN(9) {
				b.WriteString(words[r.IntN(len(words))] + " ")
			}
			tokens := tokensOf(b.String(), traits())
			may := map[int]bool{}
			m.Features(tokens, x, func(i int, begins bool, _ []uint32) { may[i] = begins })
			for _, s := range m.Tag(tokens, 1<<20, x) {
				if begins, known := may[s.First]; !known || !begins {
					t.Fatalf("seed %d: a name begins at token %d of %d, where none may", seed, s.First, len(tokens))
				}
				for i := s.First; i < s.Last; i++ {
					if _, known := may[i]; !known {
						t.Fatalf("seed %d: token %d is part of a name, and was not looked at", seed, i)
					}
				}
			}
		}
	}
}

// TestBias: a higher bias begins no fewer names of people.
func TestBias(t *testing.T) {
	t.Parallel()
	tokens := tokensOf("Jane Okafor of Larkbridge met Tom. Then Priya left Ana behind", traits())
	for seed := range uint64(20) {
		m, x := random(t, seed), &tagger.Scratch{}
		if n := len(m.Tag(tokens, -1<<20, x)); n > 0 && m.Tag(tokens, -1<<20, x)[0].Kind == tagger.BeginPerson {
			t.Errorf("seed %d: a person, against all odds", seed)
		}
		people := 0
		for _, s := range m.Tag(tokens, 1<<20, x) {
			if s.Kind == tagger.BeginPerson {
				people++
			}
		}
		if people < 5 {
			t.Errorf("seed %d: %d people at the highest bias", seed, people)
		}
	}
}

// TestLongRun: no text is too long for the sums.
func TestLongRun(t *testing.T) {
	t.Parallel()
	m := loaded(t, table(4, func(_ int, l tagger.Label) int8 {
		if l == tagger.InPlace || l == tagger.BeginPlace {
			return 127
		}
		return -128
	}))
	tokens := tokensOf(strings.Repeat("Okafor ", 60_000), nil)
	spans := m.Tag(tokens, 0, &tagger.Scratch{})
	covered := 0
	for _, s := range spans {
		if s.Kind != tagger.BeginPlace {
			t.Fatalf("label %d", s.Kind)
		}
		covered += s.Last - s.First
	}
	if covered != len(tokens) {
		t.Errorf("%d of %d tokens", covered, len(tokens))
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"", "Jane Okafor met Tom's gran in the Long Bed Hospital.", "#JaneOkafor #janeokafor", "J. K. O'Brien-Smith's 3 4th é Ünal\x00\xff", "A B C. d & E of the F"} {
		f.Add(s, uint64(1), int32(42))
	}
	f.Fuzz(func(t *testing.T, s string, seed uint64, bias int32) {
		m, x := random(t, seed%16), &tagger.Scratch{}
		tokens := tokensOf(s, traits())
		bias %= 1 << 20
		last := 0
		first := append([]tagger.Span(nil), m.Tag(tokens, tagger.Bias(bias), x)...)
		for _, n := range first {
			if n.First < last || n.Last <= n.First || n.Last > len(tokens) || n.Kind >= tagger.Labels || n.Kind%2 != 1 {
				t.Fatalf("span %v behind %d, of %d tokens", n, last, len(tokens))
			}
			last = n.Last
		}
		if diff := cmp.Diff(first, append([]tagger.Span(nil), m.Tag(tokens, tagger.Bias(bias), x)...)); diff != "" {
			t.Error(diff)
		}
	})
}
