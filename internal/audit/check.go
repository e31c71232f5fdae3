package audit

import (
	"context"
	"sync"
	"time"

	"bedside"
	"bedside/link"
)

// So many posts are handed to a worker at once.
const batchSize = 32

// batch is a stretch of the posts on its way through a worker.
type batch struct {
	first   int
	answers []answer
	done    chan struct{}
}

// answer is what is kept of the check of one post.
type answer struct {
	hash   hash
	known  bool   // from the state: nothing was found, nothing is told
	codes  string // then: what was not checked
	failed bool
	result *bedside.Result
	record link.Record
}

// check has every post checked, several at a time, and takes the answers in the order of the posts.
func (r *run) check(ctx context.Context) error {
	work, queue := make(chan *batch, r.Workers), make(chan *batch, 4*r.Workers)
	stop := make(chan struct{})
	var running sync.WaitGroup
	for range r.Workers {
		running.Go(func() {
			hasher := r.state.hasher()
			for b := range work {
				for i := range b.answers {
					b.answers[i] = r.answer(ctx, b.first+i, hasher)
				}
				close(b.done)
			}
		})
	}
	running.Go(func() { r.feed(stop, queue, work) })
	err := r.drain(ctx, queue)
	close(stop)
	for range queue {
	}
	running.Wait()
	return err
}

// feed cuts the posts into batches, which go both to the workers and, in order, to drain.
func (r *run) feed(stop <-chan struct{}, queue, work chan<- *batch) {
	defer close(work)
	defer close(queue)
	for first := 0; first < len(r.posts); first += batchSize {
		b := &batch{first: first, answers: make([]answer, min(batchSize, len(r.posts)-first)), done: make(chan struct{})}
		select {
		case queue <- b:
			work <- b
		case <-stop:
			return
		}
	}
}

// drain takes the answers, and keeps from time to time what was done.
func (r *run) drain(ctx context.Context, queue <-chan *batch) error {
	for b := range queue {
		<-b.done
		if ctx.Err() != nil {
			return r.stop(b.first)
		}
		for i := range b.answers {
			r.keep(b.first+i, &b.answers[i])
		}
		done := b.first + len(b.answers)
		r.Progress(Checking, done, len(r.posts))
		if done < len(r.posts) {
			r.state.saveWhenDue()
		}
	}
	return nil
}

// stop ends the run early: what was done is kept, if there is where.
func (r *run) stop(done int) error {
	if err := r.state.save(); err != nil {
		return err
	}
	return &StoppedError{Done: done, Total: len(r.posts), Kept: r.state.file != ""}
}

// answer checks one post, unless the state knows that there is nothing in it.
func (r *run) answer(ctx context.Context, at int, h *hasher) (a answer) {
	p := &r.posts[at]
	look := r.gallery.chosen[at] // what is known of the post may be without its pictures
	if h != nil {
		a.hash = h.post(p)
		if a.codes, a.known = r.state.isQuiet(a.hash); a.known && !look {
			return a
		}
	}
	if r.Known != nil && !look {
		if a.codes, a.known = r.Known(p.Item); a.known {
			return a
		}
	}
	a.codes, a.known = "", false
	defer func() {
		if recover() != nil { // the value may hold words of the post: it goes nowhere
			a.failed = true
		}
	}()
	r.gallery.hang(ctx, at, p)
	var err error
	a.result, a.record, err = r.Engine.CheckAndRecord(p.Draft, r.timeFor(p))
	a.failed = err != nil
	return a
}

// timeFor is as of when a post is checked: as asked, else its own time, else when the audit began.
func (r *run) timeFor(p *post) time.Time {
	switch {
	case !r.AsOf.IsZero():
		return r.AsOf
	case !p.Draft.Time.IsZero():
		return p.Draft.Time.Time
	default:
		return r.begun
	}
}
