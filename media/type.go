package media

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"unicode/utf8"

	"bedside/media/dicom"
)

// The types of files that are recognised, as they stand in bedside.Seen.
const (
	JPEG  = "jpeg"
	PNG   = "png"
	GIF   = "gif"
	WebP  = "webp"
	BMP   = "bmp"
	TIFF  = "tiff"
	HEIC  = "heic"
	AVIF  = "avif"
	JXL   = "jxl"
	SVG   = "svg"
	MP4   = "mp4"
	MOV   = "mov"
	WebM  = "webm"
	AVI   = "avi"
	PDF   = "pdf"
	DOCX  = "docx"
	PPTX  = "pptx"
	XLSX  = "xlsx"
	ODF   = "odf" // OpenDocument text, slides and sheets
	OLE   = "ole" // Word, PowerPoint and Excel before 2007
	DICOM = "dicom"
)

// headBytes is how much of a file its type is told by.
const headBytes = 4096

// TypeOf tells a file's type by its content; its name says nothing. It is empty for what is none of the types above. Words can begin like
// any of them: what somebody could have typed is text, unless its type is one that is written in characters.
func TypeOf(f File) string {
	head := make([]byte, min(headBytes, max(0, f.Size())))
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return ""
	}
	head = head[:n]
	switch kind := typeOfHead(head, f); {
	case kind == SVG, kind == PDF, !isText(head):
		return kind
	}
	return ""
}

// isText holds for bytes that somebody could have typed. The last character may be cut.
func isText(head []byte) bool {
	for len(head) > 0 {
		r, size := utf8.DecodeRune(head)
		if r == utf8.RuneError && size == 1 {
			return len(head) < utf8.UTFMax
		}
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' {
			return false
		}
		head = head[size:]
	}
	return true
}

func typeOfHead(head []byte, f File) string {
	if len(head) >= 132 && string(head[128:132]) == "DICM" { // what stands before may be the beginning of a TIFF file
		return DICOM
	}
	if kind := typeByMagic(head); kind != "" {
		return kind
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return typeOfZip(f)
	case bytes.HasPrefix(head, []byte("RIFF")) && len(head) >= 12:
		return map[string]string{"WEBP": WebP, "AVI ": AVI}[string(head[8:12])]
	case len(head) >= 12 && beginsWithBox(head, f.Size(), "ftyp"):
		return typeOfBrands(head)
	case beginsWithBox(head, f.Size(), "moov", "mdat", "wide", "free", "skip", "pnot"):
		return MOV // of before there were brands
	case dicom.Recognised(head):
		return DICOM
	case isPDF(head):
		return PDF
	case isSVG(head):
		return SVG
	}
	return ""
}

// beginsWithBox holds for a file whose first box is of one of some kinds. Its length comes first: of a file that broke off it may be too
// long, but then it is no four characters.
func beginsWithBox(head []byte, size int64, kinds ...string) bool {
	if len(head) < 8 || !slices.Contains(kinds, string(head[4:8])) {
		return false
	}
	length := int64(binary.BigEndian.Uint32(head))
	typed := !slices.ContainsFunc(head[:4], func(b byte) bool { return b < ' ' || b > '~' })
	return length < 2 || length >= 8 && (length <= size || !typed)
}

func typeByMagic(head []byte) string {
	for _, m := range []struct{ magic, kind string }{
		{"\xff\xd8\xff", JPEG},
		{"\x89PNG\r\n\x1a\n", PNG},
		{"GIF87a", GIF},
		{"GIF89a", GIF},
		{"%PDF-", PDF},
		{"II*\x00", TIFF},
		{"MM\x00*", TIFF},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE},
		{"\x1aE\xdf\xa3", WebM},
		{"\xff\x0a", JXL},
		{"\x00\x00\x00\x0cJXL \r\n\x87\n", JXL},
	} {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return m.kind
		}
	}
	if len(head) >= 26 && bytes.HasPrefix(head, []byte("BM")) && head[14] < 128 && bytes.Equal(head[15:18], []byte{0, 0, 0}) && bytes.Equal(head[6:10], []byte{0, 0, 0, 0}) {
		return BMP
	}
	return ""
}

// typeOfBrands tells the files that are made of boxes apart, by the first brand that is known.
func typeOfBrands(head []byte) string {
	end := min(len(head), max(16, int(head[2])<<8|int(head[3])))
	for at := 8; at+4 <= end; at += 4 {
		switch string(head[at : at+4]) {
		case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1":
			if bytes.Contains(head[8:end], []byte("avif")) {
				return AVIF
			}
			return HEIC
		case "avif", "avis":
			return AVIF
		case "qt  ":
			return MOV
		}
	}
	return MP4
}

// isPDF finds a header that does not stand at the very beginning, as readers do; words about PDF files are none.
func isPDF(head []byte) bool {
	at := bytes.Index(head[:min(1024, len(head))], []byte("%PDF-1."))
	return at > 0 && (head[at-1] < ' ' || !isText(head)) && bytes.Contains(head[at:], []byte(" obj"))
}

func isSVG(head []byte) bool {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	return bytes.HasPrefix(text, []byte("<svg")) || (bytes.HasPrefix(text, []byte("<?xml")) || bytes.HasPrefix(text, []byte("<!"))) && bytes.Contains(text, []byte("<svg"))
}
