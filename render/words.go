package render

import (
	"strings"

	"bedside"
)

// A draft of more rows than this is shown in part: the marked rows, and one on either side.
const (
	longDraft   = 16
	mostOfDraft = 60
)

// words shows the draft's texts with their marks. A text without marks is left out: its author has it.
func (p *page) words(cards []card) {
	if p.options.NoText {
		return
	}
	for _, text := range parts(p.draft, cards) {
		p.line()
		if text.key.Part != bedside.PartText {
			p.para("  ", faint, text.label)
		}
		p.marked(text)
	}
}

// marked writes a text, and below each row that has marks their numbers and strokes.
func (p *page) marked(t part) {
	const indent = "  "
	rows := wrap(t.text, p.options.Width-2*len(indent))
	cut := make([][]run, len(rows))
	for i, r := range rows {
		cut[i] = runs(r.trimmed(), t.marks)
	}
	show := p.shown(cut)
	hidden := 0
	for i, rs := range cut {
		if !show[i] {
			hidden++
			continue
		}
		p.gap(hidden)
		hidden = 0
		p.line(indent, p.row(rs))
		if below := p.strokes(rs); below != "" {
			p.line(indent, below)
		}
	}
	p.gap(hidden)
}

// row writes the words of a row; with colour, marked words are tinted and underlined.
func (p *page) row(rs []run) string {
	var b strings.Builder
	for _, r := range rs {
		st := plain
		if len(r.cards) > 0 {
			st = tint(r.severity)
		}
		b.WriteString(p.paint(st, r.text()))
	}
	return b.String()
}

func (r run) text() string {
	var b strings.Builder
	for _, c := range r.clusters {
		b.WriteString(c.text)
	}
	return b.String()
}

// shown chooses the rows of a long text that are worth a reader's time.
func (p *page) shown(cut [][]run) []bool {
	show := make([]bool, len(cut))
	whole := p.options.Verbose || len(cut) <= longDraft
	count := 0
	for i := range cut {
		near := isMarked(cut, i-1) || isMarked(cut, i) || isMarked(cut, i+1)
		if whole || near && count < mostOfDraft {
			show[i] = true
			count++
		}
	}
	return show
}

func isMarked(cut [][]run, i int) bool {
	if i < 0 || i >= len(cut) {
		return false
	}
	for _, r := range cut[i] {
		if len(r.cards) > 0 {
			return true
		}
	}
	return false
}

// gap says how many rows are not shown.
func (p *page) gap(rows int) {
	if rows > 0 {
		p.para("  ", faint, "⋯ "+grouped(rows)+plural(rows, " more line", " more lines"))
	}
}
