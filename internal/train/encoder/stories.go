package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"bedside/internal/eval/timelines"
	"bedside/internal/train/learn"
	"bedside/internal/whole"
	"bedside/read"
)

// story is a post of a timeline as story.py reads it.
type story struct {
	Pieces []uint16
	Label  learn.Label // whether it tells of somebody whom the timeline reveals
}

// writeStories writes the posts of the open timelines that are learned from.
func writeStories(file, corpus string, material *learn.Material, words *read.Vocabulary) error {
	all, unreadable, err := timelines.Read(os.DirFS(corpus), "timelines")
	if err != nil {
		return err
	}
	if len(unreadable) > 0 {
		return fmt.Errorf("the corpus has %d lines that are no labelled timelines, the first at %s", len(unreadable), unreadable[0])
	}
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	for i := range all {
		t := &all[i]
		if t.Held() {
			continue
		}
		for k := range t.Posts {
			_ = to.Encode(story{words.Pieces(material.See(t.Draft(k))), labelOf(t, t.Posts[k].ID)}) // numbers into memory: neither fails
		}
	}
	return whole.WriteFile(filepath.Clean(file), b.Bytes(), 0o644)
}

// labelOf is whether a post is one to change. One that only says where and when, or that tells too much by itself, teaches nothing.
func labelOf(t *timelines.Timeline, id string) learn.Label {
	switch {
	case slices.Contains(t.Change, id):
		return learn.Yes
	case slices.Contains(t.Picture, id), slices.Contains(t.Alone, id):
		return learn.Doubtful
	}
	return learn.No
}
