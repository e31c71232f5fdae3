package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"bedside/internal/eval"
	"bedside/internal/train/learn"
	"bedside/internal/whole"
	"bedside/read"
	"bedside/tables"
)

// sample is a draft as fit.py reads it.
type sample struct {
	Key      string   // of the pieces: read.Key
	Pieces   []uint16 // by their place in the vocabulary
	Heads    []int    // learn.Label of each
	Any      int      // whether it should be sent back at all
	Fold     int
	Ordinary bool
	Margins  []float64 // what the first stage says of it, without its writer: to compare
}

// samples writes the vocabulary, the drafts and the posts of timelines.
func samples(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("samples", flag.ContinueOnError)
	flags.SetOutput(stderr)
	corpus := flags.String("corpus", "corpus", "the folder that holds dev and timelines")
	shared := flags.String("shared", "../shared", "the folder with the public data")
	model := flags.String("model", "", "the folder of MiniLM, with its vocab.txt; without it the vocabulary is that of the shipped reader")
	out := flags.String("out", ".", "the folder that samples.jsonl, stories.jsonl and pieces.json are written to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	set, err := eval.ReadDev(os.DirFS(*corpus))
	if err != nil {
		return err
	}
	if n, where := set.Unreadable(); n > 0 {
		return fmt.Errorf("the corpus has %d lines that are no labelled drafts, the first at %s", n, where[0])
	}
	material, err := learn.Open(set.Records, os.DirFS(*shared))
	if err != nil {
		return err
	}
	pieces, err := vocabulary(*model, material)
	if err != nil {
		return err
	}
	words := read.NewVocabulary(pieces)
	all := material.Samples(words)
	if err := writeStories(filepath.Join(*out, "stories.jsonl"), *corpus, material, words); err != nil {
		return err
	}
	if err := writeJSON(filepath.Join(*out, "pieces.json"), pieces); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%d pieces, %d drafts\n", len(pieces), len(all))
	return whole.WriteFile(filepath.Join(*out, "samples.jsonl"), lines(all), 0o644)
}

// vocabulary is that of the shipped reader, or is chosen from MiniLM's. A kept one keeps the answers' keys.
func vocabulary(model string, material *learn.Material) ([]string, error) {
	if model == "" {
		m, err := read.Load(tables.Reader())
		if err != nil {
			return nil, err
		}
		if m.Second() == nil {
			return nil, errors.New("the shipped reader has no encoder: say where MiniLM is with -model FOLDER")
		}
		return m.Second().Words().Words(), nil
	}
	own, err := os.ReadFile(filepath.Join(model, "vocab.txt"))
	if err != nil {
		return nil, err
	}
	return choose(strings.Split(strings.TrimSpace(string(own)), "\n"), material), nil
}

func lines(all []learn.Sample) []byte {
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	margins := learn.Margins(all)
	for i := range all {
		s := &all[i]
		line := sample{fmt.Sprintf("%016x", read.Key(s.Pieces)), s.Pieces, nil, int(s.Any), learn.Fold(s.Group), s.IsOrdinary(), margins[i][:]}
		for _, l := range s.Heads {
			line.Heads = append(line.Heads, int(l))
		}
		_ = to.Encode(line) // numbers into memory: neither fails
	}
	return b.Bytes()
}

func writeJSON(file string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return whole.WriteFile(file, b, 0o644)
}
