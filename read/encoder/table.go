package encoder

import (
	"encoding/binary"
	"math"
)

// table is the rows that stand for pieces or positions, each a float32 scale, its multipliers, and its weights, two to a byte: the
// even one in the low half.
type table struct {
	width int
	rows  []byte
}

func tableRow(width int) int { return 4 + width/run + width/2 }

// add adds a row's values to a position.
func (t *table) add(to []float32, row int) {
	stored := t.rows[row*tableRow(t.width):][:tableRow(t.width)]
	scale := math.Float32frombits(binary.LittleEndian.Uint32(stored))
	multipliers := stored[4:][:t.width/run]
	weights := stored[4+t.width/run:]
	to = to[:t.width]
	for i, m := range multipliers {
		by := float32(float32(m) * scale)
		part, from := to[i*run:][:run], weights[i*run/2:][:run/2]
		for j, pair := range from {
			part[2*j] += float32(float32(int(pair&15)-middle) * by)
			part[2*j+1] += float32(float32(int(pair>>4)-middle) * by)
		}
	}
}

// appendTable writes rows of a width.
func appendTable(b []byte, values []float32, width int) []byte {
	for ; len(values) > 0; values = values[width:] {
		q := quantise(values[:width])
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(q.scale))
		b = append(b, q.multipliers...)
		for j := 0; j < width; j += 2 {
			b = append(b, byte(q.weights[j]+middle)|byte(q.weights[j+1]+middle)<<4)
		}
	}
	return b
}
