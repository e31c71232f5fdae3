// Command tables compiles the compact tables that the engine is handed (tables/*.txt) from the public data in ../shared and from the lists of our
// own beside this file. It never fetches anything and never reads the corpus; the same input gives the same bytes. Start at [compile].
//
//	go run ./internal/train/tables -shared ../shared
package main

import (
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
)

//go:embed *.txt
var ownLists embed.FS

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run compiles and writes the tables; it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("tables", flag.ContinueOnError)
	flags.SetOutput(stderr)
	shared := flags.String("shared", "../shared", "the folder with the public data")
	out := flags.String("out", "tables", "the folder that the tables are written to")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "tables: no arguments are taken, got %q\n", flags.Arg(0))
		return 2
	}
	if info, err := os.Stat(*shared); err != nil || !info.IsDir() {
		fmt.Fprintf(stderr, "tables: the shared data is missing: there is no folder %s. Say where it is with -shared FOLDER.\n", *shared)
		return 2
	}
	tables, err := compile(os.DirFS(*shared), ownLists, fullSizes())
	if err != nil {
		fmt.Fprintf(stderr, "tables: %v\n", err)
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(stderr, "tables: %s lacks a file that the tables are made from; its SOURCE.txt files say where each comes from.\n", *shared)
		}
		return 1
	}
	for _, t := range tables {
		if err := writeWhole(*out, t); err != nil {
			fmt.Fprintf(stderr, "tables: %v\n", err)
			return 1
		}
		fmt.Fprintf(stdout, "%-18s %6d entries %8d bytes\n", t.name, len(t.lines), len(t.bytes()))
	}
	return 0
}
