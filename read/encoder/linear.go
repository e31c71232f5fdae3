package encoder

import (
	"encoding/binary"
	"math"
)

// A linear layer's rows lie in panels of sixteen. A panel holds, for each run of inputs, sixteen multipliers and then, for each four
// inputs, thirty-two bytes: byte 4r+i is input i of row r in its low half, and of row r+8 in its high half.
const (
	panelRows = 16
	group     = 4 // inputs that lie side by side
	runBytes  = panelRows + run*panelRows/2
)

// linear is a linear layer: weights as they lie in memory, with a scale and a bias for each row.
type linear struct {
	inputs      int
	scale, bias []float32
	panels      []byte
}

func (l *linear) rows() int { return len(l.scale) }

// panel is the weights of sixteen rows.
func (l *linear) panel(first int) []byte {
	size := l.inputs / run * runBytes
	return l.panels[first/panelRows*size:][:size]
}

// apply computes the layer for all positions; the result's rows lie one behind another.
func (l *linear) apply(k *kernels, result []float32, a *activations) {
	stride := l.rows()
	for first := 0; first < stride; first += panelRows {
		k.panel(panel{
			weights: l.panel(first), scale: l.scale[first:][:panelRows], bias: l.bias[first:][:panelRows], inputs: l.inputs,
			result: result[first:], stride: stride,
		}, a)
	}
}

// appendLinear writes a linear layer; its matrix has a row for each output.
func appendLinear(b []byte, matrix, bias []float32, inputs int) []byte {
	rows := make([]quantised, len(bias))
	for i := range rows {
		rows[i] = quantise(matrix[i*inputs:][:inputs])
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(rows[i].scale))
	}
	b = appendFloats(b, bias)
	for first := 0; first < len(rows); first += panelRows {
		for at := 0; at < inputs; at += run {
			b = appendRun(b, rows[first:][:panelRows], at)
		}
	}
	return b
}

// appendRun writes one run of a panel.
func appendRun(b []byte, rows []quantised, at int) []byte {
	for i := range rows {
		b = append(b, rows[i].multipliers[at/run])
	}
	const half = panelRows / 2
	for from := at; from < at+run; from += group {
		for r := range half {
			for i := from; i < from+group; i++ {
				b = append(b, byte(rows[r].weights[i]+middle)|byte(rows[r+half].weights[i]+middle)<<4)
			}
		}
	}
	return b
}

func appendFloats(b []byte, values []float32) []byte {
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}
