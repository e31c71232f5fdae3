package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"

	"bedside/internal/train/learn"
	"bedside/internal/whole"
	"bedside/read"
	"bedside/read/encoder"
)

// How the encoder's answers are added to the first stage's scores, of which one is 4,096. Chosen on writers that neither had seen: asking
// wider changes nothing that is found (docs/adr/0024-encoder.md). Below is what it would add there in the middle.
var mix = read.Mix{From: -3277, Own: mixOwn, Shared: mixShared, Below: -8286}

const (
	mixOwn    = 819 // 0.2 of a score
	mixShared = 819
)

// store rounds the weights of a fitted encoder, writes them behind the reader's first stage, and keeps the answers of the others.
func store(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("store", flag.ContinueOnError)
	flags.SetOutput(stderr)
	in := flags.String("in", "encoder.safetensors", "the fitted weights")
	pieces := flags.String("pieces", "pieces.json", "the vocabulary that they were fitted with")
	to := flags.String("reader", "tables/reader.bin", "the reader that gets them as its second stage")
	kept := flags.String("answers", "eval/answers.bin", "the file that answers are kept in; the other arguments are files of answers")
	if err := flags.Parse(args); err != nil {
		return err
	}
	net, sizes, err := convert(*in)
	if err != nil {
		return err
	}
	if err := joinReader(*to, *pieces, net); err != nil {
		return err
	}
	n, err := keepAnswers(*kept, flags.Args())
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %+v, %d bytes; %s: %d drafts\n", *to, sizes, len(net), *kept, n)
	return nil
}

// convert reads fitted weights and rounds them.
func convert(in string) ([]byte, encoder.Sizes, error) {
	b, err := os.ReadFile(in)
	if err != nil {
		return nil, encoder.Sizes{}, err
	}
	fitted, err := readTensors(b)
	if err != nil {
		return nil, encoder.Sizes{}, fmt.Errorf("%s: %w", in, err)
	}
	rounded, err := encoder.Store(fitted)
	if err != nil {
		return nil, encoder.Sizes{}, fmt.Errorf("%s: %w", in, err)
	}
	return rounded, fitted.Sizes, nil
}

// joinReader writes a rounded encoder behind the reader's first stage.
func joinReader(file, pieces string, net []byte) error {
	var words []string
	b, err := os.ReadFile(pieces)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, &words); err != nil {
		return fmt.Errorf("%s: %w", pieces, err)
	}
	second, err := read.StoreSecond(mix, words, net)
	if err != nil {
		return err
	}
	if b, err = os.ReadFile(file); err != nil {
		return err
	}
	first, _, err := read.CutSecond(b)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return whole.WriteFile(file, append(bytes.Clone(first), second...), 0o644)
}

// answer is what an encoder said of a draft whose writer it never saw.
type answer struct {
	Key     string
	Outputs []float64
}

// keepAnswers writes what fit.py said of each fold in the stored form.
func keepAnswers(file string, from []string) (int, error) {
	all := learn.Answers{}
	for _, name := range from {
		b, err := os.ReadFile(name)
		if err != nil {
			return 0, err
		}
		for line := range bytes.Lines(b) {
			var a answer
			err := json.Unmarshal(line, &a)
			key, bad := strconv.ParseUint(a.Key, 16, 64)
			if err != nil || bad != nil || len(a.Outputs) != read.Outputs {
				return 0, fmt.Errorf("%s holds a line that is no answer", name)
			}
			numbers := make([]int32, len(a.Outputs))
			for i, x := range a.Outputs {
				numbers[i] = int32(x * encoder.One)
			}
			all[key] = numbers
		}
	}
	return len(all), whole.WriteFile(file, all.Store(), 0o644)
}
