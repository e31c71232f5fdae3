package encoder

// tile is how many positions are computed at once. Memory has room for a multiple of it; what lies behind the last position is
// computed too, and never read.
const tile = 6

// activations are numbers of all positions, rounded to whole ones for a linear layer.
type activations struct {
	positions, width int

	scale []float32 // of each position
	whole []int8    // -127 to 127
	// start is what the sums of a run begin with, since weights are stored with eight added: minus eight times what the run's
	// numbers sum to, the first two of each four in the low half, the last two in the high half, modulo 2^16 each.
	start []uint32
	sums  []int32 // where the loops in Go keep a panel's sums
}

// resize makes room for positions of a width, and forgets what was there.
func (a *activations) resize(positions, width int) {
	a.positions, a.width = positions, width
	room := roundUp(positions, tile)
	a.scale = resized(a.scale, room)
	a.whole = resized(a.whole, room*width)
	a.start = resized(a.start, room*width/run)
	a.sums = resized(a.sums, room*panelRows)
}

// resized is a slice of a length, in the memory of the old one if there is enough. What it holds is left as it is.
func resized[T any](s []T, length int) []T {
	if cap(s) < length {
		return make([]T, length)
	}
	return s[:length]
}

// set rounds the numbers of one position.
func (a *activations) set(k *kernels, position int, values []float32) {
	whole := a.whole[position*a.width:][:a.width]
	start := a.start[position*a.width/run:][:a.width/run]
	top := k.largest(values[:a.width])
	if top < tiny {
		a.scale[position] = 0
		clear(whole)
		clear(start)
		return
	}
	a.scale[position] = top / 127
	k.round(whole, start, values[:a.width], 127/top)
}

func roundGo(whole []int8, start []uint32, values []float32, factor float32) {
	for i := range start {
		from, to := values[i*run:][:run], whole[i*run:][:run]
		var low, high int32
		for j := 0; j < run; j += group {
			v, w := (*[group]float32)(from[j:]), (*[group]int8)(to[j:])
			a, b, c, d := nearest(float32(v[0]*factor)), nearest(float32(v[1]*factor)), nearest(float32(v[2]*factor)), nearest(float32(v[3]*factor))
			w[0], w[1], w[2], w[3] = int8(a), int8(b), int8(c), int8(d)
			low += a + b
			high += c + d
		}
		start[i] = uint32(uint16(-middle*low)) | uint32(uint16(-middle*high))<<16
	}
}

// setAll rounds the numbers of all positions.
func (a *activations) setAll(k *kernels, values []float32, positions, width int) {
	a.resize(positions, width)
	for i := range positions {
		a.set(k, i, values[i*width:][:width])
	}
}
