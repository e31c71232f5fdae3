package read

import (
	"bedside"
	"bedside/text"
)

// FNV-1a over words, and a finaliser that spreads what few letters leave alike.
const (
	offset uint64 = 14695981039346656037
	prime  uint64 = 1099511628211
)

func mixString(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

func mix(h, v uint64) uint64 {
	h = (h ^ v) * prime
	return h ^ h>>29
}

func finish(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// wordHash is the hash of a token's folded form. Digits are alike: that there is a number says more than which; kinds of
// token that name somebody or lead somewhere are alike too.
func wordHash(t *text.Token) uint64 {
	switch t.Kind {
	case text.Handle:
		return mixString(offset, "@")
	case text.Link:
		return mixString(offset, "http")
	case text.Email:
		return mixString(offset, "@.")
	default:
	}
	h := offset
	for i := range len(t.Form) {
		c := t.Form[i]
		if c >= '0' && c <= '9' {
			c = '0'
		}
		h = (h ^ uint64(c)) * prime
	}
	return h
}

// nameHash is the hash of each fact's name: names stay when the vocabulary grows, numbers do not.
var nameHash = func() (out [bedside.FactCount]uint64) { //nolint:gochecknoglobals // a read-only table
	for k := range out {
		out[k] = mixString(offset, bedside.FactKind(k).String())
	}
	return out
}()
