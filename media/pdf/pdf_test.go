package pdf_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"image"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/media/metadata"
	"bedside/media/pdf"
)

// file writes objects, counted from 1, and a trailer. There is no table of them: it is not read.
func file(trailer string, objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Root 1 0 R %s >>\n%%%%EOF\n", trailer)
	return []byte(b.String())
}

func stream(dict, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

func packed(tb testing.TB, data string) string {
	tb.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(data)); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

const words = "BT /F1 12 Tf 72 700 Td (Ada Ok) Tj (onjo,) Tj 100 0 Td (bed 4) Tj 0 -14 Td [(MRN 00) -20 (12) 300 (34)] TJ T* ET"

// letter is a page of words, with an author, a note and a picture.
func letter(tb testing.TB) []byte {
	tb.Helper()
	return file("/Info 8 0 R",
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F1 4 0 R >> /XObject << /I 6 0 R >> >> >>",
		"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Annots [7 0 R] >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [39 /quoteright] >> >>",
		stream("/Filter /FlateDecode", packed(tb, words+" q 20 0 0 20 0 0 cm /I Do Q")),
		stream("/Subtype /Image /Width 20 /Height 20 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode", packed(tb, strings.Repeat("\x0a\x14\x1e", 400))),
		"<< /Type /Annot /Contents <FEFF00490073002000740068006900730020006800650072003F> >>",
		`<< /Author (In\145s Okafor) /Title (Case \(one\)) /CreationDate (D:20240312211405+01'00') /Producer (Acme) >>`,
	)
}

func read(t *testing.T, b []byte) (*pdf.Document, bedside.Metadata, []pdf.Picture) {
	t.Helper()
	var c metadata.Collector
	var pictures []pdf.Picture
	d, err := pdf.Read(t.Context(), b, &c, func(p pdf.Picture) { pictures = append(pictures, p) })
	if err != nil {
		t.Fatal(err)
	}
	return d, c.Metadata(), pictures
}

func TestRead(t *testing.T) {
	t.Parallel()
	d, told, pictures := read(t, letter(t))
	want := &pdf.Document{Pages: 1, Whole: true, Lines: []pdf.Line{{1, "Ada Okonjo, bed 4"}, {1, "MRN 001234"}, {1, "Is this her?"}}}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(bedside.Metadata{
		Taken: "2024:03:12 21:14:05+01:00", Owner: "Ines Okafor", Words: []string{"Case (one)"},
		Fields: []string{"PDF:Author", "PDF:CreationDate", "PDF:Producer", "PDF:Title"},
	}, told); diff != "" {
		t.Errorf("metadata (-want +got):\n%s", diff)
	}
	if len(pictures) != 1 || pictures[0].Page != 1 || pictures[0].Pixels == nil {
		t.Fatalf("got %d pictures", len(pictures))
	}
	if r, g, b, _ := pictures[0].Pixels.At(19, 19).RGBA(); r>>8 != 10 || g>>8 != 20 || b>>8 != 30 {
		t.Errorf("the last pixel is %d %d %d", r>>8, g>>8, b>>8)
	}
}

// page is a file of one page with a font and what is drawn.
func page(font, content string, more ...string) []byte {
	return file("", append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [3 0 R] >>",
		"<< /Type /Page /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>", font, stream("", content),
	}, more...)...)
}

