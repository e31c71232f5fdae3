package app

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/platforms"
	"bedside/internal/jobs"
	"bedside/internal/store"
)

// LargestArchive is the most bytes that an archive may have to be imported.
const LargestArchive = 10 << 30

// Kinds of the timeline's jobs.
const (
	jobImport = "timeline.import" // reads an archive
	jobCheck  = "timeline.check"  // checks a batch of posts
	jobScan   = "timeline.scan"   // looks for posts to be checked anew
	jobSum    = "timeline.sum"    // holds all posts together
	jobDelete = "timeline.delete" // deletes an import
	jobLook   = "timeline.look"   // looks at pictures of an import
)

// Of jobs that are due, these are done first: what gives others work.
const (
	rankSum   = 0
	rankCheck = 1
	rankRead  = 2
)

// Handlers do the timeline's jobs.
func (t *Timeline) Handlers() map[string]jobs.Handler {
	return map[string]jobs.Handler{jobImport: t.doImport, jobCheck: t.doCheck, jobScan: t.doScan, jobSum: t.doSum, jobDelete: t.doDelete, jobLook: t.doLook}
}

// forImport are the arguments of a job about an import.
type forImport struct {
	Import string `json:"import"`
}

// Import keeps an archive that somebody hands in, and has it read. What arrives lies in a file only its owner can read until it was.
func (t *Timeline) Import(ctx context.Context, name string, r io.Reader) (Kept[Import], error) {
	return t.ImportAs(ctx, rand.Text(), name, r)
}

// FindImport reads one import.
func (t *Timeline) FindImport(ctx context.Context, id string) (Kept[Import], error) {
	return t.imports().Find(ctx, id)
}

// ImportAs keeps an archive under an id that nothing else has had: of two who use it at once one is refused.
func (t *Timeline) ImportAs(ctx context.Context, id, name string, r io.Reader) (Kept[Import], error) {
	none, name := Kept[Import]{}, fileName(name)
	size, err := t.receive(id, name, r)
	if bedside.CodeOf(err) == bedside.CodeConflict {
		return none, err
	}
	if err != nil {
		t.discard(id)
		return none, err
	}
	if err := t.Jobs.Forget(ctx, timelineGroup); err != nil {
		return none, err
	}
	imp, err := t.imports().Put(ctx, Kept[Import]{
		Record: store.Record{ID: id, State: ImportWaiting, At: t.Now()},
		Noun:   Import{V: 1, Archive: bedside.AuditArchive{Name: name}, Size: size, Node: t.Node},
	})
	if err == nil {
		err = t.askImport(ctx, id)
	}
	if err != nil {
		t.discard(id)
		return none, errors.Join(err, t.imports().Delete(context.WithoutCancel(ctx), id))
	}
	return imp, nil
}

// fileName is the name under which an archive is shown and lies on disk: how it ends may say what it is.
func fileName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || !unicode.IsPrint(r) || strings.ContainsRune(`<>:"|?*`, r) {
			return '_'
		}
		return r
	}, name)
	for len(name) > 120 {
		name = name[1:]
		for len(name) > 0 && name[0]&0xC0 == 0x80 {
			name = name[1:]
		}
	}
	if strings.Trim(name, ". ") == "" {
		return "archive"
	}
	return name
}

func (t *Timeline) folderOf(id string) string { return filepath.Join(t.Uploads, id) }

// receive writes an archive to its file.
func (t *Timeline) receive(id, name string, r io.Reader) (size int64, err error) {
	if err := os.MkdirAll(t.Uploads, 0o700); err != nil {
		return 0, noRoom(err)
	}
	if err := os.Mkdir(t.folderOf(id), 0o700); errors.Is(err, fs.ErrExist) {
		return 0, bedside.Errorf(bedside.CodeConflict, "this import is under way already: ask how far it is")
	} else if err != nil {
		return 0, noRoom(err)
	}
	f, err := os.OpenFile(filepath.Join(t.folderOf(id), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return 0, noRoom(err)
	}
	from := &noted{Reader: io.LimitReader(r, LargestArchive+1)}
	size, err = io.Copy(f, from)
	err = errors.Join(err, f.Sync(), f.Close())
	switch {
	case from.err != nil:
		return 0, &bedside.Error{Code: bedside.CodeInvalid, Message: "The archive did not arrive whole. Nothing was kept of it; choose it again.", Err: from.err}
	case err != nil:
		return 0, noRoom(err)
	case size > LargestArchive:
		return 0, bedside.Errorf(bedside.CodeTooLarge, "The archive is larger than 10 GB. Ask the platform for a smaller one, or for one without pictures.")
	case size == 0:
		return 0, bedside.Errorf(bedside.CodeInvalid, "The file is empty. Choose the file that the platform gave you.")
	}
	return size, nil
}

// noted remembers whether it was the reading that went wrong.
type noted struct {
	io.Reader
	err error
}

func (n *noted) Read(p []byte) (int, error) {
	k, err := n.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		n.err = err
	}
	return k, err
}

