package stream

import (
	"cmp"
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Files lists the files of an archive that have one of the extensions, numbered ones by their number. What cannot be
// listed is left out, hidden folders and files too.
func Files(ctx context.Context, fsys fs.FS, extensions ...string) ([]string, error) {
	var out []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil, name != "." && hidden(d.Name()):
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.IsDir() && slices.Contains(extensions, strings.ToLower(path.Ext(name))):
			out = append(out, name)
		}
		return nil
	})
	slices.SortFunc(out, Compare)
	return out, err
}

// hidden reports whether a name is one of a system's own leavings.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || name == "__MACOSX" }

// Compare orders names, runs of digits by their number: posts_2 before posts_10.
func Compare(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		m, n := digits(x), digits(y)
		if m == 0 || n == 0 {
			if x[0] != y[0] {
				return cmp.Compare(x[0], y[0])
			}
			x, y = x[1:], y[1:]
			continue
		}
		p, q := strings.TrimLeft(x[:m], "0"), strings.TrimLeft(y[:n], "0")
		if c := cmp.Or(cmp.Compare(len(p), len(q)), cmp.Compare(p, q)); c != 0 {
			return c
		}
		x, y = x[m:], y[n:]
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(a, b))
}

// digits counts the digits that a string begins with.
func digits(s string) int {
	return len(s) - len(strings.TrimLeft(s, "0123456789"))
}

// Shown is a file's name as a report may hold it: folders of conversations are named after people.
func Shown(name string) string {
	parts := strings.Split(name, "/")
	for i := 1; i+1 < len(parts); i++ {
		switch parts[i-1] {
		case "inbox", "archived_threads", "filtered_threads", "message_requests", "e2ee_cutover", "your_group_messages", "broadcast":
			parts[i] = "…"
		}
	}
	return strings.Join(parts, "/")
}
