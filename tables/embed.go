// Package tables holds the word lists and compact tables that the engine reads, as they are committed: plain text, one entry a line.
// It never parses them and never reads a file at run time. The concept lists (concepts/*.txt) are written by hand in the language of
// docs/adr/0003-word-lists.md, and so are the sets of words that scanners ask for (sets.txt); the others are compiled by internal/train/tables. tables.bin is all of them in the form that is
// loaded without parsing, made by go generate; tagger.bin is weights of the name tagger, census.bin figures of people and places. Start at [Stored].
package tables

import (
	"embed"
	"io/fs"
)

//go:generate go run bedside/tables/compile -dir .

//go:embed tables.bin
var stored string

//go:embed reader.bin
var reader string

//go:embed tagger.bin
var tagger string

//go:embed census.bin
var census string

//go:embed *.txt concepts/*.txt
var sources embed.FS

// Stored returns the tables in the form that the engine loads without parsing, under the names it knows them by: the lists,
// the weights of the name tagger (package detect/tagger), trained by internal/train/tagger, and the figures of people and places (package census), compiled by
// internal/train/census.
func Stored() map[string][]byte {
	return map[string][]byte{"tables.bin": []byte(stored), "tagger.bin": []byte(tagger), "census.bin": []byte(census)}
}

// Reader returns the weights of the learned reader (package read), trained by internal/train/reader. The bytes are a copy.
func Reader() []byte { return []byte(reader) }

// Files returns every table by its path relative to this folder ("words.txt", "concepts/people.txt", "tagger.bin").
// The bytes are copies: the caller owns them.
func Files() map[string][]byte {
	files := map[string][]byte{"tagger.bin": []byte(tagger), "census.bin": []byte(census)}
	for _, pattern := range []string{"*.txt", "concepts/*.txt"} {
		paths, err := fs.Glob(sources, pattern)
		if err != nil {
			panic("tables: glob " + pattern + ": " + err.Error())
		}
		for _, path := range paths {
			content, err := sources.ReadFile(path)
			if err != nil {
				panic("tables: read " + path + ": " + err.Error())
			}
			files[path] = content
		}
	}
	return files
}
