// Package pdf reads PDF files: the words of their pages, what they tell of their authors, and the pictures inside.
//
// It finds objects by reading a file from end to end, so that files with a broken table are read too. Every loop is bounded, and
// stops with its context. It opens files that are locked without a password, runs nothing that a file brings, and opens no file
// inside. Start with [Read].
package pdf

import (
	"context"
	"errors"
	"maps"
	"strings"
	"unicode/utf16"

	"bedside/media/metadata"
)

// Document is what was found in a file.
type Document struct {
	Pages    int
	Lines    []Line
	Embedded bool // files inside
	Unread   bool // words in fonts that do not say what they mean
	Earlier  bool // an earlier version of the document is still in the file
	Whole    bool // nothing was left out for its size or its number, or could not be read
}

// Line is a line of words on a page.
type Line struct {
	Page int // from 1
	Text string
}

// The two ways in which a file cannot be read.
var (
	ErrDamaged = errors.New("no page could be found")
	ErrLocked  = errors.New("the file asks for a password")
)

// Limits of what is read.
const (
	maxPages    = 1000
	maxPictures = 60
	maxLines    = 40_000
)

// Read reads a file. Look is called for each picture, so that only one is held at a time.
func Read(ctx context.Context, b []byte, c *metadata.Collector, look func(Picture)) (*Document, error) {
	f := open(ctx, b)
	if f.locked() {
		return nil, ErrLocked
	}
	pages := f.pages()
	if len(pages) == 0 {
		return nil, ErrDamaged
	}
	f.tell(c)
	f.whole = f.whole && f.words > 0
	d := &Document{Pages: len(pages), Earlier: f.twice}
	r := &reading{f: f, d: d, look: look, fonts: map[any]*font{}, shown: map[ref]bool{}, left: maxOperators}
	for i, page := range pages {
		if ctx.Err() != nil || r.left <= 0 {
			f.whole = false
			break
		}
		r.page(i+1, page)
	}
	r.besides()
	if d.Earlier {
		c.Field("PDF:PreviousVersion")
	}
	d.Whole = f.whole
	return d, nil
}

// reading is one document as its pages are read.
type reading struct {
	f        *file
	d        *Document
	look     func(Picture)
	fonts    map[any]*font
	shown    map[ref]bool
	pictures int
	pixels   int
	left     int
}

// page reads the words of a page, and hands out its pictures.
func (r *reading) page(n int, page dict) {
	var content []byte
	for _, part := range r.f.list(page, "Contents") {
		if s, ok := r.f.resolve(part).(stream); ok && len(content) < maxStream {
			content = append(append(content, r.f.unpack(s)...), '\n')
		}
	}
	w := &writing{f: r.f, fonts: r.fonts, left: r.left, state: state{page: identity(), scale: 1}, text: identity(), row: identity()}
	w.draw(content, r.f.dict(page["Resources"]), 0)
	w.newline()
	r.left = w.left
	r.d.Unread = r.d.Unread || w.unread
	for _, line := range w.out {
		r.line(n, line)
	}
	for _, a := range r.f.array(page["Annots"]) {
		r.annotation(n, r.f.dict(a))
	}
	for _, s := range w.pictures {
		r.picture(n, s)
	}
}

func (r *reading) line(page int, text string) {
	if len(r.d.Lines) >= maxLines {
		r.f.whole = false
		return
	}
	r.d.Lines = append(r.d.Lines, Line{page, text})
}

// annotation reads a note, or what stands in a field of a form.
func (r *reading) annotation(page int, d dict) {
	for _, key := range []name{"Contents", "V"} {
		if s, ok := r.f.resolve(d[key]).(text); ok {
			if words := strings.Join(strings.Fields(decoded(s)), " "); words != "" {
				r.line(page, words)
			}
		}
	}
}

// besides notes the files inside.
func (r *reading) besides() {
	for _, id := range r.f.order {
		switch o := r.f.objects[id].(type) {
		case dict:
			r.d.Embedded = r.d.Embedded || o["EF"] != nil
		case stream:
			r.d.Embedded = r.d.Embedded || o.dict["Type"] == name("EmbeddedFile")
		}
	}
}

// pages gives the pages in their order; where the tree of pages is broken, as they stand in the file. What a page does not say
// itself, the branches above it say.
func (f *file) pages() []dict {
	var out []dict
	seen := map[ref]bool{}
	var walk func(o any, resources any, depth int)
	walk = func(o, resources any, depth int) {
		if id, ok := o.(ref); ok {
			if seen[id] {
				return
			}
			seen[id] = true
		}
		d := f.dict(o)
		if d == nil || depth > maxDepth || len(out) >= maxPages {
			f.whole = f.whole && d == nil
			return
		}
		if own := d["Resources"]; own != nil {
			resources = own
		}
		if kids := f.array(d["Kids"]); kids != nil {
			for _, kid := range kids {
				walk(kid, resources, depth+1)
			}
			return
		}
		page := maps.Clone(d)
		page["Resources"] = resources
		out = append(out, page)
	}
	if root := f.dict(f.dict(f.trailer["Root"])["Pages"]); root != nil {
		walk(f.dict(f.trailer["Root"])["Pages"], nil, 0)
	}
	for _, id := range f.order {
		if d, ok := f.objects[id].(dict); ok && len(out) == 0 && d["Type"] == name("Page") {
			walk(id, nil, 0)
		}
	}
	return out
}

// tell notes what a file says of itself.
func (f *file) tell(c *metadata.Collector) {
	info := f.dict(f.trailer["Info"])
	value := func(key name) string {
		s, _ := f.resolve(info[key]).(text)
		return decoded(s)
	}
	c.Owner("PDF:Author", value("Author"))
	for _, key := range []name{"Title", "Subject", "Keywords"} {
		c.Words("PDF:"+string(key), value(key))
	}
	for _, key := range []name{"Creator", "Producer"} {
		if value(key) != "" {
			c.Field("PDF:" + string(key))
		}
	}
	c.Time("PDF:CreationDate", day(value("CreationDate")), metadata.Created)
	c.Time("PDF:ModDate", day(value("ModDate")), metadata.Modified)
	if s, ok := f.resolve(f.dict(f.trailer["Root"])["Metadata"]).(stream); ok {
		c.XMP(f.unpack(s))
	}
}

// decoded reads a string: UTF-16 or UTF-8 where its first bytes say so, else an alphabet that is nearly that of Windows.
func decoded(s text) string {
	switch {
	case strings.HasPrefix(string(s), "\xfe\xff"):
		return utf16Of(s[2:])
	case strings.HasPrefix(string(s), "\xff\xfe"):
		var units []uint16
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])|uint16(s[i+1])<<8)
		}
		return string(utf16.Decode(units))
	case strings.HasPrefix(string(s), "\xef\xbb\xbf"):
		return string(s[3:])
	}
	var out strings.Builder
	for _, c := range []byte(s) {
		out.WriteString(windows(c))
	}
	return out.String()
}

// day writes "D:20240312211405+01'00'" as EXIF writes a time.
func day(s string) string {
	d := strings.TrimPrefix(s, "D:")
	digits := 0
	for digits < len(d) && d[digits] >= '0' && d[digits] <= '9' {
		digits++
	}
	if digits < 8 {
		return s
	}
	out := d[:4] + ":" + d[4:6] + ":" + d[6:8]
	if digits >= 14 {
		out += " " + d[8:10] + ":" + d[10:12] + ":" + d[12:14] + strings.TrimSuffix(strings.ReplaceAll(d[14:], "'", ":"), ":")
	}
	return out
}
