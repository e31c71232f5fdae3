package render

import (
	"bufio"
	"io"
	"strings"

	"bedside"
)

// TextOptions says how to write for a terminal. The zero value writes 80 columns without colour.
type TextOptions struct {
	Width   int    // columns; 80 when 0
	Color   bool   // set words apart by colour too
	Verbose bool   // the whole draft however long, rule ids, packs and time
	NoText  bool   // repeat no words of the draft
	Title   string // a heading, where several drafts are answered one after another
}

// page writes paragraphs within a width. Write errors stay in out until Flush.
type page struct {
	out     *bufio.Writer
	options TextOptions
	draft   bedside.Draft
	result  *bedside.Result
}

func newPage(w io.Writer, o TextOptions) *page {
	if o.Width <= 0 {
		o.Width = 80
	}
	o.Width = max(o.Width, 24)
	return &page{out: bufio.NewWriter(w), options: o}
}

// paint sets s apart, when colour is on.
func (p *page) paint(st style, s string) string {
	if !p.options.Color || st == plain || s == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}

// line writes text that is known to fit.
func (p *page) line(parts ...string) {
	p.out.WriteString(strings.TrimRight(strings.Join(parts, ""), " "))
	p.out.WriteByte('\n')
}

// para writes text, wrapped; the first row begins with lead, the others are indented as far.
func (p *page) para(lead string, st style, text string) {
	p.led(lead, plain, st, text)
}

// led is para with a lead of another style.
func (p *page) led(lead string, leadStyle, st style, text string) {
	indent := columns(lead)
	for i, r := range wrap(text, p.options.Width-indent) {
		if i == 0 {
			p.line(p.paint(leadStyle, lead), p.paint(st, r.String()))
		} else {
			p.line(strings.Repeat(" ", indent), p.paint(st, r.String()))
		}
	}
}

// heading begins a section.
func (p *page) heading(text string) {
	p.line()
	p.para("  ", strong, text)
}
