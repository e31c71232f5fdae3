package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"
)

// progress tells a person at a terminal how far a long run has come. It says nothing in the first second, and nothing
// at all to a file or a pipe.
type progress struct {
	app     *app
	silent  bool
	begun   time.Time
	told    time.Time
	drafts  int
	read    atomic.Int64 // bytes so far
	size    int64        // bytes in all, 0 when not known
	showing bool
	verb    string // what happens to each
}

func (a *app) newProgress(source any) *progress {
	now := a.now()
	return &progress{app: a, silent: !isTerminal(a.stderr), begun: now, told: now, size: regularSize(source), verb: "checked"}
}

// regularSize is the length of a file, and 0 for a pipe or a terminal.
func regularSize(source any) int64 {
	f, ok := source.(*os.File)
	if !ok {
		return 0
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// counting notes how much of in has been read.
func (p *progress) counting(in io.Reader) io.Reader { return countingReader{in, &p.read} }

type countingReader struct {
	io.Reader
	sum *atomic.Int64
}

func (c countingReader) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.sum.Add(int64(n))
	return n, err
}

// step counts one draft, and once a second says how far things are.
func (p *progress) step() {
	p.drafts++
	if p.silent || p.drafts%64 != 0 {
		return
	}
	if now := p.app.now(); now.Sub(p.told) >= time.Second {
		p.told, p.showing = now, true
		fmt.Fprintf(p.app.stderr, "\r\x1b[K%s", p.line(now.Sub(p.begun)))
	}
}

// line is "12,000 checked, 21,000 a second, about 40 s left".
func (p *progress) line(elapsed time.Duration) string {
	said := fmt.Sprintf("%d %s, %.0f a second", p.drafts, p.verb, float64(p.drafts)/elapsed.Seconds())
	if read := p.read.Load(); p.size > 0 && read > 0 {
		left := time.Duration(float64(elapsed) * float64(max(0, p.size-read)) / float64(read))
		said += fmt.Sprintf(", about %s left", left.Round(time.Second))
	}
	return said
}

// end clears the line.
func (p *progress) end() {
	if p.showing {
		p.showing = false
		fmt.Fprint(p.app.stderr, "\r\x1b[K")
	}
}
