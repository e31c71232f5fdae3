package tagger

import (
	"encoding/binary"

	"bedside"
)

// A stored model, all numbers little-endian:
//
//	magic     "BTAG1\x00\x00\x00"
//	uint32    log2 of the rows
//	int16     Labels*Labels scores of one label behind another, by the one before
//	weights   Labels planes of an int8 a row
//	uint32    log2 of the buckets of words
//	counts    a byte a bucket: its words
//	uint32    words
//	marks     two planes of a byte a word
//	classes   three planes of a byte a word
const (
	magic     = "BTAG1\x00\x00\x00"
	maxBits   = 20
	linksSize = 2 * int(Labels) * int(Labels)
)

// Model labels sentences. It is immutable and may be used by many goroutines.
type Model struct {
	shift uint     // a hash, shifted by it, is a row
	rows  []uint64 // by row: a weight a label, each a byte and 128 too high
	links [Labels][Labels]int32
	words wordTable
}

// Stored is what training hands to Store: a table of weights and what is learned of words.
type Stored struct {
	Bits    uint // log2 of the rows
	Links   [Labels][Labels]int16
	Weights [][Labels]int8 // by row
	Words   *Words
}

// Store writes a model in the form that Load reads. The same input gives the same bytes.
func Store(s *Stored) []byte {
	b := binary.LittleEndian.AppendUint32([]byte(magic), uint32(s.Bits))
	for _, from := range s.Links {
		for _, score := range from {
			b = binary.LittleEndian.AppendUint16(b, uint16(score))
		}
	}
	for l := range Labels {
		for _, row := range s.Weights {
			b = append(b, byte(row[l]))
		}
	}
	return s.Words.store(b)
}

// Load reads a stored model. It checks every length, so that no stored bytes can make Tag fail.
func Load(b []byte) (*Model, error) {
	head := len(magic) + 4 + linksSize
	if len(b) < head || string(b[:len(magic)]) != magic {
		return nil, bedside.Errorf(bedside.CodeInvalid, "the weights of the name tagger are not in the stored form")
	}
	bits := uint(binary.LittleEndian.Uint32(b[len(magic):]))
	if bits > maxBits || len(b) < head+int(Labels)<<bits {
		return nil, damaged()
	}
	m := &Model{shift: 64 - bits}
	for i := range int(Labels) * int(Labels) {
		m.links[i/int(Labels)][i%int(Labels)] = int32(int16(binary.LittleEndian.Uint16(b[len(magic)+4+2*i:])))
	}
	m.rows = joinRows(b[head:head+int(Labels)<<bits], 1<<bits)
	words, ok := loadWords(b[head+int(Labels)<<bits:])
	if !ok {
		return nil, damaged()
	}
	m.words = words
	return m, nil
}

// joinRows puts the planes of the labels side by side.
func joinRows(planes []byte, n int) []uint64 {
	rows := make([]uint64, n)
	for l := range Labels {
		for i, w := range planes[int(l)*n:][:n] {
			rows[i] |= uint64(w^0x80) << (8 * l)
		}
	}
	return rows
}

func damaged() error {
	return bedside.Errorf(bedside.CodeInvalid, "the weights of the name tagger are cut short or damaged")
}
