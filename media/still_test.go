package media_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/jpeg"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/media"
)

func look(tb testing.TB, b []byte) *bedside.Seen {
	tb.Helper()
	seen, err := media.Look(tb.Context(), bytes.NewReader(b), media.Recognisers{})
	if err != nil {
		tb.Fatal(err)
	}
	return seen
}

func TestTypeOf(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		b    []byte
		want string
	}{
		"jpeg":                 {jpegOf(t, scene(8, 8)), media.JPEG},
		"png":                  {pngOf(t, scene(8, 8)), media.PNG},
		"gif":                  {gifOf(t, scene(8, 8)), media.GIF},
		"webp":                 {[]byte("RIFF\x04\x00\x00\x00WEBP"), media.WebP},
		"heic":                 {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), media.HEIC},
		"avif among its likes": {[]byte("\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00avifmif1"), media.AVIF},
		"mov":                  {[]byte("\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  "), media.MOV},
		"mp4":                  {[]byte("\x00\x00\x00\x14ftypisom\x00\x00\x00\x00mp42"), media.MP4},
		"pdf":                  {[]byte("%PDF-1.7\n"), media.PDF},
		"pdf behind a line":    {[]byte("\n\n%PDF-1.4\n1 0 obj"), media.PDF},
		"words about pdf":      {[]byte("It says %PDF-1.4 in the first line, and then?"), ""},
		"dicom":                {append(make([]byte, 128), "DICM"...), media.DICOM},
		"dicom, bare":          {[]byte("\x08\x00\x05\x00\x0a\x00\x00\x00ISO_IR 100\x08\x00\x08\x00\x04\x00\x00\x00AB"), media.DICOM},
		"svg":                  {[]byte("<?xml version='1.0'?>\n<svg xmlns='x'/>"), media.SVG},
		"mov without brands":   {[]byte("\x00\x00\x00\x08wide\x00\x00\x00\x08mdat"), media.MOV},
		"mov that broke off":   {[]byte("\x00\x0f\x00\x00mdat\x00\x00\x00\x01"), media.MOV},
		"words with free":      {[]byte("Sun free, at last, and the whole of Monday."), ""},
		"words with moov":      {[]byte("In amoov of the prose\x1b[0m there is an escape."), ""},
		"words with ftyp":      {[]byte("someftyp42 is how the boxes of a film begin."), ""},
		"words with an escape": {[]byte("The wide gate\x00 and the narrow one."), ""},
		"words about gif":      {[]byte("GIF89a is what the file begins with, he said."), ""},
		"words about dicom":    {[]byte(strings.Repeat("Quiet. ", 19)[:128] + "DICM stands at byte 128."), ""},
		"words in two bytes":   {[]byte("Sø free, ålso in March."), ""},
		"pdf of words":         {[]byte("%PDF-1.1\n1 0 obj << /Type /Catalog >> endobj\n"), media.PDF},
		"words":                {[]byte("Long shift. BM was 4.2, gave him toast."), ""},
		"words that begin so":  {[]byte("BM 4.2, and the patient was well after some toast and tea."), ""},
		"nothing":              {nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := media.TypeOf(bytes.NewReader(c.b)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMetadataOfPicture(t *testing.T) {
	t.Parallel()
	want := bedside.Metadata{
		Place: &bedside.Point{Latitude: 39_296_528, Longitude: -76_591_667},
		Taken: "2024:03:12 21:14:05", Device: "Acme Nine", Owner: "Ines Okafor", Words: []string{"Mr Okonjo, bed 4"},
		Fields: []string{
			"EXIF:Artist", "EXIF:BodySerialNumber", "EXIF:DateTime", "EXIF:DateTimeOriginal", "EXIF:GPSLatitude", "EXIF:GPSLongitude",
			"EXIF:ImageDescription", "EXIF:Make", "EXIF:MakerNote", "EXIF:Model",
		},
	}
	for name, b := range map[string][]byte{
		"jpeg": withSegments(jpegOf(t, scene(40, 30)), exifSegment(telling(6))),
		"png":  withChunks(pngOf(t, scene(40, 30)), pngChunk("eXIf", telling(6))),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			seen := look(t, b)
			if diff := cmp.Diff(want, seen.Metadata); diff != "" {
				t.Errorf("metadata (-want +got):\n%s", diff)
			}
			if seen.Width != 30 || seen.Height != 40 {
				t.Errorf("a picture that lies on its side is %d by %d, want 30 by 40", seen.Width, seen.Height)
			}
		})
	}
}

