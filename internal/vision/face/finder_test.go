//go:build weights

package face_test

import (
	"context"
	"errors"
	"image"
	"image/color"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/vision/face"
	"bedside/internal/vision/weights"
)

func finder(t *testing.T) *face.Finder {
	t.Helper()
	model, ok := weights.Open(weights.Faces)
	if !ok {
		t.Fatal("the weights that find faces are not there; run: make weights")
	}
	f, err := face.New(model)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestAPlainPictureShowsNobody(t *testing.T) {
	t.Parallel()
	f := finder(t)
	for _, size := range []image.Point{{1, 1}, {1, 700}, {33, 31}, {640, 480}, {3000, 40}} {
		p := image.NewRGBA(image.Rectangle{Max: size})
		for i := range p.Pix {
			p.Pix[i] = uint8(i * 7 % 255)
		}
		if found, err := f.Find(t.Context(), p); err != nil || len(found) != 0 {
			t.Errorf("%v: %v, %v", size, found, err)
		}
	}
	if found, err := f.Find(t.Context(), image.NewRGBA(image.Rectangle{})); err != nil || len(found) != 0 {
		t.Errorf("an empty picture: %v, %v", found, err)
	}
}

func TestADrawnFaceIsFoundWhereItIs(t *testing.T) {
	t.Parallel()
	f := finder(t)
	for name, offset := range map[string]image.Point{"at the origin": {}, "of a part": {-300, 1000}} {
		p := image.NewRGBA(image.Rect(0, 0, 700, 600).Add(offset))
		drawFace(p, offset.Add(image.Pt(400, 280)), 110)
		found, err := f.Find(t.Context(), p)
		if err != nil || len(found) != 1 || !found[0].Sure {
			t.Fatalf("%s: %v, %v", name, found, err)
		}
		middle := found[0].Box.Min.Add(found[0].Box.Max).Div(2).Sub(offset)
		if d := middle.Sub(image.Pt(400, 290)); d.X*d.X+d.Y*d.Y > 40*40 {
			t.Errorf("%s: the face's middle is found at %v", name, middle)
		}
		again, err := f.Find(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(found, again); diff != "" {
			t.Errorf("%s: a second look differs:\n%s", name, diff)
		}
	}
}

func TestFindStopsWhenTold(t *testing.T) {
	t.Parallel()
	f := finder(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := f.Find(ctx, image.NewRGBA(image.Rect(0, 0, 64, 64))); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// drawFace draws a face as a child would, with some shade.
func drawFace(p *image.RGBA, at image.Point, size int) {
	for y := p.Rect.Min.Y; y < p.Rect.Max.Y; y++ {
		for x := p.Rect.Min.X; x < p.Rect.Max.X; x++ {
			p.SetRGBA(x, y, color.RGBA{120, 140, 150, 255})
		}
	}
	part := func(dx, dy, rx, ry float64, c color.RGBA) {
		s := float64(size)
		for y := int((dy - ry) * s); y <= int((dy+ry)*s); y++ {
			for x := int((dx - rx) * s); x <= int((dx+rx)*s); x++ {
				a, b := (float64(x)/s-dx)/rx, (float64(y)/s-dy)/ry
				if a*a+b*b <= 1 {
					shade := 1 - .25*(a*a+b*b)
					p.SetRGBA(at.X+x, at.Y+y, color.RGBA{uint8(float64(c.R) * shade), uint8(float64(c.G) * shade), uint8(float64(c.B) * shade), 255})
				}
			}
		}
	}
	skin, hair, dark := color.RGBA{228, 182, 150, 255}, color.RGBA{70, 45, 30, 255}, color.RGBA{40, 30, 30, 255}
	part(0, 1.5, 1.5, .6, color.RGBA{60, 80, 140, 255}) // shoulders
	part(0, .9, .35, .5, skin)                          // neck
	part(0, -.15, .9, 1.1, hair)
	part(0, .05, .75, 1, skin)
	for _, side := range []float64{-1, 1} {
		part(side*.32, -.32, .2, .05, hair)
		part(side*.32, -.12, .16, .09, color.RGBA{240, 240, 240, 255})
		part(side*.32, -.12, .075, .085, dark)
		part(side*.78, .05, .1, .2, skin)
	}
	part(0, .15, .1, .28, color.RGBA{212, 160, 130, 255})
	part(-.07, .36, .05, .035, color.RGBA{130, 80, 70, 255})
	part(.07, .36, .05, .035, color.RGBA{130, 80, 70, 255})
	part(0, .6, .3, .09, color.RGBA{180, 80, 80, 255})
	part(0, .59, .27, .025, color.RGBA{120, 40, 45, 255})
}
