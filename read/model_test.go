package read_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"bedside"
	"bedside/read"
	"bedside/tables"
)

// Where a stored model has what: eight bytes of magic, the log2 of its slots, four numbers a head, then the slots.
const (
	slotsAt = 8
	headsAt = 12
	slotted = headsAt + 16*bedside.HeadCount
)

func smallModel() []byte {
	return read.Store(&read.Stored{
		Columns: map[uint64]read.Column{1 << 40: {1}, 2 << 40: {0, -2}, 3 << 40: {3, 3}}, Order: []uint64{1 << 40, 2 << 40, 3 << 40},
	})
}

// TestLoadRefuses: what is cut, damaged or something else is refused with a sentence, whatever its length.
func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	changed := func(at int, to ...byte) []byte {
		b := smallModel()
		copy(b[at:], to)
		return b
	}
	tests := map[string][]byte{
		"nothing":           nil,
		"the first bytes":   smallModel()[:slotsAt],
		"no heads":          smallModel()[:headsAt],
		"no slots":          smallModel()[:slotted],
		"one byte less":     smallModel()[:len(smallModel())-1],
		"one byte more":     append(smallModel(), 0),
		"twice":             append(smallModel(), smallModel()...),
		"another format":    changed(0, 'P', 'K'),
		"another version":   changed(5, '9'),
		"fewer slots":       changed(slotsAt, 1),
		"more slots":        changed(slotsAt, 9),
		"very many slots":   changed(slotsAt, 23),
		"a shift too far":   changed(slotsAt, 64)[:slotted],
		"slots of all bits": changed(slotsAt, 255, 255, 255, 255),
		"the word lists":    tables.Stored()["tables.bin"],
		"text":              bytes.Repeat([]byte("weights "), 1000),
		"shipped, cut":      tables.Reader()[:len(tables.Reader())/2],
	}
	for name, b := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m, err := read.Load(b)
			if be, ok := errors.AsType[*bedside.Error](err); m != nil || !ok || be.Code != bedside.CodeInvalid || be.Message == "" {
				t.Errorf("got %v", err)
			}
		})
	}
	for n := range smallModel() {
		if _, err := read.Load(smallModel()[:n]); err == nil {
			t.Errorf("the first %d bytes are taken", n)
		}
	}
}

// TestScoresByHand: the bias, and what each known feature gives, once, over the root of their number and thirty.
func TestScoresByHand(t *testing.T) {
	t.Parallel()
	s := seenOf(t, "whale gomer whale")
	all := hashes(s) // whale; gomer; whale gomer; whale; gomer whale; whale gomer whale
	whale, gomer, both := all[0], all[1], all[2]
	m := load(t, read.Store(&read.Stored{
		Bias:    [bedside.HeadCount]int32{100, -7},
		Columns: map[uint64]read.Column{whale: {10, -10, 127}, gomer: {20, -20, 127}, both: {0, 0, -128}, 5 << 40: {99, 99, 99}},
		Order:   []uint64{whale, gomer, both, 5 << 40},
	}))
	// The root of 33 is 5.744…, in 1/256 1470; 30 and 126 times 65,536 over it are 1337.4… and 5617.3…
	want := read.Scores{100 + 1337, -7 - 1337, 5617}
	if got := m.Scores(s); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, want := m.Scores(&read.Seen{}), (read.Scores{100, -7}); got != want {
		t.Errorf("of nothing: got %v, want %v", got, want)
	}
}

// TestLevels: where each begins, and that only the head that speaks loudest, of equals the first, is sure.
func TestLevels(t *testing.T) {
	t.Parallel()
	const contempt, promotion = bedside.HeadContempt, bedside.HeadPromotion // promotion is the earlier of the two
	tests := []struct {
		contempt, promotion int32
		want                []string
	}{
		{9, -99, []string{"contempt.doubtful", "contempt.unlikely"}},
		{10, -99, []string{"contempt.doubtful"}},
		{19, -99, []string{"contempt.doubtful"}},
		{20, -99, []string{"contempt.likely"}},
		{29, -99, []string{"contempt.likely"}},
		{30, -99, []string{"contempt.likely", "contempt.sure"}},
		{40, 39, []string{"contempt.likely", "contempt.sure", "promotion.likely"}},
		{39, 40, []string{"contempt.likely", "promotion.likely", "promotion.sure"}},
		{40, 40, []string{"contempt.likely", "promotion.likely", "promotion.sure"}},
	}
	for _, tt := range tests {
		s := &read.Stored{}
		for h := range s.Bias {
			s.Bias[h], s.Thresholds[h] = -99, [3]int32{10, 20, 30}
		}
		s.Bias[contempt], s.Bias[promotion] = tt.contempt, tt.promotion
		m := load(t, read.Store(s))
		if m.Thresholds() != s.Thresholds {
			t.Fatalf("thresholds %v", m.Thresholds())
		}
		var got []string
		for _, f := range answer(m, &read.Seen{}) {
			if f.Sentence != -1 || f.Person != -1 || !f.Span.Empty() {
				t.Errorf("%s is not of the draft as a whole", f.Kind)
			}
			if name := f.Kind.String(); name[:4] == "cont" || tt.promotion > 0 && name[:4] == "prom" {
				got = append(got, name)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%d and %d: got %v, want %v", tt.contempt, tt.promotion, got, tt.want)
		}
	}
}

// TestStoresManyFeatures: each is found again, however many there are and wherever their slots collide, and no other.
func TestStoresManyFeatures(t *testing.T) {
	t.Parallel()
	s := seenOf(t, "one two three four five six seven eight nine ten eleven twelve")
	all := hashes(s)
	for n := range len(all) + 1 {
		stored := &read.Stored{Columns: map[uint64]read.Column{}, Order: all[:n]}
		for _, hash := range stored.Order {
			stored.Columns[hash] = read.Column{1}
		}
		b := read.Store(stored)
		if got, want := load(t, b).Scores(s)[0], int32(int64(n)<<16/read.Norm(n)); got != want {
			t.Errorf("%d features: got %d, want %d", n, got, want)
		}
		if !bytes.Equal(b, read.Store(stored)) {
			t.Errorf("%d features are stored in two ways", n)
		}
		if slots := 1 << binary.LittleEndian.Uint32(b[slotsAt:]); n > slots*3/4 {
			t.Errorf("%d features in %d slots", n, slots)
		}
	}
}
