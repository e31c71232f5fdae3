package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"

	"bedside"
)

// readTimeline reads earlier posts: JSONL of drafts with times.
func readTimeline(name string) (posts []bedside.TimelinePost, err error) {
	if name == "" {
		return nil, nil
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, cannotRead(name, err)
	}
	for number := 1; len(b) > 0; number++ {
		line, rest, _ := bytes.Cut(b, []byte("\n"))
		b = rest
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		d, err := bedside.DecodeDraft(line)
		if err == nil && d.Time.IsZero() {
			err = invalid("time: an earlier post needs its time")
		}
		if err != nil {
			return nil, about(name, atLine(err, number))
		}
		posts = append(posts, bedside.TimelinePost{Text: d.Text, Time: d.Time, Kind: d.Kind})
	}
	slices.SortStableFunc(posts, func(a, b bedside.TimelinePost) int { return a.Time.Compare(b.Time.Time) })
	return posts, nil
}

// withEarlier puts earlier posts into a draft, the newest first to go in, as many as one check may hold. It returns how
// many had no room.
func withEarlier(d bedside.Draft, earlier []bedside.TimelinePost) (bedside.Draft, int) {
	room, from := bedside.MaxText-d.Size(), len(earlier)
	for from > 0 && room >= len(earlier[from-1].Text) {
		from--
		room -= len(earlier[from].Text)
	}
	d.Context.Timeline = slices.Concat(d.Context.Timeline, earlier[from:])
	return d, from
}

// noRoom says that some earlier posts were left out.
func noRoom(posts int) bedside.NotChecked {
	message := fmt.Sprintf("The oldest %d earlier posts: one check holds no more.", posts)
	if posts == 1 {
		message = "The oldest earlier post: one check holds no more."
	}
	return bedside.NotChecked{Code: "timeline_size", Part: bedside.PartTimeline, Message: message}
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
