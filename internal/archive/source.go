package archive

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bedside"
)

// Source is an open archive: a folder, a zip or tar file, or one file by itself.
type Source struct {
	name    string // of the file or folder, as errors say it
	fsys    fs.FS
	closer  io.Closer
	refused map[string]int
	formats []Format
}

// Opener opens archives. The zero value knows no platform, only folders of drafts.
type Opener struct {
	Formats []Format
	Limits  Limits // zero for DefaultLimits
}

// Open opens an archive with the usual limits, to be read with the formats of some platforms (platforms.All).
func Open(ctx context.Context, path string, formats ...Format) (*Source, error) {
	return Opener{Formats: formats}.Open(ctx, path)
}

// Open opens an archive. Of a zip file it reads the directory only; a tar file, which has none, is read once.
func (o Opener) Open(ctx context.Context, path string) (*Source, error) {
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits()
	}
	s := &Source{name: filepath.Base(path), formats: o.Formats}
	if err := s.open(ctx, path, o.Limits); err != nil {
		return nil, s.explain(err)
	}
	return s, nil
}

func (s *Source) open(ctx context.Context, path string, limits Limits) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.IsDir() {
		f, err := openFolder(path, limits)
		s.fsys, s.closer = f, f
		return err
	}
	if !info.Mode().IsRegular() {
		return bedside.Errorf(bedside.CodeInvalid, "it is neither a file nor a folder")
	}
	return s.openFile(ctx, path, info.Size(), limits)
}

// openFile tells by the first bytes what a file is, not by its name.
func (s *Source) openFile(ctx context.Context, path string, size int64, limits Limits) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	head := make([]byte, 512)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return errors.Join(err, f.Close())
	}
	switch head = head[:n]; {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		z, err := openZip(f, size, limits)
		if err != nil {
			return errors.Join(err, f.Close())
		}
		s.fsys, s.closer, s.refused = z, z, z.refused
		return nil
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}), isTar(head):
		defer f.Close()
		t, err := openTar(ctx, f, head[0] == 0x1f, limits)
		if err != nil {
			return err
		}
		s.fsys, s.closer, s.refused = t, t, t.refused
		return nil
	}
	defer f.Close()
	if slices.Contains(packedExtensions(), strings.ToLower(filepath.Ext(path))) {
		return bedside.Errorf(bedside.CodeInvalid, "this is no zip or tar file, or a broken one; get it again from where it came")
	}
	t, err := single(path, limits)
	s.fsys, s.closer = t, io.NopCloser(nil)
	return err
}

// packedExtensions are those of archives that can be opened.
func packedExtensions() []string { return []string{".zip", ".tar", ".gz", ".tgz"} }

func isTar(head []byte) bool { return len(head) == 512 && bytes.HasPrefix(head[257:], []byte("ustar")) }

// FS is the archive as a file system, for those who look at its pictures.
func (s *Source) FS() fs.FS { return s.fsys }

// Close ends the reading of the archive, and removes what it left on disk.
func (s *Source) Close() error { return s.closer.Close() }

// explain makes an error that names the archive and says what to do next, and holds nothing of its content.
func (s *Source) explain(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if ours, ok := errors.AsType[*bedside.Error](err); ok {
		return &bedside.Error{Code: ours.Code, Message: s.name + ": " + ours.Message, Err: err}
	}
	code, message := bedside.CodeInvalid, Reason(err)+"; get it again from where it came"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code, message = bedside.CodeNotFound, "there is no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		message = "may not be read by this user"
	}
	return &bedside.Error{Code: code, Message: s.name + ": " + message, Err: err}
}

// Read hands out everything that the formats recognise in the archive, or else the drafts that lie in it. The error is that
// of hand or ctx, or says why nothing can be read; what could be read in part is in the report.
func (s *Source) Read(ctx context.Context, hand func(Item) error) (Report, error) {
	out := NewImport(func(item Item) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return hand(item)
	})
	for _, reason := range slices.Sorted(maps.Keys(s.refused)) {
		out.skip("", reason, s.refused[reason])
	}
	places, packed, err := find(ctx, s.fsys, s.formats)
	if err != nil {
		return out.Report, s.explain(err)
	}
	for _, name := range packed {
		out.skip(name, "an archive inside the archive; give it by itself", 1)
	}
	if len(places) == 0 {
		err = s.readDrafts(ctx, len(packed), out)
	} else {
		err = s.readPlaces(ctx, places, out)
	}
	return out.Report, err
}

// readPlaces reads one export after the other. One that is refused does not keep the others from being read.
func (s *Source) readPlaces(ctx context.Context, places []place, out *Import) error {
	var refusal error
	var names []string
	for _, p := range places {
		if !slices.Contains(names, p.format.Name()) {
			names = append(names, p.format.Name())
		}
		out.root, out.platform = p.root, p.format.Name()
		before := len(out.Report.Settings)
		err := p.format.Read(ctx, under(s.fsys, p.root), out)
		for i := range out.Report.Settings[before:] {
			out.Report.Settings[before+i].Platform = p.format.Name()
		}
		if stop := errors.Join(ctx.Err(), out.failed); stop != nil {
			return stop
		}
		if err != nil {
			out.Skip(".", Reason(err))
			refusal = s.explain(err)
		}
	}
	out.Report.Platform = strings.Join(names, ", ")
	if out.Report.Read == 0 {
		return refusal
	}
	return nil
}

// readDrafts reads the archive as a folder of drafts.
func (s *Source) readDrafts(ctx context.Context, packed int, out *Import) error {
	out.Report.Platform = "drafts"
	if err := readDrafts(ctx, s.fsys, out); err != nil {
		return err
	}
	if out.Report.Read > 0 {
		return nil
	}
	if packed > 0 {
		return bedside.Errorf(bedside.CodeNotFound, "%s: nothing to read here but packed archives (%d); give them one by one", s.name, packed)
	}
	var names []string
	for _, f := range s.formats {
		names = append(names, f.Name())
	}
	return bedside.Errorf(bedside.CodeNotFound, "%s: nothing to read here: neither an export of a platform (%s) nor drafts (.json, .jsonl, .txt, .md)", s.name, strings.Join(names, ", "))
}
