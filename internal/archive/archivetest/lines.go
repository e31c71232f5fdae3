package archivetest

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bedside/internal/archive"
)

// Recognized reads an archive that the format must recognise and read without an error.
func Recognized(tb testing.TB, format archive.Format, texts map[string]string) ([]archive.Item, archive.Report) {
	tb.Helper()
	fsys := Files(texts)
	if !format.Recognize(fsys) {
		tb.Fatal("the archive is not recognised")
	}
	items, report, err := Read(tb, format, fsys)
	if err != nil {
		tb.Fatal(err)
	}
	return items, report
}

// Lines writes items as tests compare them: kind, time, audience where there is one, and words, with what else an item
// has in brackets.
func Lines(items []archive.Item) []string {
	var out []string
	for _, i := range items {
		d := i.Draft
		line := []string{d.Kind}
		if !d.Time.IsZero() {
			line = append(line, d.Time.UTC().Format("2006-01-02T15:04:05"))
		}
		if d.Account.Audience != "" {
			line = append(line, d.Account.Audience)
		}
		out = append(out, strings.Join(line, " ")+": "+d.Text+extras(i))
	}
	return out
}

// extras writes what an item has besides words.
func extras(i archive.Item) string {
	var out strings.Builder
	d := i.Draft
	for _, x := range []struct{ name, value string }{{"answers", d.Context.ReplyTo.Text}, {"url", i.URL}, {"action", d.Action}} {
		if x.value != "" {
			fmt.Fprintf(&out, " [%s %s]", x.name, x.value)
		}
	}
	for k, m := range d.Media {
		fmt.Fprintf(&out, " [media %q %q]", i.Media[k], m.Caption)
	}
	if d.PostedBy != "self" {
		fmt.Fprintf(&out, " [by %s]", d.PostedBy)
	}
	return out.String()
}

// Reasons writes what was skipped, in order: how often, where and why.
func Reasons(r archive.Report) []string {
	var out []string
	for _, s := range r.Skipped {
		out = append(out, fmt.Sprintf("%d %s: %s", s.Count, s.File, s.Reason))
	}
	slices.Sort(out)
	return out
}

// Put adds a file of a name that may be none: fuzzing says whatever it likes. Names of files may be told, and so hold no marker.
func Put(fsys fstest.MapFS, name, text string) {
	if fs.ValidPath(name) && name != "." && fsys[name] == nil && !strings.Contains(name, "marker") {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
}
