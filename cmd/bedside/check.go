package main

import (
	"slices"
	"strings"
	"time"

	"bedside"
	"bedside/internal/profile"
)

type checkCommand struct {
	Files []string `arg:"" optional:"" name:"FILE" complete:"file" help:"Text, a picture or a document, or a draft as .json, which names its pictures from its own folder; - is standard input."`

	JSONL   bool   `name:"jsonl" help:"Read one JSON draft a line, and write one result a line in the same order."`
	Format  string `placeholder:"text" complete:"format" help:"How to answer: text, json, sarif or html."`
	Width   int    `placeholder:"80" help:"Columns to write in; otherwise as wide as the terminal."`
	Verbose bool   `short:"v" help:"Show the whole draft, rule ids, packs and time."`
	NoText  bool   `help:"Repeat no words of the draft in the answer."`

	Profile  string            `placeholder:"FILE" complete:"file" help:"Who you are; otherwise what “bedside profile init” wrote."`
	Timeline string            `placeholder:"FILE" complete:"file" help:"Earlier posts, as JSON drafts with times, one a line: what they and the draft reveal together is looked for."`
	Answer   map[string]string `placeholder:"ID=VALUE" complete:"answer" mapsep:"none" help:"Your answer to a question that a check asked. May be repeated."`
	Pack     []string          `placeholder:"NAME|DIR" complete:"pack" sep:"none" help:"Guidelines to go by, or a folder with your institution’s own. May be repeated."`
	AsOf     string            `placeholder:"TIME" help:"Check as of this time or date; otherwise the draft’s own time, else now."`
	Mentions bool              `help:"Also list every word that was recognised."`

	FailOn          string `default:"revise" placeholder:"revise" complete:"verdict" help:"Exit with status 1 from this verdict on: advise, revise or block."`
	FailOnUnchecked bool   `help:"Exit with status 1 when something could not be checked."`

	Fix bool   `help:"Print a wording that keeps the story, instead of the findings; of a picture write a copy with faces, words and codes covered."`
	Out string `placeholder:"FILE" complete:"file" help:"With --fix, write a mended copy to this file; a picture needs one."`
}

// Help gives examples.
func (checkCommand) Help() string {
	return `A text FILE is a post by the author of your profile. The draft itself is never changed.

Examples:

    bedside check draft.txt
    echo "Long day. Proud of the team." | bedside check
    bedside check --fix draft.txt > mended.txt
    bedside check photo.jpg
    bedside check --fix --out copy.jpg photo.jpg
    bedside check --format json draft.json
    bedside check --jsonl posts.jsonl > results.jsonl
    bedside check --answer subject.unsure@p1=self draft.txt

Exit status: 0 nothing at or above --fail-on, 1 something is, 2 wrong use or an input that cannot be read,
3 a fault inside Bedside.`
}

// Run checks every input; one that cannot be read is told, and the rest go on.
func (c *checkCommand) Run(a *app) error {
	if len(c.Files) == 0 && isTerminal(a.stdin) {
		return hint(invalid("there is nothing to check"),
			"Name a file: bedside check draft.txt",
			"Or write to it: echo \"Long day.\" | bedside check",
			"Run “bedside check --help” for the rest.")
	}
	if err := c.usable(); err != nil {
		return err
	}
	s, err := c.session(a)
	if err != nil {
		return err
	}
	switch {
	case c.JSONL:
		return s.lines()
	case c.Fix:
		return s.fix()
	default:
		return s.files()
	}
}

// formats lists the ways to answer.
func formats() []string { return []string{"text", "json", "sarif", "html"} }

// verdicts lists what --fail-on can begin at.
func verdicts() []string { return []string{"advise", "revise", "block"} }

// usable refuses flags that do not go together.
func (c *checkCommand) usable() error {
	if err := oneOf("--format", c.Format, formats()...); err != nil {
		return err
	}
	if err := oneOf("--fail-on", c.FailOn, verdicts()...); err != nil {
		return err
	}
	switch {
	case c.Out != "" && !c.Fix:
		return invalid("--out says where --fix writes; it means nothing without --fix")
	case c.Fix && (c.JSONL || len(c.Files) > 1):
		return invalid("--fix mends one draft at a time")
	case c.Fix && c.Format != "" && c.Format != "text":
		return invalid("--fix writes the mended text only; leave out --format")
	case c.Fix && c.NoText:
		return invalid("--fix writes text and --no-text forbids it; choose one")
	case c.JSONL && c.Format != "" && c.Format != "json":
		return invalid("--jsonl writes JSON; leave out --format")
	case c.Width < 0:
		return invalid("--width is a number of columns")
	}
	return nil
}

// oneOf refuses a word that a flag does not know.
func oneOf(flag, got string, known ...string) error {
	if got == "" || slices.Contains(known, got) {
		return nil
	}
	if near := bedside.Nearest(got, known); near != "" {
		return invalid("%s: unknown word, did you mean “%s”?", flag, near)
	}
	return invalid("%s: unknown word; it is one of %s", flag, strings.Join(known, ", "))
}

// session is one run of check: what all its drafts share.
type session struct {
	*checkCommand
	app      *app
	engine   checker
	author   profile.Profile
	earlier  *earlierPosts // nil without --timeline
	asOf     time.Time     // zero when not given
	started  time.Time
	severity bedside.Severity // from which the exit status is 1
	written  int              // answers so far
	folder   string           // of the JSONL that is read: paths of media are counted from it
}

func (c *checkCommand) session(a *app) (*session, error) {
	s := &session{checkCommand: c, app: a, started: a.now().UTC().Truncate(time.Second)}
	if c.Format == "" {
		c.Format = "text"
	}
	if len(c.Files) == 0 {
		c.Files = []string{"-"}
	}
	_ = s.severity.UnmarshalText([]byte(c.FailOn)) // usable has seen it
	var err error
	if s.asOf, err = parseAsOf(c.AsOf); err != nil {
		return nil, err
	}
	if s.author, err = loadProfile(c.Profile); err != nil {
		return nil, err
	}
	if s.engine, err = a.open(c.Pack); err != nil {
		return nil, err
	}
	s.earlier, err = a.readTimeline(c.Timeline, s.engine, s.author)
	return s, err
}

func parseAsOf(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := bedside.ParseTime(s)
	if err != nil {
		return t, invalid("--as-of: %s", coded(err).Message)
	}
	return t, nil
}
