package app

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"bedside"
	"bedside/internal/jobs"
	"bedside/internal/store"
)

// Resume looks at what the program before has left: imports that it broke off go on, and say so; of an archive that had not arrived whole
// the name is kept, so that somebody knows what to import again; files that nobody is going to read are removed. It is for the start.
func (t *Timeline) Resume(ctx context.Context) error {
	if err := t.noteInterrupted(ctx); err != nil {
		return err
	}
	entries, err := os.ReadDir(t.Uploads)
	if err != nil {
		return nil //nolint:nilerr // no folder, no files
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		imp, err := t.imports().Find(ctx, e.Name())
		switch {
		case bedside.CodeOf(err) == bedside.CodeNotFound:
			err = t.neverArrived(ctx, e.Name())
			t.discard(e.Name())
		case err == nil && !needsFile(imp.State):
			t.discard(e.Name())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// noteInterrupted notes on each import of this program that it was under way when the program ended.
func (t *Timeline) noteInterrupted(ctx context.Context) error {
	busy, err := t.imports().List(ctx, filterOf(ImportWaiting, ImportReading, ImportLooking, ImportChecking))
	if err != nil {
		return err
	}
	for _, imp := range busy {
		if imp.Noun.Node != t.Node {
			continue
		}
		imp.Noun.Interrupted, imp.Noun.Resumed = t.Now(), time.Time{}
		if _, err := t.imports().Put(ctx, imp); err != nil && bedside.CodeOf(err) != bedside.CodeConflict {
			return err
		}
	}
	return nil
}

// neverArrived keeps the name of an archive that was still on its way.
func (t *Timeline) neverArrived(ctx context.Context, id string) error {
	files, err := os.ReadDir(t.folderOf(id))
	if err != nil || len(files) != 1 {
		return nil //nolint:nilerr // nothing of it is known
	}
	info, err := files[0].Info()
	if err != nil {
		return nil //nolint:nilerr // nor of this
	}
	_, err = t.imports().Put(ctx, Kept[Import]{
		Record: store.Record{ID: filepath.Base(id), State: ImportFailed, At: t.Now()},
		Noun: Import{
			V: 1, Size: info.Size(), Node: t.Node,
			Archive: bedside.AuditArchive{Name: files[0].Name(), Problem: "Bedside ended before the file had arrived whole. Nothing of it was kept; import it again"},
		},
	})
	return err
}

// resumed notes that somebody works on an import again.
func (i *Import) resumed(now time.Time) {
	if !i.Interrupted.IsZero() && i.Resumed.IsZero() {
		i.Resumed = now
	}
}

// Waits reports whether an import was interrupted, and nobody has gone on with it yet.
func (i *Import) Waits() bool { return !i.Interrupted.IsZero() && i.Resumed.IsZero() }

// GoOn goes on at once with what was interrupted or given up, rather than when the lease of whoever had it ends.
func (t *Timeline) GoOn(ctx context.Context) error {
	if err := t.Jobs.Cancel(ctx, timelineGroup); err != nil {
		return err
	}
	if err := t.Jobs.Forget(ctx, timelineGroup); err != nil {
		return err
	}
	busy, err := t.imports().List(ctx, filterOf(ImportWaiting, ImportReading, ImportLooking, ImportDeleting))
	if err != nil {
		return err
	}
	for i := range busy {
		if err := t.goOn(ctx, &busy[i]); err != nil {
			return err
		}
	}
	return t.LookAgain(ctx)
}

// goOn asks for the job that an import waits for.
func (t *Timeline) goOn(ctx context.Context, imp *Kept[Import]) error {
	switch imp.State {
	case ImportLooking:
		return t.askLook(ctx, imp)
	case ImportDeleting:
		return t.askDelete(ctx, imp.ID)
	default:
		return t.askImport(ctx, imp.ID)
	}
}

func (t *Timeline) askImport(ctx context.Context, id string) error {
	return t.Jobs.Enqueue(ctx, jobs.Request{Kind: jobImport, Key: "import " + id, Group: timelineGroup, Args: forImport{id}, Rank: rankRead})
}

func (t *Timeline) askDelete(ctx context.Context, id string) error {
	return t.Jobs.Enqueue(ctx, jobs.Request{Kind: jobDelete, Key: "delete " + id, Group: timelineGroup, Args: forImport{id}, Rank: rankRead})
}
