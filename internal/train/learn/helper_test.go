package learn

import (
	"sync"
	"testing"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/internal/eval"
	"bedside/packs"
	"bedside/tables"
)

const head = bedside.HeadContempt

// sample is a draft of a writer with features; the label is of the head and of the whole.
func sample(group string, l Label, features ...uint64) Sample {
	s := Sample{Group: group, Features: features, Any: l}
	s.Heads[head] = l
	return s
}

// times repeats samples.
func times(n int, s ...Sample) []Sample {
	var out []Sample
	for range n {
		out = append(out, s...)
	}
	return out
}

// apart names two writers of different folds.
func apart(t *testing.T) (one, other string) {
	t.Helper()
	for _, name := range []string{"b", "c", "d", "e", "f"} {
		if Fold(name) != Fold("a") {
			return "a", name
		}
	}
	t.Fatal("all writers are in one fold")
	return "", ""
}

var firstTier = sync.OnceValues(func() (*engine.Engine, error) {
	return engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Version: "test"})
})

func samplesOf(t *testing.T, records ...eval.Record) []Sample {
	t.Helper()
	e, err := firstTier()
	if err != nil {
		t.Fatal(err)
	}
	return Samples(e, nil, records, func(bedside.Draft) time.Time { return day })
}
