// Command compile makes tables.bin, the stored form of the word lists and tables in the folder above, which the engine
// loads without parsing. It runs by go generate and fails with file, line and column of the first fault in a list.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"bedside/detect"
)

func main() {
	dir := flag.String("dir", ".", "the folder of the tables")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "compile tables:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	files := map[string][]byte{}
	for _, pattern := range []string{"*.txt", "concepts/*.txt"} {
		paths, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return err
		}
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			name, err := filepath.Rel(dir, path)
			if err != nil {
				return err
			}
			files[filepath.ToSlash(name)] = b
		}
	}
	d, err := detect.New(files)
	if err != nil {
		return err
	}
	stored := d.Store()
	fmt.Printf("%s, %d bytes\n", d.Sizes(), len(stored))
	temporary := filepath.Join(dir, "tables.bin.new")
	if err := os.WriteFile(temporary, stored, 0o644); err != nil {
		return err
	}
	return os.Rename(temporary, filepath.Join(dir, "tables.bin"))
}
