// Command picture shows a real check in README.md: it checks examples/s3-rare.json as `bedside check` does, draws what a
// terminal would show as docs/check.svg, and puts the same words between the markers in README.md. `make generate` runs
// it after the pack and the tables are compiled, so that the page never shows what the command does not.
package main

import (
	"bytes"
	"log"
	"os"
	"path/filepath"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/packs"
	"bedside/render"
	"bedside/tables"
)

const width = 84

func main() {
	log.SetFlags(0)
	log.SetPrefix("picture: ")
	if err := run("."); err != nil {
		log.Fatal(err)
	}
}

func run(root string) error {
	d, r, err := check(filepath.Join(root, "examples", "s3-rare.json"))
	if err != nil {
		return err
	}
	var coloured, words bytes.Buffer
	if err := render.Text(&coloured, d, r, render.TextOptions{Width: width, Color: true}); err != nil {
		return err
	}
	if err := render.Text(&words, d, r, render.TextOptions{Width: width}); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(root, "docs", "check.svg"), draw(coloured.String()), 0o644); err != nil {
		return err
	}
	return between(filepath.Join(root, "README.md"), words.Bytes())
}

func check(file string) (bedside.Draft, *bedside.Result, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return bedside.Draft{}, nil, err
	}
	d, err := bedside.DecodeDraft(b)
	if err != nil {
		return d, nil, err
	}
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: tables.Reader(), Version: "picture"})
	if err != nil {
		return d, nil, err
	}
	r, err := e.Check(d, time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC))
	return d, r, err
}

// between replaces what stands between the markers of a page.
func between(page string, words []byte) error {
	b, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	const begin, end = "<!-- check -->\n", "<!-- /check -->"
	before, rest, ok := bytes.Cut(b, []byte(begin))
	_, after, ok2 := bytes.Cut(rest, []byte(end))
	if !ok || !ok2 {
		log.Fatal(page, ": the markers are gone")
	}
	out := bytes.Join([][]byte{before, []byte(begin + "```text\n"), words, []byte("```\n" + end), after}, nil)
	return os.WriteFile(page, out, 0o644)
}
