package text

import "unicode/utf8"

// oddWord takes a word with letters beyond ASCII, apostrophes or invisible characters in it.
func (x *splitter) oddWord(i int) int {
	x.buf = x.buf[:0]
	w := oddWord{x: x}
	j := w.scan(i)
	f := wordCase(x.s[i:j])
	if w.hidden || w.latin && w.foreign {
		f |= Bent
	}
	form, f := x.squeezed(x.keep(x.buf), f)
	x.put(i, j, Word, form, f)
	x.wordEnd = j
	return j
}

// oddWord folds a word rune by rune into the splitter's buffer.
type oddWord struct {
	x              *splitter
	latin, foreign bool // letters of ASCII, and look-alikes of other scripts
	hidden         bool // something invisible was dropped
}

// scan reads from the letter at i to the end of the word.
func (w *oddWord) scan(i int) int {
	s := w.x.s
	for i < len(s) {
		c, n := classify(s, i)
		switch {
		case c == letter:
			w.letter(s[i : i+n])
		case c == accent:
		case c == apostrophe && w.joins(i+n):
		case c == invisible:
			next := w.resumes(i)
			if next == 0 {
				return i
			}
			w.hidden = w.hidden || s[i:next] != "\u00ad"
			n = next - i
		default:
			return i
		}
		i += n
	}
	return i
}

func (w *oddWord) letter(enc string) {
	r, _ := utf8.DecodeRuneInString(enc)
	w.latin = w.latin || r < utf8.RuneSelf
	w.foreign = w.foreign || r >= 0x370 && r < 0x530 && r != 'μ'
	w.x.buf = appendFold(w.x.buf, enc)
}

// joins reports whether an apostrophe before i is inside the word, and not the beginning of a suffix or a quote's end.
func (w *oddWord) joins(i int) bool {
	if !w.x.letterAt(i) {
		return false
	}
	_, n := suffix(w.x.s[i:])
	return n == 0
}

// resumes is where the word goes on after the run of invisible characters at i, or 0.
func (w *oddWord) resumes(i int) int {
	for i < len(w.x.s) {
		c, n := classify(w.x.s, i)
		if c == letter {
			return i
		}
		if c != invisible && c != accent {
			break
		}
		i += n
	}
	return 0
}
