package pictures

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"

	"golang.org/x/image/draw"

	"bedside"
	"bedside/internal/eval"
	"bedside/media"
)

// Likenesses is how well copies of pictures are recognised, and pictures of other things told apart.
type Likenesses struct {
	Half, Low, Mirrored, Together eval.Count
	Unrelated                     eval.Count // pairs of different kinds that are taken for copies
	Sisters                       eval.Count // pairs of one kind: drawn alike, with other words
}

// Likeness makes copies of pictures as they are posted again: half as large, at JPEG 40, mirrored, and all of it at once.
func Likeness(all []Picture) (Likenesses, error) {
	var l Likenesses
	first := make([]bedside.Likeness, len(all))
	for i := range all {
		m, err := jpeg.Decode(bytes.NewReader(all[i].JPEG))
		if err != nil {
			return l, fmt.Errorf("open %s: %w", all[i].Name, err)
		}
		whole := rgba(m, 1, false)
		first[i] = media.LikenessOf(whole)
		for _, copied := range []struct {
			count    *eval.Count
			shrunk   int
			mirrored bool
			quality  int
		}{{&l.Half, 2, false, 90}, {&l.Low, 1, false, 40}, {&l.Mirrored, 1, true, 90}, {&l.Together, 2, true, 40}} {
			again, err := posted(rgba(m, copied.shrunk, copied.mirrored), copied.quality)
			if err != nil {
				return l, fmt.Errorf("copy %s: %w", all[i].Name, err)
			}
			count(copied.count, first[i].Alike(media.LikenessOf(again)))
		}
		for j := range i {
			pairs := &l.Unrelated
			if all[i].Kind == all[j].Kind {
				pairs = &l.Sisters
			}
			count(pairs, first[i].Alike(first[j]))
		}
	}
	return l, nil
}

// rgba is a picture smaller by a factor and perhaps mirrored.
func rgba(m image.Image, shrunk int, mirrored bool) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx()/shrunk, m.Bounds().Dy()/shrunk))
	if shrunk == 1 {
		draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
	} else {
		draw.BiLinear.Scale(out, out.Rect, m, m.Bounds(), draw.Src, nil)
	}
	if mirrored {
		for y := range out.Rect.Dy() {
			for x := range out.Rect.Dx() / 2 {
				other := out.Rect.Dx() - 1 - x
				a, b := out.RGBAAt(x, y), out.RGBAAt(other, y)
				out.SetRGBA(x, y, b)
				out.SetRGBA(other, y, a)
			}
		}
	}
	return out
}

// posted is a picture as it comes back from a platform.
func posted(m *image.RGBA, quality int) (*image.RGBA, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		return nil, err
	}
	again, err := jpeg.Decode(&b)
	if err != nil {
		return nil, err
	}
	return rgba(again, 1, false), nil
}
