package word

import (
	"image"
	"slices"
)

// likely keeps what is words. The network that finds them takes much for words that is none: tiles, windows, folds, curves. What can be read is words; what
// cannot is kept where it looks like a line of them, small as lines are.
func likely(lines []line, size image.Point) []line {
	short := float64(min(size.X, size.Y))
	return slices.DeleteFunc(lines, func(l line) bool { return !l.likely(short) })
}

// likely says so of one line of a picture whose shorter side is given.
func (l *line) likely(short float64) bool {
	share := l.thin() / short
	sparse := 4*float64(l.letters)*l.thin() < max(l.length, l.height) // a long line of hardly a letter
	switch {
	case !l.tried:
		return l.score >= 0.5 && share <= 0.2
	case l.droned:
		return false
	case l.sureness < 0.5 || sparse:
		return l.score >= 0.6 && (share <= 0.08 || l.thin() <= 40)
	case l.letters <= 2 && share > 0.12:
		return l.score >= 0.7 && l.sureness >= 0.9
	case l.sureness < 0.8:
		return l.score >= 0.5 && share <= 0.2
	}
	return true
}
