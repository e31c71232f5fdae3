package app

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"bedside"
	"bedside/internal/jobs"
	"bedside/internal/store"
)

// What is under way in the timeline.
const (
	StageReading  = "reading"
	StageChecking = "checking"
	StageLooking  = "looking" // at pictures
	StageJoining  = "joining"
	StageDeleting = "deleting"
)

// Progress is how far the work has come. Total is 0 while nobody knows it.
type Progress struct {
	Stage       string // empty: nothing is under way
	Done, Total int
	Problem     string // of work that was given up
}

// Progress tells what is under way.
func (t *Timeline) Progress(ctx context.Context) (Progress, error) {
	all, err := t.Jobs.Group(ctx, timelineGroup)
	if err != nil {
		return Progress{}, err
	}
	of := map[string]Progress{}
	var out Progress
	for _, j := range all {
		stage := stageOf(j.Kind)
		p := of[stage]
		p.Done, p.Total = p.Done+j.Done, p.Total+j.Total
		switch j.State {
		case jobs.Waiting, jobs.Running:
			p.Stage = stage
		case jobs.Failed:
			out.Problem = j.Problem
		}
		of[stage] = p
	}
	for _, stage := range []string{StageDeleting, StageReading, StageChecking, StageLooking, StageJoining} {
		if p := of[stage]; p.Stage != "" {
			p.Problem = out.Problem
			if stage == StageLooking {
				return t.looking(ctx, p)
			}
			return p, nil
		}
	}
	return out, nil
}

// looking is how far pictures were looked at: that the imports know.
func (t *Timeline) looking(ctx context.Context, p Progress) (Progress, error) {
	imports, err := t.imports().List(ctx, filterOf(ImportLooking))
	p.Done, p.Total = 0, 0
	for i := range imports {
		l := &imports[i].Noun.Pictures
		p.Done, p.Total = p.Done+l.Looked+l.Unopened, p.Total+l.Chosen
	}
	return p, err
}

func stageOf(kind string) string {
	switch kind {
	case jobImport, jobScan:
		return StageReading
	case jobCheck:
		return StageChecking
	case jobDelete:
		return StageDeleting
	case jobLook:
		return StageLooking
	default:
		return StageJoining
	}
}

// Overview is the timeline as a whole.
type Overview struct {
	Sum      Sum
	Imports  []Kept[Import] // the newest first
	Progress Progress
	Left     map[string]int // tasks by severity
	Changed  int
	Kept     int
	Unread   int // posts that were read and not checked
}

// Overview reads what stands around the posts.
func (t *Timeline) Overview(ctx context.Context) (o Overview, err error) {
	sum, err := t.sum(ctx)
	if err != nil {
		return o, err
	}
	o.Sum = sum.Noun
	counts, errTasks := t.tasks().Count(ctx)
	posts, errPosts := t.Store.Count(ctx, store.Filter{Owner: t.Owner, Kind: "post", States: []string{postUnread}})
	imports, errImports := t.imports().List(ctx, store.Filter{})
	progress, errJobs := t.Progress(ctx)
	o.Imports, o.Progress, o.Unread = imports, progress, posts[postUnread]
	o.Left, o.Changed, o.Kept = map[string]int{}, counts[TaskChanged], counts[TaskKept]
	for _, state := range leftStates() {
		o.Left[state] = counts[state]
	}
	return o, errors.Join(errTasks, errPosts, errImports, errJobs)
}

// Choice chooses what a page shows: things of some states and some time, from one thing on.
type Choice struct {
	States   []string
	From, To time.Time
	After    string // id of the last thing of the page before
	Limit    int
}

// pageOf reads a page of a shelf, and says whether another follows.
func pageOf[T any](ctx context.Context, s Shelf[T], c Choice) (out []Kept[T], more bool, err error) {
	f := store.Filter{States: c.States, From: c.From, To: c.To, Limit: c.Limit + 1}
	if c.After != "" {
		last, err := s.Find(ctx, c.After)
		if err != nil {
			return nil, false, err
		}
		f.After = &last.Record
	}
	out, err = s.List(ctx, f)
	if more = len(out) > c.Limit; more {
		out = out[:c.Limit]
	}
	return out, more, err
}

// Tasks reads a page of the clean-up, the closest first. Without states it is what is left.
func (t *Timeline) Tasks(ctx context.Context, c Choice) ([]KeptTask, bool, error) {
	if len(c.States) == 0 {
		c.States = leftStates()
	}
	found, more, err := pageOf(ctx, t.tasks(), c)
	out := make([]KeptTask, len(found))
	for i := range found {
		out[i] = KeptTask{found[i]}
	}
	return out, more, err
}

// Task reads one task, and whether its post is in the newest export of its platform.
func (t *Timeline) Task(ctx context.Context, id string) (task KeptTask, gone bool, err error) {
	if task, err = t.task(ctx, id); err != nil {
		return task, false, err
	}
	post, err := t.posts().Find(ctx, task.Noun.Post)
	if bedside.CodeOf(err) == bedside.CodeNotFound {
		return task, true, nil
	}
	if err != nil {
		return task, false, err
	}
	imports, err := t.imports().List(ctx, store.Filter{})
	platform := post.Noun.Draft.Account.Platform
	for i := range imports {
		n := &imports[i].Noun
		if platform != "" && n.Read.After(post.Noun.Seen) && imports[i].ID != post.Noun.Import && slices.Contains(strings.Split(n.Archive.Platform, ", "), platform) {
			gone = true
		}
	}
	return task, gone, err
}

// Groups reads a page of the posts that reveal somebody together, the gravest first. Without states it is those that were not told apart.
func (t *Timeline) Groups(ctx context.Context, c Choice) ([]Kept[Group], bool, error) {
	if len(c.States) == 0 {
		c.States = leftStates()
	}
	return pageOf(ctx, t.groups(), c)
}

// Group reads one group.
func (t *Timeline) Group(ctx context.Context, id string) (Kept[Group], error) {
	return t.groups().Find(ctx, id)
}

// TaskOf is the id of the task about a post; whether there is one only the clean-up can tell.
func (o *Overview) TaskOf(post string) string { return o.Sum.idOf("task", post) }

// GroupOf is the id of the record of a cluster.
func (o *Overview) GroupOf(cluster string) string { return o.Sum.idOf("cluster", cluster) }

// Posts reads a page of posts, the newest first.
func (t *Timeline) Posts(ctx context.Context, c Choice) ([]Kept[Post], bool, error) {
	return pageOf(ctx, t.posts(), c)
}

// Post reads one post, and checks it anew.
func (t *Timeline) Post(ctx context.Context, id string) (Kept[Post], bedside.Draft, *bedside.Result, error) {
	p, err := t.posts().Find(ctx, id)
	if err != nil {
		return p, bedside.Draft{}, nil, err
	}
	d := t.Fill(p.Noun.shown())
	r, _, err := t.Engine.CheckAndRecord(d, t.timeFor(&d))
	return p, d, r, err
}
