package office_test

import (
	"archive/zip"
	"bytes"
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/ziptest"
	"bedside/media/metadata"
	"bedside/media/office"
)

const core = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Case of the week</dc:title><dc:creator>Ines Okafor</dc:creator>` +
	`<cp:lastModifiedBy>Ben Adeyemi</cp:lastModifiedBy><dcterms:created>2024-03-12T21:14:05Z</dcterms:created></cp:coreProperties>`

func letter(tb testing.TB) []byte {
	tb.Helper()
	return ziptest.File(tb, "[Content_Types].xml", "<Types/>", "docProps/core.xml", core, "docProps/thumbnail.jpeg", "x",
		"word/document.xml", `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Ada Okonjo, </w:t></w:r><w:r><w:t>bed</w:t><w:tab/><w:t>4</w:t></w:r></w:p>`+
			`<w:p><w:del w:author="Ben Adeyemi"><w:r><w:delText>MRN 00123456</w:delText></w:r></w:del></w:p></w:body></w:document>`,
		"word/comments.xml", `<w:comments xmlns:w="w"><w:comment w:author="Kim Larsen"><w:p><w:r><w:t>Is this her?</w:t></w:r></w:p></w:comment></w:comments>`,
		"word/media/image1.png", "a picture", "word/embeddings/oleObject1.bin", "a file")
}

func slides(tb testing.TB) []byte {
	tb.Helper()
	slide := func(words string) string {
		return `<p:sld xmlns:a="a" xmlns:p="p"><a:p><a:r><a:t>` + words + `</a:t></a:r></a:p></p:sld>`
	}
	return ziptest.File(tb, "ppt/slides/slide10.xml", slide("tenth"), "ppt/slides/slide2.xml", slide("second"), "ppt/notesSlides/notesSlide2.xml", slide("said aloud"),
		"ppt/slides/_rels/slide2.xml.rels", `<Relationships><Relationship Id="r" Target="../media/image7.jpeg"/></Relationships>`, "ppt/media/image7.jpeg", "a picture")
}

func sheets(tb testing.TB) []byte {
	tb.Helper()
	return ziptest.File(tb, "xl/sharedStrings.xml", `<sst><si><t>Name</t></si><si><r><t>Ada </t></r><r><t>Okonjo</t></r></si></sst>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>MRN</t></is></c></row>`+
			`<row><c t="s"><v>1</v></c><c><v>123456</v></c><c t="s"><v>99</v></c></row></sheetData></worksheet>`)
}

func open(tb testing.TB, b []byte) (*zip.Reader, bool) {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	return z, err == nil
}

func TestRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		b        []byte
		want     office.Document
		pictures []office.Picture
		told     bedside.Metadata
	}{
		"letter": {
			letter(t),
			office.Document{Paragraphs: []office.Paragraph{{0, "Ada Okonjo, bed 4"}, {0, "MRN 00123456"}, {0, "Is this her?"}}, Embedded: 1, Whole: true},
			[]office.Picture{{0, []byte("a picture")}},
			bedside.Metadata{
				Taken: "2024-03-12T21:14:05Z", Owner: "Ines Okafor", Words: []string{"Case of the week"}, Previews: 1,
				Fields: []string{"Office:CommentAuthor", "Office:TrackedChanges", "Office:created", "Office:creator", "Office:lastModifiedBy", "Office:title"},
			},
		},
		"slides": {
			slides(t),
			office.Document{Paragraphs: []office.Paragraph{{2, "second"}, {10, "tenth"}, {2, "said aloud"}}, Whole: true},
			[]office.Picture{{2, []byte("a picture")}},
			bedside.Metadata{},
		},
		"sheets": {sheets(t), office.Document{Paragraphs: []office.Paragraph{{1, "Name MRN"}, {1, "Ada Okonjo 123456"}}, Whole: true}, nil, bedside.Metadata{}},
		"open document": {
			ziptest.File(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<office:text xmlns:text="t"><text:h>Ward round</text:h><text:p>Ada<text:s/>Okonjo</text:p></office:text>`),
			office.Document{Paragraphs: []office.Paragraph{{0, "Ward round"}, {0, "Ada Okonjo"}}, Whole: true},
			nil,
			bedside.Metadata{},
		},
		"a part that breaks off": {ziptest.File(t, "word/document.xml", `<w:p><w:t>Ada</w:t>`), office.Document{Paragraphs: []office.Paragraph{{0, "Ada"}}, Whole: true}, nil, bedside.Metadata{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			z, _ := open(t, c.b)
			var told metadata.Collector
			var pictures []office.Picture
			got := office.Read(t.Context(), z, &told, func(p office.Picture) { pictures = append(pictures, p) })
			if diff := cmp.Diff(c.want, *got); diff != "" {
				t.Errorf("document (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.pictures, pictures); diff != "" {
				t.Errorf("pictures (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.told, told.Metadata()); diff != "" {
				t.Errorf("metadata (-want +got):\n%s", diff)
			}
		})
	}
}

// TestBomb unpacks no more than may be.
func TestBomb(t *testing.T) {
	t.Parallel()
	words := string(bytes.Repeat([]byte("<w:p><w:t>again and again</w:t></w:p>"), 2_000_000))
	z, _ := open(t, ziptest.File(t, "word/document.xml", words, "word/header1.xml", words))
	got := office.Read(t.Context(), z, &metadata.Collector{}, func(office.Picture) {})
	if got.Whole || len(got.Paragraphs) > 20_000 {
		t.Errorf("%d paragraphs, whole %v", len(got.Paragraphs), got.Whole)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(letter(f))
	f.Add(slides(f))
	f.Add(sheets(f))
	f.Fuzz(func(t *testing.T, b []byte) {
		if z, ok := open(t, b); ok {
			office.Read(context.Background(), z, &metadata.Collector{}, func(office.Picture) {})
		}
	})
}

// FuzzWords reads parts that are damaged, behind a zip file that is not.
func FuzzWords(f *testing.F) {
	f.Add(core, `<w:p><w:t>Ada</w:t></w:p>`, `<row><c t="s"><v>0</v></c></row>`)
	f.Fuzz(func(t *testing.T, properties, words, rows string) {
		z, _ := open(t, ziptest.File(t, "docProps/core.xml", properties, "word/document.xml", words, "xl/sharedStrings.xml", words, "xl/worksheets/sheet1.xml", rows, "ppt/slides/_rels/slide1.xml.rels", rows))
		office.Read(t.Context(), z, &metadata.Collector{}, func(office.Picture) {})
	})
}
