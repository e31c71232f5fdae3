package look_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/look"
	"bedside/media"
)

var (
	skin  = color.RGBA{R: 255, B: 255, A: 255}
	ink   = color.RGBA{G: 60, B: 255, A: 255}
	paper = color.RGBA{R: 200, G: 220, B: 210, A: 255}
)

// finder takes the field of one colour for what it looks for. Where a shadow is given, it sees that too, once the field is gone.
type finder struct {
	colour color.RGBA
	shadow image.Rectangle
}

func (f finder) find(p *image.RGBA) (boxes [][4]int) {
	var found image.Rectangle
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			if near(p.RGBAAt(x, y), f.colour) {
				found = found.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if found.Empty() && !f.shadow.Empty() && near(p.RGBAAt(f.shadow.Min.X, f.shadow.Min.Y), paper) {
		found = f.shadow
	}
	if found.Empty() {
		return nil
	}
	return [][4]int{{found.Min.X, found.Min.Y, found.Dx(), found.Dy()}}
}

func near(a, b color.RGBA) bool {
	far := func(x, y uint8) bool { return max(x, y)-min(x, y) > 40 }
	return !far(a.R, b.R) && !far(a.G, b.G) && !far(a.B, b.B)
}

func (f finder) FindFaces(_ context.Context, p *image.RGBA) (out []bedside.SeenFace, _ error) {
	for _, b := range f.find(p) {
		out = append(out, bedside.SeenFace{Box: b, Sure: true})
	}
	return out, nil
}

func (f finder) FindWords(_ context.Context, p *image.RGBA) (out []bedside.SeenText, _ error) {
	for _, b := range f.find(p) {
		out = append(out, bedside.SeenText{Box: b, Text: "MRN 00719284"})
	}
	return out, nil
}

// photo is a picture of fields on paper.
func photo(fields map[color.RGBA]image.Rectangle) *image.RGBA {
	p := image.NewRGBA(image.Rect(0, 0, 400, 300))
	draw.Draw(p, p.Rect, image.NewUniform(paper), image.Point{}, draw.Src)
	for c, r := range fields {
		draw.Draw(p, r, image.NewUniform(c), image.Point{}, draw.Src)
	}
	return p
}

func encoded(t *testing.T, p image.Image, kind string) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	if kind == media.JPEG {
		err = jpeg.Encode(&b, p, &jpeg.Options{Quality: 95})
	} else {
		err = png.Encode(&b, p)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decoded(t *testing.T, b []byte) *image.RGBA {
	t.Helper()
	p, err := media.Decode(t.Context(), bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return p.Pixels
}

// copied looks at a picture and makes its copy.
func copied(t *testing.T, l *look.Looker, b []byte, kind string) (*bedside.Seen, *look.Copy) {
	t.Helper()
	seen, err := l.Look(t.Context(), bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c, err := l.Copy(t.Context(), bytes.NewReader(b), seen, look.Regions(seen), kind)
	if err != nil {
		t.Fatal(err)
	}
	return seen, c
}

// TestCopyCovers: what was seen, and a fifth around it, is black in the copy, which is looked at again; all else stays.
func TestCopyCovers(t *testing.T) {
	t.Parallel()
	face, words := image.Rect(100, 100, 140, 150), image.Rect(250, 200, 350, 220)
	l := &look.Looker{Recognisers: media.Recognisers{Faces: finder{colour: skin}, Words: finder{colour: ink}}}
	for _, kind := range []string{media.JPEG, media.PNG} {
		seen, c := copied(t, l, encoded(t, photo(map[color.RGBA]image.Rectangle{skin: face, ink: words}), kind), "")
		if len(seen.Faces) != 1 || len(seen.Texts) != 1 || c.Lossless || c.Type != kind || len(c.Covered) != 2 {
			t.Fatalf("%s: seen %+v, copy of type %s with %v", kind, seen, c.Type, c.Covered)
		}
		if c.Left() != 0 || len(c.Seen.Faces)+len(c.Seen.Texts) != 0 {
			t.Errorf("%s: left %v", kind, c.Left())
		}
		p := decoded(t, c.Bytes)
		for _, at := range []image.Point{{120, 120}, {93, 93}, {147, 155}, {300, 210}, {240, 195}} {
			if !near(p.RGBAAt(at.X, at.Y), color.RGBA{A: 255}) {
				t.Errorf("%s: %v is not covered", kind, at)
			}
		}
		if !near(p.RGBAAt(20, 20), paper) || !near(p.RGBAAt(200, 150), paper) {
			t.Errorf("%s: more is covered than was seen", kind)
		}
	}
}

// TestCopyLooksAgain: what is seen only in the copy is covered too.
func TestCopyLooksAgain(t *testing.T) {
	t.Parallel()
	shadow := image.Rect(300, 30, 340, 70)
	l := &look.Looker{Recognisers: media.Recognisers{Faces: finder{colour: skin, shadow: shadow}}}
	_, c := copied(t, l, encoded(t, photo(map[color.RGBA]image.Rectangle{skin: image.Rect(50, 50, 90, 90)}), media.PNG), "")
	if len(c.Covered) != 2 || c.Left() != 0 {
		t.Errorf("covered %v, left %v", c.Covered, c.Left())
	}
	if p := decoded(t, c.Bytes); !near(p.RGBAAt(320, 50), color.RGBA{A: 255}) {
		t.Error("the shadow is not covered")
	}
}

// TestCopyChosen: exactly what somebody chose is covered, what they keep stays, and whatever else is seen then is told and not covered.
func TestCopyChosen(t *testing.T) {
	t.Parallel()
	face, words, shadow := image.Rect(50, 50, 90, 90), image.Rect(200, 200, 300, 220), image.Rect(300, 30, 340, 70)
	l := &look.Looker{Recognisers: media.Recognisers{Faces: finder{colour: skin, shadow: shadow}, Words: finder{colour: ink}}}
	b := encoded(t, photo(map[color.RGBA]image.Rectangle{skin: face, ink: words}), media.PNG)
	seen, err := l.Look(t.Context(), bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	found := look.Regions(seen)
	own := look.Region{Kind: "place", Box: [4]int{10, 250, 30, 30}}
	c, err := l.CopyChosen(t.Context(), bytes.NewReader(b), seen, look.Choice{Cover: []look.Region{found[0], own}, Keep: found[1:]})
	if err != nil {
		t.Fatal(err)
	}
	p := decoded(t, c.Bytes)
	for at, want := range map[image.Point]color.RGBA{{70, 70}: {A: 255}, {11, 251}: {A: 255}, {250, 210}: ink, {320, 50}: paper, {5, 245}: paper} {
		if got := p.RGBAAt(at.X, at.Y); !near(got, want) {
			t.Errorf("%v is %v, want %v", at, got, want)
		}
	}
	if left := c.Uncovered(); len(left) != 1 || left[0].Box != [4]int{300, 30, 40, 40} {
		t.Errorf("left %v", left)
	}
	if len(c.Covered) != 2 || len(c.Kept) != 1 {
		t.Errorf("covered %v, kept %v", c.Covered, c.Kept)
	}
}

// TestCopyKeepsAll: where everything is kept, no pixel changes, and nothing is told to be left.
func TestCopyKeepsAll(t *testing.T) {
	t.Parallel()
	l := &look.Looker{Recognisers: media.Recognisers{Faces: finder{colour: skin}}}
	b := encoded(t, photo(map[color.RGBA]image.Rectangle{skin: image.Rect(50, 50, 90, 90)}), media.PNG)
	seen, err := l.Look(t.Context(), bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c, err := l.CopyChosen(t.Context(), bytes.NewReader(b), seen, look.Choice{Keep: look.Regions(seen)})
	if err != nil {
		t.Fatal(err)
	}
	if !c.Lossless || c.Left() != 0 || len(c.Kept) != 1 {
		t.Errorf("lossless %v, left %v, kept %v", c.Lossless, c.Left(), c.Kept)
	}
}

// TestCopyWithoutRegions: where nothing is covered, no pixel changes, unless another type is asked for.
func TestCopyWithoutRegions(t *testing.T) {
	t.Parallel()
	l := &look.Looker{Recognisers: media.Recognisers{Faces: finder{colour: skin}}}
	b := encoded(t, photo(nil), media.JPEG)
	_, c := copied(t, l, b, "")
	if !c.Lossless || c.Type != media.JPEG {
		t.Errorf("lossless %v, %s", c.Lossless, c.Type)
	}
	if diff := cmp.Diff(decoded(t, b).Pix, decoded(t, c.Bytes).Pix); diff != "" {
		t.Error("pixels changed")
	}
	if _, c = copied(t, l, b, media.PNG); c.Lossless || media.TypeOf(bytes.NewReader(c.Bytes)) != media.PNG {
		t.Errorf("as PNG: lossless %v, %s", c.Lossless, media.TypeOf(bytes.NewReader(c.Bytes)))
	}
}

// TestCopyOfWhatIsNoPicture is refused with a reason.
func TestCopyOfWhatIsNoPicture(t *testing.T) {
	t.Parallel()
	l := &look.Looker{}
	f := bytes.NewReader([]byte("no picture"))
	seen, err := l.Look(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	if c, err := l.Copy(t.Context(), f, seen, nil, ""); err == nil {
		t.Errorf("a copy: %+v", c)
	}
}

// TestShown: what is shown beside findings is small.
func TestShown(t *testing.T) {
	t.Parallel()
	b, err := look.Shown(t.Context(), bytes.NewReader(encoded(t, image.NewGray(image.Rect(0, 0, 4000, 2000)), media.PNG)))
	if err != nil {
		t.Fatal(err)
	}
	c, err := jpeg.DecodeConfig(bytes.NewReader(b))
	if err != nil || c.Width != 1400 || c.Height != 700 {
		t.Errorf("%d by %d, %v", c.Width, c.Height, err)
	}
}

// TestCopyOfAVideo: what cannot be opened as a picture loses its metadata all the same, and what is seen in it is told.
func TestCopyOfAVideo(t *testing.T) {
	t.Parallel()
	movie := slices.Concat(box("ftyp", []byte("isom\x00\x00\x02\x00isomiso2")), box("moov", box("mvhd", make([]byte, 100))), box("mdat", make([]byte, 8)))
	l := &look.Looker{}
	seen := &bedside.Seen{Type: media.MP4, Faces: []bedside.SeenFace{{Box: [4]int{1, 1, 9, 9}, Page: 1, Sure: true}}}
	c, err := l.Copy(t.Context(), bytes.NewReader(movie), seen, look.Regions(seen), "")
	if err != nil {
		t.Fatal(err)
	}
	if !c.Lossless || c.Type != media.MP4 || len(c.Covered) != 0 {
		t.Errorf("a copy of type %s, lossless %v, with %v", c.Type, c.Lossless, c.Covered)
	}
}

// box is a box of a video: its length, its kind and what is in it.
func box(kind string, in []byte) []byte {
	return slices.Concat(binary.BigEndian.AppendUint32(nil, uint32(8+len(in))), []byte(kind), in) //nolint:gosec // short
}
