package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"bedside"
	"bedside/internal/look"
	"bedside/media"
)

// mediaFile is a picture, a video or a document that is looked at.
type mediaFile struct {
	media.File
	io.Closer
	name string
}

// Name is where the file lies, for whoever has another program open it.
func (f *mediaFile) Name() string { return f.name }

// openMedia opens a file that can be looked at. A device or a pipe cannot: it has no size.
func openMedia(name string) (*mediaFile, error) {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, invalid("this is no file that can be looked at")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return &mediaFile{sized{f, info.Size()}, f, name}, nil
}

// sized is an open file with its size.
type sized struct {
	*os.File
	size int64
}

func (s sized) Size() int64 { return s.size }

// inMemory is a file that came through a pipe.
func inMemory(b []byte) *mediaFile { return &mediaFile{bytes.NewReader(b), io.NopCloser(nil), ""} }

// isMedia reports whether a file is a picture, a video or a document: by its content, and by its name where its content says nothing.
func isMedia(name string, f media.File) bool {
	return media.TypeOf(f) != "" || slices.Contains(mediaExtensions(), strings.ToLower(filepath.Ext(name)))
}

// mediaExtensions are the ends of names that no text has.
func mediaExtensions() []string {
	return []string{
		".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".svg",
		".mp4", ".mov", ".m4v", ".webm", ".mkv", ".avi", ".pdf", ".docx", ".pptx", ".xlsx", ".odt", ".odp", ".ods", ".doc", ".ppt", ".xls", ".dcm",
	}
}

// lookLimit is how long one file may be looked at.
const lookLimit = 60 * time.Second

// lookMemory is how much memory the program aims at while it looks at files, and serveMemory while it also serves: what is not held any
// more is given back early. A look itself holds some 80 MB beside the picture, as it is opened.
const (
	lookMemory  = 190 << 20
	serveMemory = 270 << 20
)

// lookIn looks at a file of an archive. One in a folder is read where it lies, one in a zip file in memory.
func lookIn(l *look.Looker) func(context.Context, fs.FS, string) (*bedside.Seen, error) {
	return func(ctx context.Context, fsys fs.FS, name string) (*bedside.Seen, error) {
		f, err := fsys.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil || !info.Mode().IsRegular() {
			return nil, fs.ErrInvalid
		}
		if at, ok := f.(io.ReaderAt); ok {
			return l.Look(ctx, io.NewSectionReader(at, 0, info.Size()))
		}
		if info.Size() > media.MaxStill {
			return tooLarge(), nil
		}
		b, err := io.ReadAll(io.LimitReader(f, media.MaxStill))
		if err != nil {
			return nil, err
		}
		return l.Look(ctx, bytes.NewReader(b))
	}
}

// tooLarge stands for a file that is not unpacked.
func tooLarge() *bedside.Seen {
	return &bedside.Seen{NotChecked: []bedside.NotChecked{{
		Code: "media_size", Part: bedside.PartMedia, Message: fmt.Sprintf("The file is larger than %d MB, so it was not unpacked.", media.MaxStill>>20),
	}}}
}

// looker looks at files with what this build has to look with.
func (a *app) looker() *look.Looker { return a.lookerWithin(lookMemory) }

func (a *app) lookerWithin(memory int64) *look.Looker {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 { // nobody asked for another
		debug.SetMemoryLimit(memory)
	}
	l := &look.Looker{Limit: lookLimit}
	if a.recognisers != nil {
		l.Recognisers = a.recognisers()
		l.Reels, _ = l.Recognisers.Films.(media.Reels)
	}
	return l
}
