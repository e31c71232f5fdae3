package detect

// longestNickname is how many words a nickname between quotation marks may have.
const longestNickname = 3

// nicknamed reads a given name, a nickname between quotation marks and a family name: Alberto "Big Al" Ruiz.
func (s *scan) nicknamed(l line, i int32) int32 {
	if !opensQuote(s.mark(i)) {
		return 0
	}
	for k := i + 1; k < l.end && k <= i+longestNickname && s.capital(l, k); k++ {
		if !opensQuote(s.mark(k)) {
			continue
		}
		if s.capital(l, k+1) && !s.is(l, k+1, traitCommon) {
			return k + 2
		}
		return 0
	}
	return 0
}

func opensQuote(mark string) bool { return mark == `"` || mark == "'" }
