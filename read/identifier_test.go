package read_test

import (
	"math/rand/v2"
	"testing"

	"bedside/text"
)

// TestAnIdentifierChangesNoScore puts hidden words into drafts of the open corpus, between two words and as a sentence of their
// own: no score changes.
func TestAnIdentifierChangesNoScore(t *testing.T) {
	t.Parallel()
	m, random := shipped(t), rand.New(rand.NewPCG(7, 11))
	tried := 0
	for i, s := range openCorpus(t) {
		words := unbracketed(s.Passages[0].Doc.Text)
		before := m.Scores(seenOf(t, words))
		more := []string{words + "\n\n[Qzv Xkjw].", words + "\n\n[Qzv]", words + "\n[Qzv Xkjw] ([Vqz])!"}
		if gaps := gapsOf(words); len(gaps) > 0 {
			at := gaps[random.IntN(len(gaps))]
			more = append(more, words[:at]+" [qzv xkjw 12]"+words[at:])
		}
		for _, with := range more {
			tried++
			hidden := seenOf(t, with)
			if after := m.Scores(hidden); after != before {
				t.Errorf("draft %d, with %d bytes more: a score changes", i, len(with)-len(words))
			}
		}
	}
	if tried < 4000 {
		t.Errorf("only %d were tried", tried)
	}
}

// gapsOf are the places between two lower-case words of one sentence, parted by one space.
func gapsOf(words string) []int {
	doc := new(text.Parser).Parse(words)
	var out []int
	for t := 1; t < len(doc.Tokens); t++ {
		a, b := &doc.Tokens[t-1], &doc.Tokens[t]
		if plain(a) && plain(b) && a.Sentence == b.Sentence && b.Start == a.End+1 && words[a.End] == ' ' {
			out = append(out, int(a.End))
		}
	}
	return out
}

func plain(k *token) bool { return k.Kind == text.Word && k.Flags == 0 && len(k.Form) > 1 }

type token = text.Token
