// Command reader trains the learned reader (package read) on the open part of the corpus and, as posts that nobody would
// send back, on the open half of the Broad Twitter Corpus and the training parts of WNUT-17 and Tweebank-NER. It never reads the lock-box. The same input gives the same
// bytes. It prints what each head is worth on writers that it never saw.
//
//	go run ./internal/train/reader -shared ../shared
package main

import (
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/internal/eval"
	"bedside/internal/packfile"
	"bedside/internal/train/learn"
	"bedside/internal/whole"
	"bedside/packs"
	"bedside/tables"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("reader", flag.ContinueOnError)
	flags.SetOutput(stderr)
	corpus := flags.String("corpus", "corpus", "the folder that holds dev")
	shared := flags.String("shared", "../shared", "the folder with the public data")
	guidelines := flags.String("packs", "packs", "the folder with the pack whose rules get new examples; none when empty")
	out := flags.String("out", "tables/reader.bin", "the file that the weights are written to")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	set, err := openCorpus(*corpus)
	if err != nil {
		fmt.Fprintf(stderr, "reader: %v\n", err)
		return 2
	}
	samples, err := gather(set.Records, os.DirFS(*shared))
	if err != nil {
		fmt.Fprintf(stderr, "reader: %v\n", err)
		return 2
	}
	margins := learn.Margins(samples)
	thresholds := learn.Calibrate(samples, margins)
	learn.Report(stdout, samples, margins, thresholds)
	stored := learn.Train(samples, thresholds)
	if err := whole.WriteFile(*out, stored, 0o644); err != nil {
		fmt.Fprintf(stderr, "reader: %v\n", err)
		return 1
	}
	fmt.Fprintf(stdout, "%s: %d samples, %d bytes\n", *out, len(samples), len(stored))
	if *guidelines == "" {
		return 0
	}
	if err := writeExamples(*guidelines, stored, set.Records); err != nil {
		fmt.Fprintf(stderr, "reader: %v\n", err)
		return 1
	}
	fmt.Fprintf(stdout, "%s: new examples for the rules that repeat the reader\n", *guidelines)
	return 0
}

// openCorpus reads the open part of the corpus.
func openCorpus(corpus string) (eval.Set, error) {
	set, err := eval.ReadDev(os.DirFS(corpus))
	if err != nil {
		return set, err
	}
	if n, where := set.Unreadable(); n > 0 {
		return set, fmt.Errorf("the corpus has %d lines that are no labelled drafts, the first at %s", n, where[0])
	}
	return set, nil
}

func gather(records []eval.Record, shared fs.FS) ([]learn.Sample, error) {
	e, err := engine.New(engine.Config{Tables: tables.Files(), Compile: detect.New, Pack: packs.Default(), Version: "train"})
	if err != nil {
		return nil, err
	}
	src, err := packfile.Load(packs.Sources())
	if err != nil {
		return nil, err
	}
	examples, err := learn.RuleExamples(src)
	if err != nil {
		return nil, err
	}
	ordinary, err := eval.OrdinaryPosts(shared)
	if err != nil {
		return nil, fmt.Errorf("%w: say where the public data is with -shared FOLDER", err)
	}
	day := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	samples := learn.Samples(e, append(slices.Clone(records), examples...), func(d bedside.Draft) time.Time {
		if d.Time.IsZero() {
			return day
		}
		return d.Time.Time
	})
	return append(samples, learn.Ordinary(e, ordinary, day)...), nil
}
