package app

import (
	"cmp"
	"context"
	"io/fs"
	"slices"
	"strconv"
	"time"

	"bedside"
	"bedside/internal/jobs"
)

// Looks is how far the pictures and files of an import's posts were looked at.
type Looks struct {
	Plan     []string      `json:"plan,omitempty"`     // ids of the posts whose files are still to be looked at, the newest first
	Files    int           `json:"files,omitempty"`    // all that the archive holds
	Chosen   int           `json:"chosen,omitempty"`   // those that the budget has room for
	Looked   int           `json:"looked,omitempty"`   // at
	Unopened int           `json:"unopened,omitempty"` // could not be
	Spent    time.Duration `json:"spent,omitempty"`
}

// Beyond is how many files nobody looked at because the budget was spent, once the work has ended.
func (l *Looks) Beyond() int { return l.Files - l.Looked - l.Unopened }

// hung are the files of one post.
type hung struct {
	post  string
	at    time.Time
	files int
	bytes int64
}

// lookBatch is how many posts' files are looked at in one job.
const lookBatch = 8

// sizeIn is how many files of a post are in its archive, and how large they are together.
func (p *Post) sizeIn(fsys fs.FS) (files int, bytes int64) {
	if fsys == nil {
		return 0, 0
	}
	for _, name := range p.files() {
		if name == "" {
			continue
		}
		if info, err := fs.Stat(fsys, name); err == nil {
			files, bytes = files+1, bytes+info.Size()
		}
	}
	return files, bytes
}

// files are the names of a post's files in its archive, in the order of its media.
func (p *Post) files() []string { return p.Media[:min(len(p.Media), len(p.Draft.Media))] }

// shown is the draft of a post with what was seen in its pictures.
func (p *Post) shown() bedside.Draft {
	d := p.Draft.Draft
	if len(p.Looked) == 0 {
		return d
	}
	d.Media = slices.Clone(d.Media)
	for i := range min(len(d.Media), len(p.Looked)) {
		d.Media[i].Seen = p.Looked[i]
	}
	return d
}

// plan chooses the posts whose files are looked at: the newest first, as long as the budget lasts.
func (t *Timeline) plan(all []hung) (l Looks) {
	slices.SortStableFunc(all, func(a, b hung) int { return cmp.Or(b.at.Compare(a.at), cmp.Compare(a.post, b.post)) })
	bytes := int64(0)
	for _, h := range all {
		l.Files += h.files
		if t.Pictures.Look == nil || l.Chosen+h.files > t.Pictures.Most || bytes+h.bytes > t.Pictures.Bytes {
			continue
		}
		l.Plan, l.Chosen, bytes = append(l.Plan, h.post), l.Chosen+h.files, bytes+h.bytes
	}
	return l
}

// askLook has the next files of an import looked at.
func (t *Timeline) askLook(ctx context.Context, imp *Kept[Import]) error {
	key := "look " + imp.ID + " " + strconv.Itoa(len(imp.Noun.Pictures.Plan))
	return t.Jobs.Enqueue(ctx, jobs.Request{Kind: jobLook, Key: key, Group: timelineGroup, Args: forImport{imp.ID}, Rank: rankSum})
}

// doLook looks at the files of some posts, has these checked anew, and asks for the next; at the end the archive is let go. Done again
// after a crash it looks at them once more.
func (t *Timeline) doLook(ctx context.Context, j jobs.Job, _ func(done, total int)) error {
	args, err := argsOf[forImport](j)
	if err != nil {
		return err
	}
	imp, err := t.imports().Find(ctx, args.Import)
	switch {
	case bedside.CodeOf(err) == bedside.CodeNotFound, err == nil && imp.State != ImportLooking:
		return nil
	case err != nil:
		return err
	case imp.Noun.Node != t.Node: // the file lies with another
		return &jobs.LaterError{In: elsewhere}
	}
	imp.Noun.resumed(t.Now())
	l := &imp.Noun.Pictures
	if l.Spent >= t.Pictures.Time {
		l.Plan = nil
	}
	if some := l.Plan[:min(len(l.Plan), lookBatch)]; len(some) > 0 {
		l.Plan = l.Plan[len(some):]
		if err := t.lookAt(ctx, &imp, some); err != nil {
			return err
		}
	}
	if len(l.Plan) > 0 {
		if imp, err = t.step(ctx, imp, ImportLooking); err != nil {
			return err
		}
		return t.askLook(ctx, &imp)
	}
	if imp, err = t.step(ctx, imp, ImportChecking); err != nil {
		return err
	}
	t.discard(imp.ID)
	return t.sumUpAfter(ctx, "looks "+imp.ID)
}

// lookAt looks at the files of posts, and has the posts checked with what was seen. An archive that is gone is no fault of theirs: they
// count as not looked at.
func (t *Timeline) lookAt(ctx context.Context, imp *Kept[Import], ids []string) error {
	source, err := t.open(ctx, imp)
	if err != nil {
		imp.Noun.Pictures.Plan = nil
		return ctx.Err()
	}
	defer source.Close()
	var again []string
	for _, id := range ids {
		p, err := t.posts().Find(ctx, id)
		switch {
		case bedside.CodeOf(err) == bedside.CodeNotFound: // deleted meanwhile
			continue
		case err != nil:
			return err
		}
		seen, any, err := t.hang(ctx, imp, source.FS(), &p.Noun)
		if err != nil {
			return err
		}
		if !any {
			continue
		}
		if err := t.changePost(ctx, id, func(n *Post) { n.Looked, n.Stamp = seen, "" }); err != nil {
			return err
		}
		again = append(again, id)
	}
	return t.askCheck(ctx, again)
}

// hang looks at the files of one post.
func (t *Timeline) hang(ctx context.Context, imp *Kept[Import], fsys fs.FS, p *Post) (seen []*bedside.Seen, any bool, err error) {
	l := &imp.Noun.Pictures
	for _, name := range p.files() {
		var one *bedside.Seen
		if name != "" && fsys != nil {
			from := t.Now()
			one, err = t.Pictures.Look(ctx, fsys, name)
			if ctx.Err() != nil {
				return nil, false, ctx.Err()
			}
			l.Spent += t.Now().Sub(from)
			if err == nil {
				l.Looked++
				any = true
			} else {
				l.Unopened++
			}
		}
		seen = append(seen, one)
	}
	return seen, any, nil
}

// changePost changes a post, whoever else does.
func (t *Timeline) changePost(ctx context.Context, id string, change func(*Post)) error {
	return retried(func() error {
		p, err := t.posts().Find(ctx, id)
		if err != nil {
			return err
		}
		change(&p.Noun)
		_, err = t.posts().Put(ctx, p)
		return err
	})
}
