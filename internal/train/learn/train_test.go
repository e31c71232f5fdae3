package learn

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"bedside"
	"bedside/internal/eval"
	"bedside/read"
)

// TestTrainTwice: the same samples give the same bytes.
func TestTrainTwice(t *testing.T) {
	t.Parallel()
	samples := samplesOf(t, someOf(t, 200)...)
	thresholds := Thresholds{{1, 2, 3}, {-4, 5, 6}}
	stored := Train(samples, thresholds)
	if again := Train(slices.Clone(samples), thresholds); !bytes.Equal(stored, again) {
		t.Error("trained twice, there are two models")
	}
	m, err := read.Load(stored)
	if err != nil {
		t.Fatal(err)
	}
	if m.Thresholds() != thresholds {
		t.Errorf("thresholds %v", m.Thresholds())
	}
}

// TestTrainNothing: no samples make a model that knows nothing, and loads.
func TestTrainNothing(t *testing.T) {
	t.Parallel()
	m, err := read.Load(Train(nil, Thresholds{}))
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Scores(&read.Seen{}); got != (read.Scores{}) {
		t.Errorf("scores %v", got)
	}
}

// TestStoredAsMeasured: thresholds are found on margins and held against stored scores, so both must be one measure. Weights are
// rounded when they are stored, hence the little in between.
func TestStoredAsMeasured(t *testing.T) {
	t.Parallel()
	records := someOf(t, 300)
	samples := samplesOf(t, records...)
	trained := fit(samples)
	at := map[uint64]int{}
	for i, f := range trained.order {
		at[f] = i
	}
	m, err := read.Load(Train(samples, Thresholds{}))
	if err != nil {
		t.Fatal(err)
	}
	e, err := firstTier()
	if err != nil {
		t.Fatal(err)
	}
	off, sides, n := 0.0, 0, 0
	for i := range records {
		margins, scores := trained.margins(&samples[i], at), m.Scores(e.Seen(records[i].Draft, day))
		for h := range bedside.HeadCount {
			score := float64(scores[h]) / unit
			off += max(score-margins[h], margins[h]-score)
			n++
			if (score > 0) != (margins[h] > 0) {
				sides++
			}
		}
	}
	if mean := off / float64(n); mean > 0.05 || 50*sides > n {
		t.Errorf("%.3f apart in the middle, and on two sides %d times of %d", mean, sides, n)
	}
}

// someOf reads some drafts of the open corpus.
func someOf(t *testing.T, n int) []eval.Record {
	t.Helper()
	set, err := eval.ReadDev(os.DirFS("../../../corpus"))
	if err != nil {
		t.Fatal(err)
	}
	var out []eval.Record
	for i := 0; i < len(set.Records); i += len(set.Records) / n {
		out = append(out, set.Records[i])
	}
	return out
}
