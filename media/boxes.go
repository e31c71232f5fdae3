package media

import (
	"encoding/binary"
	"io"
)

// box is a part of a file of the ISO base media format: videos (MP4, MOV) and pictures (HEIC, AVIF) are made of them, one in another.
type box struct {
	kind           string
	at, data, end  int64  // where it begins, where what it holds begins, and where it ends
	path           string // of the boxes that it lies in, and its own: "moov/trak/tkhd"
	extendedHeader bool
}

// Limits of what is walked: real files have some hundred boxes, five deep.
const (
	maxBoxes    = 20_000
	maxBoxDepth = 10
	maxLeaf     = 8 << 20 // bytes of one box that are read
)

// boxes walks a file's boxes in order.
type boxes struct {
	f     File
	left  int
	whole bool // every box was walked, and none breaks off
}

func newBoxes(f File) *boxes { return &boxes{f: f, left: maxBoxes, whole: true} }

// each visits the boxes of a stretch; visit tells whether to go into a box.
func (w *boxes) each(path string, from, to int64, depth int, visit func(box) (within bool)) {
	for from < to {
		b, ok := w.next(path, from, to)
		if !ok {
			return
		}
		if visit(b) && depth < maxBoxDepth {
			w.each(b.path+"/", w.inner(b), b.end, depth+1, visit)
		}
		from = b.end
	}
}

// next reads the header of the box that begins at an offset.
func (w *boxes) next(path string, at, to int64) (box, bool) {
	var h [16]byte
	n, _ := w.f.ReadAt(h[:min(16, to-at)], at)
	if w.left--; w.left < 0 || n < 8 {
		w.whole = w.whole && n == 4 && binary.BigEndian.Uint32(h[:]) == 0 // how QuickTime ends a list
		return box{}, false
	}
	b := box{kind: string(h[4:8]), at: at, data: at + 8, path: path + string(h[4:8])}
	size := int64(binary.BigEndian.Uint32(h[:]))
	switch size {
	case 0:
		size = to - at
	case 1:
		size, b.data, b.extendedHeader = int64(binary.BigEndian.Uint64(h[8:])), at+16, true //nolint:gosec // checked below
	}
	b.end = at + size
	if size < b.data-at || b.end > to || b.end < at {
		w.whole = false
		return box{}, false
	}
	return b, true
}

// inner is where the boxes within a box begin: behind a version and flags in a full box. A box of metadata is one or none, as its
// file is of ISO or of QuickTime.
func (w *boxes) inner(b box) int64 {
	switch b.kind {
	case "meta":
		var h [8]byte
		if n, _ := w.f.ReadAt(h[:], b.data); n == 8 && string(h[4:8]) != "hdlr" {
			return b.data + 4
		}
	case "iref":
		return b.data + 4
	}
	return b.data
}

// read reads what a box holds, or as much as is ever needed of one.
func (w *boxes) read(b box) []byte { return w.readAt(b.data, b.end-b.data) }

func (w *boxes) readAt(at, length int64) []byte {
	if at < 0 || length <= 0 || at >= w.f.Size() {
		return nil
	}
	out := make([]byte, min(length, maxLeaf, w.f.Size()-at))
	n, _ := io.ReadFull(io.NewSectionReader(w.f, at, int64(len(out))), out)
	return out[:n]
}

// numbers reads whole numbers one after the other; what is not there is zero, and spoils it.
type numbers struct {
	b      []byte
	broken bool
}

func (n *numbers) take(count int) []byte {
	if count < 0 || count > len(n.b) {
		n.b, n.broken = nil, true
		return make([]byte, max(0, min(count, 8)))
	}
	out := n.b[:count]
	n.b = n.b[count:]
	return out
}

// uint reads a big-endian number of up to eight bytes.
func (n *numbers) uint(count int) int64 {
	var v uint64
	for _, b := range n.take(count) {
		v = v<<8 | uint64(b)
	}
	return int64(v & (1<<63 - 1)) //nolint:gosec // without the sign
}
