package bluesky

import (
	"encoding/json"
	"io"
	"io/fs"
	"strings"

	"bedside/internal/archive"
)

// handle is the account's name where a document about it lies beside the repository.
func handle(fsys fs.FS, did string) string {
	if did == "" {
		return ""
	}
	for _, file := range archive.List(fsys, ".", ".json") {
		if name := named(fsys, file, did); name != "" {
			return name
		}
	}
	return ""
}

func named(fsys fs.FS, file, did string) string {
	f, err := fsys.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	var doc struct {
		ID    string   `json:"id"`
		Known []string `json:"alsoKnownAs"`
	}
	if json.NewDecoder(io.LimitReader(f, 1<<16)).Decode(&doc) != nil || doc.ID != did || len(doc.Known) == 0 {
		return ""
	}
	return strings.TrimPrefix(doc.Known[0], "at://")
}
