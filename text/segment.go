package text

const (
	maxTag     = 40 // bytes of a tag's part that is cut into words
	maxTagWord = 20 // bytes of a word in it
)

// segment cuts a folded ASCII word into known words, as few and then as unequal in length as possible. It returns their
// lengths, none if some of it stays unknown.
func (x *splitter) segment(form string) (lengths [maxTag]uint8, n int) {
	var best [maxTag + 1]struct {
		words, squares int
		last           uint8
	}
	for end := 1; end <= len(form); end++ {
		b := &best[end]
		for start := max(0, end-maxTagWord); start < end; start++ {
			a := best[start]
			size := end - start
			words, squares := a.words+1, a.squares+size*size
			if start > 0 && a.last == 0 || b.last > 0 && (words > b.words || words == b.words && squares <= b.squares) {
				continue
			}
			if tagWordSize(form[start:end]) && x.known(form[start:end]) {
				b.words, b.squares, b.last = words, squares, uint8(size)
			}
		}
	}
	longest := uint8(0)
	for end := len(form); end > 0 && best[end].last > 0; end -= int(best[end].last) {
		lengths[best[len(form)].words-1-n] = best[end].last
		longest = max(longest, best[end].last)
		n++
	}
	if n > 2 && longest < 4 {
		n = 0 // scraps: "to vol tan do"
	}
	return lengths, n
}

// tagWordSize reports whether a word is long enough to be cut out: of single letters only "a" and "i" are.
func tagWordSize(w string) bool { return len(w) > 1 || w == "a" || w == "i" }
