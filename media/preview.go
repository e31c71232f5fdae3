package media

import (
	"bytes"
	"image"
	"image/jpeg"
	"math/bits"

	"bedside"
)

// Cameras keep a small copy of a picture inside it. Programs that cut or cover the picture may leave the copy as it was.

const (
	mostPreviews  = 4         // of one file are looked at
	previewPixels = 1_000_000 // of one, at most
	previewAlike  = 18        // hashes of a tiny copy may differ by so many bits, of 64
	barBrightness = 24        // bars beside a small copy of another shape are darker than this
)

// previewsOf opens the small JPEG pictures in the metadata of a JPEG file.
func previewsOf(b []byte) (out []image.Image) {
	segments, _, _ := jpegSegments(b)
	for _, s := range segments {
		if s.marker != 0xe1 && s.marker != 0xed {
			continue
		}
		for data := s.data; len(out) < mostPreviews; {
			at := bytes.Index(data, []byte{0xff, markerSOI, 0xff})
			if at < 0 {
				break
			}
			data = data[at:]
			c, err := jpeg.DecodeConfig(bytes.NewReader(data))
			if err == nil && c.Width*c.Height <= previewPixels {
				if p, err := jpeg.Decode(bytes.NewReader(data)); err == nil {
					out = append(out, p)
				}
			}
			data = data[2:]
		}
	}
	return out
}

// showsElse reports whether one of the pictures within a file is no copy of the picture, however it is turned.
func showsElse(b []byte, l bedside.Likeness) bool {
	if l == (bedside.Likeness{}) {
		return false
	}
	for _, small := range previewsOf(b) {
		if !copies(small, l) {
			return true
		}
	}
	return false
}

// copies compares a small picture, turned each way and without bars, with the likeness of the large one. One of hardly anything tells
// nothing.
func copies(small image.Image, l bedside.Likeness) bool {
	for _, way := range []int{1, 3, 6, 8} {
		p := newPicture(small, way).Pixels
		for _, shown := range []*image.RGBA{p, withoutBars(p)} {
			switch s := LikenessOf(shown); {
			case s == bedside.Likeness{}, roughly(s.PHash, l.PHash, s.DHash, l.DHash), roughly(s.MirroredPHash, l.PHash, s.MirroredDHash, l.DHash):
				return true
			}
		}
	}
	return false
}

func roughly(p, otherP, d, otherD uint64) bool {
	return bits.OnesCount64(p^otherP) <= previewAlike || bits.OnesCount64(d^otherD) <= previewAlike
}

// withoutBars cuts the dark rows and columns that fill a small picture up to the shape that cameras give it.
func withoutBars(p *image.RGBA) *image.RGBA {
	r := p.Rect
	dark := func(r image.Rectangle) bool {
		return average(p, r.Min.X-p.Rect.Min.X, r.Min.Y-p.Rect.Min.Y, r.Max.X-p.Rect.Min.X, r.Max.Y-p.Rect.Min.Y) < barBrightness*fine
	}
	for r.Dy() > 8 && dark(image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+1)) {
		r.Min.Y++
	}
	for r.Dy() > 8 && dark(image.Rect(r.Min.X, r.Max.Y-1, r.Max.X, r.Max.Y)) {
		r.Max.Y--
	}
	for r.Dx() > 8 && dark(image.Rect(r.Min.X, r.Min.Y, r.Min.X+1, r.Max.Y)) {
		r.Min.X++
	}
	for r.Dx() > 8 && dark(image.Rect(r.Max.X-1, r.Min.Y, r.Max.X, r.Max.Y)) {
		r.Max.X--
	}
	cut, _ := p.SubImage(r).(*image.RGBA)
	return cut
}
