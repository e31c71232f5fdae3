package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Of this many posts one is a draft of the corpus, about every second of which gives something away; the others are small talk.
const oneIn = 20

// talk is what people post who have something else to do. Each gets a number, so that no two posts are the same.
func talk(i int) string {
	what := []string{"Feet up, soup on, quiet Sunday", "The last bus went without me", "New shoes, old blisters", "Whoever invented marmalade: thank you", "Rain again on the allotment"}
	how := []string{"and I regret nothing", "as ever", "so that is that", "and the dog agrees", "once more", "with feeling", "at last"}
	return fmt.Sprintf("%s, %s. Page %d of the big notebook.", what[i%len(what)], how[i%len(how)], i)
}

// line is a post in an archive of drafts.
type line struct {
	ID      string            `json:"id"`
	Kind    string            `json:"kind"`
	State   string            `json:"state"`
	Text    string            `json:"text"`
	Time    time.Time         `json:"time"`
	Account map[string]string `json:"account"`
}

// writeArchive writes posts of ten years, evenly.
func writeArchive(name string, posts int) (err error) {
	drafts, err := corpus()
	if err != nil {
		return err
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	defer func() { err = errors.Join(err, w.Flush(), f.Close()) }()
	lines := json.NewEncoder(w)
	const years = 10
	first := time.Date(2015, 6, 1, 9, 0, 0, 0, time.UTC)
	every := years * 365 * 24 * time.Hour / time.Duration(max(posts, 1))
	for i := range posts {
		l := line{fmt.Sprint(i), "post", "published", talk(i), first.Add(time.Duration(i) * every).Truncate(time.Second), map[string]string{"platform": "mastodon"}}
		if i%oneIn == oneIn-1 {
			l.Text = fmt.Sprintf("%s (%d)", drafts[i/oneIn%len(drafts)], i)
		}
		if err := lines.Encode(l); err != nil {
			return err
		}
	}
	return nil
}

// corpus reads the words of the open corpus.
func corpus() (out []string, _ error) {
	files, err := filepath.Glob("corpus/dev/*.jsonl")
	if err != nil || len(files) == 0 {
		return nil, errors.Join(err, errors.New("corpus/dev is not here: run this in Bedside's folder"))
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		for lines := json.NewDecoder(f); lines.More(); {
			var d struct {
				Draft struct{ Text string }
			}
			if err := lines.Decode(&d); err != nil {
				return nil, err
			}
			if d.Draft.Text != "" {
				out = append(out, d.Draft.Text)
			}
		}
	}
	if len(out) == 0 {
		return nil, errors.New("corpus/dev holds no drafts")
	}
	return out, nil
}
