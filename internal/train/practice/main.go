// Command practice chooses the drafts of the Learn room: near-miss twins of the open part of the corpus, in which the engine's verdict is
// the label's, some of every topic, and the nine scenarios. It never reads the lock-box. The same input gives the same bytes.
//
//	go run ./internal/train/practice
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/internal/eval"
	"bedside/internal/whole"
	"bedside/packs"
	"bedside/tables"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("practice", flag.ContinueOnError)
	flags.SetOutput(stderr)
	corpus := flags.String("corpus", "corpus", "the folder that holds dev")
	examples := flags.String("examples", "examples", "the folder of the nine scenarios")
	pairs := flags.Int("pairs", 4, "how many pairs of twins a topic gets")
	out := flags.String("out", "internal/app/practice.jsonl", "the file that is written, a draft a line")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	items, err := choose(*corpus, *examples, *pairs)
	if err != nil {
		fmt.Fprintf(stderr, "practice: %v\n", err)
		return 2
	}
	var b bytes.Buffer
	lines := json.NewEncoder(&b)
	lines.SetEscapeHTML(false)
	topics := map[string]int{}
	for _, i := range items {
		topics[i.Topic]++
		if err := lines.Encode(i); err != nil {
			fmt.Fprintf(stderr, "practice: %v\n", err)
			return 1
		}
	}
	if err := whole.WriteFile(*out, b.Bytes(), 0o644); err != nil {
		fmt.Fprintf(stderr, "practice: %v\n", err)
		return 1
	}
	fmt.Fprintf(stdout, "%s: %d drafts, by topic %v\n", *out, len(items), topics)
	return 0
}

// checker answers drafts as the application does.
func checker() (func(bedside.Draft) (*bedside.Result, error), error) {
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: tables.Reader(), Version: "practice"})
	if err != nil {
		return nil, err
	}
	day := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	return func(d bedside.Draft) (*bedside.Result, error) {
		asOf := d.Time.Time
		if asOf.IsZero() {
			asOf = day
		}
		return e.Check(d, asOf)
	}, nil
}

func choose(corpus, examples string, pairs int) ([]item, error) {
	check, err := checker()
	if err != nil {
		return nil, err
	}
	scenarios, err := scenariosIn(os.DirFS(examples), check)
	if err != nil {
		return nil, err
	}
	set, err := eval.ReadDev(os.DirFS(corpus))
	if err != nil {
		return nil, err
	}
	twins, err := twinsOf(set.Records, check, pairs)
	return append(scenarios, twins...), err
}
