package render

// Columns is columns, for tests.
func Columns(s string) int { return columns(s) }

// Excerpt cuts a text down to what stands around ranges of it, and says where these are now.
func Excerpt(text string, at ...[2]int) (string, [][2]int) {
	t := part{text: text}
	for _, a := range at {
		t.marks = append(t.marks, mark{start: a[0], end: a[1], card: 1})
	}
	t = excerpt(t)
	var out [][2]int
	for _, m := range t.marks {
		out = append(out, [2]int{m.start, m.end})
	}
	return t.text, out
}
