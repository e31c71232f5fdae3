package learn

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"bedside"
	"bedside/read"
	"bedside/read/encoder"
)

// Answers are what encoders said of drafts whose writers they never saw, by read.Key of the pieces.
type Answers map[uint64][]int32

// Stored answers: per draft the key, then read.Outputs numbers of sixteen bits, in 1/answerOne, all little-endian and by key.
const (
	answerOne  = 1 << 9
	answerSize = 8 + 2*read.Outputs
)

// ParseAnswers reads stored answers.
func ParseAnswers(b []byte) (Answers, error) {
	if len(b)%answerSize != 0 {
		return nil, bedside.Errorf(bedside.CodeInvalid, "the encoder's answers are cut short: %d bytes are not a multiple of %d", len(b), answerSize)
	}
	out := make(Answers, len(b)/answerSize)
	for ; len(b) > 0; b = b[answerSize:] {
		answer := make([]int32, read.Outputs)
		for i := range answer {
			answer[i] = int32(int16(binary.LittleEndian.Uint16(b[8+2*i:]))) * (encoder.One / answerOne) //nolint:gosec // sixteen bits with a sign
		}
		out[binary.LittleEndian.Uint64(b)] = answer
	}
	return out, nil
}

// Store writes answers in the form that ParseAnswers reads.
func (a Answers) Store() []byte {
	keys := make([]uint64, 0, len(a))
	for k := range a {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, cmp.Compare)
	var b []byte
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint64(b, k)
		for _, n := range a[k] {
			n /= encoder.One / answerOne
			b = binary.LittleEndian.AppendUint16(b, uint16(min(max(n, math.MinInt16), math.MaxInt16))) //nolint:gosec // as above
		}
	}
	return b
}

// Known are the writers of whose samples most have answers: some pieces are written by more than one.
func (a Answers) Known(samples []Sample) map[string]bool {
	balance, known := map[string]int{}, map[string]bool{}
	for i := range samples {
		if a[read.Key(samples[i].Pieces)] != nil {
			balance[samples[i].Group]++
		} else {
			balance[samples[i].Group]--
		}
	}
	for group, n := range balance {
		known[group] = n > 0
	}
	return known
}

// Mixed adds answers to margins, as package read does, and leaves out the writers that are not known, and samples without an answer.
func (a Answers) Mixed(samples []Sample, margins [][bedside.HeadCount]float64, second *read.Second) ([]Sample, [][bedside.HeadCount]float64) {
	var kept []Sample
	var out [][bedside.HeadCount]float64
	known := a.Known(samples)
	second = second.Recorded(func(key uint64) []int32 { return a[key] })
	for i := range samples {
		if !known[samples[i].Group] {
			continue
		}
		var scores read.Scores
		for h := range scores {
			scores[h] = stored(margins[i][h])
		}
		if !second.Add(&scores, samples[i].Pieces) {
			continue
		}
		var mixed [bedside.HeadCount]float64
		for h := range mixed {
			mixed[h] = float64(scores[h]) / unit
		}
		kept, out = append(kept, samples[i]), append(out, mixed)
	}
	return kept, out
}