// TestOrientation holds that a picture is the same whichever way its file stores it: each way of storing is undone by its tag.
func TestOrientation(t *testing.T) {
	t.Parallel()
	const w, h = 48, 32
	upright := scene(w, h)
	stored := map[uint16]func(x, y int) (int, int){ // where the pixel of the upright picture lies in the file
		1: func(x, y int) (int, int) { return x, y },
		2: func(x, y int) (int, int) { return w - 1 - x, y },
		3: func(x, y int) (int, int) { return w - 1 - x, h - 1 - y },
		4: func(x, y int) (int, int) { return x, h - 1 - y },
		5: func(x, y int) (int, int) { return y, x },
		6: func(x, y int) (int, int) { return y, w - 1 - x },
		7: func(x, y int) (int, int) { return h - 1 - y, w - 1 - x },
		8: func(x, y int) (int, int) { return h - 1 - y, x },
	}
	for orientation, at := range stored {
		size := image.Rect(0, 0, w, h)
		if orientation > 4 {
			size = image.Rect(0, 0, h, w)
		}
		file := image.NewRGBA(size)
		for y := range h {
			for x := range w {
				fx, fy := at(x, y)
				file.Set(fx, fy, upright.At(x, y))
			}
		}
		b := withChunks(pngOf(t, file), pngChunk("eXIf", telling(orientation)))
		got, err := media.Decode(t.Context(), bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if got.Width != w || got.Height != h || !bytes.Equal(got.Pixels.Pix, upright.Pix) {
			t.Errorf("orientation %d: not upright", orientation)
		}
	}
}

func strip(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := media.Strip(t.Context(), &out, bytes.NewReader(b)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestStrip(t *testing.T) {
	t.Parallel()
	icc := segment(0xe2, []byte("ICC_PROFILE\x00\x01\x01profile"))
	for name, b := range map[string][]byte{
		"jpeg with everything": append(withSegments(jpegOf(t, scene(40, 30)), icc, exifSegment(telling(6)), segment(0xfe, []byte("a comment")), segment(0xed, []byte("Photoshop 3.0\x00"))), "behind the end"...),
		"png with everything":  append(withChunks(pngOf(t, scene(40, 30)), pngChunk("eXIf", telling(8)), pngChunk("tEXt", []byte("Author\x00Ines Okafor")), pngChunk("tIME", []byte{7, 232, 3, 12, 1, 2, 3})), "behind"...),
		"gif with a comment":   bytes.Replace(gifOf(t, scene(40, 30), scene(40, 30)), []byte("!\xf9"), []byte("!\xfe\x09a comment\x00!\xf9"), 1),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out := strip(t, b)
			before, after := look(t, b), look(t, out)
			if len(before.Metadata.Fields) == 0 {
				t.Fatal("there was nothing to take out")
			}
			if diff := cmp.Diff(bedside.Metadata{}, after.Metadata); diff != "" {
				t.Errorf("metadata is left:\n%s", diff)
			}
			if before.Width != after.Width || before.Height != after.Height {
				t.Errorf("the picture was turned: %d by %d, then %d by %d", before.Width, before.Height, after.Width, after.Height)
			}
			samePixels(t, b, out)
			if again := strip(t, out); !bytes.Equal(out, again) {
				t.Error("taking out twice changes the file again")
			}
		})
	}
}

func samePixels(t *testing.T, a, b []byte) {
	t.Helper()
	p, err := media.Decode(t.Context(), bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	q, err := media.Decode(t.Context(), bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(p.Pixels.Pix, q.Pixels.Pix) {
		t.Error("the pixels are not the same")
	}
}

func TestDamaged(t *testing.T) {
	t.Parallel()
	whole := jpegOf(t, scene(200, 200))
	for name, b := range map[string][]byte{
		"half a jpeg":   whole[:len(whole)/2],
		"half a png":    pngOf(t, scene(200, 200))[:300],
		"a gif's head":  gifOf(t, scene(20, 20))[:20],
		"a webp's head": []byte("RIFF\x04\x00\x00\x00WEBP"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := media.Look(t.Context(), bytes.NewReader(b), media.Recognisers{})
			if e, ok := errors.AsType[*bedside.Error](err); !ok || e.Code != bedside.CodeInvalid {
				t.Errorf("got %v, want an error with the code invalid", err)
			}
		})
	}
	if seen := look(t, whole[:len(whole)-2]); seen.Width != 200 {
		t.Error("a picture that only lost the mark of its end is shown by everybody")
	}
}

// TestClaims looks at files of a few bytes that claim to be large.
func TestClaims(t *testing.T) {
	t.Parallel()
	huge := jpegOf(t, scene(16, 16))
	at := bytes.Index(huge, []byte{0xff, 0xc0})
	copy(huge[at+5:], []byte{0xff, 0xdc, 0xff, 0xdc})
	for name, b := range map[string][]byte{
		"jpeg of 65,500 squared": huge,
		"gif of 65,535 squared":  []byte("GIF89a\xff\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x00;"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			seen := look(t, b)
			if len(seen.NotChecked) != 1 || seen.NotChecked[0].Code != "media_size" {
				t.Errorf("got %+v, want one that says that it was too large", seen.NotChecked)
			}
		})
	}
}

func TestOutOfTime(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	seen, err := media.Look(ctx, bytes.NewReader(jpegOf(t, scene(16, 16))), media.Recognisers{})
	if err != nil || len(seen.NotChecked) != 1 || seen.NotChecked[0].Code != "media_time" {
		t.Errorf("got %+v, %v; want one that says that there was no time", seen, err)
	}
}

func TestAlike(t *testing.T) {
	t.Parallel()
	p := portrait(400, 300)
	half := image.NewRGBA(image.Rect(0, 0, 200, 150))
	mirror := image.NewRGBA(p.Rect)
	for y := range 300 {
		for x := range 400 {
			mirror.Set(399-x, y, p.At(x, y))
			half.Set(x/2, y/2, p.At(x, y))
		}
	}
	var poor bytes.Buffer
	if err := jpeg.Encode(&poor, p, &jpeg.Options{Quality: 40}); err != nil {
		t.Fatal(err)
	}
	of := func(b []byte) bedside.Likeness { return look(t, b).Likeness }
	first := of(pngOf(t, p))
	for name, c := range map[string]struct {
		b    []byte
		want bool
	}{
		"half as large": {pngOf(t, half), true},
		"JPEG 40":       {poor.Bytes(), true},
		"mirrored":      {pngOf(t, mirror), true},
		"another":       {pngOf(t, scene(400, 300)), false},
		"one colour":    {pngOf(t, image.NewGray(image.Rect(0, 0, 60, 60))), false},
	} {
		if got := first.Alike(of(c.b)); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

// portrait is a picture of round things, unlike the scene.
func portrait(width, height int) *image.RGBA {
	p := scene(width, height)
	for y := range height {
		for x := range width {
			c := p.RGBAAt(x, y)
			for _, r := range [][3]int{{width / 3, height / 3, height / 4}, {width * 3 / 4, height / 2, height / 3}, {width / 4, height * 5 / 6, height / 8}} {
				if dx, dy := x-r[0], y-r[1]; dx*dx+dy*dy < r[2]*r[2] {
					c.R, c.G, c.B = 255-c.R, uint8(r[2]*2), 200
				}
			}
			p.SetRGBA(x, y, c)
		}
	}
	return p
}

func TestCover(t *testing.T) {
	t.Parallel()
	p, err := media.Decode(t.Context(), bytes.NewReader(pngOf(t, scene(100, 80))))
	if err != nil {
		t.Fatal(err)
	}
	q := media.Cover(p, [][4]int{{10, 20, 30, 15}, {90, 70, 50, 50}, media.Pad([4]int{0, 0, 5, 5})})
	for y := range 80 {
		for x := range 100 {
			in := x >= 10 && x < 40 && y >= 20 && y < 35 || x >= 90 && y >= 70 || x < 6 && y < 6
			black := q.Pixels.RGBAAt(x, y).R|q.Pixels.RGBAAt(x, y).G|q.Pixels.RGBAAt(x, y).B == 0
			if in != black {
				t.Fatalf("at %d, %d: covered %v, want %v", x, y, black, in)
			}
		}
	}
	if p.Pixels.RGBAAt(15, 25).B == 0 {
		t.Error("the picture itself was changed")
	}
	for _, kind := range []string{media.JPEG, media.PNG} {
		b, err := media.Encode(q, kind)
		if err != nil {
			t.Fatal(err)
		}
		if seen := look(t, b); seen.Type != kind || len(seen.Metadata.Fields) > 0 {
			t.Errorf("the copy is %q with %v", seen.Type, seen.Metadata.Fields)
		}
	}
}
