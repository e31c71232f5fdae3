package app

import (
	"context"
	"crypto/rand"
	"slices"
	"time"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/audit"
	"bedside/internal/jobs"
	"bedside/internal/store"
)

// patience is how long an audit waits before it looks whether all posts have been checked.
const patience = 400 * time.Millisecond

// doSum holds all posts together, when no other job of the timeline is left, and keeps what this reveals.
func (t *Timeline) doSum(ctx context.Context, _ jobs.Job, progress func(done, total int)) error {
	left, err := t.Jobs.Left(ctx, timelineGroup, rankSum) // posts are still read or checked
	if err != nil {
		return err
	}
	if left > 0 {
		return &jobs.LaterError{In: patience}
	}
	sum, err := t.sum(ctx)
	if err != nil {
		return err
	}
	found, imports, err := t.audit(ctx, progress)
	if err != nil {
		return err
	}
	if err := t.keepAudit(ctx, &sum.Noun, found); err != nil {
		return err
	}
	for _, imp := range imports {
		if imp.State == ImportChecking {
			if _, err := t.step(ctx, imp, ImportDone); err != nil && bedside.CodeOf(err) != bedside.CodeConflict {
				return err
			}
		}
	}
	return t.Jobs.Forget(ctx, timelineGroup)
}

// audit runs an audit over what is kept. Nil stands for no posts at all.
func (t *Timeline) audit(ctx context.Context, progress func(done, total int)) (*bedside.Audit, []Kept[Import], error) {
	stamp, err := t.stamp()
	if err != nil {
		return nil, nil, err
	}
	imports, err := t.imports().List(ctx, store.Filter{Oldest: true})
	if err != nil {
		return nil, nil, err
	}
	a := kepts{t: t, of: make(map[string][]archive.Item), known: make(map[postName]string)}
	if err := eachOf(ctx, t.posts(), store.Filter{}, func(p Kept[Post]) error { return a.add(&p, stamp) }); err != nil {
		return nil, nil, err
	}
	if a.n == 0 {
		return nil, imports, nil
	}
	found, err := audit.Run(ctx, a.archives(imports), audit.Options{
		Engine: t.Engine, Now: t.Now, Fill: t.Fill, Known: a.isKnown, Workers: t.Workers, Failed: func(string, error) {},
		Progress: func(stage audit.Stage, done, total int) {
			if stage == audit.Checking {
				progress(done, total)
			}
		},
	})
	return found, imports, err
}

// kepts are the posts that are kept, by the import that held them last.
type kepts struct {
	t     *Timeline
	n     int
	of    map[string][]archive.Item
	known map[postName]string // quiet posts, and what was not checked in them
}

// postName is what a post is called.
type postName struct{ platform, kind, id string }

func nameOf(d *bedside.Draft) postName { return postName{d.Account.Platform, d.Kind, d.ID} }

func (a *kepts) add(p *Kept[Post], stamp string) error {
	n := &p.Noun
	a.n++
	a.of[n.Import] = append(a.of[n.Import], archive.Item{Draft: n.shown(), URL: n.URL, Thread: n.Thread, File: n.File})
	if n.Quiet && n.Stamp == stamp {
		a.known[nameOf(&n.Draft.Draft)] = n.Codes
	}
	return nil
}

func (a *kepts) isKnown(item archive.Item) (codes string, quiet bool) {
	codes, quiet = a.known[nameOf(&item.Draft)]
	return codes, quiet
}

// archives hands out the posts of each import as an audit reads an archive.
func (a *kepts) archives(imports []Kept[Import]) []audit.Archive {
	var out []audit.Archive
	for _, imp := range imports {
		out = append(out, audit.Archive{Name: imp.Noun.Archive.Name, Source: keptSource{imp.Noun.Archive, a.of[imp.ID]}})
	}
	return out
}

// keptSource is an archive that was read before.
type keptSource struct {
	said  bedside.AuditArchive
	items []archive.Item
}

