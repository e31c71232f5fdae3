package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/platforms"
	"bedside/internal/audit"
	"bedside/internal/profile"
	"bedside/internal/whole"
)

type auditCommand struct {
	Archives []string `arg:"" name:"ARCHIVE|DIR" complete:"file" help:"What a platform handed out when you asked for your data, as it came or unpacked, or a folder of drafts."`

	Format  string `placeholder:"text" complete:"report" help:"How to report: text, json or html; otherwise as the name of --out ends."`
	Out     string `placeholder:"FILE" complete:"file" help:"Write the report to this file, and a summary to the screen."`
	Width   int    `placeholder:"80" help:"Columns to write in; otherwise as wide as the terminal."`
	Verbose bool   `short:"v" help:"Also say what was skipped in each archive, and why."`
	NoText  bool   `help:"Repeat no words of the posts in the report."`

	State string `placeholder:"FILE" complete:"file" help:"Keep here what was done, without any text: a run that was stopped goes on, and the next one says what is new, fixed and still there."`

	Pictures     int           `default:"2000" placeholder:"2000" help:"How many pictures and files of the posts are looked at, the newest first; 0 looks at none."`
	PicturesSize int64         `default:"4000" placeholder:"4000" help:"How many megabytes of them at most."`
	PicturesTime time.Duration `default:"30m" placeholder:"30m" help:"For how long at most."`

	Profile string   `placeholder:"FILE" complete:"file" help:"Who you are; otherwise what “bedside profile init” wrote."`
	Pack    []string `placeholder:"NAME|DIR" complete:"pack" sep:"none" help:"Guidelines to go by, or a folder with your institution’s own. May be repeated."`
	AsOf    string   `placeholder:"TIME" help:"Judge consents as of this time or date; otherwise as of each post’s own."`

	FailOn string `default:"revise" placeholder:"revise" complete:"verdict" help:"Exit with status 1 from this verdict on: advise, revise or block."`
}

// Help gives examples.
func (auditCommand) Help() string {
	return `Several archives are read as one timeline. Nothing is changed, and nothing is sent: the report says what to do, you do it.

Examples:

    bedside audit twitter-2026-03-01.zip
    bedside audit --out report.html x.zip mastodon.tar.gz instagram/
    bedside audit --state audit.state --out report.html x.zip
    bedside audit --format json --no-text drafts/
    bedside audit --pictures 500 --pictures-time 10m instagram/

Exit status: 0 nothing at or above --fail-on, 1 something is, 2 wrong use or an archive that cannot be read,
3 a fault inside Bedside, or a run that was stopped.`
}

// Years of posts stay in memory as a whole. Garbage may add this percentage of it: time is cheaper here than memory.
const auditGarbage = 40

// reportFormats lists the ways to report an audit.
func reportFormats() []string { return []string{"text", "json", "html"} }

// Run reads the archives and reports; one that cannot be read is told, and the rest go on.
func (c *auditCommand) Run(a *app) error {
	if err := c.usable(); err != nil {
		return err
	}
	o, err := c.options(a)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	archives, closeAll := openArchives(ctx, c.Archives)
	defer closeAll()
	defer debug.SetGCPercent(debug.SetGCPercent(auditGarbage))
	progress := a.newProgress(nil)
	o.Progress = progress.audited
	o.Failed = func(_ string, err error) {
		progress.end()
		a.complain(err)
	}
	found, err := audit.Run(ctx, archives, o)
	progress.end()
	if found == nil {
		return stopped(err)
	}
	if err != nil { // of the state: the report is whole
		a.complain(err)
	}
	var from bedside.Severity
	_ = from.UnmarshalText([]byte(c.FailOn)) // usable has seen it
	a.outcome.found = found.Verdict >= from
	return c.report(a, found)
}

