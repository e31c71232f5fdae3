package text

import "math/bits"

const (
	each    = 0x0101010101010101 // times a byte: that byte eight times
	caseBit = 0x20               // set in lower-case letters
)

// letters finds where the ASCII letters that begin at i end. some is all of them ORed together, all is all of them
// ANDed, both only good for their caseBit. triple is set if one may stand three times in a row.
func letters(s string, i int) (j int, some, all byte, triple bool) {
	if i+8 <= len(s) {
		w := s[i : i+8]
		v := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56 // one load
		if n := lettersIn(v); n < 8 {
			v &= 1<<(8*n) - 1
			low := v | caseBit*each
			same := low ^ low>>8
			same |= same>>8 | ^uint64(0)<<(8*max(n, 2)-16)
			triple = (same-each)&^same&(0x80*each) != 0
			if v&(caseBit*each) != 0 {
				some = caseBit
			}
			if v&(caseBit*each) == (1<<(8*n)-1)&(caseBit*each) {
				all = caseBit
			}
			return i + int(n), some, all, triple
		}
	}
	return longLetters(s, i)
}

// lettersIn counts the ASCII letters that eight bytes begin with, the first byte being the lowest.
func lettersIn(v uint64) uint {
	low := (v | caseBit*each) & (0x7f * each)
	is := (low + (0x80-'a')*each) &^ (low + (0x80-'z'-1)*each) &^ v
	return uint(bits.TrailingZeros64(^is&(0x80*each))) / 8
}

// longLetters is letters, byte by byte.
func longLetters(s string, i int) (j int, some, all byte, triple bool) {
	last, run := byte(0), 0
	all = caseBit
	for j = i; j < len(s) && classOf[s[j]] == letter; j++ {
		c := s[j]
		some |= c
		all &= c
		c |= caseBit
		if c != last {
			last, run = c, 0
		} else if run++; run == 2 {
			triple = true
		}
	}
	return j, some, all, triple
}