// Read hands out the posts, and what the archive said of itself when it was read.
func (k keptSource) Read(_ context.Context, hand func(archive.Item) error) (archive.Report, error) {
	for i := range k.items {
		if err := hand(k.items[i]); err != nil {
			return archive.Report{}, err
		}
	}
	report := archive.Report{Platform: k.said.Platform, Found: k.said.Found, Read: k.said.Read}
	for _, s := range k.said.Skipped {
		report.Skipped = append(report.Skipped, archive.Skipped{File: s.File, Reason: s.Reason, Count: s.Count})
	}
	for _, s := range k.said.Settings {
		report.Settings = append(report.Settings, archive.Setting{Name: s.Name, Value: s.Value, Time: s.Time})
	}
	if k.said.Problem != "" {
		return report, bedside.Errorf(bedside.CodeInvalid, "%s", k.said.Problem)
	}
	return report, nil
}

// keepAudit keeps groups and clean-up, each with what the person said of it before, and last the audit as a whole.
func (t *Timeline) keepAudit(ctx context.Context, sum *Sum, found *bedside.Audit) error {
	round := rand.Text()
	if found == nil {
		found = &bedside.Audit{Schema: bedside.AuditSchema}
	}
	found.CleanUp = slices.DeleteFunc(found.CleanUp, func(a bedside.AuditTask) bool { return a.Post.Kind == "contact_request" }) // the inbox has them
	if err := t.keepGroups(ctx, sum, found, round); err != nil {
		return err
	}
	if err := t.keepTasks(ctx, sum, found, round); err != nil {
		return err
	}
	whole := *found
	whole.Clusters, whole.CleanUp = nil, nil
	return t.changeSum(ctx, func(s *Sum) { s.Audit, s.Made, s.Round = &whole, t.Now(), round })
}

func (t *Timeline) keepGroups(ctx context.Context, sum *Sum, found *bedside.Audit, round string) error {
	apart, err := t.apart(ctx)
	if err != nil {
		return err
	}
	var all []Kept[Group]
	for i := range found.Clusters {
		c := &found.Clusters[i]
		g := Kept[Group]{
			Record: store.Record{ID: sum.idOf("cluster", c.ID), State: c.Severity.String(), Rank: rankOf(i, len(found.Clusters)), At: lastOf(c)},
			Noun:   sum.groupOf(c, round),
		}
		for k := range apart {
			if g.Noun.within(&apart[k].Noun) {
				g.State, g.Noun.Apart = GroupApart, apart[k].Noun.Apart
				found.Clusters[i].Status = GroupApart
			}
		}
		all = append(all, g)
	}
	if err := replace(ctx, t.groups(), all); err != nil {
		return err
	}
	return deleteRest(ctx, t.groups(), leftStates(), func(g *Kept[Group]) bool { return g.Noun.Round != round })
}

// lastOf is when the newest post of a cluster was put up.
func lastOf(c *bedside.AuditCluster) (last time.Time) {
	for i := range c.Posts {
		if at := c.Posts[i].Post.Time.Time; at.After(last) {
			last = at
		}
	}
	return last
}

