package learn

import (
	"bytes"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/eval"
)

// TestFoldsOfTheCorpus: every writer is dealt once, every fold has writers, and twins are by one writer, so that no draft is judged
// by a reader that saw its twin.
func TestFoldsOfTheCorpus(t *testing.T) {
	t.Parallel()
	set, err := eval.ReadDev(os.DirFS("../../../corpus"))
	if err != nil {
		t.Fatal(err)
	}
	writers, foldOf, drafts := map[string]string{}, map[string]int{}, [Folds]int{}
	for _, r := range set.Records {
		writers[r.ID] = r.Meta.Writer
		fold := Fold(r.Meta.Writer)
		if before, ok := foldOf[r.Meta.Writer]; ok && before != fold || fold < 0 || fold >= Folds || r.Meta.Writer == "" {
			t.Errorf("%s, by %q, is in fold %d", r.ID, r.Meta.Writer, fold)
		}
		foldOf[r.Meta.Writer] = fold
		drafts[fold]++
	}
	for _, r := range set.Records {
		if r.Meta.Twin != "" && writers[r.Meta.Twin] != r.Meta.Writer {
			t.Errorf("%s is by %s, its twin %s by %q", r.ID, r.Meta.Writer, r.Meta.Twin, writers[r.Meta.Twin])
		}
	}
	for fold, n := range drafts {
		if n == 0 || 2*n > len(set.Records) {
			t.Errorf("fold %d has %d of %d drafts", fold, n, len(set.Records))
		}
	}
}

// TestWithout: the writers of the fold go and all others stay, in their order.
func TestWithout(t *testing.T) {
	t.Parallel()
	var all []Sample
	for _, group := range []string{"a", "b", "c", "d", "e", "f", "g", "a", "b"} {
		all = append(all, sample(group, Yes, uint64(len(all))))
	}
	left := make([]int, len(all))
	for fold := range Folds {
		var want []Sample
		for i, s := range all {
			if Fold(s.Group) == fold {
				left[i]++
			} else {
				want = append(want, s)
			}
		}
		if diff := cmp.Diff(want, Without(all, fold)); diff != "" {
			t.Errorf("fold %d: %s", fold, diff)
		}
	}
	for i, n := range left {
		if n != 1 {
			t.Errorf("sample %d is left out %d times", i, n)
		}
	}
	if got := Without(nil, 0); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

// TestMarginsOfNewWriters: two writers say the opposite. Whoever is judged by what the other wrote gets the wrong side, so nobody
// was judged by what they wrote themselves.
func TestMarginsOfNewWriters(t *testing.T) {
	t.Parallel()
	one, other := apart(t)
	samples := times(5, sample(one, Yes, 1), sample(one, No, 2), sample(other, No, 1), sample(other, Yes, 2))
	for i, m := range Margins(samples) {
		if (m[head] > 0) == (samples[i].Heads[head] == Yes) {
			t.Errorf("sample %d of %s has the margin %.2f", i, samples[i].Group, m[head])
		}
	}
	if got := Margins(nil); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

func TestFoldModels(t *testing.T) {
	t.Parallel()
	one, other := apart(t)
	samples := times(5, sample(one, Yes, 1), sample(one, No, 2), sample(other, Yes, 2), sample(other, No, 3))
	thresholds := Thresholds{{1, 2, 3}}
	models := FoldModels(samples, thresholds)
	for fold, m := range models {
		if !bytes.Equal(m, Train(Without(samples, fold), thresholds)) {
			t.Errorf("the model of fold %d is trained on something else", fold)
		}
	}
	if bytes.Equal(models[Fold(one)], models[Fold(other)]) {
		t.Error("two folds have one model")
	}
}
