package read

import (
	"encoding/binary"
	"sync"

	"bedside"
)

// A stored model, all numbers little-endian:
//
//	magic     "BREAD2\x00\x00"
//	uint32    log2 of the slots
//	per head  int32 bias, then int32 thresholds: unlikely below the first, doubtful below the second and likely from
//	          there on, sure from the third on
//	keys      uint32 a slot, 0 for an empty one
//	weights   stride bytes a slot: one int8 a head, the last one padding
//	uint32    log2 of the pointer's slots
//	int32     the score from which on it points at a token
//	keys      uint32 a slot
//	weights   int8 a slot
//	second    the second stage, where there is one (second.go)
//
// It is used as it lies in memory: loading it takes no time and no copies.
const (
	magic    = "BREAD2\x00\x00"
	stride   = 16
	perHead  = 4 * (1 + thresholds)
	headSize = len(magic) + 4 + bedside.HeadCount*perHead

	thresholds = 3 // where doubtful, likely and sure begin
	maxBits    = 22
)

// Model answers the heads. It is immutable and may be used by many goroutines.
type Model struct {
	table
	bias    [bedside.HeadCount]int32
	from    [bedside.HeadCount][thresholds]int32
	weights []byte
	pointer pointer
	second  *Second    // nil without one
	size    int        // bytes without the second stage
	pool    *sync.Pool // of *scratch
}

// Load reads a stored model. The bytes must not change afterwards.
func Load(whole []byte) (*Model, error) {
	b := whole
	if len(b) < headSize || string(b[:len(magic)]) != magic {
		return nil, bedside.Errorf(bedside.CodeInvalid, "the reader's weights are not in the stored form")
	}
	slotBits := binary.LittleEndian.Uint32(b[len(magic):])
	if slotBits > maxBits || len(b) < headSize+(4+stride)<<slotBits+8 {
		return nil, cutShort()
	}
	m := &Model{pool: &sync.Pool{New: func() any { return &scratch{} }}}
	at := len(magic) + 4
	next := func() int32 {
		v := int32(binary.LittleEndian.Uint32(b[at:]))
		at += 4
		return v
	}
	for h := range m.bias {
		m.bias[h] = next()
		for t := range m.from[h] {
			m.from[h][t] = next()
		}
	}
	slots := 1 << slotBits
	m.table, m.weights, b = tableOf(b[at:at+4*slots]), b[at+4*slots:at+(4+stride)*slots], b[at+(4+stride)*slots:]
	slotBits = binary.LittleEndian.Uint32(b)
	if slotBits > maxBits || len(b) < 8+5<<slotBits {
		return nil, cutShort()
	}
	slots = 1 << slotBits
	m.pointer = pointer{table: tableOf(b[8 : 8+4*slots]), from: int32(binary.LittleEndian.Uint32(b[4:])), weights: b[8+4*slots : 8+5*slots]}
	m.size = len(whole) - len(b) + 8 + 5*slots
	if rest := whole[m.size:]; len(rest) > 0 {
		var err error
		if m.second, err = LoadSecond(rest); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func cutShort() error {
	return bedside.Errorf(bedside.CodeInvalid, "the reader's weights are cut short or damaged")
}

// Thresholds are the scores by head at which doubtful, likely and sure begin.
func (m *Model) Thresholds() [bedside.HeadCount][thresholds]int32 { return m.from }

// column is the weights of a slot, by head.
func (m *Model) column(slot uint32) []byte { return m.weights[stride*int(slot):][:stride] }

// fetchColumns does for columns what table.fetch does for keys.
//
//go:noinline
func (m *Model) fetchColumns(hits []hit) (read byte) {
	for i := range hits {
		read ^= m.column(hits[i].slot)[0]
	}
	return read
}

// Column is the weights of one feature, by head.
type Column [bedside.HeadCount]int8

// Stored is what training hands to Store.
type Stored struct {
	Bias       [bedside.HeadCount]int32
	Thresholds [bedside.HeadCount][thresholds]int32
	Columns    map[uint64]Column // by the feature's hash
	Order      []uint64          // the hashes in the order in which they are stored

	PointFrom  int32
	Points     map[uint64]int8
	PointOrder []uint64
}

// Store writes a model in the form that Load reads. The same input gives the same bytes.
func Store(s *Stored) []byte {
	b := []byte(magic)
	b = binary.LittleEndian.AppendUint32(b, slotBits(len(s.Order)))
	for h := range s.Bias {
		b = binary.LittleEndian.AppendUint32(b, uint32(s.Bias[h]))
		for _, t := range s.Thresholds[h] {
			b = binary.LittleEndian.AppendUint32(b, uint32(t))
		}
	}
	keys, slots := place(s.Order)
	weights := make([]byte, stride*len(keys)/4)
	for i, hash := range s.Order {
		for h, w := range s.Columns[hash] {
			weights[stride*slots[i]+h] = byte(w)
		}
	}
	b = append(append(b, keys...), weights...)
	b = binary.LittleEndian.AppendUint32(b, slotBits(len(s.PointOrder)))
	b = binary.LittleEndian.AppendUint32(b, uint32(s.PointFrom))
	keys, slots = place(s.PointOrder)
	weights = make([]byte, len(keys)/4)
	for i, hash := range s.PointOrder {
		weights[slots[i]] = byte(s.Points[hash])
	}
	return append(append(b, keys...), weights...)
}
