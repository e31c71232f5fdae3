// Command compile reads the guideline pack in a folder and writes it compiled, as pack.json beside it. With problems it
// writes nothing, tells each with file, line and column, and exits 1. It is run by go generate ./packs.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"bedside/internal/packfile"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("compile", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("dir", "packs", "the folder of the pack")
	if flags.Parse(args) != nil {
		return 2
	}
	src, err := packfile.Load(os.DirFS(*dir))
	if err == nil {
		err = os.WriteFile(filepath.Join(*dir, "pack.json"), packfile.Compile(src.Pack), 0o644)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	fmt.Fprintf(stdout, "%d rules, %d questions, %d examples\n", len(src.Pack.Rules), len(src.Pack.Questions), len(src.Examples))
	return 0
}
