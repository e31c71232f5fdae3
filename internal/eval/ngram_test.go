package eval_test

import (
	"fmt"
	"strings"
	"testing"

	"bedside/internal/eval"
)

// numbered makes n invented records by two writers, whose side a word tells or not.
func numbered(n int, tell bool) []string {
	out := make([]string, n)
	for i := range out {
		record, word := recordOK, "plain"
		if i%2 == 0 {
			record = recordBlock
		}
		if tell && i%2 == 0 {
			word = "telltale"
		}
		text := fmt.Sprintf("%s words number %d", word, i*i%97)
		record = strings.NewReplacer(
			`"a-1"`, fmt.Sprintf(`"r-%d"`, i), `"a-2"`, fmt.Sprintf(`"r-%d"`, i), `"twin":"a-1"`, `"twin":""`,
			"my dog Biscuit finished chemo", text, textBlock, text, `"writer":"a"`, fmt.Sprintf(`"writer":"w%d"`, i/2%2),
		).Replace(record)
		out[i] = record
	}
	return out
}

func TestBaselines(t *testing.T) {
	t.Parallel()
	for _, tell := range []bool{true, false} {
		for _, n := range eval.Baselines(devSet(t, numbered(80, tell)...)) {
			if n.Side.Of != 80 || tell != (n.Side.Value > 0.9) {
				t.Errorf("%s, a telling word: %v: %d of %d right", n.Name, tell, n.Side.Hits, n.Side.Of)
			}
		}
	}
}

func TestBaselinesOfFew(t *testing.T) {
	t.Parallel()
	for _, n := range eval.Baselines(devSet(t, recordOK)) {
		if n.Side.Of > 1 {
			t.Errorf("%s: %d judged", n.Name, n.Side.Of)
		}
	}
	if n := eval.BaselineOn("x", eval.Set{}, devSet(t, recordOK)); n.Side.Of != 0 {
		t.Error("judged without learning")
	}
}
