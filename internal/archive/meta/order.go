package meta

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"bedside/internal/archive/stream"
)

// Order brings the files of an export into the order in which they are read: by name, but the files of a conversation
// from the last number to the first, because platforms number them from the newest.
func Order(files []string) {
	slices.SortFunc(files, func(a, b string) int {
		c := cmp.Or(stream.Compare(path.Dir(a), path.Dir(b)), stream.Compare(a, b))
		if path.Dir(a) == path.Dir(b) && numbered(a) && numbered(b) {
			return -c
		}
		return c
	})
}

// numbered reports whether a file is one of those that a conversation is split into.
func numbered(name string) bool { return strings.HasPrefix(path.Base(name), "message_") }
