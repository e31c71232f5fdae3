package media

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
	"golang.org/x/image/webp"

	"bedside/media/dicom"
	"bedside/media/metadata"
)

// Picture is a still picture as people see it: turned as its metadata says, and opaque, on white.
type Picture struct {
	Pixels        *image.RGBA
	Width, Height int // of the picture itself, turned
	Scale         int // how many of its pixels stand side by side in one of Pixels: 1, or 2 in a picture of very many
}

// manyPixels is from where on Pixels hold the average of four: 25 million show all that a picture has to show.
const manyPixels = 25_000_000

// Decode opens a still picture, the first frame of an animation, or the picture of a DICOM file. What is too large or of no type that can be opened gives an
// error with the code too_large or unavailable; what is damaged, invalid.
func Decode(ctx context.Context, f File) (*Picture, error) {
	kind := TypeOf(f)
	switch kind {
	case JPEG, PNG, GIF, WebP, BMP, TIFF, DICOM:
	default:
		return nil, unsupported("A file of this type cannot be opened as a picture.")
	}
	b, err := whole(ctx, f)
	if err != nil {
		return nil, err
	}
	if kind == DICOM {
		found, _, err := dicom.Read(b, &metadata.Collector{})
		if err != nil {
			return nil, damaged("file of a scanner")
		}
		return render(found, int64(len(b)))
	}
	return decodeStill(ctx, kind, b, collect(kind, b).Orientation())
}

// decodeStill opens a picture whose metadata has been read.
func decodeStill(ctx context.Context, kind string, b []byte, orientation int) (*Picture, error) {
	if err := affordable(kind, b); err != nil {
		return nil, err
	}
	if kind == GIF {
		f, err := newFilm(b)
		if err == nil {
			err = f.lay(f.frames[0])
		}
		if err != nil {
			return nil, err
		}
		return newPicture(f.canvas, orientation), nil
	}
	if kind == WebP {
		b, _ = webpStill(b)
	}
	p, err := decoder(kind)(&stopping{ctx, tail(kind, b)})
	switch {
	case err == nil:
		return newPicture(p, orientation), nil
	case stopped(ctx, err):
		return nil, unsupported(outOfTime)
	case unknownFeature(err):
		return nil, unsupported("The picture is written in a way that this program cannot open.")
	}
	return nil, damaged("picture")
}

func decoder(kind string) func(io.Reader) (image.Image, error) {
	switch kind {
	case JPEG:
		return jpeg.Decode
	case PNG:
		return png.Decode
	case WebP:
		return webp.Decode
	case BMP:
		return bmp.Decode
	default:
		return tiff.Decode
	}
}

// tail reads a picture, and of a JPEG file that lost its last two bytes the end that it should have: everybody shows such files.
func tail(kind string, b []byte) io.Reader {
	if kind == JPEG {
		return io.MultiReader(bytes.NewReader(b), bytes.NewReader([]byte{0xff, markerEOI}))
	}
	return bytes.NewReader(b)
}

func unknownFeature(err error) bool {
	if _, ok := errors.AsType[jpeg.UnsupportedError](err); ok {
		return true
	}
	if _, ok := errors.AsType[png.UnsupportedError](err); ok {
		return true
	}
	if _, ok := errors.AsType[tiff.UnsupportedError](err); ok {
		return true
	}
	return errors.Is(err, bmp.ErrUnsupported)
}

// size reads width and height without opening a picture.
func size(kind string, b []byte) (width, height int, err error) {
	if kind == WebP {
		b, _ = webpStill(b)
	}
	if kind == GIF {
		if len(b) < 13 {
			return 0, 0, damaged("picture")
		}
		width, height = gifSize(b)
		return width, height, nil
	}
	config := map[string]func(io.Reader) (image.Config, error){
		JPEG: jpeg.DecodeConfig, PNG: png.DecodeConfig, WebP: webp.DecodeConfig, BMP: bmp.DecodeConfig, TIFF: tiff.DecodeConfig, GIF: gif.DecodeConfig,
	}[kind]
	c, err := config(bytes.NewReader(b))
	switch {
	case err == nil && c.Width > 0 && c.Height > 0:
		return c.Width, c.Height, nil
	case err != nil && unknownFeature(err):
		return 0, 0, unsupported("The picture is written in a way that this program cannot open.")
	}
	return 0, 0, damaged("picture")
}

// affordable refuses pictures that would take too much memory, before anything is unpacked.
func affordable(kind string, b []byte) error {
	width, height, err := size(kind, b)
	if err != nil {
		return err
	}
	pixels := int64(width) * int64(height)
	if pixels > MaxPixels {
		return tooLarge("The picture has more than %d million pixels, so it was not opened.", MaxPixels/1_000_000)
	}
	most, after, err := cost(kind, b, pixels)
	if err != nil {
		return err
	}
	if shown := pixels * 4 / int64(scaleOf(pixels)*scaleOf(pixels)); max(most, after+shown)+int64(len(b)) > maxMemory {
		return tooLarge("The picture would take more memory than is given to one, so it was not opened.")
	}
	return nil
}

// cost is how many bytes a decoder takes at most, and how many it leaves.
func cost(kind string, b []byte, pixels int64) (most, after int64, err error) {
	switch kind {
	case JPEG:
		return jpegCost(b)
	case PNG:
		most, err = pngCost(b)
	case GIF:
		most = 13 * pixels // canvas, what was before, the frame, and what was shown
	case WebP:
		most = webpCost(b, pixels)
	default:
		most = 8 * pixels
	}
	return most, most, err
}

// webpCost is what a decoder takes: without loss, pixels twice; else brightness, two colours of half the size, and a mask.
func webpCost(b []byte, pixels int64) int64 {
	b, _ = webpStill(b)
	chunks, _, _ := riffChunks(b)
	if has(chunks, "VP8L") {
		return 9 * pixels
	}
	return 4 * pixels
}

func scaleOf(pixels int64) int {
	if pixels > manyPixels {
		return 2
	}
	return 1
}

// box is a box of Pixels in pixels of the picture itself.
func (p *Picture) box(b [4]int) [4]int {
	for i := range b {
		b[i] *= p.Scale
	}
	return clip(b, p.Width, p.Height)
}

// clip cuts a box at the edges of a picture.
func clip(b [4]int, width, height int) [4]int {
	r := image.Rect(b[0], b[1], b[0]+max(0, b[2]), b[1]+max(0, b[3])).Intersect(image.Rect(0, 0, width, height))
	return [4]int{r.Min.X, r.Min.Y, r.Dx(), r.Dy()}
}

// perMill is the share that a box has of the picture.
func (p *Picture) perMill(b [4]int) int {
	return int(int64(b[2]) * int64(b[3]) * 1000 / max(1, int64(p.Width)*int64(p.Height)))
}
