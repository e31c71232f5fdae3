package media

// track is a row of samples: pictures, sound, or data beside them.
type track struct {
	box     box
	telling bool
	tables  []box
}

// maxSamples is how many samples of a track are counted.
const maxSamples = 2_000_000

// chunks are the stretches of the file that a track's samples lie in.
func (t *track) chunks(w *boxes) []extent {
	var sizes, offsets, counts []int64
	for _, b := range t.tables {
		n := &numbers{b: w.read(b)}
		n.take(4)
		switch b.kind {
		case "stsz":
			sizes = sampleSizes(n)
		case "stco":
			offsets = n.list(n.uint(4), 4)
		case "co64":
			offsets = n.list(n.uint(4), 8)
		case "stsc":
			counts = n.list(3*min(n.uint(4), maxSamples), 4)
		}
	}
	out := make([]extent, 0, len(offsets))
	for i, at := range offsets {
		e := extent{at: at}
		for range samplesIn(counts, i+1) {
			if len(sizes) == 0 {
				break
			}
			e.length += sizes[0]
			sizes = sizes[1:]
		}
		out = append(out, e)
	}
	return out
}

// sampleSizes reads the size of every sample, or one for all.
func sampleSizes(n *numbers) []int64 {
	same, count := n.uint(4), min(n.uint(4), maxSamples)
	if same == 0 {
		return n.list(count, 4)
	}
	out := make([]int64, count)
	for i := range out {
		out[i] = same
	}
	return out
}

// samplesIn is how many samples the i-th chunk has, by a list of triples: from which chunk on, how many, and of what description.
func samplesIn(counts []int64, i int) int64 {
	var n int64
	for ; len(counts) >= 3 && counts[0] <= int64(i); counts = counts[3:] {
		n = counts[1]
	}
	return min(n, maxSamples)
}

// list reads so many numbers, or as many as are there.
func (n *numbers) list(count int64, wide int) []int64 {
	out := make([]int64, 0, min(count, int64(len(n.b)/wide)))
	for ; count > 0 && len(n.b) >= wide; count-- {
		out = append(out, n.uint(wide))
	}
	return out
}
