package media_test

import (
	"bytes"
	"fmt"
	"image"
	"strings"
	"testing"

	"bedside/internal/ziptest"
	"bedside/media"
)

// TestBombs looks at files of few bytes that were made to take much: each is looked at within its limits, and says that there is more.
func TestBombs(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		b    []byte
		code string
	}{
		"png of 100 million pixels":  {whitePNG(t, 10_000, 10_000), "media_size"},
		"jpeg of a thousand layers":  {layers(t, 1000), "media_size"},
		"gif of frames without end":  {frameRow(t, 1000, 1000, 3000), "media_frames"},
		"gif of tiny frames":         {frameRow(t, 1, 1, 50_000), "media_frames"},
		"boxes in boxes":             {nested(50_000), "media_metadata"},
		"pdf that draws itself":      {drawsItself(), "media_document"},
		"document of empty elements": {elements(t), "media_document"},
		"zip within a zip":           {ziptest.File(t, "word/document.xml", "<w:p/>", "word/embeddings/inner.docx", string(elements(t))), "media_embedded"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			seen, err := media.Look(t.Context(), bytes.NewReader(c.b), media.Recognisers{})
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range seen.NotChecked {
				if n.Code == c.code {
					return
				}
			}
			t.Errorf("got %v, want %s", seen.NotChecked, c.code)
		})
	}
}

// layers is a progressive picture of which one scan is repeated.
func layers(tb testing.TB, n int) []byte {
	tb.Helper()
	b := jpegOf(tb, scene(16, 16))
	b[bytes.Index(b, []byte{0xff, 0xc0})+1] = 0xc2
	scan := b[bytes.Index(b, []byte{0xff, 0xda}) : len(b)-2]
	return append(append(bytes.Clone(b[:len(b)-2]), bytes.Repeat(scan, n)...), 0xff, 0xd9)
}

// frameRow repeats the frame of a picture of one colour, and does not end.
func frameRow(tb testing.TB, width, height, n int) []byte {
	tb.Helper()
	b := gifOf(tb, image.NewGray(image.Rect(0, 0, width, height)))
	header := 13 + 3*4 // and a table of four colours
	return append(bytes.Clone(b[:header]), bytes.Repeat(b[header:len(b)-1], n)...)
}

func nested(n int) []byte {
	return append(boxOf("ftyp", []byte("isom\x00\x00\x00\x00isom")), boxOf("moov", boxOf("mvhd", make([]byte, 100)), bytes.Repeat(boxOf("udta", boxOf("name", []byte("x"))), n))...)
}

func drawsItself() []byte {
	form := strings.Repeat("/X Do ", 20)
	return fmt.Appendf(nil, "%%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[3 0 R]>> endobj 3 0 obj <</Type/Page/Contents 4 0 R/Resources 5 0 R>> endobj "+
		"4 0 obj <</Length %d>>stream\n%s\nendstream endobj 5 0 obj <</XObject<</X 4 0 R>>>> endobj trailer<</Root 1 0 R>>", len(form), form)
}

func elements(tb testing.TB) []byte {
	tb.Helper()
	return ziptest.File(tb, "word/document.xml", strings.Repeat("<a/>", 2_100_000))
}
