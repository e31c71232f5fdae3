package media

import (
	"context"
	"errors"
	"io"

	"bedside"
)

// File is what is looked at: a bytes.Reader, an io.SectionReader, or an open file with its size.
type File interface {
	io.ReaderAt
	Size() int64
}

// Limits of what is looked at. What is beyond them is not an error: a [bedside.Seen] says that it was not checked.
const (
	MaxBytes  = 2 << 30    // of a file that is looked at at all
	MaxStill  = 100 << 20  // of a picture or a document, which is held in memory
	MaxPixels = 50_000_000 // of a picture, or of one frame

	maxMemory = 200 << 20 // that decoding a picture may take, the file itself with it
)

// whole reads a file that is held in memory.
func whole(ctx context.Context, f File) ([]byte, error) {
	if f.Size() > MaxStill {
		return nil, tooLarge("The file is larger than %d MB, so it was not opened.", MaxStill>>20)
	}
	b := make([]byte, f.Size())
	if _, err := io.ReadFull(stoppable(ctx, f), b); err != nil {
		return nil, unread(ctx, err)
	}
	return b, nil
}

// stoppable reads a file from its beginning until the context ends.
func stoppable(ctx context.Context, f File) io.Reader {
	return &stopping{ctx, io.NewSectionReader(f, 0, f.Size())}
}

type stopping struct {
	ctx context.Context //nolint:containedctx // a reader has no other way to be stopped
	r   io.Reader
}

func (s *stopping) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}

// The three ways in which a file is not looked at: damaged is an error; the other two become entries of Seen.NotChecked.

func damaged(what string) *bedside.Error {
	return bedside.Errorf(bedside.CodeInvalid, "The %s is damaged: it could not be read. Save it again from where it came, or leave it out.", what)
}

func tooLarge(format string, args ...any) *bedside.Error {
	return bedside.Errorf(bedside.CodeTooLarge, format, args...)
}

func unsupported(format string, args ...any) *bedside.Error {
	return bedside.Errorf(bedside.CodeUnavailable, format, args...)
}

// outOfTime is told where the context ended before all was looked at.
const outOfTime = "There was no time to look at all of the file."

// unread tells a file that could not be read from a time that was up.
func unread(ctx context.Context, err error) *bedside.Error {
	if stopped(ctx, err) {
		return unsupported(outOfTime)
	}
	return &bedside.Error{Code: bedside.CodeUnavailable, Message: "The file could not be read. Check that it is still there.", Err: err}
}

func stopped(ctx context.Context, err error) bool {
	return ctx.Err() != nil || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled)
}
