package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"bedside"
	workbench "bedside/internal/app"
	"bedside/internal/audit"
	"bedside/internal/jobs"
	"bedside/internal/server"
	"bedside/internal/whole"
	"bedside/media"
)

// work adds the rooms that have work done in the background, and begins with it. Whoever calls end waits until none is under way.
func (c *serveCommand) work(ctx context.Context, a *app, s *server.Config, kept *keeper) (end func(), err error) {
	if kept == nil {
		return func() {}, nil
	}
	settings, err := fingerprint(c.Pack, false, media.Recognisers{}) // pictures are not looked at again: they are not kept
	if err != nil {
		return nil, err
	}
	uploads := filepath.Join(kept.dir, "uploads")
	node, err := nodeName(uploads)
	if err != nil {
		return nil, err
	}
	queue, err := kept.queue(jobs.Options{Now: a.now})
	if err != nil {
		return nil, err
	}
	s.Timeline = &workbench.Timeline{
		Store: kept, Jobs: queue, Engine: s.App.Auditor, Settings: settings, Fill: s.App.Fill, Now: a.now,
		Uploads: uploads, Node: node, Workers: workers(),
		Pictures: audit.Pictures{Look: lookIn(s.App.Looker), Most: mostPictures, Bytes: mostPictureBytes, Time: mostPictureTime},
	}
	if err := s.Timeline.Resume(ctx); err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	var working sync.WaitGroup
	working.Go(func() { queue.Work(ctx, workers(), s.Timeline.Handlers()) })
	return func() {
		stop()
		working.Wait()
	}, nil
}

// nodeName tells the programs apart that share a database: each has a folder of its own for what is taken in, and a name that lies there.
func nodeName(uploads string) (string, error) {
	file := filepath.Join(uploads, "node")
	name, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		name = []byte(rand.Text())
		if err = os.MkdirAll(uploads, 0o700); err == nil {
			err = whole.WriteFile(file, name, 0o600)
		}
	}
	if err != nil {
		return "", &bedside.Error{Code: bedside.CodeUnavailable, Message: uploads + ": this folder cannot be used", Err: err}
	}
	return string(name), nil
}

// The budget of the pictures of one import: what bedside audit looks at unless somebody says otherwise.
const (
	mostPictures     = 2000
	mostPictureBytes = 4000 * 1_000_000
	mostPictureTime  = 30 * time.Minute
)

// workers is how many jobs are done at once: pages are drawn meanwhile.
func workers() int { return max(1, runtime.GOMAXPROCS(0)-1) }
