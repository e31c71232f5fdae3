// Package office reads the documents of word processors, slides and spreadsheets: their words, with notes and comments, what they
// tell of their authors, and the pictures inside.
//
// It reads the zipped formats of Office (docx, pptx, xlsx) and OpenDocument. It unpacks no more than its limits, follows no link, and
// opens no file inside a document but pictures. Start with [Read].
package office

import (
	"archive/zip"
	"context"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"bedside/media/metadata"
)

// Document is what was found in a file.
type Document struct {
	Paragraphs []Paragraph
	Pictures   []Picture
	Embedded   int  // files inside that are no pictures
	Whole      bool // nothing was left out for its size or its number, or could not be read
}

// Paragraph is a paragraph, or a row of a sheet.
type Paragraph struct {
	Page int // of slides and sheets, from 1; 0 of what has no page
	Text string
}

// Picture is a picture inside.
type Picture struct {
	Page int
	Data []byte
}

// Limits of what is unpacked.
const (
	maxPart       = 24 << 20
	maxUnpacked   = 128 << 20
	maxPictures   = 60
	maxPicture    = 24 << 20
	maxParagraphs = 20_000
	maxText       = 2 << 20   // bytes of all paragraphs
	maxTokens     = 2_000_000 // elements and words of all parts
)

// reading is one document as it is read.
type reading struct {
	ctx    context.Context //nolint:containedctx // one call of Read
	c      *metadata.Collector
	out    *Document
	left   int64 // bytes that may yet be unpacked
	text   int
	tokens int
	owner  map[string]int // the page of each picture, where one says so
}

// Read reads a document. Look is called for each picture, so that only one is held at a time.
func Read(ctx context.Context, z *zip.Reader, c *metadata.Collector, look func(Picture)) *Document {
	r := &reading{ctx: ctx, c: c, out: &Document{Whole: true}, left: maxUnpacked, text: maxText, tokens: maxTokens, owner: map[string]int{}}
	parts := slices.Clone(z.File)
	slices.SortStableFunc(parts, func(a, b *zip.File) int { return order(a.Name) - order(b.Name) })
	shared := r.shared(parts)
	for _, part := range parts {
		if ctx.Err() != nil {
			r.out.Whole = false
			break
		}
		r.part(part, shared)
	}
	r.pictures(parts, look)
	return r.out
}

// order reads slides and sheets by their numbers, and what belongs to them behind.
func order(name string) int {
	n := number(name)
	switch {
	case strings.Contains(name, "notes"), strings.Contains(name, "omments"), strings.Contains(name, "foot"), strings.Contains(name, "end"):
		return 100_000 + n
	}
	return n
}

// number is the number of a part: slide12.xml is the twelfth.
func number(name string) int {
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	digits := strings.TrimLeft(base, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-. ")
	n, err := strconv.Atoi(digits)
	if err != nil || n > 10_000 {
		return 0
	}
	return n
}

// part reads one part of a document, if it is one that holds words.
func (r *reading) part(part *zip.File, shared []string) {
	folder, base := path.Split(part.Name)
	switch {
	case folder == "docProps/" && base == "thumbnail.jpeg", strings.HasPrefix(part.Name, "Thumbnails/"):
		r.c.Preview()
	case folder == "docProps/", part.Name == "meta.xml":
		r.properties(part)
	case strings.HasSuffix(folder, "/embeddings/"), base == "vbaProject.bin":
		r.out.Embedded++
	case strings.Contains(base, "commentAuthors"), strings.Contains(base, "person.xml"), strings.HasSuffix(folder, "/persons/"):
		r.authors(part)
	case strings.HasPrefix(folder, "xl/worksheets") && path.Ext(base) == ".xml":
		r.sheet(part, shared)
	case worded(folder, base):
		r.words(part, page(folder, base))
	}
}

// worded reports whether a part holds words that people wrote.
func worded(folder, base string) bool {
	if path.Ext(base) != ".xml" {
		return false
	}
	switch folder {
	case "word/":
		return slices.ContainsFunc([]string{"document", "header", "footer", "footnotes", "endnotes", "comments"}, func(p string) bool { return strings.HasPrefix(base, p) })
	case "ppt/slides/", "ppt/notesSlides/", "ppt/comments/", "xl/comments/", "xl/threadedComments/", "xl/drawings/", "ppt/diagrams/", "word/diagrams/", "ppt/charts/", "word/charts/", "xl/charts/":
		return true
	case "xl/":
		return strings.HasPrefix(base, "comments")
	case "":
		return base == "content.xml"
	}
	return false
}

func page(folder, base string) int {
	if strings.HasPrefix(folder, "ppt/slides/") || strings.HasPrefix(folder, "ppt/notesSlides/") {
		return number(base)
	}
	return 0
}

// open unpacks a part, up to a limit of its own and that of the whole document.
func (r *reading) open(part *zip.File, most int64) []byte {
	f, err := part.Open()
	if err != nil {
		r.out.Whole = false
		return nil
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, min(most, r.left)+1))
	r.left -= int64(len(b))
	if err != nil || int64(len(b)) > most || r.left < 0 {
		r.out.Whole = false
		b = b[:min(int64(len(b)), most)]
	}
	return b
}

// add notes a paragraph.
func (r *reading) add(page int, text string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	if r.text -= len(text); r.text < 0 || len(r.out.Paragraphs) >= maxParagraphs {
		r.out.Whole, r.text = false, 0
		return
	}
	r.out.Paragraphs = append(r.out.Paragraphs, Paragraph{page, text})
}
