package archive_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
)

func TestFolderOfDrafts(t *testing.T) {
	t.Parallel()
	files := []file{
		{name: "a.txt", text: "first words\n"},
		{name: "b/one.json", text: `{"id":"j1","text":"second words","time":"2025-01-02T03:04:05Z","media":[{"path":"p.png"}]}`},
		{name: "b/p.png", text: "picture"},
		{name: "c.jsonl", text: "\ufeff" + `{"text":"third"}` + "\r\n\nnonsense marker\n" + `{"id":"j2","text":"fourth"}`},
		{name: "d.MD", text: "fifth"},
		{name: ".hidden/e.txt", text: "hidden"},
		{name: ".f.txt", text: "hidden"},
		{name: "g.json", text: `{"marker":1}`},
		{name: "h.txt", text: "\xff\xfe marker"},
		{name: "i.txt", text: ""},
		{name: "k.png", text: "picture"},
	}
	for kind, path := range everyKind(t, files...) {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			items, report, err := readAll(t, path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{"first words\n", "second words", "third", "fourth", "fifth"}, texts(items)); diff != "" {
				t.Error(diff)
			}
			var ids []string
			for _, i := range items {
				ids = append(ids, i.Draft.ID)
				if i.Draft.Time.IsZero() {
					t.Errorf("%s has no time", i.Draft.ID)
				}
			}
			if diff := cmp.Diff([]string{"a.txt", "j1", "c.jsonl:1", "j2", "d.MD"}, ids); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{"b/p.png"}, items[1].Media); diff != "" {
				t.Error(diff)
			}
			want := []archive.Skipped{{File: "c.jsonl", Reason: "not a draft", Count: 1}, {File: "g.json", Reason: "not a draft", Count: 1}, {File: "h.txt", Reason: "this looks like UTF-16; save it as UTF-8: byte 0 (line 1, column 1)", Count: 1}, {File: "i.txt", Reason: "without words or pictures", Count: 1}}
			if diff := cmp.Diff(want, report.Skipped); diff != "" {
				t.Error(diff)
			}
			if report.Found != 9 || report.Read != 5 {
				t.Errorf("found %d, read %d", report.Found, report.Read)
			}
		})
	}
}

func TestOneFileIsAnArchive(t *testing.T) {
	t.Parallel()
	items, report, err := readAll(t, write(t, "posts.jsonl", []byte(`{"text":"a"}`+"\n"+`{"text":"b"}`)))
	if err != nil || report.Read != 2 || items[1].Draft.ID != "posts.jsonl:2" {
		t.Errorf("got %v, %v", report, err)
	}
}

func TestLongLinesAreCounted(t *testing.T) {
	t.Parallel()
	long := `{"text":"` + strings.Repeat("x", bedside.MaxJSON) + `"}`
	items, report, err := readAll(t, write(t, "posts.jsonl", []byte(long+"\n"+`{"text":"b"}`+"\n"+long)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"b"}, texts(items)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]archive.Skipped{{File: "posts.jsonl", Reason: "longer than a draft may be", Count: 2}}, report.Skipped); diff != "" {
		t.Error(diff)
	}
}
