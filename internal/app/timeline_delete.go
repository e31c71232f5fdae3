package app

import (
	"context"
	"slices"

	"bedside"
	"bedside/internal/jobs"
	"bedside/internal/store"
)

// Cancel ends what is under way. What was read until then stays, and can be checked or deleted.
func (t *Timeline) Cancel(ctx context.Context) error {
	if err := t.Jobs.Cancel(ctx, timelineGroup); err != nil {
		return err
	}
	busy, err := t.imports().List(ctx, filterOf(ImportWaiting, ImportReading, ImportLooking, ImportChecking))
	if err != nil {
		return err
	}
	for _, imp := range busy {
		err := retried(func() error {
			now, err := t.imports().Find(ctx, imp.ID)
			if err != nil {
				return err
			}
			_, err = t.step(ctx, now, ImportCancelled)
			return err
		})
		if err != nil && bedside.CodeOf(err) != bedside.CodeNotFound {
			return err
		}
		t.discard(imp.ID)
	}
	return nil
}

// Delete destroys an import: its posts, what was found in them, and the copies in the clean-up.
func (t *Timeline) Delete(ctx context.Context, id string) error {
	err := retried(func() error {
		imp, err := t.imports().Find(ctx, id)
		if err != nil {
			return err
		}
		if needsFile(imp.State) {
			return bedside.Errorf(bedside.CodeConflict, "This archive is being read. Stop that first.")
		}
		_, err = t.step(ctx, imp, ImportDeleting)
		return err
	})
	if err != nil {
		return err
	}
	if err := t.Jobs.Forget(ctx, timelineGroup); err != nil {
		return err
	}
	return t.askDelete(ctx, id)
}

// doDelete deletes the posts of an import, and at last the import itself; then the others are held together anew.
func (t *Timeline) doDelete(ctx context.Context, j jobs.Job, progress func(done, total int)) error {
	args, err := argsOf[forImport](j)
	if err != nil {
		return err
	}
	var ids, tasks []string
	sum, err := t.sum(ctx)
	if err != nil {
		return err
	}
	err = eachOf(ctx, t.posts(), store.Filter{}, func(p Kept[Post]) error {
		if p.Noun.Import == args.Import {
			ids, tasks = append(ids, p.ID), append(tasks, sum.Noun.idOf("task", p.ID))
		}
		return nil
	})
	if err != nil {
		return err
	}
	done := 0
	for some := range slices.Chunk(ids, postBatch) {
		if err := t.posts().Delete(ctx, some...); err != nil {
			return err
		}
		if err := t.tasks().Delete(ctx, tasks[done:done+len(some)]...); err != nil {
			return err
		}
		done += len(some)
		progress(done, len(ids))
	}
	if err := t.deleteGroups(ctx, ids); err != nil {
		return err
	}
	if err := deleteRest(ctx, t.incoming(), nil, func(n *Kept[Incoming]) bool { return n.Noun.Import == args.Import }); err != nil {
		return err
	}
	t.discard(args.Import)
	if err := t.imports().Delete(ctx, args.Import); err != nil {
		return err
	}
	return t.sumUpAfter(ctx, "delete "+args.Import)
}

// deleteGroups deletes the groups in which posts stand: they hold their words.
func (t *Timeline) deleteGroups(ctx context.Context, posts []string) error {
	gone := make(map[string]bool, len(posts))
	for _, id := range posts {
		gone[id] = true
	}
	return deleteRest(ctx, t.groups(), nil, func(g *Kept[Group]) bool {
		return slices.ContainsFunc(g.Noun.Posts, func(id string) bool { return gone[id] })
	})
}

// needsFile holds for the states of an import in which its archive is still read from.
func needsFile(state string) bool {
	return state == ImportWaiting || state == ImportReading || state == ImportLooking
}
