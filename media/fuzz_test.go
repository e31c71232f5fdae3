package media_test

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"bedside/media"
)

// FuzzLook looks at anything.
func FuzzLook(f *testing.F) {
	for _, b := range seeds(f) {
		f.Add(b)
	}
	f.Fuzz(looked)
}

// FuzzStrip takes metadata out of anything.
func FuzzStrip(f *testing.F) {
	for _, b := range seeds(f) {
		f.Add(b)
	}
	f.Fuzz(stripped)
}

func FuzzJPEG(f *testing.F)  { fuzzType(f, media.JPEG) }
func FuzzPNG(f *testing.F)   { fuzzType(f, media.PNG) }
func FuzzGIF(f *testing.F)   { fuzzType(f, media.GIF) }
func FuzzWebP(f *testing.F)  { fuzzType(f, media.WebP) }
func FuzzMovie(f *testing.F) { fuzzType(f, media.MOV, media.MP4) }
func FuzzHEIC(f *testing.F)  { fuzzType(f, media.HEIC, media.AVIF) }

// fuzzType looks at damaged files of one kind, and takes their metadata out.
func fuzzType(f *testing.F, kinds ...string) {
	f.Helper()
	for _, b := range seeds(f) {
		if slices.Contains(kinds, media.TypeOf(bytes.NewReader(b))) {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if slices.Contains(kinds, media.TypeOf(bytes.NewReader(b))) {
			looked(t, b)
			stripped(t, b)
		}
	})
}

// looked: nothing panics, boxes lie within the picture, and the file is told from every other.
func looked(t *testing.T, b []byte) {
	t.Helper()
	seen, err := media.Look(t.Context(), bytes.NewReader(b), media.Recognisers{Faces: corner{}})
	if err != nil {
		return
	}
	if seen.SHA256 == "" || seen.Bytes != int64(len(b)) {
		t.Error("no hash, or a wrong size")
	}
	for _, face := range seen.Faces {
		if seen.Width > 0 && (face.Box[0]+face.Box[2] > seen.Width || face.Box[1]+face.Box[3] > seen.Height) && face.Page == 0 {
			t.Errorf("a box of %v lies outside of %d by %d", face.Box, seen.Width, seen.Height)
		}
	}
}

// stripped: a copy without metadata tells nothing, is of the same type and size, and shows the same.
func stripped(t *testing.T, b []byte) {
	t.Helper()
	var out bytes.Buffer
	if err := media.Strip(t.Context(), &out, bytes.NewReader(b)); err != nil {
		return
	}
	before, err := media.Look(t.Context(), bytes.NewReader(b), media.Recognisers{Faces: corner{}})
	if err != nil {
		return
	}
	after, err := media.Look(t.Context(), bytes.NewReader(out.Bytes()), media.Recognisers{Faces: corner{}})
	if opened := len(before.Faces) > 0; err != nil && !opened {
		return
	}
	if err != nil {
		t.Fatalf("a %s could be opened, and its copy cannot: %v", before.Type, err)
	}
	if before.Type != after.Type || before.Width != after.Width || before.Height != after.Height || before.Likeness != after.Likeness || len(before.Faces) != len(after.Faces) {
		t.Errorf("%s, %d by %d, became %s, %d by %d", before.Type, before.Width, before.Height, after.Type, after.Width, after.Height)
	}
	if m := after.Metadata; len(m.Fields) > 0 || m.Place != nil || m.Owner != "" || m.Device != "" {
		t.Errorf("metadata is left: %v", m.Fields)
	}
}

// seeds are small files of every type that is taken apart here.
func seeds(tb testing.TB) [][]byte {
	tb.Helper()
	frame := bytes.Join([][]byte{make([]byte, 16), riff("VP8L", []byte{0x2f, 0, 0, 0, 0, 0x88, 0x88, 0x08})}, nil)
	return [][]byte{
		withSegments(jpegOf(tb, scene(24, 16)), exifSegment(telling(6)), segment(0xed, append([]byte("Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0b"), "\x1c\x02\x50\x00\x04Inesx"...)), segment(0xe1, append([]byte("http://ns.adobe.com/xap/1.0/\x00"), packet...))),
		withChunks(pngOf(tb, scene(24, 16)), pngChunk("eXIf", telling(8)), pngChunk("iTXt", append([]byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"), packet...)), pngChunk("tEXt", []byte("Author\x00Ines"))),
		gifOf(tb, scene(24, 16), portrait(24, 16), scene(24, 16)),
		append([]byte("RIFF\xff\xff\x00\x00WEBP"), bytes.Join([][]byte{riff("VP8X", []byte{0x0e, 0, 0, 0, 0, 0, 0, 0, 0, 0}), riff("ANMF", frame), riff("EXIF", telling(3)), riff("XMP ", []byte(packet))}, nil)...),
		film(), gallery(),
	}
}

func riff(name string, data []byte) []byte {
	n := len(data)
	out := append([]byte(name), byte(n), byte(n>>8), 0, 0)
	if out = append(out, data...); n%2 == 1 {
		out = append(out, 0)
	}
	return out
}

// TestSeeds holds that the seeds are what they are taken for.
func TestSeeds(t *testing.T) {
	t.Parallel()
	for i, want := range []string{media.JPEG, media.PNG, media.GIF, media.WebP, media.MOV, media.HEIC} {
		if got := media.TypeOf(bytes.NewReader(seeds(t)[i])); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if err := media.Strip(context.Background(), io.Discard, bytes.NewReader(seeds(t)[0])); err != nil {
		t.Error(err)
	}
}

// FuzzTypeOf: what somebody typed is no picture and no video, whatever it begins with.
func FuzzTypeOf(f *testing.F) {
	for _, s := range []string{"Sun free at last", "someftypisom", "GIF89a", "RIFF----WEBP", "II* MM", "amoovmdatwideskip"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		typed := strings.Map(func(r rune) rune {
			if r < ' ' || r == utf8.RuneError {
				return -1
			}
			return r
		}, s)
		switch got := media.TypeOf(strings.NewReader(typed)); got {
		case "", media.PDF, media.SVG:
		default:
			t.Errorf("%d characters are taken for %s", len(typed), got)
		}
	})
}
