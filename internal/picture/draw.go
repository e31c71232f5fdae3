package main

import (
	"bytes"
	"fmt"
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Of a terminal's cell and frame, in pixels.
const (
	cell, line, size = 8.4, 19, 14
	left, top        = 18, 34
	across           = left*2 + width*cell
)

// look is how a run of characters is set.
type look struct {
	bold, faint, under bool
	ink, paper         string
}

// draw turns words with SGR escapes into an SVG picture. Every run is stretched to its cells, whatever font is there.
func draw(words string) []byte {
	lines := strings.Split(strings.TrimRight(words, "\n"), "\n")
	down := top + line*len(lines)
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="%d">`+"\n", across, down, across, down, size)
	fmt.Fprintf(&b, `<rect width="%.0f" height="%d" rx="8" fill="#fdfcfa" stroke="#d8d4cc"/>`+"\n", across, down)
	var now look
	for i, l := range lines {
		column := 0
		for l != "" {
			run, rest, escaped := strings.Cut(l, "\x1b[")
			column = now.run(&b, run, column, top+i*line)
			if l = rest; escaped {
				codes, after, _ := strings.Cut(rest, "m")
				now.set(codes)
				l = after
			}
		}
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// run draws characters from a column on, and returns the column behind them.
func (s look) run(b *bytes.Buffer, run string, column, y int) int {
	n := utf8.RuneCountInString(run)
	x := left + float64(column)*cell
	if s.paper != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", x, y-line+5, float64(n)*cell, line, s.paper)
	}
	shown := strings.TrimLeft(run, " ")
	skipped := len(run) - len(shown)
	if shown = strings.TrimRight(shown, " "); shown != "" {
		length := float64(utf8.RuneCountInString(shown)) * cell
		fmt.Fprintf(b, `<text x="%.1f" y="%d" textLength="%.1f" lengthAdjust="spacingAndGlyphs" xml:space="preserve"%s>%s</text>`+"\n",
			x+float64(skipped)*cell, y, length, s.attributes(), html.EscapeString(shown))
	}
	return column + n
}

func (s look) attributes() string {
	ink := s.ink
	if ink == "" {
		ink = "#262626"
	}
	out := ` fill="` + ink + `"`
	if s.bold {
		out += ` font-weight="bold"`
	}
	if s.faint {
		out += ` opacity="0.65"`
	}
	if s.under {
		out += ` text-decoration="underline"`
	}
	return out
}

// set reads the parameters of one escape.
func (s *look) set(codes string) {
	list := strings.Split(codes, ";")
	for i := 0; i < len(list); i++ {
		switch list[i] {
		case "0", "":
			*s = look{}
		case "1":
			s.bold = true
		case "2":
			s.faint = true
		case "4":
			s.under = true
		case "38", "48":
			if i+2 >= len(list) {
				return
			}
			if list[i] == "38" {
				s.ink = colour(list[i+2])
			} else {
				s.paper = colour(list[i+2])
			}
			i += 2
		}
	}
}

// colour is one of the terminal's 256: a cube of six steps a side, then greys.
func colour(code string) string {
	n, err := strconv.Atoi(code)
	if err != nil || n < 16 || n > 255 {
		return "#262626"
	}
	if n >= 232 {
		return fmt.Sprintf("#%02x%02x%02x", 8+10*(n-232), 8+10*(n-232), 8+10*(n-232))
	}
	step := func(i int) int {
		if i == 0 {
			return 0
		}
		return 55 + 40*i
	}
	n -= 16
	return fmt.Sprintf("#%02x%02x%02x", step(n/36), step(n/6%6), step(n%6))
}
