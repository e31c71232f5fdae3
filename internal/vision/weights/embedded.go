//go:build weights

package weights

import (
	"embed"
	"io/fs"
)

// The folder, not the files: what could not be fetched is left out, and the program says that it does not look for it.
//
//go:embed data
var data embed.FS //nolint:gochecknoglobals // go:embed has no other form; nobody changes it

func open(name string) ([]byte, bool) {
	b, err := data.ReadFile("data/" + name)
	return b, err == nil
}

func has(name string) bool {
	_, err := fs.Stat(data, "data/"+name)
	return err == nil
}
