package bedside

import "strings"

// MaxPictureText is the most bytes that are read of the words in one picture or document.
const MaxPictureText = 1 << 18

// Line is where one of a file's texts stands in its words.
type Line struct {
	Text       int // index into Seen.Texts; -1 for what stands in the metadata
	Start, End int // bytes of Words
}

// Words is what is read in a file, its texts in their order, and where each of them stands. Pieces of one row are parted by a
// space, rows by the end of a line, pages by an empty line. What people wrote into the metadata stands behind. It is the text of the
// part picture_text.
func (s *Seen) Words() (string, []Line) {
	if s == nil {
		return "", nil
	}
	w := lineWriter{}
	for i := range s.Texts {
		apart := ""
		if n := len(w.lines); n > 0 {
			apart = between(&s.Texts[w.lines[n-1].Text], &s.Texts[i])
		}
		w.write(i, apart, s.Texts[i].Text)
	}
	for _, words := range s.Metadata.Words {
		w.write(-1, "\n\n", words)
	}
	return w.words.String(), w.lines
}

// lineWriter puts lines together, as long as there is room.
type lineWriter struct {
	words strings.Builder
	lines []Line
	full  bool
}

func (w *lineWriter) write(text int, apart, words string) {
	words = strings.TrimSpace(strings.ToValidUTF8(words, "\ufffd"))
	if words == "" || w.full {
		return
	}
	if w.full = w.words.Len()+len(apart)+len(words) > MaxPictureText; w.full {
		return
	}
	if w.words.Len() > 0 {
		w.words.WriteString(apart)
	}
	start := w.words.Len()
	w.words.WriteString(words)
	w.lines = append(w.lines, Line{text, start, w.words.Len()})
}

// between is what parts two texts that follow each other.
func between(a, b *SeenText) string {
	switch {
	case a.Page != b.Page:
		return "\n\n"
	case sameRow(a.Box, b.Box):
		return " "
	default:
		return "\n"
	}
}

// sameRow reports whether box b goes on where a ends: at its height, to its right, and not far.
func sameRow(a, b [4]int) bool {
	height := min(a[3], b[3])
	if height <= 0 {
		return false
	}
	shared := min(a[1]+a[3], b[1]+b[3]) - max(a[1], b[1])
	gap := b[0] - (a[0] + a[2])
	return 5*shared >= 3*height && gap > -height && gap < 2*height
}

// BoxOf is the box around the texts that a stretch of the words lies in; nil where there is none, as in a document.
func (s *Seen) BoxOf(start, end int) *[4]int {
	_, lines := s.Words()
	var out *[4]int
	for _, l := range lines {
		if l.Text < 0 {
			continue
		}
		if box := s.Texts[l.Text].Box; l.Start < end && start < l.End && box[2] > 0 && box[3] > 0 {
			out = around(out, box)
		}
	}
	return out
}

// around is the box around two.
func around(a *[4]int, b [4]int) *[4]int {
	if a == nil {
		return &b
	}
	left, top := min(a[0], b[0]), min(a[1], b[1])
	return &[4]int{left, top, max(a[0]+a[2], b[0]+b[2]) - left, max(a[1]+a[3], b[1]+b[3]) - top}
}

// IsDocument holds for files of pages, sheets or slides.
func (s *Seen) IsDocument() bool {
	switch s.Type {
	case "pdf", "docx", "pptx", "xlsx", "odf", "ole":
		return true
	}
	return false
}
