// Package archivetest holds what every format of an archive must keep, and the ways in which its files may be broken. It is
// for tests. Start at Read and Broken.
package archivetest

import (
	"encoding/json"
	"io/fs"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bedside"
	"bedside/internal/archive"
)

// Files makes an archive of names and texts.
func Files(texts map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range texts {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// Read reads an archive with one format, and checks what holds of every import: what was found is what was read and what was
// skipped, and every item is a draft that can be decoded, under an id of its own.
func Read(tb testing.TB, format archive.Format, fsys fs.FS) ([]archive.Item, archive.Report, error) {
	tb.Helper()
	var items []archive.Item
	out := archive.NewImport(func(i archive.Item) error {
		items = append(items, i)
		return nil
	})
	err := format.Read(tb.Context(), fsys, out)
	sum := out.Report.Read
	for _, s := range out.Report.Skipped {
		sum += s.Count
	}
	if out.Report.Found != sum || out.Report.Read != len(items) {
		tb.Errorf("found %d, read %d, handed out %d, together with what was skipped %d", out.Report.Found, out.Report.Read, len(items), sum)
	}
	for _, i := range items {
		checkItem(tb, fsys, i)
	}
	return items, out.Report, err
}

func checkItem(tb testing.TB, fsys fs.FS, i archive.Item) {
	tb.Helper()
	b, err := json.Marshal(i.Draft)
	if err == nil {
		_, err = bedside.DecodeDraft(b)
	}
	if err != nil {
		tb.Errorf("%s is not a draft: %v", i.File, err)
	}
	d := i.Draft
	if d.ID == "" || !slices.Contains(bedside.Kinds(), d.Kind) || d.State == "" || d.Account.Platform == "" || d.PostedBy == "" {
		tb.Errorf("%s lacks something: kind %q, state %q, platform %q", i.File, d.Kind, d.State, d.Account.Platform)
	}
	if d.Account.Audience != "" && !slices.Contains(bedside.Audiences(), d.Account.Audience) {
		tb.Errorf("there is no audience %q", d.Account.Audience)
	}
	if len(i.Media) != len(d.Media) {
		tb.Errorf("%d media with %d files", len(d.Media), len(i.Media))
	}
	for _, name := range append([]string{i.File}, i.Media...) {
		if name != "" && archive.Existing(fsys, name) == "" {
			tb.Errorf("an item names a file that is not there")
		}
	}
}

// Texts is the words of items.
func Texts(items []archive.Item) []string {
	var out []string
	for _, i := range items {
		out = append(out, i.Draft.Text)
	}
	return out
}

func ids(items []archive.Item) []string {
	var out []string
	for _, i := range items {
		out = append(out, i.Draft.ID)
	}
	return out
}

// Skips is what was skipped, by reason.
func Skips(r archive.Report) map[string]int {
	out := map[string]int{}
	for _, s := range r.Skipped {
		out[s.Reason] += s.Count
	}
	return out
}

// Broken reads an archive with one file after the other broken in every way that a text can be, and asserts that nothing of
// a post gets into errors and reports: posts in the archive hold the word marker.
func Broken(t *testing.T, format archive.Format, fsys fstest.MapFS) {
	t.Helper()
	for name, file := range fsys {
		for how, data := range broken(path.Ext(name), string(file.Data)) {
			t.Run(name+" "+how, func(t *testing.T) {
				t.Parallel()
				changed := fstest.MapFS{}
				maps.Copy(changed, fsys)
				changed[name] = &fstest.MapFile{Data: []byte(data)}
				Check(t, format, changed)
			})
		}
	}
}

// Check recognises and reads an archive that may be broken: twice, with the same ids. An id stands for one thing: where an
// archive says something twice, it may come twice.
func Check(tb testing.TB, format archive.Format, fsys fs.FS) {
	tb.Helper()
	if !format.Recognize(fsys) {
		return
	}
	items, report, err := Read(tb, format, fsys)
	again, _, _ := Read(tb, format, fsys)
	if !slices.Equal(ids(items), ids(again)) {
		tb.Error("other ids the second time")
	}
	words := map[string]string{}
	for _, i := range items {
		if said, ok := words[i.Draft.ID]; ok && said != i.Draft.Text {
			tb.Error("an id is given to two items")
		}
		words[i.Draft.ID] = i.Draft.Text
	}
	b, _ := json.Marshal(report)
	if err != nil {
		b = append(b, err.Error()...)
	}
	if strings.Contains(string(b), "marker") {
		tb.Error("words of a post are in a report or an error")
	}
}

// broken hands out ways to break a text, with what comes of it.
func broken(extension, text string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for how, data := range map[string]string{
			"empty":           "",
			"half":            text[:len(text)/2],
			"almost whole":    text[:max(0, len(text)-2)],
			"with a mark":     "\ufeff" + text,
			"with CRLF":       strings.ReplaceAll(text, "\n", "\r\n"),
			"not UTF-8":       strings.ReplaceAll(text, "a", "\xff"),
			"zeros":           strings.Repeat("\x00", 1000),
			"no quotes":       strings.ReplaceAll(text, `"`, ""),
			"an open quote":   strings.Replace(text, `"`, "", 1),
			"a third":         text[:len(text)/3],
			"three quarters":  text[:len(text)*3/4],
			"lines cut":       strings.ReplaceAll(text, ",", "\n"),
			"quotes doubled":  strings.ReplaceAll(text, `"`, `""`),
			"numbers":         strings.ReplaceAll(text, `"`, "1"),
			"twice":           text + text,
			"markers in keys": strings.ReplaceAll(text, `":`, `marker":`),
		} {
			if !yield(how, data) {
				return
			}
		}
		if extension == ".json" || extension == ".js" {
			brokenJSON(text, yield)
		}
	}
}

func brokenJSON(text string, yield func(string, string) bool) {
	for how, data := range map[string]string{
		"texts as numbers":   strings.ReplaceAll(text, `: "`, `: 1e999, "marker": "`),
		"texts as lists":     strings.ReplaceAll(text, `: "`, `: [["x"]], "marker": "`),
		"texts as nothing":   strings.ReplaceAll(text, `: "`, `: null, "marker": "`),
		"lists as objects":   strings.NewReplacer("[", `{"a":`, "]", "}").Replace(text),
		"objects as lists":   strings.NewReplacer("{", "[", "}", "]", ":", ",").Replace(text),
		"keys twice":         strings.ReplaceAll(text, "{", `{"id":{}, "id":7, "text":[], "content":{}, `),
		"nested deep":        strings.Repeat(`{"a":[`, 20000),
		"nested in the text": strings.Replace(text, `: "`, ": "+strings.Repeat("[", 20000), 1),
		"labels in labels":   strings.ReplaceAll(text, `": "`, `": `+strings.Repeat(`{"dict":[`, 200)+`"`),
		"huge numbers":       strings.NewReplacer(`": 1`, `": 1e400`, `": 2`, `": 99999999999999999999992`).Replace(text),
		"negative numbers":   strings.ReplaceAll(text, `": 1`, `": -1`),
		"another letter":     strings.ReplaceAll(text, "_", "-"),
		"nothing":            "null",
		"an empty list":      "[]",
		"an empty object":    "{}",
	} {
		if !yield(how, data) {
			return
		}
	}
}
