package youtube

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"bedside/internal/archive/rows"
)

// columns says which column of a table holds what; -1 for none.
type columns struct{ id, time, video, post, text, parent, top int }

// looked is how many rows are looked at to tell columns apart.
const looked = 200

// find tells the columns of a file, first by their English names, else by what they hold. Whatever the language, a table of
// comments has a column of channels, one of times and one of texts, each told by its form.
func find(fsys fs.FS, name string) (columns, bool) {
	if !strings.EqualFold(path.Ext(name), ".csv") {
		return columns{}, false
	}
	f, err := fsys.Open(name)
	if err != nil {
		return columns{}, false
	}
	defer f.Close()
	t, err := rows.New(f)
	if err != nil {
		return columns{}, false
	}
	if c, ok := named(t.Columns); ok {
		return c, true
	}
	return told(sample(t))
}

// named knows the English names of comments and live chats; spelling has changed in nothing but capitals.
func named(names []string) (columns, bool) {
	c := columns{-1, -1, -1, -1, -1, -1, -1}
	channel := false
	for i, name := range names {
		switch strings.ToLower(name) {
		case "comment id", "live chat id":
			c.id = i
		case "comment create timestamp", "live chat create timestamp":
			c.time = i
		case "comment text", "live chat text":
			c.text = i
		case "parent comment id":
			c.parent = i
		case "top-level comment id":
			c.top = i
		case "video id":
			c.video = i
		case "post id":
			c.post = i
		case "channel id":
			channel = true
		}
	}
	return c, channel && c.id >= 0 && c.time >= 0 && c.text >= 0 && (c.video >= 0 || c.post >= 0)
}

// sample reads the first rows.
func sample(t *rows.Table) [][]string {
	var out [][]string
	for len(out) < looked {
		row, err := t.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return out
		}
		out = append(out, row.Cells)
	}
	return out
}

// form is what a cell looks like.
type form int

const (
	empty form = iota
	other
	channelID // UC… of 24 letters
	commentID // Ug… for comments, long and without a rule for chats
	videoID   // eleven letters
	postID    // Ugkx…
	timestamp
	richText // {"text":…}
)

func formOf(cell string) form {
	switch {
	case cell == "":
		return empty
	case strings.HasPrefix(cell, "{"):
		if _, pieces := plain(cell); pieces {
			return richText
		}
		return other
	case !when(cell).IsZero():
		return timestamp
	case !plainID(cell):
		return other
	case len(cell) == 11:
		return videoID
	case len(cell) == 24 && strings.HasPrefix(cell, "UC"):
		return channelID
	case strings.HasPrefix(cell, "Ugkx"):
		return postID
	case strings.HasPrefix(cell, "Ug"), len(cell) > 20:
		return commentID
	}
	return other
}

// plainID reports whether a cell has the letters of ids only; a reply's id has a point in the middle.
func plainID(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '-', c == '_', c == '.', c == '=':
		default:
			return false
		}
	}
	return true
}

// told finds the columns by the forms of their cells. Of the columns with ids of comments, the one without gaps is the
// comment's own; the others are the parent and the comment at the top, in this order.
func told(cells [][]string) (columns, bool) {
	c := columns{-1, -1, -1, -1, -1, -1, -1}
	channel := false
	for i := range width(cells) {
		f, full := formOfColumn(cells, i)
		switch {
		case f == channelID:
			channel = true
		case f == timestamp:
			first(&c.time, i)
		case f == richText:
			first(&c.text, i)
		case f == videoID:
			first(&c.video, i)
		case f == postID:
			first(&c.post, i)
		case f == commentID && full && c.id < 0:
			c.id = i
		case f == commentID && c.parent < 0:
			c.parent = i
		case f == commentID:
			first(&c.top, i)
		}
	}
	return c, channel && c.id >= 0 && c.time >= 0 && c.text >= 0 && (c.video >= 0 || c.post >= 0)
}

func first(at *int, i int) {
	if *at < 0 {
		*at = i
	}
}

func width(cells [][]string) int {
	most := 0
	for _, row := range cells {
		most = max(most, len(row))
	}
	return most
}

// formOfColumn is the form that all filled cells of a column share, and whether all are filled.
func formOfColumn(cells [][]string, i int) (f form, full bool) {
	full = true
	for _, row := range cells {
		cell := empty
		if i < len(row) {
			cell = formOf(row[i])
		}
		switch {
		case cell == empty:
			full = false
		case f == empty:
			f = cell
		case f != cell:
			return other, full
		}
	}
	return f, full
}
