package media

import (
	"bytes"
	"errors"

	"bedside"
	"bedside/media/office"
	"bedside/media/pdf"
)

// office looks at a document of an office: its words, what it tells of its author, and the pictures inside.
func (v *view) office(f File) error {
	if f.Size() > MaxStill {
		return tooLarge("The file is larger than %d MB, so it was not opened.", MaxStill>>20)
	}
	z, err := openZip(f)
	if err != nil {
		return err
	}
	d := office.Read(v.ctx, z, &v.told, func(p office.Picture) { v.inside(p.Page, p.Data) })
	for _, p := range d.Paragraphs {
		v.seen.Texts = append(v.seen.Texts, bedside.SeenText{Page: p.Page, Text: p.Text})
	}
	if d.Embedded > 0 {
		v.not("embedded", "Files inside the document were not opened.")
	}
	if !d.Whole {
		v.not("document", "Not all of the document could be read.")
	}
	return nil
}

// pdf looks at a PDF file: its words, what it tells of its author, and the pictures inside.
func (v *view) pdf(f File) error {
	b, err := whole(v.ctx, f)
	if err != nil {
		return err
	}
	d, err := pdf.Read(v.ctx, b, &v.told, v.onPage)
	switch {
	case errors.Is(err, pdf.ErrLocked):
		return unsupported("The document asks for a password, so it was not opened.")
	case err != nil && v.ctx.Err() != nil:
		return unsupported(outOfTime)
	case err != nil:
		return damaged("document")
	}
	for _, line := range d.Lines {
		v.seen.Texts = append(v.seen.Texts, bedside.SeenText{Page: line.Page, Text: line.Text})
	}
	if d.Embedded {
		v.not("embedded", "Files inside the document were not opened.")
	}
	if d.Unread {
		v.not("words", "Some words of the document are in a font that does not say what they mean. They were not read.")
	}
	if !d.Whole {
		v.not("document", "Not all of the document could be read.")
	}
	return nil
}

// onPage looks at a picture on a page.
func (v *view) onPage(p pdf.Picture) {
	switch {
	case p.Pixels != nil:
		v.recognise(newPicture(p.Pixels, 1), p.Page)
	default:
		v.inside(p.Page, p.File)
	}
}

// maxInside is how many pixels of a document's pictures are opened, all together.
const maxInside = 250_000_000

// inside looks at a picture in a document. One that cannot be opened is not an error of the document.
func (v *view) inside(page int, b []byte) {
	inner := bytes.NewReader(b)
	kind := TypeOf(inner)
	switch kind {
	case JPEG, PNG, GIF, WebP, BMP, TIFF:
	default:
		v.not("picture", "Not every picture in the document could be opened.")
		return
	}
	told := collect(kind, b)
	v.told.Merge(told)
	if width, height, err := size(kind, b); err == nil {
		v.left -= int64(width) * int64(height)
	}
	if v.left < 0 {
		v.not("size", "The document holds more pictures than are looked at.")
		return
	}
	p, err := decodeStill(v.ctx, kind, b, told.Orientation())
	if err != nil {
		v.not("picture", "Not every picture in the document could be opened.")
		return
	}
	v.recognise(p, page)
}
