package main

import (
	"io"

	"github.com/alecthomas/kong"
)

type manCommand struct{}

// Help gives examples.
func (manCommand) Help() string {
	return `Examples:

    bedside man > bedside.1
    bedside man | man -l -`
}

// Run prints the page. It comes from the commands themselves, so that it says what this very program does.
func (manCommand) Run(a *app, ctx *kong.Context) error {
	_, err := io.WriteString(a.stdout, manPage(ctx.Model))
	return writing(err)
}

// manPage is the manual page of the whole program. It bears no date: the same program gives the same page.
func manPage(model *kong.Application) string {
	m := &manual{}
	m.macro("TH", "BEDSIDE", "1", "", "bedside "+version, "User Commands")
	m.macro("SH", "NAME")
	m.para("bedside - check what a medical person is about to post")
	m.macro("SH", "SYNOPSIS")
	for i, n := range model.Leaves(true) {
		if i > 0 {
			m.macro("br")
		}
		m.line(synopsis(n))
	}
	m.macro("SH", "DESCRIPTION")
	m.para(model.Help)
	m.para(caveat)
	m.macro("SH", "COMMANDS")
	for _, n := range model.Children {
		m.command(n)
	}
	m.macro("SH", "OPTIONS")
	m.para("Every command takes:")
	m.flags(model.Flags)
	m.entries("EXIT STATUS", exitStatuses())
	m.para("Where several hold, the first of 2, 3, 1 counts.")
	m.entries("ENVIRONMENT", environment())
	m.entries("FILES", usualFiles())
	m.macro("SH", "EXAMPLES")
	for _, n := range model.Leaves(true) {
		m.examples(n)
	}
	return m.String()
}

const caveat = `An answer also says what was not checked: read that together with the verdict. When nothing is found, nothing was
found by these checks. It is an aid to your own judgement, not a permission.`
