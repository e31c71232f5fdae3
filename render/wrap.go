package render

import "strings"

// row is one line on the screen.
type row []cluster

// wrap breaks text into rows of at most so many columns: at blanks, between wide characters, and inside a word only
// when the word alone is too long. Blanks at the end of a row may hang over. Line breaks of the text are kept, but for
// those at its end.
func wrap(text string, most int) (rows []row) {
	for _, line := range lines(text) {
		rows = append(rows, wrapLine(line, max(most, 8))...)
	}
	return rows
}

// lines splits a text at its line breaks, of which those at the end count for nothing.
func lines(text string) (rows []row) {
	text = strings.TrimRight(text, "\r\n")
	for start := 0; start <= len(text); {
		end := start + lineLength(text[start:])
		rows = append(rows, clusters(text[start:end], start))
		start = end + 1
	}
	return rows
}

func lineLength(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i
	}
	return len(s)
}

// clusters splits one line; offset is its place in the text.
func clusters(line string, offset int) (out row) {
	for at := 0; at < len(line); {
		size, n := nextCluster(line[at:])
		text := clean(line[at : at+size])
		if text != line[at:at+size] {
			n = columns(text)
		}
		out = append(out, cluster{offset + at, offset + at + size, text, n})
		at += size
	}
	return out
}

func wrapLine(line row, most int) (rows []row) {
	from, breakAt, used := 0, 0, 0
	for i, c := range line {
		if used+c.width > most && !blank(c) {
			if breakAt <= from {
				breakAt = i
			}
			rows = append(rows, line[from:breakAt])
			from, used = breakAt, line[breakAt:i].columns()
		}
		used += c.width
		if blank(c) || c.width == 2 {
			breakAt = i + 1
		}
	}
	return append(rows, line[from:])
}

func blank(c cluster) bool { return c.text == " " }

func (r row) columns() (sum int) {
	for _, c := range r {
		sum += c.width
	}
	return sum
}

// trimmed leaves out the blanks at the end.
func (r row) trimmed() row {
	for len(r) > 0 && blank(r[len(r)-1]) {
		r = r[:len(r)-1]
	}
	return r
}

func (r row) String() string {
	var b strings.Builder
	for _, c := range r.trimmed() {
		b.WriteString(c.text)
	}
	return b.String()
}
