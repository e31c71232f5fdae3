package media

import (
	"archive/zip"
	"io"
	"strings"
)

// maxDirectory is how many bytes of a zip file's directory are read: some 50,000 entries.
const maxDirectory = 4 << 20

// openZip reads the directory of a zip file, and no more of it than a document has.
func openZip(f File) (*zip.Reader, error) {
	within := &rationed{File: f, left: maxDirectory}
	z, err := zip.NewReader(within, f.Size())
	switch {
	case within.left < 0:
		return nil, tooLarge("The document has more parts than are looked at, so it was not opened.")
	case err != nil:
		return nil, damaged("document")
	}
	within.left = f.Size() * 2 // each part is read once, and has its own limit
	return z, nil
}

// rationed lets so many bytes of a file be read.
type rationed struct {
	File
	left int64
}

func (r *rationed) ReadAt(p []byte, at int64) (int, error) {
	if r.left -= int64(len(p)); r.left < 0 {
		return 0, io.ErrUnexpectedEOF
	}
	return r.File.ReadAt(p, at)
}

// typeOfZip tells the documents of offices apart; other archives are none of ours.
func typeOfZip(f File) string {
	z, err := openZip(f)
	if err != nil {
		return typeOfBrokenZip(f)
	}
	for _, part := range z.File {
		switch top, _, _ := strings.Cut(part.Name, "/"); top {
		case "word":
			return DOCX
		case "ppt":
			return PPTX
		case "xl":
			return XLSX
		case "mimetype":
			return ODF
		}
	}
	return ""
}

// typeOfBrokenZip tells by its first parts what a file is whose directory is lost, or too long to be read.
func typeOfBrokenZip(f File) string {
	head := make([]byte, headBytes)
	n, _ := f.ReadAt(head, 0)
	first := string(head[:n])
	if !strings.Contains(first, "[Content_Types].xml") {
		return ""
	}
	for _, k := range []struct{ folder, kind string }{{"ppt/", PPTX}, {"xl/", XLSX}} {
		if strings.Contains(first, k.folder) {
			return k.kind
		}
	}
	return DOCX
}
