package media

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"bedside"
)

// Cover returns a copy of a picture with solid boxes over what is at boxes, in pixels of the picture itself. What is covered is gone:
// a blur could be undone.
func Cover(p *Picture, boxes [][4]int) *Picture {
	q := *p
	q.Pixels = &image.RGBA{Pix: bytes.Clone(p.Pixels.Pix), Stride: p.Pixels.Stride, Rect: p.Pixels.Rect}
	for _, b := range boxes {
		s := p.Scale
		r := image.Rect(b[0]/s, b[1]/s, (b[0]+b[2]+s-1)/s, (b[1]+b[3]+s-1)/s)
		draw.Draw(q.Pixels, r.Intersect(q.Pixels.Rect), image.NewUniform(color.Black), image.Point{}, draw.Src)
	}
	return &q
}

// Pad grows a box by a fifth of its longer side in every direction, because what stands at the edge of a face or of a word tells too.
// It may then reach beyond the picture; [Cover] cuts it.
func Pad(b [4]int) [4]int {
	by := (max(b[2], b[3]) + 4) / 5
	return [4]int{b[0] - by, b[1] - by, b[2] + 2*by, b[3] + 2*by}
}

// copyQuality is the quality of pictures that are encoded anew: what people cannot tell from the picture itself.
const copyQuality = 90

// Encode writes a picture without any metadata, as JPEG or else as PNG: a photograph is small as the first, all else sharp as the second.
func Encode(p *Picture, kind string) ([]byte, error) {
	var out bytes.Buffer
	var err error
	if kind == JPEG {
		err = jpeg.Encode(&out, p.Pixels, &jpeg.Options{Quality: copyQuality})
	} else {
		err = (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&out, p.Pixels)
	}
	if err != nil {
		return nil, &bedside.Error{Code: bedside.CodeInternal, Message: "The copy of the picture could not be written.", Err: err}
	}
	return out.Bytes(), nil
}