// usable refuses what cannot go well before hours of work.
func (c *auditCommand) usable() error {
	if c.Format == "" {
		c.Format = formatOf(c.Out)
	}
	if err := oneOf("--format", c.Format, reportFormats()...); err != nil {
		return err
	}
	if err := oneOf("--fail-on", c.FailOn, verdicts()...); err != nil {
		return err
	}
	switch {
	case c.Width < 0:
		return invalid("--width is a number of columns")
	case c.Pictures < 0 || c.PicturesSize < 0 || c.PicturesTime < 0:
		return invalid("--pictures, --pictures-size and --pictures-time are none below 0")
	}
	if c.Out == "" {
		return nil
	}
	for _, name := range append(c.Archives, c.State) {
		if sameFile(name, c.Out) {
			return hint(invalid("--out names an archive or the state itself, which the report would replace"), "Choose another name.")
		}
	}
	if err := whole.Try(c.Out); err != nil {
		return unwritableOut(bedside.CodeInvalid, err)
	}
	return nil
}

// formatOf is the format that the end of a file's name asks for.
func formatOf(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm":
		return "html"
	case ".json":
		return "json"
	default:
		return "text"
	}
}

// unwritableOut is the error for a report that cannot be written: before the work it is the wrong name, later a fault of the machine.
func unwritableOut(code bedside.Code, err error) error {
	return hint(&bedside.Error{Code: code, Message: "--out: this file cannot be written", Err: err},
		"Name a file in a folder that is there and is yours. Nothing was changed.")
}

func (c *auditCommand) options(a *app) (audit.Options, error) {
	o := audit.Options{Now: a.now, State: c.State, Random: rand.Reader}
	var err error
	if o.AsOf, err = parseAsOf(c.AsOf); err != nil {
		return o, err
	}
	var author profile.Profile
	if author, err = loadProfile(c.Profile); err != nil {
		return o, err
	}
	o.Fill = author.Fill
	if c.Pictures > 0 {
		o.Pictures = audit.Pictures{Look: lookIn(a.looker()), Most: c.Pictures, Bytes: c.PicturesSize * 1_000_000, Time: c.PicturesTime}
	}
	engine, err := a.open(c.Pack)
	if err != nil {
		return o, err
	}
	o.Engine = engine
	if c.State != "" {
		o.Settings, err = fingerprint(c.Pack, o.Pictures.Look != nil, a.looker().Recognisers)
	}
	return o, err
}

// stopped explains that a run was ended early, and how it goes on.
func stopped(err error) error {
	s, ok := errors.AsType[*audit.StoppedError](err)
	if !ok {
		return err
	}
	if s.Kept {
		return hint(bedside.Errorf(bedside.CodeUnavailable, "%s; what was done is kept", s), "Run the same command again: it goes on from there.")
	}
	return hint(bedside.Errorf(bedside.CodeUnavailable, "%s; nothing is kept", s), "With --state FILE an audit goes on where it was stopped.")
}

// openArchives opens archives for reading. One that cannot be opened says so when it is read.
func openArchives(ctx context.Context, names []string) (out []audit.Archive, closeAll func()) {
	var open []*archive.Source
	for _, name := range names {
		source, err := archive.Open(ctx, name, platforms.All()...)
		switch {
		case errors.Is(err, fs.ErrNotExist) && mayBeText(name): // words to publish, rather than the name of a file
			out = append(out, audit.Archive{Name: "…", Source: unopened{invalid("there is no such file or folder")}})
			continue
		case err != nil:
			out = append(out, audit.Archive{Name: display(filepath.Base(name)), Source: unopened{err}})
			continue
		}
		open = append(open, source)
		out = append(out, audit.Archive{Name: display(filepath.Base(name)), Source: source})
	}
	return out, func() {
		for _, s := range open {
			s.Close()
		}
	}
}

// unopened stands for an archive that could not be opened.
type unopened struct{ err error }

func (u unopened) Read(context.Context, func(archive.Item) error) (archive.Report, error) {
	return archive.Report{}, u.err
}
