package main

import (
	"strings"
	"unicode/utf8"
)

// prose writes short texts in lines of a width.
type prose struct {
	strings.Builder
	width int
}

// gap leaves a line empty, except at the start.
func (p *prose) gap() {
	if p.Len() > 0 {
		p.WriteByte('\n')
	}
}

// heading begins a part.
func (p *prose) heading(text string) {
	p.gap()
	p.para("", text)
}

// para writes a text behind a lead; its further lines begin under its first word.
func (p *prose) para(lead, text string) { p.hang(lead, utf8.RuneCountInString(lead), text) }

// hang writes a text behind a lead; its further lines begin at a column.
func (p *prose) hang(lead string, column int, text string) {
	p.WriteString(lead)
	at := utf8.RuneCountInString(lead)
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case at+1+n > p.width:
			p.WriteString("\n" + strings.Repeat(" ", column))
			at = column
		default:
			p.WriteByte(' ')
			at++
		}
		p.WriteString(word)
		at += n
	}
	p.WriteByte('\n')
}

// row writes a name, padded, and what belongs to it; a long name gets a line of its own.
func (p *prose) row(indent, column int, name, text string) {
	lead := strings.Repeat(" ", indent) + name
	if text == "" {
		p.para(lead, "")
		return
	}
	if n := utf8.RuneCountInString(lead); n < column {
		p.para(lead+strings.Repeat(" ", column-n), text)
		return
	}
	p.para("", lead)
	p.para(strings.Repeat(" ", column), text)
}
