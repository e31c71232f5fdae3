package read

import (
	"encoding/binary"
	"math"

	"bedside"
)

// hit is a feature that the model knows.
type hit struct {
	hash uint64
	slot uint32 // of its weights
}

// scratch is the memory of one reading. It is kept between readings.
type scratch struct {
	features []uint64
	visible  []int32
	pieces   []uint16
	hits     []hit
	seen     []uint32 // open addressing by hash: the number of a hit, plus one
}

// Norm is by how much the sum over n known features is divided: long and short drafts weigh alike. It is in 1/256.
func Norm(n int) int64 { return int64(math.Sqrt(float64((int64(n) + normFloor) << 16))) }

// normFloor keeps a draft of a word or two from shouting.
const normFloor = 30

// Scores is what the heads say of a draft.
type Scores [bedside.HeadCount]int32

// hits finds what the model knows of a draft, in the order of its words.
func (m *Model) hits(s *Seen, c *scratch) []hit {
	c.features = appendFeatures(c.features[:0], s, c)
	m.fetch(c.features)
	c.hits = c.hits[:0]
	for _, f := range c.features {
		if slot, ok := m.find(f); ok {
			c.hits = append(c.hits, hit{f, slot})
		}
	}
	return c.hits
}

// scores sums up what is known, each feature once.
func (m *Model) scores(hits []hit, c *scratch) Scores {
	c.clearSeen(len(hits))
	m.fetchColumns(hits)
	var all total
	known := 0
	for i := range hits {
		if c.isNew(hits, i) {
			known++
			all.add(m.column(hits[i].slot))
		}
	}
	sums := all.sums()
	norm := Norm(known)
	var out Scores
	for h := range out {
		out[h] = m.bias[h] + int32(sums[h]<<scoreBits/norm)
	}
	return out
}

// clearSeen makes room for some hits and leaves at least half of it empty.
func (c *scratch) clearSeen(hits int) {
	size := 64
	for size < 2*hits {
		size *= 2
	}
	if cap(c.seen) < size {
		c.seen = make([]uint32, size)
		return
	}
	c.seen = c.seen[:size]
	clear(c.seen)
}

// isNew reports whether no hit before this one is of the same feature.
func (c *scratch) isNew(hits []hit, i int) bool {
	mask := len(c.seen) - 1
	at := int(hits[i].hash) & mask
	for c.seen[at] != 0 {
		if hits[c.seen[at]-1].hash == hits[i].hash {
			return false
		}
		at = (at + 1) & mask
	}
	c.seen[at] = uint32(i + 1)
	return true
}

// total adds columns of weights, four heads in a word: sixteen bits hold the sum of so many bytes as are kept in open. A
// weight is kept with 128 added, which makes it a byte without sign.
type total struct {
	lanes [stride / 4]uint64
	open  int
	done  [stride]int64
}

const (
	laneBytes = 0x00ff00ff00ff00ff
	signs     = 0x8080808080808080
	laneRoom  = 256
)

func (t *total) add(column []byte) {
	if t.open == laneRoom {
		t.flush()
	}
	a, b := binary.LittleEndian.Uint64(column)^signs, binary.LittleEndian.Uint64(column[8:])^signs
	t.lanes[0] += a & laneBytes
	t.lanes[1] += a >> 8 & laneBytes
	t.lanes[2] += b & laneBytes
	t.lanes[3] += b >> 8 & laneBytes
	t.open++
}

func (t *total) flush() {
	for h := range t.done {
		lane := t.lanes[h/8*2+h%2] >> (h % 8 / 2 * 16)
		t.done[h] += int64(uint16(lane)) - 128*int64(t.open)
	}
	t.lanes, t.open = [stride / 4]uint64{}, 0
}

func (t *total) sums() [stride]int64 {
	t.flush()
	return t.done
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

// louder counts the heads with a higher score than one has.
func (s *Scores) louder(h bedside.Head) int {
	n := 0
	for _, other := range s {
		if other > s[h] {
			n++
		}
	}
	return n
}

// levels are what the draft as a whole is told of a head: one or two.
func (m *Model) levels(h bedside.Head, s *Scores) (levels [2]bedside.Level, n int) {
	switch from := &m.from[h]; {
	case s[h] >= from[2] && h == s.loudest():
		return [2]bedside.Level{bedside.Likely, bedside.Sure}, 2
	case s[h] >= from[1]:
		return [2]bedside.Level{bedside.Likely}, 1
	case s[h] >= from[0]:
		return [2]bedside.Level{bedside.Doubtful}, 1
	}
	return [2]bedside.Level{bedside.Unlikely, bedside.Doubtful}, 2
}
