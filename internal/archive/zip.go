package archive

import (
	"archive/zip"
	"io"
	"math"
	"os"

	"bedside"
)

// zipped is a zip file as a file system. Only its directory is read; a file is unpacked while somebody reads it.
type zipped struct {
	*tree
	file *os.File
}

func (z *zipped) Close() error { return z.file.Close() }

func openZip(f *os.File, size int64, limits Limits) (*zipped, error) {
	// The directory tells its length itself, and may lie: what is read for it is bounded instead.
	head := &boundedAt{r: f, left: int64(limits.Entries)*128 + 1<<20}
	r, err := zip.NewReader(head, size)
	if err != nil {
		return nil, err
	}
	head.left = math.MaxInt64
	if len(r.File) > limits.Entries {
		return nil, tooManyEntries(limits)
	}
	if err := plausible(r.File, size); err != nil {
		return nil, err
	}
	t := newTree(func(at int) (io.ReadCloser, error) { return openEntry(r.File[at], limits) })
	for i, e := range r.File {
		t.add(e.Name, e.Mode(), int64(min(e.UncompressedSize64, math.MaxInt64)), e.Modified, i)
	}
	return &zipped{tree: t.sort(), file: f}, nil
}

// plausible refuses a zip file whose entries lie on top of each other, which is how the worst bombs are made, and one that is locked.
func plausible(files []*zip.File, size int64) error {
	var packed uint64
	for _, e := range files {
		if e.Flags&1 != 0 {
			return bedside.Errorf(bedside.CodeInvalid, "it is locked with a password; unpack it and give the folder")
		}
		if packed += e.CompressedSize64; e.CompressedSize64 > uint64(size) || packed > uint64(size) {
			return bedside.Errorf(bedside.CodeInvalid, "its entries say that they are larger than the archive; get it again from where it came")
		}
	}
	return nil
}

func tooManyEntries(limits Limits) error {
	return bedside.Errorf(bedside.CodeTooLarge, "it has more than %d entries; unpack it and give the folders one by one", limits.Entries)
}

func openEntry(e *zip.File, limits Limits) (io.ReadCloser, error) {
	r, err := e.Open()
	if err != nil {
		return nil, err
	}
	b := bounded{Reader: r, left: limits.File, over: errTooLarge}
	if most := int64(e.CompressedSize64)*limits.Ratio + ratioFrom; most < limits.File {
		b.left, b.over = most, errRatio
	}
	return &boundedEntry{bounded: b, closer: r}, nil
}

type boundedEntry struct {
	bounded
	closer io.Closer
}

func (b *boundedEntry) Close() error { return b.closer.Close() }

// boundedAt is an io.ReaderAt that hands out so many bytes and no more.
type boundedAt struct {
	r    io.ReaderAt
	left int64
}

func (b *boundedAt) ReadAt(p []byte, off int64) (int, error) {
	if int64(len(p)) > b.left {
		return 0, bedside.Errorf(bedside.CodeTooLarge, "its list of files is too long; unpack it and give the folder")
	}
	if b.left != math.MaxInt64 {
		b.left -= int64(len(p))
	}
	return b.r.ReadAt(p, off)
}
