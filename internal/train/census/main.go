// Command census compiles the table of people and places (tables/census.bin, package census) from the public statistics in ../shared and from the
// lists of our own beside this file. It never fetches anything; the same input gives the same bytes. Start at [compile].
//
//	go run ./internal/train/census -shared ../shared
package main

import (
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"

	"bedside/census"
	"bedside/internal/whole"
)

//go:embed *.tsv
var ownLists embed.FS

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run compiles and writes the table; it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("census", flag.ContinueOnError)
	flags.SetOutput(stderr)
	shared := flags.String("shared", "../shared", "the folder with the public data")
	byNames := flags.String("places", "internal/train/tables", "the folder with places_extra.txt, the by-names of places")
	out := flags.String("out", "tables/census.bin", "the file that the table is written to")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "census: no arguments are taken, got %q\n", flags.Arg(0))
		return 2
	}
	if info, err := os.Stat(*shared); err != nil || !info.IsDir() {
		fmt.Fprintf(stderr, "census: the shared data is missing: there is no folder %s. Say where it is with -shared FOLDER; the table stays as it is.\n", *shared)
		return 2
	}
	table, err := compile(inputs{shared: os.DirFS(*shared), places: os.DirFS(*byNames), own: ownLists})
	if err == nil {
		err = whole.WriteFile(*out, table, 0o644)
	}
	if err != nil {
		fmt.Fprintf(stderr, "census: %v\n", err)
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(stderr, "census: %s lacks a file that the table is made from; its SOURCE.txt files say where each comes from.\n", *shared)
		}
		return 1
	}
	describe(stdout, table)
	return 0
}

// describe prints what the table holds.
func describe(w io.Writer, table []byte) {
	t, err := census.Load(table)
	if err != nil {
		fmt.Fprintf(w, "census: %v\n", err)
		return
	}
	for level, name := range []string{census.Country: "countries", census.State: "states", census.County: "counties", census.Postcode3: "postcodes of 3", census.Postcode: "postcodes", census.Town: "towns"} {
		if first, end := t.Areas(census.Level(level)); end > first {
			fmt.Fprintf(w, "%-16s %7d\n", name, end-first)
		}
	}
	fmt.Fprintf(w, "%-16s %7d\n%-16s %7d bytes\n", "hospitals", len(t.AllHospitals(nil, 0)), "census.bin", len(table))
}
