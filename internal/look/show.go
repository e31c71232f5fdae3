package look

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"

	"golang.org/x/image/draw"

	"bedside"
	"bedside/media"
)

// A picture that is shown beside its findings is at most so many pixels long, and of this quality.
const (
	shownLength  = 1400
	shownQuality = 82
)

// Shown is a small JPEG copy of a picture, without metadata, to show beside its findings.
func Shown(ctx context.Context, f media.File) ([]byte, error) {
	p, err := media.Decode(ctx, f)
	if err != nil {
		return nil, err
	}
	size := p.Pixels.Rect.Size()
	small := p.Pixels
	if long := max(size.X, size.Y); long > shownLength {
		small = image.NewRGBA(image.Rect(0, 0, max(1, size.X*shownLength/long), max(1, size.Y*shownLength/long)))
		draw.ApproxBiLinear.Scale(small, small.Rect, p.Pixels, p.Pixels.Rect, draw.Src, nil)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, small, &jpeg.Options{Quality: shownQuality}); err != nil {
		return nil, &bedside.Error{Code: bedside.CodeInternal, Message: "the picture could not be drawn", Err: err}
	}
	return b.Bytes(), nil
}
