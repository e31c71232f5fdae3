package app

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"time"

	"bedside"
	"bedside/internal/audit"
	"bedside/internal/jobs"
	"bedside/internal/store"
)

// forPosts are the arguments of a job about posts.
type forPosts struct {
	Posts []string `json:"posts"`
}

func argsOf[T any](j jobs.Job) (out T, err error) {
	if err := json.Unmarshal(j.Args, &out); err != nil {
		return out, &bedside.Error{Code: bedside.CodeInvalid, Message: "A job of another version of Bedside cannot be done.", Err: err}
	}
	return out, nil
}

// askCheck has posts checked.
func (t *Timeline) askCheck(ctx context.Context, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	return t.Jobs.Enqueue(ctx, jobs.Request{
		Kind: jobCheck, Key: "check " + rand.Text(), Group: timelineGroup, Args: forPosts{append([]string(nil), ids...)}, Rank: rankCheck, Total: len(ids),
	})
}

// doCheck checks a batch of posts, and keeps of each what was found in a word. What that is, the posts tell anew when they are shown.
func (t *Timeline) doCheck(ctx context.Context, j jobs.Job, progress func(done, total int)) error {
	args, err := argsOf[forPosts](j)
	if err != nil {
		return err
	}
	stamp, err := t.stamp()
	if err != nil {
		return err
	}
	return retried(func() error {
		checked, err := t.checkAll(ctx, args.Posts, stamp, progress)
		if err != nil || len(checked) == 0 {
			return err
		}
		_, err = t.posts().PutAll(ctx, checked)
		return err
	})
}

// checkAll checks those of some posts that need it. It leaves out what was deleted meanwhile.
func (t *Timeline) checkAll(ctx context.Context, ids []string, stamp string, progress func(done, total int)) (checked []Kept[Post], _ error) {
	posts, err := t.posts().Some(ctx, ids)
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if p, there := posts[id]; there && p.Noun.Stamp != stamp {
			t.check(&p, stamp)
			checked = append(checked, p)
		}
		progress(i+1, len(ids))
	}
	return checked, nil
}

// check checks one post. One that cannot be checked is left to the audit, which tells of it.
func (t *Timeline) check(p *Kept[Post], stamp string) {
	defer func() {
		if recover() != nil { // the value may hold words of the post: it goes nowhere
			p.State, p.Noun.Stamp = postUnread, stamp
		}
	}()
	d := t.Fill(p.Noun.shown())
	result, record, err := t.Engine.CheckAndRecord(d, t.timeFor(&d))
	p.Noun.Stamp, p.Noun.Quiet, p.Noun.Codes = stamp, false, ""
	if err != nil {
		p.State = postUnread
		return
	}
	p.State = result.Verdict.String()
	p.Noun.Codes, p.Noun.Quiet = audit.Quiet(&d, result, &record)
}

// timeFor is as of when consents are judged.
func (t *Timeline) timeFor(d *bedside.Draft) time.Time {
	if d.Time.IsZero() {
		return t.Now().UTC().Truncate(time.Second)
	}
	return d.Time.Time
}

// stamp stands for all that answers depend on: packs, version, tables, and who the author is.
func (t *Timeline) stamp() (string, error) {
	who := t.Fill(bedside.Draft{Text: "."})
	sample, _, err := t.Engine.CheckAndRecord(who, t.Now())
	if err != nil {
		return "", err
	}
	author, err := json.Marshal(who)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q", sample.Version, author, t.Settings)
	for _, p := range sample.Packs {
		fmt.Fprintf(h, " %q %q", p.SHA256, p.Disabled)
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:12]), nil
}

// LookAgain has everything checked that was checked with other guidelines, another version or another profile, and all of it held
// together anew.
func (t *Timeline) LookAgain(ctx context.Context) error {
	if err := t.Jobs.Forget(ctx, timelineGroup); err != nil {
		return err
	}
	return t.Jobs.Enqueue(ctx, jobs.Request{Kind: jobScan, Key: "scan " + rand.Text(), Group: timelineGroup, Rank: rankRead})
}

// doScan looks for posts that were not checked, or otherwise.
func (t *Timeline) doScan(ctx context.Context, _ jobs.Job, _ func(done, total int)) error {
	stamp, err := t.stamp()
	if err != nil {
		return err
	}
	var ids []string
	err = eachOf(ctx, t.posts(), store.Filter{}, func(p Kept[Post]) error {
		if p.Noun.Stamp == stamp {
			return nil
		}
		if ids = append(ids, p.ID); len(ids) < postBatch {
			return nil
		}
		err := t.askCheck(ctx, ids)
		ids = ids[:0]
		return err
	})
	if err == nil {
		err = t.askCheck(ctx, ids)
	}
	if err != nil {
		return err
	}
	return t.sumUpAfter(ctx, "scan "+rand.Text())
}
