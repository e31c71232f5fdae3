package media

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	"io"

	"bedside"
	"bedside/media/metadata"
)

// Look tells what can be seen in a file. What is beyond the limits, of a type that cannot be opened, or not reached before the
// context ended, is in NotChecked; a file that is damaged is an error with the code invalid.
func Look(ctx context.Context, f File, r Recognisers) (*bedside.Seen, error) {
	v := &view{ctx: ctx, r: r, seen: &bedside.Seen{Type: TypeOf(f), Bytes: f.Size()}, left: maxInside}
	if f.Size() > MaxBytes {
		v.not("size", tooLarge("The file is larger than %d GB, so it was not opened.", MaxBytes>>30).Message)
		return v.seen, nil
	}
	if err := v.hash(f); err != nil {
		return nil, err
	}
	if err := v.look(f); err != nil {
		if err := v.lacking(err); err != nil {
			return nil, err
		}
	}
	v.seen.Metadata = v.told.Metadata()
	v.seen.Metadata.Shows = v.shows
	return v.seen, nil
}

// view is one file as it is looked at.
type view struct {
	ctx   context.Context //nolint:containedctx // one call of Look
	r     Recognisers
	seen  *bedside.Seen
	told  metadata.Collector
	shows bool  // a smaller picture inside shows something else
	left  int64 // pixels of pictures in a document that may yet be opened
}

// not notes what was not checked, each reason once.
func (v *view) not(code, message string) {
	for _, n := range v.seen.NotChecked {
		if n.Message == message {
			return
		}
	}
	v.seen.NotChecked = append(v.seen.NotChecked, bedside.NotChecked{Code: "media_" + code, Part: bedside.PartMedia, Message: message})
}

// lacking turns a limit or an unknown type into what was not checked, and gives back what is an error.
func (v *view) lacking(err error) error {
	e, ok := errors.AsType[*bedside.Error](err)
	switch {
	case !ok:
		return err
	case e.Message == outOfTime:
		v.not("time", e.Message)
	case e.Code == bedside.CodeTooLarge:
		v.not("size", e.Message)
	case e.Code == bedside.CodeUnavailable && e.Err == nil:
		v.not("type", e.Message)
	default:
		return err
	}
	return nil
}

func (v *view) hash(f File) error {
	h := sha256.New()
	if _, err := io.Copy(h, stoppable(v.ctx, f)); err != nil {
		return v.lacking(unread(v.ctx, err))
	}
	v.seen.SHA256 = hex.EncodeToString(h.Sum(nil))
	return nil
}

func (v *view) look(f File) error {
	switch v.seen.Type {
	case JPEG, PNG, GIF, WebP, BMP, TIFF:
		return v.still(f)
	case HEIC, AVIF:
		return v.gallery(f)
	case MP4, MOV:
		return v.movie(f)
	case DICOM:
		return v.scan(f)
	case DOCX, PPTX, XLSX, ODF:
		return v.office(f)
	case PDF:
		return v.pdf(f)
	case "":
		return unsupported("The file is of no type that these checks know, so it was not opened.")
	}
	return unsupported("Files of this type are not opened.")
}

// still looks at a picture: what its metadata tells, then what it shows.
func (v *view) still(f File) error {
	b, err := whole(v.ctx, f)
	if err != nil {
		return err
	}
	v.told = *collect(v.seen.Type, b)
	v.size(b)
	if v.seen.Type == GIF {
		return v.animation(b)
	}
	p, err := decodeStill(v.ctx, v.seen.Type, b, v.told.Orientation())
	if err != nil {
		return err
	}
	v.seen.Likeness = LikenessOf(p.Pixels)
	v.shows = v.seen.Type == JPEG && showsElse(b, v.seen.Likeness)
	v.recognise(p, 0)
	if _, animated := webpStill(b); v.seen.Type == WebP && animated {
		v.not("frames", "Only the first picture of the animation was looked at.")
	}
	return nil
}

// collect reads what the metadata of a picture tells.
func collect(kind string, b []byte) *metadata.Collector {
	c := &metadata.Collector{}
	switch kind {
	case JPEG:
		jpegMetadata(b, c)
	case PNG:
		pngMetadata(b, c)
	case WebP:
		webpMetadata(b, c)
	case GIF:
		gifMetadata(b, c)
	case TIFF:
		c.EXIF(b)
	}
	return c
}

// size notes how large people see a picture, also where it is not opened.
func (v *view) size(b []byte) {
	width, height, err := size(v.seen.Type, b)
	if err != nil {
		return // the decoder says so
	}
	if v.told.Orientation() > 4 {
		width, height = height, width
	}
	v.seen.Width, v.seen.Height = width, height
}

// animation looks at three frames; what any of them shows is in the picture.
func (v *view) animation(b []byte) error {
	if err := affordable(GIF, b); err != nil {
		return err
	}
	f, err := newFilm(b)
	if err != nil {
		return err
	}
	err = f.play(v.ctx, func(frame int, shown image.Image) error {
		p := newPicture(shown, 1)
		if frame == 0 {
			v.seen.Likeness = LikenessOf(p.Pixels)
		}
		v.recognise(p, pageOf(frame, len(f.frames)))
		return nil
	})
	if len(f.frames) > 3 {
		v.not("frames", "Of the animation the first, the middle and the last picture were looked at.")
	}
	if err == nil && !f.whole {
		v.not("frames", "The animation was not unpacked to its end.")
	}
	return err
}

// pageOf counts frames from 1; what does not move has none.
func pageOf(frame, frames int) int {
	if frames == 1 {
		return 0
	}
	return frame + 1
}

// recognise looks for faces, words and codes in a picture, on a page if it has one.
func (v *view) recognise(p *Picture, page int) {
	v.faces(p, page)
	v.words(p, page)
	v.codes(p, page)
}

func (v *view) faces(p *Picture, page int) {
	if v.r.Faces == nil {
		v.not("faces", "Faces were not looked for.")
		return
	}
	found, err := v.r.Faces.FindFaces(v.ctx, p.Pixels)
	v.gap("faces", "Faces were not looked for everywhere.", err)
	for _, face := range found {
		face.Box, face.Page = p.box(face.Box), page
		face.PerMill = p.perMill(face.Box)
		v.seen.Faces = append(v.seen.Faces, face)
	}
}

func (v *view) words(p *Picture, page int) {
	if v.r.Words == nil {
		v.not("words", "Words in the picture were not looked for.")
		return
	}
	found, err := v.r.Words.FindWords(v.ctx, p.Pixels)
	what := "picture"
	if isVideo(v.seen.Type) {
		what = "video"
	}
	v.gap("words", "There was no time to read all words in the "+what+".", err)
	for _, line := range found {
		line.Box, line.Page = p.box(line.Box), page
		if v.stands(line) {
			continue
		}
		v.seen.Texts = append(v.seen.Texts, line)
	}
}

func (v *view) codes(p *Picture, page int) {
	if v.r.Codes == nil {
		v.not("codes", "Bar codes and matrix codes were not looked for.")
		return
	}
	found, err := v.r.Codes.FindCodes(v.ctx, p.Pixels)
	v.gap("codes", "Bar codes and matrix codes were not looked for everywhere.", err)
	for _, code := range found {
		code.Box, code.Page = p.box(code.Box), page
		v.seen.Codes = append(v.seen.Codes, code)
	}
}

func (v *view) gap(code, message string, err error) {
	if err != nil {
		v.not(code, message)
	}
}
