package archive

import (
	"archive/tar"
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"io/fs"

	"bedside"
)

// Limits keep an archive that was made to harm, or that is broken, from filling memory or disk.
type Limits struct {
	Entries int   // files and folders in one archive
	File    int64 // bytes of one file when unpacked
	Spool   int64 // bytes of all texts of a tar file together
	Ratio   int64 // unpacked to packed, beyond the first bytes
}

// DefaultLimits leave room for decades of posts: they are read in a stream, so that a file's size costs time, not memory.
func DefaultLimits() Limits {
	return Limits{Entries: 1_000_000, File: 2 << 30, Spool: 8 << 30, Ratio: 250}
}

const (
	ratioFrom = 64 << 20 // below so many bytes nobody asks for the ratio
	depth     = 32       // folders in folders
	nameBytes = 1 << 10  // the longest path
)

// bounded reads no more than it may; what lies behind is an error rather than an end.
type bounded struct {
	io.Reader
	left int64
	over error
}

func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.Reader.Read(p)
	if int64(n) > b.left {
		return int(b.left), b.over
	}
	b.left -= int64(n)
	return n, err
}

var (
	errTooLarge = bedside.Errorf(bedside.CodeTooLarge, "larger than such a file may be when unpacked")
	errRatio    = bedside.Errorf(bedside.CodeTooLarge, "unpacks to far more than its size")
	errCutOff   = errors.New("cut off")
)

// Reason says in a few words of ours why a file or an entry could not be read. It holds nothing of what was in it.
func Reason(err error) string {
	var (
		ours   *bedside.Error
		syntax *json.SyntaxError
		typed  *json.UnmarshalTypeError
		table  *csv.ParseError
		packed flate.CorruptInputError
	)
	switch {
	case errors.As(err, &ours):
		return ours.Message
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, errCutOff):
		return "cut off before its end"
	case errors.As(err, &syntax), errors.As(err, &table):
		return "not well formed"
	case errors.As(err, &typed):
		return "of an unknown shape"
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, gzip.ErrChecksum), errors.As(err, &packed):
		return "damaged"
	case errors.Is(err, zip.ErrAlgorithm):
		return "packed in a way that this version does not know"
	case errors.Is(err, tar.ErrHeader), errors.Is(err, zip.ErrFormat), errors.Is(err, gzip.ErrHeader):
		return "not a whole archive"
	case errors.Is(err, fs.ErrNotExist):
		return "missing"
	default:
		return "cannot be read"
	}
}
