// Command encoder prepares what the reader's second stage learns from, and keeps what was learned. Between the two, fit.py fits the
// encoder, with what requirements.txt lists:
//
//	go run ./internal/train/encoder samples -shared ../shared -model FOLDER    drafts as pieces of words, with labels; FOLDER has MiniLM's vocab.txt
//	python fit.py samples.jsonl pieces.json answers.0.jsonl --without 0        … and of folds 1 to 4: what encoders say of writers they never saw
//	python fit.py samples.jsonl pieces.json encoder.safetensors                the encoder that is shipped
//	go run ./internal/train/encoder store                                      rounds it into tables/reader.bin, and keeps the answers in eval/answers.bin
//
// Then internal/train/reader fits the first stage and all thresholds anew. `make train-encoder` does all of it, in two hours on two cores.
// It never reads the lock-box. The same input gives the same bytes on one kind of processor; fit.py rounds differently on another.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	commands := map[string]func([]string, io.Writer, io.Writer) error{"samples": samples, "store": store}
	if len(args) == 0 || commands[args[0]] == nil {
		fmt.Fprintln(stderr, "encoder: say what to do: samples or store")
		return 2
	}
	if err := commands[args[0]](args[1:], stdout, stderr); err != nil {
		fmt.Fprintf(stderr, "encoder %s: %v\n", args[0], err)
		return 1
	}
	return 0
}
