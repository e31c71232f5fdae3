package archive

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"bedside"
)

// spooled is a tar file as a file system. A tar file has no directory: it is read once from end to end, and its texts are put
// one behind the other into a temporary file without a name. Pictures and videos are known, but not unpacked.
type spooled struct {
	*tree
	spool   *os.File
	entries []spoolEntry
	limits  Limits
	in      *counter // what has been read of the tar file
	end     int64    // of the spool
}

type spoolEntry struct {
	at, size int64
	err      error // why it cannot be opened
}

var errNotUnpacked = bedside.Errorf(bedside.CodeInvalid, "pictures and videos of a tar file are not unpacked; unpack it and give the folder")

func openTar(ctx context.Context, f io.Reader, packed bool, limits Limits) (*spooled, error) {
	spool, err := os.CreateTemp("", "bedside-*")
	if err != nil {
		return nil, err
	}
	_ = os.Remove(spool.Name()) // it lives on without a name; where a system does not allow that, Close removes it
	s := &spooled{spool: spool, limits: limits, in: &counter{Reader: f}}
	s.tree = newTree(s.openEntry)
	if err := s.fill(ctx, packed); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.sort()
	return s, nil
}

func (s *spooled) Close() error {
	err := s.spool.Close()
	_ = os.Remove(s.spool.Name())
	return err
}

func (s *spooled) openEntry(at int) (io.ReadCloser, error) {
	e := s.entries[at]
	if e.err != nil {
		return nil, e.err
	}
	return io.NopCloser(io.NewSectionReader(s.spool, e.at, e.size)), nil
}

func (s *spooled) fill(ctx context.Context, packed bool) error {
	r, err := s.unpack(packed)
	if err != nil {
		return err
	}
	for t := tar.NewReader(r); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			_, err := io.Copy(io.Discard, r) // what is damaged shows at the very end
			return err
		}
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		if len(s.entries) >= s.limits.Entries {
			return tooManyEntries(s.limits)
		}
		if err := s.take(h, t); err != nil {
			return err
		}
	}
}

// take puts one entry into the tree, and its content into the spool if it is a text.
func (s *spooled) take(h *tar.Header, r io.Reader) error {
	if h.Typeflag == tar.TypeXGlobalHeader {
		return nil
	}
	e := spoolEntry{at: s.end}
	mode := h.FileInfo().Mode()
	switch {
	case h.Typeflag == tar.TypeLink:
		mode = os.ModeSymlink // a second name for a file is a link as well
	case !mode.IsRegular():
	case !isText(h.Name):
		e.err = errNotUnpacked
	case h.Size > s.limits.File, s.end+h.Size > s.limits.Spool:
		e.err = errTooLarge
	default:
		if err := s.copy(r); err != nil {
			return err
		}
		e.size = s.end - e.at
	}
	s.add(h.Name, mode, h.Size, h.ModTime, len(s.entries))
	s.entries = append(s.entries, e)
	return nil
}

// copy puts a text into the spool. A file with holes may be far longer than what is read for it.
func (s *spooled) copy(r io.Reader) error {
	for {
		n, err := io.CopyN(s.spool, r, 1<<20)
		s.end += n
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case s.end > ratioFrom+s.in.n*s.limits.Ratio:
			return errRatio
		}
	}
}

// isText reports whether a file may hold posts.
func isText(name string) bool {
	return slices.Contains([]string{".json", ".js", ".jsonl", ".csv", ".txt", ".md", ".html", ".car"}, strings.ToLower(path.Ext(name)))
}

// unpack reads gzip where there is any, with an eye on how much comes out of how little.
func (s *spooled) unpack(packed bool) (io.Reader, error) {
	buffered := bufio.NewReaderSize(s.in, 1<<16)
	if !packed {
		return buffered, nil
	}
	z, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, err
	}
	return &ratioReader{in: s.in, out: counter{Reader: z}, ratio: s.limits.Ratio}, nil
}

// counter counts what is read.
type counter struct {
	io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

// ratioReader ends in an error where far more comes out than goes in.
type ratioReader struct {
	in    *counter
	out   counter
	ratio int64
}

func (r *ratioReader) Read(p []byte) (int, error) {
	n, err := r.out.Read(p)
	if r.out.n > ratioFrom+r.in.n*r.ratio {
		return n, errRatio
	}
	return n, err
}
