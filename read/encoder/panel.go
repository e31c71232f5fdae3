package encoder

import "encoding/binary"

// In Go, four weights stand in one number of 64 bits, sixteen bits apart, and are multiplied at once. A field's sum over a run is less
// than 2^15 from zero; so much is added to each that none borrows from the next.
const (
	fields  = 0x0001000100010001
	offset  = 1 << 15
	perWord = 4
	nibbles = 0x0000000F0000000F
)

// words are a run of a panel, unpacked: for each input four words of four rows. The fields are rows 0, 2, 1 and 3 of them: what
// unpacking needs the fewest steps for.
type words [run][panelRows / perWord]int64

// panelGo unpacks each run once and uses it for all positions.
func panelGo(p panel, a *activations) {
	var w words
	sums := a.sums[:a.positions*panelRows]
	clear(sums)
	for at := range p.inputs / run {
		stored := p.weights[at*runBytes:][:runBytes]
		w.unpack(stored[panelRows:])
		for i := range a.positions {
			n := i*p.inputs/run + at
			w.add((*[panelRows]int32)(sums[i*panelRows:]), (*[panelRows]byte)(stored), (*[run]int8)(a.whole[n*run:]), a.start[n])
		}
	}
	for i := range a.positions {
		to := p.result[i*p.stride:][:panelRows]
		for r, sum := range sums[i*panelRows:][:panelRows] {
			to[r] = float32(float32(sum)*float32(a.scale[i]*p.scale[r])) + p.bias[r]
		}
	}
}

// unpack reads the weights of a run, eight still added to each.
func (w *words) unpack(stored []byte) {
	for i := 0; i < run; i += group {
		from := stored[i*panelRows/2:][:group*panelRows/2]
		for half := range 2 {
			x := binary.LittleEndian.Uint64(from[half*16:])
			y := binary.LittleEndian.Uint64(from[half*16+8:])
			for j := range group {
				w[i+j][half] = int64(x&nibbles | y&nibbles<<16)
				w[i+j][half+2] = int64(x>>4&nibbles | y>>4&nibbles<<16)
				x, y = x>>8, y>>8
			}
		}
	}
}

// add multiplies a run with one position's numbers, and adds what comes out to the sums.
func (w *words) add(sums *[panelRows]int32, multipliers *[panelRows]byte, whole *[run]int8, start uint32) {
	from := int64(int16(start)+int16(start>>16))*fields + int64(-offset<<48|offset<<32|offset<<16|offset)
	a, b, c, d := from, from, from, from
	for i := range w {
		x, y := int64(whole[i]), &w[i]
		a += x * y[0]
		b += x * y[1]
		c += x * y[2]
		d += x * y[3]
	}
	for i, v := range [...]int64{a, b, c, d} {
		s, m := (*[perWord]int32)(sums[i*perWord:]), (*[perWord]byte)(multipliers[i*perWord:])
		s[0] += (int32(uint16(v)) - offset) * int32(m[0])
		s[2] += (int32(uint16(v>>16)) - offset) * int32(m[2])
		s[1] += (int32(uint16(v>>32)) - offset) * int32(m[1])
		s[3] += (int32(uint16(v>>48)) - offset) * int32(m[3])
	}
}