func TestLines(t *testing.T) {
	t.Parallel()
	plain := "<< /Type /Font /Subtype /TrueType /FirstChar 32 /Widths [250 500] >>"
	toUnicode := stream("", "1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <0041> <0002> <00640061> endbfchar 1 beginbfrange <0010> <0012> <004F> endbfrange 1 beginbfrange <0020> <0021> [<006B> <006F>] endbfrange")
	for name, c := range map[string]struct {
		b    []byte
		want []string
	}{
		"each letter by itself": {page(plain, "BT /F 10 Tf 1 0 0 1 0 0 Tm (A) Tj 1 0 0 1 5 0 Tm (d) Tj 1 0 0 1 10 0 Tm (a) Tj ET"), []string{"Ada"}},
		"a gap":                 {page(plain, "BT /F 10 Tf (Ada) Tj 20 0 Td (Okonjo) Tj ET"), []string{"Ada Okonjo"}},
		"a gap within":          {page(plain, "BT /F 10 Tf [(Ada) -400 (Oko) 30 (njo)] TJ ET"), []string{"Ada Okonjo"}},
		"columns":               {page(plain, "BT /F 10 Tf (Ada) Tj 300 0 Td (Okonjo) Tj ET"), []string{"Ada", "Okonjo"}},
		"lines":                 {page(plain, "BT /F 10 Tf 12 TL (Ada) Tj (Okonjo) ' 0 Tw 0 Tc (bed 4) ' ET"), []string{"Ada", "Okonjo", "bed 4"}},
		"upside down":           {page(plain, "1 0 0 -1 0 800 cm BT /F 1 Tf 10 0 0 -10 0 20 Tm (Ada) Tj 10 0 0 -10 0 40 Tm (Okonjo) Tj ET"), []string{"Ada", "Okonjo"}},
		"upwards":               {page(plain, "BT /F 10 Tf 0 1 -1 0 50 50 Tm (Ada) Tj 2 0 Td (Okonjo) Tj ET"), []string{"AdaOkonjo"}},
		"a map of codes":        {page("<< /Subtype /Type0 /ToUnicode 6 0 R /DescendantFonts [<< /DW 500 /W [1 [600 600]] >>] >>", "BT /F 10 Tf <00010002> Tj 30 0 Td <0010002000210012> Tj ET", toUnicode), []string{"Ada OkoQ"}},
		"a picture within":      {page(plain, "BI /W 1 /H 1 ID x(not words) Tj\x00 EI BT /F 10 Tf (Ada) Tj ET"), []string{"Ada"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _, _ := read(t, c.b)
			var got []string
			for _, line := range d.Lines {
				got = append(got, line.Text)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	inner := "1 0 2 34 3 55 << /Type /Catalog /Pages 2 0 R >>\n << /Kids [3 0 R] >>    << /Type /Page /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>"
	head := strings.Index(inner, "<<")
	inner = fmt.Sprintf("1 0 2 %d 3 %d ", strings.Index(inner, "<< /Kids")-head, strings.Index(inner, "<< /Type /Page /C")-head) + inner[head:]
	first := strings.Index(inner, "<<")
	font, content := "<< /Subtype /Type1 >>", stream("", "BT /F 10 Tf (Ada) Tj ET")
	for name, c := range map[string]struct {
		b    []byte
		want pdf.Document
	}{
		"objects in a stream": {
			file("", "null", "null", "null", font, content, stream(fmt.Sprintf("/Type /ObjStm /N 3 /First %d /Filter /FlateDecode", first), packed(t, inner))),
			pdf.Document{Pages: 1, Lines: []pdf.Line{{1, "Ada"}}, Whole: true, Earlier: true},
		},
		"no tree of pages": {
			file("", "<< /Type /Catalog >>", "<< /Type /Page /Contents 4 0 R /Resources << /Font << /F 3 0 R >> >> >>", font, content),
			pdf.Document{Pages: 1, Lines: []pdf.Line{{1, "Ada"}}, Whole: true},
		},
		"a font that says nothing": {
			page("<< /Subtype /Type0 /Encoding /Identity-H >>", "BT /F 10 Tf <00010002> Tj ET"),
			pdf.Document{Pages: 1, Unread: true, Whole: true},
		},
		"a file inside": {
			page(font, "", "<< /Type /Filespec /EF << /F 7 0 R >> >>"),
			pdf.Document{Pages: 1, Embedded: true, Whole: true},
		},
		"pages that hold themselves": {
			file("", "<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [2 0 R 3 0 R 2 0 R] >>", "<< /Type /Page >>"),
			pdf.Document{Pages: 1, Whole: true},
		},
		"a file that breaks off": {
			upTo(page(font, "BT /F 10 Tf (Ada) Tj ET"), " ET"),
			pdf.Document{Pages: 1, Lines: []pdf.Line{{1, "Ada"}}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, _, _ := read(t, c.b)
			if diff := cmp.Diff(c.want, *got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func upTo(b []byte, word string) []byte { return b[:bytes.Index(b, []byte(word))] }

func TestNotRead(t *testing.T) {
	t.Parallel()
	locked := file("/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) >>",
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [3 0 R] >>", "<< /Type /Page >>")
	for name, c := range map[string]struct {
		b    []byte
		want error
	}{
		"with a password": {locked, pdf.ErrLocked},
		"without a page":  {[]byte("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj"), pdf.ErrDamaged},
	} {
		if _, err := pdf.Read(t.Context(), c.b, &metadata.Collector{}, func(pdf.Picture) {}); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}

// TestBomb unpacks no more than may be: packed twice, 300 MB are 300 KB, and less.
func TestBomb(t *testing.T) {
	t.Parallel()
	once := packed(t, strings.Repeat("(again) Tj ", 8_000_000))
	twice := packed(t, once)
	b := page("<< /Subtype /Type1 >>", "", stream("/Filter [/FlateDecode /FlateDecode]", twice))
	b = bytes.Replace(b, []byte("/Contents 5 0 R"), []byte("/Contents [6 0 R 6 0 R 6 0 R 6 0 R]"), 1)
	d, _, _ := read(t, b)
	if d.Whole {
		t.Error("it is not said that not all was read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(letter(f))
	f.Add(page("<< /Subtype /Type0 /ToUnicode 6 0 R /DescendantFonts [<< /W [1 [600 600] 3 9 500] >>] >>", "q BT /F 10 Tf <0001> Tj ET Q BI /W 1 ID x EI", stream("", "1 beginbfrange <10> <12> <004F> endbfrange")))
	f.Add(file("/Encrypt << /Filter /Standard /V 5 /R 6 /O (x) /U (x) /UE (x) /CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF >>", "<< /Type /Catalog >>"))
	f.Add(page("<< >>", "/I Do", stream("/Subtype /Image /Width 20 /Height 20 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 20 >>", "xxxx")))
	f.Fuzz(func(t *testing.T, b []byte) {
		_, _ = pdf.Read(context.Background(), b, &metadata.Collector{}, func(p pdf.Picture) {
			if p.Pixels != nil && p.Pixels.Bounds().Eq(image.Rectangle{}) {
				t.Error("an empty picture")
			}
		})
	})
}
