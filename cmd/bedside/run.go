package main

import (
	"errors"
	"io"
	"sync"
	"time"

	"github.com/alecthomas/kong"

	"bedside/internal/seal"
	"bedside/internal/vision"
	"bedside/media"
)

// commands is the whole command line. A new command is one field here and one file beside this one.
type commands struct {
	Check      checkCommand      `cmd:"" help:"Check drafts before they are posted."`
	Audit      auditCommand      `cmd:"" help:"Check years of posts, one by one and together."`
	Serve      serveCommand      `cmd:"" help:"Open the web application on this computer: check as you write, read the guidelines."`
	Data       dataCommands      `cmd:"" help:"Look after what the web application keeps: back it up, take it along, check it."`
	Guidelines GuidelinesCmd     `cmd:"" help:"Show the guidelines, what is done about each, and test the rules."`
	Profile    profileCommands   `cmd:"" help:"Say once who you are, so that drafts need not say it."`
	Completion completionCommand `cmd:"" help:"Print a script with which a shell completes commands, flags and values."`
	Man        manCommand        `cmd:"" help:"Print the manual page."`
	Version    versionCommand    `cmd:"" help:"Show the version, the guideline packs and whose data is used."`

	Complete completeCommand `cmd:"" name:"__complete" hidden:""`
}

// app is the world that a command runs in.
type app struct {
	env            func(string) string
	stdin          io.Reader
	stdout, stderr io.Writer
	now            func() time.Time
	open           opener
	ring           seal.Ring                // this computer's key store; nil: none is used
	recognisers    func() media.Recognisers // what this build can recognise in pictures
	guess          guess
	outcome        outcome
}

// Run answers one command line and returns its exit status.
func Run(args []string, env func(string) string, stdin io.Reader, stdout, stderr io.Writer, now func() time.Time) int {
	a := &app{env: env, stdin: stdin, stdout: stdout, stderr: stderr, now: now, open: openEngine, ring: platformRing(env), recognisers: withFilms(sync.OnceValue(vision.Recognisers))}
	return a.run(args)
}

func (a *app) run(args []string) int {
	parser, err := a.parser()
	if err != nil {
		return a.fault(err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	chosen, err := parser.Parse(args)
	if errors.Is(err, errHelped) {
		return 0
	}
	if err == nil {
		err = givenTwice(chosen)
	}
	if err != nil {
		return a.wrongUse(args, chosen, err)
	}
	if err := chosen.Run(a); err != nil {
		a.complain(err)
	}
	return a.outcome.status()
}

// parser builds the command line from its commands.
func (a *app) parser() (*kong.Kong, error) {
	return kong.New(&commands{}, kong.Name("bedside"), kong.Description(description), kong.Help(showHelp),
		kong.Writers(a.stdout, a.stderr), kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}))
}

const description = `If you would not say it at the bedside, do not post it. Bedside reads a draft on this computer and says what
in it could reveal a patient or break a guideline, why, by which clause, and what helps. Nothing is sent anywhere.`

// errHelped stands for help that was asked for and shown.
var errHelped = errors.New("help was shown")

func showHelp(o kong.HelpOptions, ctx *kong.Context) error {
	if err := kong.DefaultHelpPrinter(o, ctx); err != nil {
		return err
	}
	return errHelped
}
