package archive

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"bedside"
)

// readDrafts reads a folder of drafts: .json files of one draft, .jsonl files of one a line, posts as .txt and .md. Where a
// draft has no time, that of its file stands for it; where it has no id, the name of its file does.
func readDrafts(ctx context.Context, fsys fs.FS, out *Import) error {
	return fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			out.Skip(name, Reason(err))
			return nil
		case hidden(e.Name()) && e.IsDir():
			return fs.SkipDir
		case hidden(e.Name()) || e.IsDir():
			return nil
		}
		return readDraftFile(fsys, name, out)
	})
}

func readDraftFile(fsys fs.FS, name string, out *Import) error {
	var read func(*draftFile) error
	switch strings.ToLower(path.Ext(name)) {
	case ".json":
		read = (*draftFile).one
	case ".jsonl":
		read = (*draftFile).lines
	case ".txt", ".md":
		read = (*draftFile).text
	default:
		return nil
	}
	f, err := fsys.Open(name)
	if err != nil {
		out.Skip(name, Reason(err))
		return nil
	}
	defer f.Close()
	d := &draftFile{fsys: fsys, name: name, r: f, out: out}
	if info, err := f.Stat(); err == nil {
		d.time = bedside.Time{Time: info.ModTime()}
	}
	return read(d)
}

// draftFile is one file of a folder of drafts while it is read.
type draftFile struct {
	fsys fs.FS
	name string
	time bedside.Time
	r    io.Reader
	out  *Import
}

func (f *draftFile) one() error {
	b, err := io.ReadAll(io.LimitReader(f.r, bedside.MaxJSON+1))
	if err != nil {
		f.out.Skip(f.name, Reason(err))
		return nil
	}
	return f.decode(b, f.out.name(f.name))
}

func (f *draftFile) text() error {
	b, err := io.ReadAll(io.LimitReader(f.r, bedside.MaxText+1))
	if err == nil {
		err = bedside.ValidText(b)
	}
	if err != nil {
		f.out.Skip(f.name, Reason(err))
		return nil
	}
	return f.hand(bedside.Draft{Text: string(b)}, f.out.name(f.name))
}

// lines reads one draft a line. A line that is too long is passed over in pieces.
func (f *draftFile) lines() error {
	r := bufio.NewReaderSize(f.r, 1<<16)
	for number := 1; ; number++ {
		line, err := readLine(r, bedside.MaxJSON)
		if b := bytes.TrimSpace(line); len(b) > 0 {
			if err := f.decode(b, f.out.name(f.name)+":"+strconv.Itoa(number)); err != nil {
				return err
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, bufio.ErrTooLong):
			f.out.Skip(f.name, "longer than a draft may be")
		case err != nil:
			f.out.Skip(f.name, Reason(err))
			return nil
		}
	}
}

// readLine reads one line. Of a line with more than so many bytes nothing comes back but bufio.ErrTooLong.
func readLine(r *bufio.Reader, most int) (line []byte, err error) {
	long := false
	for {
		piece, err := r.ReadSlice('\n')
		if long = long || len(line)+len(piece) > most; !long {
			line = append(line, piece...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, bufio.ErrTooLong
		default:
			return line, err
		}
	}
}

func (f *draftFile) decode(b []byte, id string) error {
	if d, err := bedside.DecodeDraft(b); err == nil {
		return f.hand(d, id)
	}
	f.out.Skip(f.name, "not a draft")
	return nil
}

func (f *draftFile) hand(d bedside.Draft, id string) error {
	if d.ID == "" {
		d.ID = id
	}
	if d.Time.IsZero() {
		d.Time = f.time
	}
	var media []string
	for _, m := range d.Media {
		media = append(media, Existing(f.fsys, path.Join(path.Dir(f.name), m.Path)))
	}
	return f.out.Add(Item{Draft: d, Media: media, File: f.name})
}
