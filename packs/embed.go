// Package packs holds the default guideline pack: as people write it (YAML, in the folders here) and compiled (pack.json).
// It decides nothing; package pack reads what Default returns, internal/packfile what Sources returns.
package packs

import (
	"embed"
	"io/fs"
)

//go:generate go run bedside/internal/packfile/compile -dir .

//go:embed pack.json
var compiled string

//go:embed pack.yaml carried.yaml bodies law rules questions
var sources embed.FS

// Default returns the compiled default pack.
func Default() []byte { return []byte(compiled) }

// Sources returns the default pack as it is written, examples included.
func Sources() fs.FS { return sources }
