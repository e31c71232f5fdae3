package render

import "bedside"

// style is one way of setting words apart on a terminal: the parameters of an SGR escape. Colours are of the 256 that
// nearly every terminal has, chosen to be readable on light and on dark. They only ever repeat what signs say too.
type style string

const (
	plain  style = ""
	strong style = "1"
	faint  style = "2"
	way    style = "38;5;30" // drape
	added  style = "4"
)

// ink is the colour of a severity in Bedside's own words.
func ink(s bedside.Severity) style {
	switch s {
	case bedside.Advise:
		return "1;38;5;62" // dusk
	case bedside.Revise:
		return "1;38;5;130" // iodine
	case bedside.Block:
		return "1;38;5;160" // madder
	default:
		return strong
	}
}

// tint is how the author's words are marked: dark on a tint, underlined.
func tint(s bedside.Severity) style {
	switch s {
	case bedside.Advise:
		return "4;38;5;235;48;5;189"
	case bedside.Block:
		return "4;38;5;235;48;5;224"
	default:
		return "4;38;5;235;48;5;223"
	}
}

// sign is the mark of a severity; its outline alone tells it apart.
func sign(s bedside.Severity) string {
	switch s {
	case bedside.Advise:
		return "◉"
	case bedside.Revise:
		return "◆"
	case bedside.Block:
		return "■"
	default:
		return "◌"
	}
}

// stroke is the line under marked words: dotted, solid, double.
func stroke(s bedside.Severity) string {
	switch s {
	case bedside.Advise:
		return "┄"
	case bedside.Block:
		return "═"
	default:
		return "─"
	}
}
