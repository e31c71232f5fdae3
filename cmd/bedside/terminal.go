package main

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// Nobody reads prose well in lines longer than this.
const widestPage = 100

// isTerminal reports whether a stream is a person's screen or keyboard.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// pageWidth is how many columns to write: as asked, else as wide as the terminal is, within reason.
func (a *app) pageWidth(asked int) int {
	if asked > 0 {
		return asked
	}
	if n, err := strconv.Atoi(a.env("COLUMNS")); err == nil && n > 0 {
		return min(n, widestPage)
	}
	if f, ok := a.stdout.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return min(n, widestPage)
		}
	}
	return 80
}

// colour reports whether to write colour to a stream: on a terminal, unless the user's settings say otherwise
// (https://no-color.org, CLICOLOR_FORCE).
func (a *app) colour(w io.Writer) bool {
	switch {
	case a.env("NO_COLOR") != "" || a.env("TERM") == "dumb":
		return false
	case a.env("CLICOLOR_FORCE") != "" && a.env("CLICOLOR_FORCE") != "0":
		return true
	default:
		return isTerminal(w)
	}
}
