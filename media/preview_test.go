package media_test

import (
	"bytes"
	"image"
	"testing"

	"golang.org/x/image/draw"

	"bedside/media"
)

// TestAPreviewThatShowsMoreIsTold, and one that is a copy is not: however the picture or the copy is turned, and with bars beside it.
func TestAPreviewThatShowsMoreIsTold(t *testing.T) {
	t.Parallel()
	whole := portrait(800, 600)
	small := scaled(whole, whole.Rect, 160, 120)
	barred := image.NewRGBA(image.Rect(0, 0, 160, 160))
	draw.Draw(barred, barred.Rect, image.Black, image.Point{}, draw.Src)
	draw.Draw(barred, image.Rect(0, 20, 160, 140), small, image.Point{}, draw.Src)
	lying := image.NewRGBA(image.Rect(0, 0, 120, 160))
	for y := range 120 {
		for x := range 160 {
			lying.Set(119-y, x, small.At(x, y))
		}
	}
	for name, c := range map[string]struct {
		picture, preview image.Image
		orientation      uint16
		want             bool
	}{
		"none":                   {picture: whole},
		"a copy":                 {picture: whole, preview: small},
		"a copy with bars":       {picture: whole, preview: barred},
		"a copy that lies":       {picture: whole, preview: lying},
		"a copy, picture turned": {picture: whole, preview: small, orientation: 6},
		"of one colour":          {picture: whole, preview: image.NewGray(image.Rect(0, 0, 160, 120))},
		"the right half cut":     {picture: scaled(whole, image.Rect(0, 0, 400, 600), 400, 600), preview: small, want: true},
		"the middle":             {picture: scaled(whole, image.Rect(200, 150, 600, 450), 400, 300), preview: small, want: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			block := telling(max(1, c.orientation))
			if c.preview != nil {
				block = append(block, jpegOf(t, c.preview)...)
			}
			seen, err := media.Look(t.Context(), bytes.NewReader(withSegments(jpegOf(t, c.picture), exifSegment(block))), media.Recognisers{})
			if err != nil {
				t.Fatal(err)
			}
			if seen.Metadata.Shows != c.want {
				t.Errorf("got %v, want %v", seen.Metadata.Shows, c.want)
			}
		})
	}
}

func scaled(p *image.RGBA, part image.Rectangle, width, height int) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.BiLinear.Scale(out, out.Rect, p, part, draw.Src, nil)
	return out
}
