package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/alecthomas/kong"

	"bedside"
)

// How the program speaks when something is wrong. Every line begins with its name and one of error and hint:
//
//	bedside: error: draft.json: kind: wanted a string, found a number (line 2, column 8)
//	bedside: hint: …
//
// No line repeats text of a draft. A confusing error is a bug.

// hinted is an error with advice.
type hinted struct {
	error
	hints []string
}

func (h hinted) Unwrap() error { return h.error }

// hint adds advice to an error.
func hint(err error, hints ...string) error { return hinted{err, hints} }

// invalid makes an error about wrong use or unreadable input.
func invalid(format string, args ...any) *bedside.Error {
	return bedside.Errorf(bedside.CodeInvalid, format, args...)
}

// complain shows an error and counts it.
func (a *app) complain(err error) {
	a.outcome.add(err)
	fmt.Fprintf(a.stderr, "bedside: error: %s\n", coded(err).Message)
	for _, line := range hintsOf(err) {
		fmt.Fprintf(a.stderr, "bedside: hint: %s\n", line)
	}
}

func hintsOf(err error) []string {
	if h, ok := errors.AsType[hinted](err); ok {
		return h.hints
	}
	if coded(err).Code == bedside.CodeInternal {
		return []string{"Nothing was sent or kept. Tell us how it came about, without the draft."}
	}
	return nil
}

// fault answers a failure before any command was chosen.
func (a *app) fault(err error) int {
	a.complain(err)
	return a.outcome.status()
}

// wrongUse answers a command line that cannot be understood.
func (a *app) wrongUse(args []string, chosen *kong.Context, err error) int {
	a.complain(hint(invalid("%s", withoutText(wanting(err.Error()), args)), helpFor(chosen, err)))
	return a.outcome.status()
}

// givenTwice refuses a flag with two values: which of them was meant, nobody can know.
func givenTwice(chosen *kong.Context) error {
	seen := map[*kong.Flag]bool{}
	for _, p := range chosen.Path {
		if p.Flag == nil || p.Flag.IsBool() || p.Flag.IsCumulative() {
			continue
		}
		if seen[p.Flag] {
			return fmt.Errorf("--%s is given twice; give it once", p.Flag.Name)
		}
		seen[p.Flag] = true
	}
	return nil
}

// wanting is the message about a flag without its value in words that people use.
func wanting(message string) string {
	if flag, _, ok := strings.Cut(message, ": expected "); ok && strings.HasSuffix(message, `(<EOL>)`) {
		return flag + ": a value is wanted after it"
	}
	return message
}

// withoutText takes out arguments that may be a draft: somebody may have typed one where a file was meant.
func withoutText(message string, args []string) string {
	for _, arg := range args {
		if mayBeText(arg) {
			message = strings.ReplaceAll(message, arg, "…")
		}
	}
	return message
}

// mayBeText reports whether an argument looks like words to publish rather than the name of a file or a flag.
func mayBeText(arg string) bool { return strings.ContainsAny(arg, " \t\n") || len(arg) > 200 }

// helpFor names the help of the command that was chosen, as far as one was.
func helpFor(chosen *kong.Context, err error) string {
	if parse, ok := errors.AsType[*kong.ParseError](err); ok {
		chosen = parse.Context
	}
	path := "bedside"
	if chosen != nil && chosen.Selected() != nil {
		path = chosen.Selected().FullPath()
	}
	return fmt.Sprintf("Run “%s --help” for how it is used.", path)
}
