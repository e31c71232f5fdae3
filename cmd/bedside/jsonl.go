package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"sync"

	"bedside"
	"bedside/render"
)

// job is one line on its way from input to output.
type job struct {
	number  int
	line    []byte
	tooLong bool
	answer  bytes.Buffer
	outcome outcome
	failed  bool
	seen    error // a file that it names and nobody could look at
	done    chan struct{}
}

// lines checks JSON drafts, one a line, on all processors, and answers in the order of the input. Memory is bounded:
// only a few lines a processor are under way at any time.
func (s *session) lines() error {
	for _, name := range s.Files {
		if err := s.stream(name); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) stream(name string) error {
	in, err := s.app.openInput(name)
	if err != nil {
		s.app.complain(err)
		return nil
	}
	defer in.Close()
	s.folder = filepath.Dir(name)
	progress := s.app.newProgress(in.source)
	defer progress.end()
	reader := newLineReader(progress.counting(in))
	return s.pump(name, reader, progress)
}

// pump moves lines through the workers. The queue keeps the order: its oldest job is awaited and written first.
func (s *session) pump(name string, in *lineReader, progress *progress) error {
	workers := runtime.GOMAXPROCS(0)
	work, queue := make(chan *job, workers), make(chan *job, 4*workers)
	stop := make(chan struct{})
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			for j := range work {
				s.answer(j)
				close(j.done)
			}
		})
	}
	running.Go(func() {
		defer close(work)
		defer close(queue)
		in.each(stop, queue, work)
	})
	err := s.drain(name, queue, progress)
	close(stop)
	for range queue {
	}
	running.Wait()
	if err == nil && in.err != nil {
		s.app.complain(cannotRead(name, in.err))
	}
	return err
}

// drain writes the answers, and says at the end how many lines had none.
func (s *session) drain(name string, queue <-chan *job, progress *progress) error {
	count, failed, first := 0, 0, 0
	var unseen firstOf
	for j := range queue {
		<-j.done
		if _, err := s.app.stdout.Write(j.answer.Bytes()); err != nil {
			return writing(err)
		}
		s.app.outcome.merge(j.outcome)
		if j.seen != nil {
			unseen.add(j.number)
		}
		if count++; j.failed {
			if failed++; failed == 1 {
				first = j.number
			}
		}
		progress.step()
	}
	if failed > 0 {
		progress.end()
		fmt.Fprintf(s.app.stderr, "bedside: error: %s: %d of %d lines could not be checked, the first is line %d\n", display(name), failed, count, first)
		fmt.Fprintln(s.app.stderr, "bedside: hint: Each has an error in its place in the output.")
	}
	if unseen.count > 0 {
		progress.end()
		fmt.Fprintf(s.app.stderr, "bedside: error: %s: %d of %d drafts name a file that could not be looked at, the first is line %d\n", display(name), unseen.count, count, unseen.line)
		fmt.Fprintln(s.app.stderr, "bedside: hint: A path is counted from the folder of the drafts; their words were checked.")
	}
	return nil
}

// firstOf counts lines and keeps the first.
type firstOf struct{ count, line int }

func (f *firstOf) add(line int) {
	if f.count++; f.count == 1 {
		f.line = line
	}
}

// answer checks one line. Whatever goes wrong is the answer to this line only.
func (s *session) answer(j *job) {
	d, err := decodeLine(j)
	var r *bedside.Result
	if err == nil {
		sights := s.app.see(&d, s.folder)
		defer sights.close()
		if len(sights.problems) > 0 {
			j.seen = sights.problems[0]
			j.outcome.add(j.seen)
		}
		r, err = s.check(d)
	}
	if err != nil {
		j.failed = true
		j.outcome.add(err)
		_ = render.JSONError(&j.answer, idOf(j.line), coded(err))
		return
	}
	if s.NoText {
		r = render.WithoutText(r)
	}
	j.outcome.merge(s.judge(r))
	_ = render.JSON(&j.answer, r)
}

func decodeLine(j *job) (bedside.Draft, error) {
	if j.tooLong {
		return bedside.Draft{}, bedside.Errorf(bedside.CodeTooLarge, "this line is longer than %d MiB, the most that one draft may take (line %d)", bedside.MaxJSON>>20, j.number)
	}
	d, err := bedside.DecodeDraft(j.line)
	if err != nil {
		return d, atLine(err, j.number)
	}
	return d, nil
}

// idOf finds the id of a line that is no draft, if it is JSON at all.
func idOf(line []byte) string {
	var v struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(line, &v) != nil || len(v.ID) > 200 {
		return ""
	}
	return v.ID
}

// each reads lines into jobs, which go both to the workers and, in order, to the writer.
func (l *lineReader) each(stop <-chan struct{}, queue, work chan<- *job) {
	for {
		line, tooLong, err := l.next()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				l.err = err
			}
			return
		}
		j := &job{number: l.number, line: line, tooLong: tooLong, done: make(chan struct{})}
		select {
		case queue <- j:
			work <- j
		case <-stop:
			return
		}
	}
}
