// Command bedside-eval measures the engine: the corpus, the nine scenarios, ordinary tweets, an n-gram baseline, and whether
// a figure fell. It is a development tool and no part of the product. make eval runs it; bedside-eval -h lists its flags.
package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/internal/eval"
	"bedside/packs"
	"bedside/tables"
)

func main() {
	e, err := world(os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bedside-eval:", err)
		os.Exit(3)
	}
	os.Exit(run(os.Args[1:], e))
}

// world is the engine that is shipped, and readers trained anew for those that it must not have seen.
func world(stdout, stderr io.Writer) (env, error) {
	first, err := engine.New(engine.Config{Tables: tables.Files(), Compile: detect.New, Pack: packs.Default(), Version: "eval"})
	if err != nil {
		return env{}, err
	}
	whole, err := first.WithReader(tables.Reader())
	if err != nil {
		return env{}, err
	}
	return env{
		check: checkBy(whole), timelines: whole, crossValidate: func(dev eval.Set, answers string) (eval.Set, func(*eval.Record) eval.Check, error) {
			return crossValidate(first, dev, answers)
		},
		commit: commit(), now: time.Now, stdout: stdout, stderr: stderr,
	}, nil
}

func checkBy(e *engine.Engine) eval.Check {
	return func(d bedside.Draft) (*bedside.Result, error) { return e.Check(d, asOf(d)) }
}

// asOf is the draft's time, else a fixed day: the same drafts give the same figures tomorrow.
func asOf(d bedside.Draft) time.Time {
	if !d.Time.IsZero() {
		return d.Time.Time
	}
	return time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
}

// commit names the state that is measured; a "+" says that files differ from it.
func commit() string {
	id, err := exec.Command("git", "rev-parse", "--short=12", "HEAD").Output()
	if err != nil {
		return "unknown"
	}
	changed, err := exec.Command("git", "status", "--porcelain").Output()
	if err != nil || len(changed) > 0 {
		return strings.TrimSpace(string(id)) + "+"
	}
	return strings.TrimSpace(string(id))
}
