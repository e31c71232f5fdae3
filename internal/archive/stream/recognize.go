package stream

import (
	"encoding/json"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

const (
	mostFolders = 300 // that are looked into
	mostFiles   = 40  // that are named of one folder
	mostValues  = 24  // that are read of one file
	mostBytes   = 1 << 20
)

// Near lists files with an extension that lie at the top of an archive or not far below: in folders for which deeper says
// so, from the top down, and of each folder a limited number.
func Near(fsys fs.FS, deeper func(folder string) bool, extensions ...string) []string {
	var out []string
	folders := []string{"."}
	for i := 0; i < len(folders) && i < mostFolders; i++ {
		entries, _ := fs.ReadDir(fsys, folders[i])
		named := 0
		for _, e := range entries {
			name := path.Join(folders[i], e.Name())
			switch {
			case hidden(e.Name()):
			case e.IsDir():
				if deeper(name) {
					folders = append(folders, name)
				}
			case named < mostFiles && slices.Contains(extensions, strings.ToLower(path.Ext(name))):
				named++
				out = append(out, name)
			}
		}
	}
	return out
}

// First hands out the first values of a file until one of them is enough. That a file cannot be read does not matter.
func First(fsys fs.FS, name string, enough func(keys []string, raw json.RawMessage) bool) {
	f, err := fsys.Open(name)
	if err != nil {
		return
	}
	defer f.Close()
	values := 0
	_ = Walk(io.LimitReader(f, mostBytes), func(keys []string, raw json.RawMessage) error {
		if values++; enough(keys, raw) || values == mostValues {
			return ErrStop
		}
		return nil
	})
}
