package main

import (
	"fmt"
	"strings"
)

// roff writes the man macros that every reader of manual pages knows (man 7 man). It writes ASCII only, so that a page
// looks the same whatever its reader takes for the encoding.
type roff struct {
	strings.Builder
	begun bool // the section has text, so that a paragraph in it needs parting from what stands before
}

// macro writes a request with its arguments.
func (r *roff) macro(name string, args ...string) {
	r.begun = name != "SH" && name != "SS"
	r.WriteString("." + name)
	for _, arg := range args {
		r.WriteString(` "` + escape(arg) + `"`)
	}
	r.WriteByte('\n')
}

// line writes a line that is escaped already.
func (r *roff) line(escaped string) {
	r.begun = true
	r.WriteString(escaped + "\n")
}

// para writes a paragraph.
func (r *roff) para(text string) {
	if r.begun {
		r.macro("PP")
	}
	r.line(flowing(text))
}

// item writes a term, escaped already, and under it what it means.
func (r *roff) item(term, text string) {
	r.macro("TP")
	r.line(term)
	r.line(flowing(text))
}

// example writes lines as they are, indented.
func (r *roff) example(text string) {
	r.macro("PP")
	r.macro("RS", "4")
	r.macro("nf")
	for line := range strings.Lines(text) {
		r.line(escape(strings.TrimSuffix(line, "\n")))
	}
	r.macro("fi")
	r.macro("RE")
}

func bold(s string) string   { return `\fB` + escape(s) + `\fR` }
func italic(s string) string { return `\fI` + escape(s) + `\fR` }

// flowing is a text whose lines the reader breaks anew.
func flowing(s string) string { return escape(strings.Join(strings.Fields(s), " ")) }

// escape keeps characters from being taken for requests, or for the typographer's signs that roff makes of them: a
// hyphen that is copied from a page must work as one.
func escape(s string) string {
	var b strings.Builder
	if strings.HasPrefix(s, ".") {
		b.WriteString(`\&`)
	}
	for _, c := range s {
		b.WriteString(escaped(c))
	}
	return b.String()
}

func escaped(c rune) string {
	switch c {
	case '\\':
		return `\e`
	case '-':
		return `\-`
	case '\'':
		return `\(aq`
	case '"':
		return `\(dq`
	case '`':
		return `\(ga`
	case '^':
		return `\(ha`
	case '~':
		return `\(ti`
	case '…': // not every device has this one
		return "..."
	}
	if c > '~' {
		return fmt.Sprintf(`\[u%04X]`, c)
	}
	return string(c)
}