// replace writes nouns over those that have the same ids, some at a time.
func replace[T any](ctx context.Context, s Shelf[T], all []Kept[T]) error {
	for some := range slices.Chunk(all, postBatch) {
		err := retried(func() error {
			old, err := s.Some(ctx, idsOf(some))
			if err != nil {
				return err
			}
			for i := range some {
				some[i].Version = old[some[i].ID].Version
			}
			_, err = s.PutAll(ctx, some)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// deleteRest deletes the nouns of some states that are not needed any more.
func deleteRest[T any](ctx context.Context, s Shelf[T], states []string, gone func(*Kept[T]) bool) error {
	var ids []string
	err := eachOf(ctx, s, filterOf(states...), func(k Kept[T]) error {
		if gone(&k) {
			ids = append(ids, k.ID)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for some := range slices.Chunk(ids, postBatch) {
		if err := s.Delete(ctx, some...); err != nil {
			return err
		}
	}
	return nil
}

// keepTasks keeps the clean-up. A task that is found no more was changed; one whose post is deleted here goes with it.
func (t *Timeline) keepTasks(ctx context.Context, sum *Sum, found *bedside.Audit, round string) error {
	for first := 0; first < len(found.CleanUp); first += postBatch {
		var tasks []Kept[Task]
		for i, a := range found.CleanUp[first:min(first+postBatch, len(found.CleanUp))] {
			task := sum.taskOf(&a, round)
			task.Rank = rankOf(first+i, len(found.CleanUp))
			tasks = append(tasks, task)
		}
		err := retried(func() error {
			kept, err := t.withOld(ctx, tasks, found.Clusters)
			if err == nil {
				_, err = t.tasks().PutAll(ctx, kept)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return t.settleRest(ctx, round)
}

// taskOf is the task that an audit finds.
func (s *Sum) taskOf(a *bedside.AuditTask, round string) Kept[Task] {
	d := a.Post.Draft
	post := s.postID(d)
	return Kept[Task]{
		Record: store.Record{ID: s.idOf("task", post), State: a.Severity.String(), At: d.Time.Time},
		Noun:   Task{V: 1, Task: *a, Draft: keptDraft{*d}, Post: post, Round: round},
	}
}

// withOld puts tasks as an audit finds them into those that are kept, with what was said of them before.
func (t *Timeline) withOld(ctx context.Context, tasks []Kept[Task], clusters []bedside.AuditCluster) ([]Kept[Task], error) {
	old, err := t.tasks().Some(ctx, idsOf(tasks))
	if err != nil {
		return nil, err
	}
	var ids []string
	for i := range tasks {
		ids = append(ids, tasks[i].Noun.Post)
	}
	posts, err := t.posts().Some(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := slices.Clone(tasks)
	for i := range out {
		task := KeptTask{out[i]}
		if before, there := old[out[i].ID]; there {
			task = KeptTask{before}
			task.Rank = out[i].Rank
			task.found(&out[i].Noun, posts[out[i].Noun.Post].Noun.Seen, t.Now())
		}
		if n := &task.Noun; task.Left() && len(n.Task.Findings) == 0 && allApart(n.Task.Clusters, clusters) {
			task.State, n.Reason, n.Settled = TaskKept, notSamePerson, t.Now()
		}
		out[i] = task.Kept
	}
	return out, nil
}

// allApart reports whether the person told all of some clusters apart.
func allApart(ids []string, clusters []bedside.AuditCluster) bool {
	for i := range clusters {
		if slices.Contains(ids, clusters[i].ID) && clusters[i].Status != GroupApart {
			return false
		}
	}
	return len(ids) > 0
}

// settleRest settles what an audit found no more: the newest export shows other words, or none.
func (t *Timeline) settleRest(ctx context.Context, round string) error {
	var rest []Kept[Task]
	err := eachOf(ctx, t.tasks(), store.Filter{}, func(k Kept[Task]) error {
		if k.Noun.Round != round {
			rest = append(rest, k)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for some := range slices.Chunk(rest, postBatch) {
		if err := t.settleSome(ctx, some); err != nil {
			return err
		}
	}
	return nil
}

// settleSome settles some of them; those whose posts are deleted here go with them.
func (t *Timeline) settleSome(ctx context.Context, tasks []Kept[Task]) error {
	var ids, gone []string
	for i := range tasks {
		ids = append(ids, tasks[i].Noun.Post)
	}
	posts, err := t.posts().Some(ctx, ids)
	if err != nil {
		return err
	}
	var changed []Kept[Task]
	for _, k := range tasks {
		if _, there := posts[k.Noun.Post]; !there {
			gone = append(gone, k.ID)
		} else if (&KeptTask{k}).Left() {
			k.State, k.Noun.Settled, k.Noun.By = TaskChanged, t.Now(), byImport
			changed = append(changed, k)
		}
	}
	if err := replace(ctx, t.tasks(), changed); err != nil {
		return err
	}
	return t.tasks().Delete(ctx, gone...)
}

func (t *Timeline) task(ctx context.Context, id string) (KeptTask, error) {
	k, err := t.tasks().Find(ctx, id)
	return KeptTask{k}, err
}
