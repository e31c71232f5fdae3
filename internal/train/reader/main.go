// Command reader trains the learned reader (package read) on the open part of the corpus and, as posts that nobody would
// send back, on the open half of the Broad Twitter Corpus and the training parts of WNUT-17 and Tweebank-NER. It never reads the lock-box. The same input gives the same
// bytes. The encoder, the reader's second stage, is kept as it is (internal/train/encoder makes it). It prints what each head is worth on writers that it never saw.
//
//	go run ./internal/train/reader -shared ../shared
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"

	"bedside/internal/eval"
	"bedside/internal/train/learn"
	"bedside/internal/whole"
	"bedside/read"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("reader", flag.ContinueOnError)
	flags.SetOutput(stderr)
	corpus := flags.String("corpus", "corpus", "the folder that holds dev")
	shared := flags.String("shared", "../shared", "the folder with the public data")
	said := flags.String("answers", "eval/answers.bin", "what encoders that never saw a draft's writer said of it")
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
	encoder, kept, answers, err := second(*out, *said)
	if err != nil {
		fmt.Fprintf(stderr, "reader: %v\n", err)
		return 2
	}
	samples, err := gather(set.Records, os.DirFS(*shared), encoder.Words())
	if err != nil {
		fmt.Fprintf(stderr, "reader: %v\n", err)
		return 2
	}
	judged, margins := samples, learn.Margins(samples)
	if encoder != nil {
		judged, margins = answers.Mixed(samples, margins, encoder)
	}
	thresholds := learn.Calibrate(judged, margins)
	learn.Report(stdout, judged, margins, thresholds)
	stored := append(learn.Train(samples, thresholds), kept...)
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

// gather reads all material through the first tier.
func gather(records []eval.Record, shared fs.FS, words *read.Vocabulary) ([]learn.Sample, error) {
	m, err := learn.Open(records, shared)
	if err != nil {
		return nil, err
	}
	return m.Samples(words), nil
}

// second is the second stage of the model that is to be written anew, as it is and as it is stored, and what encoders that never saw who
// wrote a draft said of it; nil where there is none.
func second(out, said string) (s *read.Second, stored []byte, answers learn.Answers, err error) {
	b, err := os.ReadFile(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil, nil
	}
	if err != nil {
		return nil, nil, nil, err
	}
	if _, stored, err = read.CutSecond(b); err != nil || len(stored) == 0 {
		return nil, nil, nil, err
	}
	if s, err = read.LoadSecond(stored); err != nil {
		return nil, nil, nil, err
	}
	if b, err = os.ReadFile(said); err != nil {
		return nil, nil, nil, fmt.Errorf("%w: say where the encoder's answers are with -answers FILE", err)
	}
	answers, err = learn.ParseAnswers(b)
	return s, stored, answers, err
}