func noRoom(err error) error {
	return &bedside.Error{Code: bedside.CodeUnavailable, Message: "The archive could not be put into Bedside's folder. Is the disk full? Nothing was kept of it.", Err: err}
}

// discard removes the file of an archive.
func (t *Timeline) discard(id string) { _ = os.RemoveAll(t.folderOf(id)) }

// elsewhere is how soon a program looks again whether the one that has the file took the job.
const elsewhere = 500 * time.Millisecond

// doImport reads an archive. Begun again after a crash it reads all of it once more, and writes what it finds over what it wrote.
func (t *Timeline) doImport(ctx context.Context, j jobs.Job, progress func(done, total int)) error {
	id, err := argsOf[forImport](j)
	if err != nil {
		return err
	}
	imp, err := t.imports().Find(ctx, id.Import)
	if err != nil {
		return err
	}
	if imp.State != ImportWaiting && imp.State != ImportReading {
		return nil
	}
	if imp.Noun.Node != t.Node { // the file lies with another
		return &jobs.LaterError{In: elsewhere}
	}
	imp.Noun.resumed(t.Now())
	if imp, err = t.step(ctx, imp, ImportReading); err != nil {
		return err
	}
	source, err := t.open(ctx, &imp)
	if err == nil {
		defer source.Close()
		err = t.readInto(ctx, &imp, source, progress)
	}
	switch {
	case ctx.Err() != nil:
		return err
	case bedside.CodeOf(err) == bedside.CodeUnavailable, bedside.CodeOf(err) == bedside.CodeConflict:
		return err // of the store: it is tried again
	case err != nil:
		imp.Noun.Archive.Problem = archiveProblem(err, imp.Noun.Archive.Name)
	}
	return t.wasRead(ctx, imp)
}

// wasRead goes on with an import that was read to its end: its pictures are looked at, if there are any, while its words are checked.
func (t *Timeline) wasRead(ctx context.Context, imp Kept[Import]) (err error) {
	state := ImportChecking
	switch {
	case imp.Noun.Archive.Read == 0:
		state = ImportFailed
	case len(imp.Noun.Pictures.Plan) > 0:
		state = ImportLooking
	}
	imp.Noun.Read = t.Now()
	if imp, err = t.step(ctx, imp, state); err != nil {
		return err
	}
	if state == ImportLooking {
		err = t.askLook(ctx, &imp)
	} else {
		t.discard(imp.ID)
	}
	return errors.Join(err, t.sumUpAfter(ctx, "import "+imp.ID))
}

// sumUpAfter asks for the posts to be held together when all else is done.
func (t *Timeline) sumUpAfter(ctx context.Context, what string) error {
	return t.Jobs.Enqueue(ctx, jobs.Request{Kind: jobSum, Key: "sum after " + what, Group: timelineGroup, Rank: rankSum})
}

// step writes an import in another state.
func (t *Timeline) step(ctx context.Context, imp Kept[Import], state string) (Kept[Import], error) {
	imp.State = state
	return t.imports().Put(ctx, imp)
}

// open opens the file of an archive. It is on the computer that received it.
func (t *Timeline) open(ctx context.Context, imp *Kept[Import]) (*archive.Source, error) {
	name := filepath.Join(t.folderOf(imp.ID), imp.Noun.Archive.Name)
	if _, err := os.Stat(name); err != nil {
		return nil, bedside.Errorf(bedside.CodeNotFound, "its file is not there any more. Import it again")
	}
	return archive.Open(ctx, name, platforms.All()...)
}

// archiveProblem is what may be shown of an error about an archive, which begins with its name.
func archiveProblem(err error, name string) string {
	e, ok := errors.AsType[*bedside.Error](err)
	if !ok {
		return "it could not be read to its end"
	}
	return strings.TrimPrefix(e.Message, name+": ")
}

// postBatch is how many posts are kept, and checked, at once.
const postBatch = 256

// readInto keeps all that an archive holds.
func (t *Timeline) readInto(ctx context.Context, imp *Kept[Import], source *archive.Source, progress func(done, total int)) error {
	sum, err := t.sum(ctx)
	if err != nil {
		return err
	}
	w := postWriter{t: t, sum: &sum.Noun, imp: imp.ID, seen: t.Now(), files: source.FS(), progress: progress}
	report, err := source.Read(ctx, func(item archive.Item) error { return w.add(ctx, item) })
	if err == nil {
		err = w.flush(ctx)
	}
	imp.Noun.report(report)
	imp.Noun.Pictures = t.plan(w.hung)
	return err
}

