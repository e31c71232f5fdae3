package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"

	"bedside"
	"bedside/engine"
	"bedside/internal/profile"
)

// earlierPosts is what --timeline names, in the order of time: what is told in them, and the words of those that tell something.
type earlierPosts struct {
	timeline *engine.Timeline
	posts    []bedside.TimelinePost
}

// oneEarlier is an earlier post on its way into a timeline.
type oneEarlier struct {
	line   []byte
	number int
	post   bedside.TimelinePost
	record engine.Record
	err    error
}

// earlierBatch is how many lines are in memory at a time.
const earlierBatch = 2048

// readTimeline reads earlier posts: JSONL of drafts with times. They are looked at on all processors.
func (a *app) readTimeline(name string, e checker, author profile.Profile) (*earlierPosts, error) {
	if name == "" {
		return nil, nil //nolint:nilnil // no timeline is nothing wrong
	}
	in, err := a.openInput(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	progress := a.newProgress(in.source)
	progress.verb = "earlier posts read"
	defer progress.end()
	lines := newLineReader(progress.counting(in))
	var all []oneEarlier
	for {
		batch, end := nextEarlier(lines)
		recordEarlier(batch, e, author)
		for i := range batch {
			if batch[i].err != nil {
				return nil, about(name, atLine(batch[i].err, batch[i].number))
			}
			progress.step()
		}
		all = append(all, batch...)
		if errors.Is(end, io.EOF) {
			return inOrder(all, e.NewTimeline()), nil
		}
		if end != nil {
			return nil, cannotRead(name, end)
		}
	}
}

// nextEarlier reads some lines, and says what ended the reading.
func nextEarlier(lines *lineReader) (batch []oneEarlier, end error) {
	for len(batch) < earlierBatch {
		line, tooLong, err := lines.next()
		switch {
		case err != nil:
			return batch, err
		case tooLong:
			err = bedside.Errorf(bedside.CodeTooLarge, "this line is longer than %d MiB, the most that one draft may take", bedside.MaxJSON>>20)
			return append(batch, oneEarlier{number: lines.number, err: err}), nil
		case len(bytes.TrimSpace(line)) > 0:
			batch = append(batch, oneEarlier{line: line, number: lines.number})
		}
	}
	return batch, nil
}

// recordEarlier looks at posts on all processors.
func recordEarlier(batch []oneEarlier, e checker, author profile.Profile) {
	var running sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		running.Go(func() {
			for i := w; i < len(batch); i += workers {
				if batch[i].err == nil {
					batch[i].look(e, author)
				}
			}
		})
	}
	running.Wait()
}

// look decodes a post and notes what it tells. Words of posts that tell nothing are let go.
func (o *oneEarlier) look(e checker, author profile.Profile) {
	defer func() {
		if v := recover(); v != nil { // the value may hold words of the post: it goes nowhere
			o.err = &bedside.Error{Code: bedside.CodeInternal, Message: "reading this post broke off", Err: errBroke}
		}
	}()
	d, err := bedside.DecodeDraft(o.line)
	o.line = nil
	if err == nil && d.Time.IsZero() {
		err = invalid("time: an earlier post needs its time")
	}
	if err == nil {
		o.record, err = e.Record(author.Fill(d))
	}
	if o.err = err; err != nil {
		return
	}
	o.post = bedside.TimelinePost{Time: d.Time, Kind: d.Kind}
	if !o.record.Empty() {
		o.post.Text = d.Text
	}
}

// inOrder puts posts into a timeline in the order of their times.
func inOrder(all []oneEarlier, t *engine.Timeline) *earlierPosts {
	slices.SortStableFunc(all, func(a, b oneEarlier) int { return a.post.Time.Compare(b.post.Time.Time) })
	out := &earlierPosts{timeline: t, posts: make([]bedside.TimelinePost, len(all))}
	for i := range all {
		out.posts[i] = all[i].post
		out.timeline.Add(all[i].record)
	}
	return out
}

// quote fills in the words of evidence in earlier posts. first is the index of the oldest of them in results.
func (p *earlierPosts) quote(r *bedside.Result, first int) {
	for i := range r.Findings {
		for k := range r.Findings[i].Evidence {
			ev := &r.Findings[i].Evidence[k]
			if at := ev.Index - first; ev.Part == bedside.PartTimeline && at >= 0 && at < len(p.posts) && ev.End <= len(p.posts[at].Text) {
				ev.Text = p.posts[at].Text[ev.Start:ev.End]
			}
		}
	}
}

// atLine makes a place inside one line a place in the file.
func atLine(err error, number int) error {
	e := *coded(err)
	if p, ok := e.Err.(*bedside.Place); ok { //nolint:errorlint // decoding puts it just there
		moved := *p
		moved.Line = number
		e.Message = moved.Error()
	} else {
		e.Message = fmt.Sprintf("%s (line %d)", e.Message, number)
	}
	return &e
}
