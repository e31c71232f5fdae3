package bedside

import "strings"

// MaxPictureText is the most bytes that are read of the words in one picture or document.
const MaxPictureText = 1 << 18

// Line is where one of a file's texts stands in its words.
type Line struct {
	Text       int // index into Seen.Texts
	Start, End int // bytes of Words
}

// Words is what is read in a file, its texts in their order, and where each of them stands. Pieces of one row are parted by a
// space, rows by the end of a line, pages by an empty line. It is the text of the part picture_text.
func (s *Seen) Words() (string, []Line) {
	if s == nil {
		return "", nil
	}
	var b strings.Builder
	var lines []Line
	for i := range s.Texts {
		words := strings.TrimSpace(strings.ToValidUTF8(s.Texts[i].Text, "\ufffd"))
		if words == "" {
			continue
		}
		if b.Len()+len(words)+2 > MaxPictureText {
			break
		}
		if n := len(lines); n > 0 {
			b.WriteString(between(&s.Texts[lines[n-1].Text], &s.Texts[i]))
		}
		start := b.Len()
		b.WriteString(words)
		lines = append(lines, Line{i, start, b.Len()})
	}
	return b.String(), lines
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
