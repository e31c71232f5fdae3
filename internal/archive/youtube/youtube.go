// Package youtube reads the comments and live chats that Google Takeout hands out as CSV files. Names of files and columns
// are in the account's language, so both are told by what the cells hold. It never reads what others wrote, which is not in
// there. Start at Format.
package youtube

import (
	"bytes"
	"context"
	"io/fs"
	"path"
	"strings"
	"time"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/rows"
)

// Format reads exports of YouTube.
type Format struct{}

// Name returns youtube.
func (Format) Name() string { return "youtube" }

// Recognize reports whether a folder holds a table of comments or live chats.
func (Format) Recognize(fsys fs.FS) bool {
	return archive.Look(fsys, ".", func(name string) bool { return isTable(fsys, name) || isPage(fsys, name) }, ".csv", ".html")
}

// Read hands out the comments and chats.
func (Format) Read(ctx context.Context, fsys fs.FS, out *archive.Import) error {
	pages := 0
	for _, name := range files(fsys) {
		if isPage(fsys, name) {
			pages++
		}
		c, ok := find(fsys, name)
		if !ok {
			continue
		}
		err := rows.File(fsys, name, out, func(row rows.Row) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return add(out, name, c, row)
		})
		if err != nil {
			return err
		}
	}
	if pages > 0 {
		return bedside.Errorf(bedside.CodeInvalid, "these comments are web pages, which cannot be read; ask Google Takeout for YouTube comments again: it hands out tables (CSV) now")
	}
	return nil
}

// files lists the tables and pages of a folder.
func files(fsys fs.FS) []string { return archive.List(fsys, ".", ".csv", ".html") }

func isTable(fsys fs.FS, name string) bool {
	_, ok := find(fsys, name)
	return ok
}

// isPage reports whether a file is one of the pages that Takeout handed out until 2023: a list of links to comments.
func isPage(fsys fs.FS, name string) bool {
	if !strings.EqualFold(path.Ext(name), ".html") {
		return false
	}
	f, err := fsys.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 1<<14)
	n, _ := f.Read(head)
	return bytes.Contains(head[:n], []byte("youtube.com/watch?v=")) && bytes.Contains(head[:n], []byte("&lc=")) ||
		bytes.Contains(head[:n], []byte("youtube.com/watch?v=")) && bytes.Contains(head[:n], []byte("&amp;lc="))
}

// add hands out one comment.
func add(out *archive.Import, file string, c columns, row rows.Row) error {
	id := row.Cell(c.id)
	kind := "comment"
	if row.Cell(c.parent) != "" || isComment(id) && strings.Contains(id, ".") { // a reply's id is that of the comment, a point and its own
		kind = "reply"
	}
	item := archive.Published("youtube", kind, id)
	item.File, item.URL, item.Thread = file, link(row.Cell(c.video), row.Cell(c.post), id), thread(row, c)
	item.Draft.Text, _ = plain(row.Cell(c.text))
	item.Draft.Time.Time = when(row.Cell(c.time))
	item.Draft.Account.Audience = "public"
	return out.Add(item)
}

// thread is the comment at the top; under a video or a post, people who do not know each other talk side by side.
func thread(row rows.Row, c columns) string {
	for _, id := range []string{row.Cell(c.top), row.Cell(c.parent), row.Cell(c.id)} {
		if isComment(id) {
			first, _, _ := strings.Cut(id, ".")
			return "youtube-comment-" + first
		}
	}
	return ""
}

// isComment knows the ids of comments; those of live chats look otherwise.
func isComment(id string) bool { return strings.HasPrefix(id, "Ug") }

func link(video, post, id string) string {
	switch {
	case video != "":
		return "https://www.youtube.com/watch?v=" + video + "&lc=" + id
	case post != "":
		return "https://www.youtube.com/post/" + post + "?lc=" + id
	}
	return ""
}

func when(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02 15:04:05 UTC", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}
