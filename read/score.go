package read

import (
	"math"
	"slices"

	"bedside"
)

// hit is a feature that the model knows.
type hit struct {
	hash                 uint64
	weights              []byte
	passage, first, last int32
}

// Norm is by how much the sum over n known features is divided: long and short drafts weigh alike. It is in 1/256.
func Norm(n int) int64 { return int64(math.Sqrt(float64((int64(n) + normFloor) << 16))) }

// normFloor keeps a draft of a word or two from shouting.
const normFloor = 30

// Scores is what the heads say of a draft.
type Scores [bedside.HeadCount]int32

// hits finds what the model knows of the features, in their order.
func (m *Model) hits(features []Feature) []hit {
	out := make([]hit, 0, len(features))
	for i := range features {
		if w := m.find(features[i].Hash); w != nil {
			out = append(out, hit{features[i].Hash, w, features[i].Passage, features[i].First, features[i].Last})
		}
	}
	return out
}

// scores adds up what the hits give, each feature once.
func (m *Model) scores(hits []hit) Scores {
	known := slices.Clone(hits)
	slices.SortFunc(known, func(a, b hit) int {
		switch {
		case a.hash < b.hash:
			return -1
		case a.hash > b.hash:
			return 1
		}
		return 0
	})
	known = slices.CompactFunc(known, func(a, b hit) bool { return a.hash == b.hash })
	var sums [bedside.HeadCount]int64
	for i := range known {
		for h := range sums {
			sums[h] += int64(int8(known[i].weights[h]))
		}
	}
	norm := Norm(len(known))
	var out Scores
	for h := range out {
		out[h] = m.bias[h] + int32(sums[h]<<scoreBits/norm)
	}
	return out
}

// scoreBits is how finely scores are told.
const scoreBits = 16

// loudest is the head with the highest score. Only it can be sure: what is wrong with a draft is nearly always one thing.
func (s *Scores) loudest() bedside.Head {
	best := bedside.Head(0)
	for h := range s {
		if s[h] > s[best] {
			best = bedside.Head(h)
		}
	}
	return best
}

// levels are what the draft as a whole is told of a head.
func (m *Model) levels(h bedside.Head, s *Scores) []bedside.Level {
	switch from := &m.from[h]; {
	case s[h] >= from[2] && h == s.loudest():
		return []bedside.Level{bedside.Likely, bedside.Sure}
	case s[h] >= from[1]:
		return []bedside.Level{bedside.Likely}
	case s[h] >= from[0]:
		return []bedside.Level{bedside.Doubtful}
	}
	return []bedside.Level{bedside.Unlikely, bedside.Doubtful}
}
