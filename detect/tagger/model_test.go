package tagger_test

import (
	"errors"
	"slices"
	"testing"

	"bedside"
	"bedside/detect/tagger"
	"bedside/tables"
)

func small() []byte {
	return tagger.Store(table(4, func(row int, l tagger.Label) int8 { return int8(row) - int8(l) }))
}

func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	shipped := tables.Stored()["tagger.bin"]
	changed := func(at int, to ...byte) []byte {
		b := slices.Clone(small())
		copy(b[at:], to)
		return b
	}
	for name, b := range map[string][]byte{
		"nothing":         nil,
		"text":            []byte("weights, weights, weights"),
		"another version": changed(4, '9'),
		"fewer rows":      changed(8, 3),
		"more rows":       changed(8, 5),
		"very many rows":  changed(8, 255, 255, 255, 255),
		"a row more":      append(small(), 0),
		"half":            shipped[:len(shipped)/2],
		"the word lists":  tables.Stored()["tables.bin"],
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m, err := tagger.Load(b)
			if be, ok := errors.AsType[*bedside.Error](err); m != nil || !ok || be.Code != bedside.CodeInvalid {
				t.Errorf("got %v", err)
			}
		})
	}
	for n := range small() {
		if n%97 == 0 {
			if _, err := tagger.Load(small()[:n]); err == nil {
				t.Errorf("the first %d bytes are taken", n)
			}
		}
	}
}

// FuzzLoad: no bytes make Load panic, and nothing that loads makes Tag panic.
func FuzzLoad(f *testing.F) {
	sound := small()
	f.Add([]byte{}, 0)
	f.Add(sound[:200], 0)
	f.Add([]byte{255, 255, 255, 255}, 8)
	f.Add([]byte{1, 9}, len(sound)-5)
	f.Fuzz(func(t *testing.T, b []byte, at int) {
		whole := slices.Clone(sound)
		for i, c := range b { // most bytes by chance are no model: change one that is
			if k := at + i; k >= 0 && k < len(whole) {
				whole[k] = c
			}
		}
		for _, stored := range [][]byte{b, whole} {
			if m, err := tagger.Load(stored); err == nil {
				m.Tag(tokensOf("Jane Okafor met Tom at the Long Bed", traits()), 0, &tagger.Scratch{})
			}
		}
	})
}

// TestShipped: the weights that are shipped find invented people in however they are written, and none in everyday words.
func TestShipped(t *testing.T) {
	t.Parallel()
	m, err := tagger.Load(tables.Stored()["tagger.bin"])
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text   string
		people int
	}{
		{"Had lunch with Chiamaka Eze and she paid", 1},
		{"had lunch with chiamaka eze and she paid", 1},
		{"So proud of Wojciech today, what a result", 1},
		{"Losartan and metformin again, plus a CT", 0},
		{"Everything hurts. Everyone is tired.", 0},
	} {
		people := 0
		for _, s := range m.Tag(tokensOf(tt.text, nil), 0, &tagger.Scratch{}) {
			if s.Kind == tagger.BeginPerson {
				people++
			}
		}
		if people != tt.people {
			t.Errorf("%q: %d people, want %d", tt.text, people, tt.people)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	stored := tables.Stored()["tagger.bin"]
	for b.Loop() {
		if _, err := tagger.Load(stored); err != nil {
			b.Fatal(err)
		}
	}
}
