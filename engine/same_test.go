package engine_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"bedside/detect"
	"bedside/engine"
	"bedside/packs"
	"bedside/tables"
)

// TestSameBytes: the same draft, pack, tables and time give the same bytes: asked again, and of an engine whose tables came in
// another order and were stored and loaded in between.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	d, err := detect.New(shuffled(tables.Files()))
	if err != nil {
		t.Fatal(err)
	}
	other, err := engine.New(engine.Config{Tables: map[string][]byte{"tables.bin": d.Store(), "tagger.bin": tables.Stored()["tagger.bin"], "census.bin": tables.Stored()["census.bin"]}, Pack: packs.Default(), Reader: tables.Reader(), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range drafts(t) {
		want := encode(t, check(t, d))
		sameBytes(t, d, encode(t, check(t, d)), want)
		r, err := other.Check(d, now)
		if err != nil {
			t.Fatal(err)
		}
		sameBytes(t, d, encode(t, r), want)
	}
}

// shuffled is a map with the same entries, put in in another order.
func shuffled(files map[string][]byte) map[string][]byte {
	names := slices.Sorted(maps.Keys(files))
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	out := map[string][]byte{}
	for _, name := range names {
		out[name] = files[name]
	}
	return out
}

// TestConcurrent checks many drafts from many goroutines at once. Run it under the race detector.
func TestConcurrent(t *testing.T) {
	t.Parallel()
	all := drafts(t)[:100]
	want := make([][]byte, len(all))
	for i, d := range all {
		want[i] = encode(t, check(t, d))
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range all {
				k := (i*7 + g*31) % len(all)
				r, err := checker(t).Check(all[k], now)
				if err != nil {
					t.Error(err)
					return
				}
				sameBytes(t, all[k], encode(t, r), want[k])
			}
		})
	}
	wg.Wait()
}

// TestLeavesTheDraftAlone: a check changes nothing of what it was handed.
func TestLeavesTheDraftAlone(t *testing.T) {
	t.Parallel()
	for _, d := range written() {
		before := encodeAny(t, d)
		check(t, d)
		if after := encodeAny(t, d); after != before {
			t.Errorf("before %s\nafter %s", before, after)
		}
	}
}