// report notes what an import said of itself.
func (i *Import) report(r archive.Report) {
	a := bedside.AuditArchive{Name: i.Archive.Name, Platform: r.Platform, Found: r.Found, Read: r.Read}
	for _, s := range r.Skipped {
		a.Skipped = append(a.Skipped, bedside.AuditSkipped{File: s.File, Reason: s.Reason, Count: s.Count})
	}
	for _, s := range r.Settings {
		a.Settings = append(a.Settings, bedside.AuditSetting{Name: s.Name, Value: s.Value, Time: s.Time})
	}
	i.Archive = a
}

// postWriter keeps posts in batches, and asks for each to be checked.
type postWriter struct {
	t        *Timeline
	sum      *Sum
	imp      string
	seen     time.Time
	waiting  []Kept[Post]
	place    map[string]int // of an id, in waiting
	files    fs.FS          // of the archive
	hung     []hung         // posts with files that nobody looked at yet
	batches  int
	written  int
	progress func(done, total int)
}

func (w *postWriter) add(ctx context.Context, item archive.Item) error {
	d := item.Draft
	p := Kept[Post]{
		Record: store.Record{ID: w.sum.postID(&d), State: postUnread, At: d.Time.Time},
		Noun:   Post{V: 1, Import: w.imp, Draft: keptDraft{d}, URL: item.URL, Thread: item.Thread, File: item.File, Media: item.Media, Seen: w.seen},
	}
	if at, twice := w.place[p.ID]; twice {
		w.waiting[at] = p
		return nil
	}
	if w.place == nil {
		w.place = make(map[string]int, postBatch)
	}
	w.place[p.ID] = len(w.waiting)
	w.waiting = append(w.waiting, p)
	if len(w.waiting) < postBatch {
		return nil
	}
	return w.flush(ctx)
}

// flush keeps a batch. Posts that were imported before are replaced; what was found in them stays while their words do.
func (w *postWriter) flush(ctx context.Context) error {
	if len(w.waiting) == 0 {
		return nil
	}
	var ids []string
	err := retried(func() error {
		ids = ids[:0]
		old, err := w.t.posts().Some(ctx, idsOf(w.waiting))
		if err != nil {
			return err
		}
		for i := range w.waiting {
			p := &w.waiting[i]
			update(p, old[p.ID])
			if p.State == postUnread {
				ids = append(ids, p.ID)
			}
		}
		_, err = w.t.posts().PutAll(ctx, w.waiting)
		return err
	})
	if err == nil {
		err = w.hand(ctx)
	}
	if err != nil {
		return err
	}
	for i := range w.waiting {
		p := &w.waiting[i]
		if n, bytes := p.Noun.sizeIn(w.files); n > 0 && len(p.Noun.Looked) == 0 {
			w.hung = append(w.hung, hung{p.ID, p.At, n, bytes})
		}
	}
	w.batches++
	w.written += len(w.waiting)
	w.waiting, w.place = w.waiting[:0], nil
	w.progress(w.written, 0)
	return w.t.askCheck(ctx, ids)
}

// hand puts what others sent into the inbox. What is there already stays as it is: somebody may have answered it.
func (w *postWriter) hand(ctx context.Context) error {
	var sent []Kept[Incoming]
	for i := range w.waiting {
		if n, theirs := fromImport(&w.waiting[i].Noun); theirs {
			id := w.sum.idOf(incomingKind, w.waiting[i].ID)
			sent = append(sent, Kept[Incoming]{Record: store.Record{ID: id, State: IncomingOpen, At: w.waiting[i].At}, Noun: n})
		}
	}
	return retried(func() error {
		there, err := w.t.incoming().Some(ctx, idsOf(sent))
		if err != nil {
			return err
		}
		sent = slices.DeleteFunc(sent, func(k Kept[Incoming]) bool { _, is := there[k.ID]; return is })
		_, err = w.t.incoming().PutAll(ctx, sent)
		return err
	})
}

// update makes a post the next version of the one that is kept, if there is one.
func update(p *Kept[Post], old Kept[Post]) {
	p.Version = old.Version
	if old.Version > 0 && sameWords(&old.Noun, &p.Noun) {
		p.State, p.Noun.Stamp, p.Noun.Quiet, p.Noun.Codes = old.State, old.Noun.Stamp, old.Noun.Quiet, old.Noun.Codes
		if slices.Equal(old.Noun.Media, p.Noun.Media) {
			p.Noun.Looked = old.Noun.Looked
		}
	}
}

// sameWords reports whether two versions of a post are the same to a check.
func sameWords(a, b *Post) bool {
	x, errX := a.Draft.MarshalJSON()
	y, errY := b.Draft.MarshalJSON()
	return errX == nil && errY == nil && string(x) == string(y) && a.Thread == b.Thread
}

// retried does something anew while somebody else is faster.
func retried(do func() error) (err error) {
	for range 8 {
		if err = do(); bedside.CodeOf(err) != bedside.CodeConflict {
			return err
		}
	}
	return err
}
