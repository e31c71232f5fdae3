package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"bedside/internal/eval/timelines"
)

// togetherReport is what was measured of timelines.
type togetherReport struct {
	Open       timelines.Score  `json:"open"`
	Held       timelines.Score  `json:"held"`              // those of the open ones that nobody learned from
	Lockbox    *timelines.Score `json:"lockbox,omitempty"` // totals only
	Unreadable int              `json:"unreadable"`        // lines that are no labelled timelines
	Fell       []string         `json:"fell,omitempty"`
}

// runTimelines measures nothing but what posts reveal together.
func runTimelines(o options, e env) int {
	r, err := measureTimelines(o, e)
	if err == nil {
		err = r.print(e.stdout)
	}
	switch {
	case err != nil:
		fmt.Fprintln(e.stderr, "bedside-eval:", err)
		return 2
	case len(r.Fell) > 0:
		return 1
	}
	return 0
}

// measureTimelines scores the open timelines, and the sealed ones when asked.
func measureTimelines(o options, e env) (*togetherReport, error) {
	r := &togetherReport{}
	if e.timelines == nil {
		return r, nil
	}
	score := func(folder string, ids bool, of func(*timelines.Timeline) bool) (timelines.Score, error) {
		all, unreadable, err := timelines.Read(os.DirFS(o.corpus), folder)
		if err != nil {
			return timelines.Score{}, err
		}
		r.Unreadable = max(r.Unreadable, len(unreadable))
		all = slices.DeleteFunc(all, func(t timelines.Timeline) bool { return !of(&t) })
		return timelines.Evaluate(all, e.timelines, ids)
	}
	every := func(*timelines.Timeline) bool { return true }
	var err error
	if r.Open, err = score("timelines", true, every); err != nil {
		return nil, err
	}
	if r.Held, err = score("timelines", true, (*timelines.Timeline).Held); err != nil {
		return nil, err
	}
	if o.lockbox {
		sealed, err := score("lockbox/timelines", false, every)
		if err != nil {
			return nil, err
		}
		r.Lockbox = &sealed
	}
	return r, r.compare(o, e)
}

// compare holds the figures against the baseline beside that of the corpus, or writes it anew.
func (r *togetherReport) compare(o options, e env) error {
	if o.baseline == "" {
		return nil
	}
	file := filepath.Join(filepath.Dir(o.baseline), "timelines.json")
	if o.update {
		b, err := r.Open.Baseline(e.commit)
		if err != nil {
			return err
		}
		return os.WriteFile(file, b.Bytes(), 0o644)
	}
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	before, err := timelines.ParseBaseline(data)
	if err != nil {
		return err
	}
	r.Fell = r.Open.Fell(before)
	return nil
}

func (r *togetherReport) print(w io.Writer) error {
	if err := r.Open.Print(w, "What posts reveal together, open timelines"); err != nil {
		return err
	}
	if err := r.Held.Print(w, "What posts reveal together, open timelines that nothing learned from"); err != nil {
		return err
	}
	if r.Unreadable > 0 {
		fmt.Fprintf(w, "  %d lines are no labelled timelines\n", r.Unreadable)
	}
	if r.Lockbox == nil {
		return nil
	}
	return r.Lockbox.Print(w, "What posts reveal together, lock-box, totals only")
}
