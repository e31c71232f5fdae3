package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"bedside/internal/audit"
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
	if p.drafts%64 == 0 {
		p.tell(time.Second, p.line)
	}
}

// tell writes a line in place of the one before, if that one has stood for some time.
func (p *progress) tell(every time.Duration, line func(elapsed time.Duration) string) {
	if p.silent {
		return
	}
	if now := p.app.now(); now.Sub(p.told) >= every {
		p.told, p.showing = now, true
		fmt.Fprintf(p.app.stderr, "\r\x1b[K%s", line(now.Sub(p.begun)))
	}
}

// line is "12,000 checked, 21,000 a second, about 40 s left".
func (p *progress) line(elapsed time.Duration) string {
	said := fmt.Sprintf("%d %s, %.0f a second", p.drafts, p.verb, float64(p.drafts)/elapsed.Seconds())
	if read := p.read.Load(); p.size > 0 && read > 0 {
		said += timeLeft(elapsed, read, p.size)
	}
	return said
}

// timeLeft is how long the rest will take if it goes on like this.
func timeLeft(elapsed time.Duration, done, total int64) string {
	left := time.Duration(float64(elapsed) * float64(max(0, total-done)) / float64(max(1, done)))
	return fmt.Sprintf(", about %s left", left.Round(time.Second))
}

// What takes less than this needs no progress, and what takes longer moves often enough to be seen to.
const auditTells = 300 * time.Millisecond

// audited says how far an audit is: "12,000 read", then "12,000 of 100,000 checked, about 9 s left".
func (p *progress) audited(stage audit.Stage, done, total int) {
	if stage == audit.Checking && p.drafts == 0 { // checking has its own pace
		p.begun = p.app.now()
	}
	if stage == audit.Checking {
		p.drafts = done
	}
	p.tell(auditTells, func(elapsed time.Duration) string {
		if stage == audit.Reading {
			return fmt.Sprintf("%d read", done)
		}
		return fmt.Sprintf("%d of %d checked", done, total) + timeLeft(elapsed, int64(done), int64(total))
	})
}

// A look that takes less than this is over before anybody wonders.
const looksLong = 300 * time.Millisecond

// looking says after a moment that a picture is being looked at, until what it returns is called.
func (p *progress) looking() (done func()) {
	if p.silent {
		return func() {}
	}
	var saying sync.Mutex
	over := false
	timer := time.AfterFunc(looksLong, func() {
		saying.Lock()
		defer saying.Unlock()
		if over {
			return
		}
		p.showing = true
		fmt.Fprint(p.app.stderr, "\r\x1b[KLooking at the picture …")
	})
	return func() {
		timer.Stop()
		saying.Lock()
		defer saying.Unlock()
		over = true
		p.end()
	}
}

// end clears the line.
func (p *progress) end() {
	if p.showing {
		p.showing = false
		fmt.Fprint(p.app.stderr, "\r\x1b[K")
	}
}
