package census

import "encoding/binary"

// shorts and longs are arrays of numbers in the bytes of the table, read where they lie.
type (
	shorts []byte
	longs  []byte
)

func (s shorts) len() int           { return len(s) / 2 }
func (s shorts) at(i uint32) uint32 { return uint32(binary.LittleEndian.Uint16(s[2*i:])) }
func (l longs) len() int            { return len(l) / 4 }
func (l longs) at(i uint32) uint32  { return binary.LittleEndian.Uint32(l[4*i:]) }

// names are strings one after the other, with the place where each ends.
type names struct {
	ends longs
	text []byte
}

func (n names) at(i uint32) string {
	start := uint32(0)
	if i > 0 {
		start = n.ends.at(i - 1)
	}
	return string(n.text[start:n.ends.at(i)])
}

// sound reports whether there are so many names, each within the text.
func (n names) sound(count int) bool {
	last := uint32(0)
	for i := range uint32(n.ends.len()) {
		if n.ends.at(i) < last {
			return false
		}
		last = n.ends.at(i)
	}
	return n.ends.len() == count && last == uint32(len(n.text))
}
