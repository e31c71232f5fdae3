// Command encoder rounds the weights of a trained encoder, a safetensors file of float32 tensors, to the form that package
// read/encoder reads. The same input gives the same bytes.
//
//	go run ./internal/train/encoder -in encoder.safetensors
//
// The tensors are named piece, position (token type 0 added), norm.weight, norm.bias, output.weight, output.bias, and for each layer,
// behind "layer.0.", "layer.1." …, query, key, value, attention, attention.norm, grow, shrink and shrink.norm, each with .weight and
// .bias. Matrices have an output a row. The metadata says how many heads there are.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"bedside/internal/whole"
	"bedside/read/encoder"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("encoder", flag.ContinueOnError)
	flags.SetOutput(stderr)
	in := flags.String("in", "encoder.safetensors", "the file with the trained weights")
	out := flags.String("out", "tables/encoder.bin", "the file that the rounded weights are written to")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	sizes, n, err := convert(*in, *out)
	if err != nil {
		fmt.Fprintf(stderr, "encoder: %v\n", err)
		return 1
	}
	fmt.Fprintf(stdout, "%s: %d bytes, %+v\n", *out, n, sizes)
	return 0
}

// convert reads one file and writes the other.
func convert(in, out string) (encoder.Sizes, int, error) {
	b, err := os.ReadFile(in)
	if err != nil {
		return encoder.Sizes{}, 0, err
	}
	stored, err := readTensors(b)
	if err != nil {
		return encoder.Sizes{}, 0, fmt.Errorf("%s: %w", in, err)
	}
	rounded, err := encoder.Store(stored)
	if err != nil {
		return encoder.Sizes{}, 0, fmt.Errorf("%s: %w", in, err)
	}
	return stored.Sizes, len(rounded), whole.WriteFile(out, rounded, 0o644)
}
