package main

import (
	"encoding/json"
	"io"
	"os"

	"bedside"
	"bedside/internal/packfile"
	"bedside/packs"
)

// GuidelinesCmd answers what the guidelines say and what Bedside does about each.
type GuidelinesCmd struct {
	List     guidelinesList     `cmd:"" help:"List the sources with their clauses, and the rules by topic."`
	Show     guidelinesShow     `cmd:"" help:"Show a clause, a rule, a question or a point where sources differ."`
	Coverage guidelinesCoverage `cmd:"" help:"Show what is done about each clause; exit 1 when nothing is done about one."`
	Test     guidelinesTest     `cmd:"" help:"Run the examples of every rule."`
}

// pageFlags are what every one of these commands takes.
type pageFlags struct {
	Format string `default:"text" placeholder:"text" complete:"listing" help:"How to answer: text or json."`
	Width  int    `placeholder:"80" help:"Columns to write in; otherwise as wide as the terminal."`
}

// answer writes a value as JSON, or a page as text.
func (f pageFlags) answer(a *app, value any, write func(*prose)) error {
	if err := oneOf("--format", f.Format, listings()...); err != nil {
		return err
	}
	if f.Format == "json" {
		return writeJSON(a.stdout, value)
	}
	p := &prose{width: a.pageWidth(f.Width)}
	write(p)
	_, err := io.WriteString(a.stdout, p.String())
	return err
}

// listings are the ways to show a page.
func listings() []string { return []string{"text", "json"} }

func writeJSON(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(value)
}

// readSource reads the pack that this program carries, or the one in a folder, laid over it where it is an overlay.
func readSource(dir string) (*packfile.Source, error) {
	own, err := packfile.Load(packs.Sources())
	if err != nil { // the pack was tested before it was built in
		return nil, &bedside.Error{Code: bedside.CodeInternal, Message: "the guidelines inside Bedside cannot be read", Err: err}
	}
	if dir == "" {
		return own, nil
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, bedside.Errorf(bedside.CodeNotFound, "%s: there is no such folder", display(dir))
	}
	laid, err := packfile.Open(own.Pack, os.DirFS(dir))
	if err != nil {
		return nil, brokenPack(dir, err)
	}
	return &laid.Source, nil
}
