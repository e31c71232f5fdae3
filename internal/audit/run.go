package audit

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"time"

	"bedside"
	"bedside/internal/archive"
	"bedside/link"
)

// Engine checks posts, and holds together what they tell. CheckAndRecord must be safe for concurrent use.
type Engine interface {
	CheckAndRecord(d bedside.Draft, asOf time.Time) (*bedside.Result, link.Record, error)
	NewTimeline() *link.Timeline
	// Together is what the rules say of a cluster; false when they let it be.
	Together(c link.Cluster) (bedside.Finding, bool)
}

// Source hands out the posts of one archive.
type Source interface {
	Read(ctx context.Context, hand func(archive.Item) error) (archive.Report, error)
}

// Archive is a source by its name.
type Archive struct {
	Name string
	Source
}

// Stage is what an audit is at.
type Stage uint8

// The stages.
const (
	Reading  Stage = iota // of archives: how many posts there will be is not known
	Checking              // of posts
)

// Options says how an audit is run. Engine and Now are needed.
type Options struct {
	Engine   Engine
	Now      func() time.Time
	AsOf     time.Time                                     // for consents; the zero time takes each post's own
	Fill     func(bedside.Draft) bedside.Draft             // adds what is known of the author; nil adds nothing
	State    string                                        // a file in which a broken-off run goes on, and with which the next is compared; none keeps nothing
	Settings []byte                                        // what answers depend on beside packs and version: the tables
	Random   io.Reader                                     // for the salt of a new state
	Workers  int                                           // as many as processors when 0
	Known    func(archive.Item) (codes string, quiet bool) // tells of a post that was checked before what Quiet told then; nil knows none
	Pictures Pictures
	Progress func(stage Stage, done, total int)
	Failed   func(archive string, err error) // is told of an archive that could not be read; the others are
}

// StoppedError is the error of a run that was stopped before its end.
type StoppedError struct {
	Done, Total int
	Kept        bool // in the state
}

// Error says how far the run had come.
func (s *StoppedError) Error() string {
	if s.Total == 0 {
		return "stopped while the archives were read"
	}
	return fmt.Sprintf("stopped after %d of %d posts", s.Done, s.Total)
}

// Run audits archives. What it returns is the same for the same posts, engine and time, in however many runs it was made. An audit
// that comes with an error is whole: its state could not be written.
func Run(ctx context.Context, archives []Archive, o Options) (*bedside.Audit, error) {
	r, err := newRun(o)
	if err != nil {
		return nil, err
	}
	if err := r.collect(ctx, archives); err != nil {
		return nil, err
	}
	if err := r.state.fits(r.posts); err != nil {
		return nil, err
	}
	r.openGallery(archives)
	r.choose()
	if err := r.check(ctx); err != nil {
		return nil, err
	}
	out := r.sumUp()
	if r.state.file == "" {
		return out, nil
	}
	r.compare(out)
	return out, r.state.write(r.ledger(), true)
}

// run is one audit under way.
type run struct {
	Options
	begun    time.Time
	state    *state
	imports  imports
	posts    []post // oldest first, those without a time last
	gallery  gallery
	timeline *link.Timeline
	told     []int   // by place in the timeline, the post
	pieces   [][]int // by cluster, its posts
	loud     []loud
	gaps     gaps
	packs    []bedside.PackInfo
	version  string
}

func newRun(o Options) (*run, error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Fill == nil {
		o.Fill = func(d bedside.Draft) bedside.Draft { return d }
	}
	if o.Progress == nil {
		o.Progress = func(Stage, int, int) {}
	}
	if o.Failed == nil {
		o.Failed = func(string, error) {}
	}
	begun := o.Now().UTC().Truncate(time.Second)
	sample, _, err := o.Engine.CheckAndRecord(bedside.Draft{Text: "."}, begun) // says which packs are in force
	if err != nil {
		return nil, err
	}
	for _, p := range sample.Packs {
		o.Settings = append(o.Settings, p.SHA256...)
	}
	o.Settings = append(o.Settings, sample.Version...)
	s, err := openState(&o, begun)
	if err != nil {
		return nil, err
	}
	return &run{Options: o, begun: s.begun, state: s, timeline: o.Engine.NewTimeline(), packs: sample.Packs, version: sample.Version}, nil
}
