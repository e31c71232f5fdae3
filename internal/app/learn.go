package app

import (
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"encoding/json"
	"slices"
	"sync"
	"time"

	"bedside"
	"bedside/internal/store"
)

// practiceJSONL are the drafts to practise on, a line each, chosen by internal/train/practice from the open corpus (CC BY 4.0).
//
//go:embed practice.jsonl
var practiceJSONL []byte

// Scenarios is the topic of the nine scenarios.
const Scenarios = "scenarios"

// Exercise is a draft to practise on.
type Exercise struct {
	ID    string           `json:"id"`
	Topic string           `json:"topic"`
	Label bedside.Severity `json:"label"`          // what careful readers gave it
	Twin  string           `json:"twin,omitempty"` // its near miss
	Draft bedside.Draft    `json:"draft"`
}

// Learn is practice: drafts, what one would do with each, and what the check says.
type Learn struct {
	shelf Shelf[Result]
	app   *App
}

// Learn opens the practice.
func (a *App) Learn() Learn {
	return Learn{Shelf[Result]{Store: a.Store, Kind: "lesson"}, a}
}

// practice are the drafts to practise on, read once.
type practice struct {
	once sync.Once
	all  []Exercise
	err  error
}

// Exercises are all drafts to practise on. Those whose answer, by the packs in force, is not what careful readers gave are left out: an
// answer that can be argued teaches little.
func (l Learn) Exercises() ([]Exercise, error) {
	p := &l.app.practice
	p.once.Do(func() {
		for line := range bytes.Lines(practiceJSONL) {
			e, err := readExercise(line)
			if err != nil {
				p.err = &bedside.Error{Code: bedside.CodeInternal, Message: "the drafts to practise on cannot be read", Err: err}
				return
			}
			if r, err := l.Answer(&e); err == nil && r.Verdict == e.Label {
				p.all = append(p.all, e)
			}
		}
	})
	return p.all, p.err
}

// readExercise reads one line; its draft is read as everybody's is.
func readExercise(line []byte) (Exercise, error) {
	var read struct {
		Exercise
		Draft json.RawMessage `json:"draft"`
	}
	if err := json.Unmarshal(line, &read); err != nil {
		return Exercise{}, err
	}
	var err error
	read.Exercise.Draft, err = bedside.DecodeDraft(read.Draft)
	return read.Exercise, err
}

// All are the person's own near misses, if they keep them, and all exercises.
func (l Learn) All(ctx context.Context) ([]Exercise, error) {
	own, err := l.app.NearMisses().exercises(ctx)
	if err != nil {
		return nil, err
	}
	all, err := l.Exercises()
	return append(own, all...), err
}

// Exercise is the one with an id.
func (l Learn) Exercise(ctx context.Context, id string) (Exercise, error) {
	all, err := l.All(ctx)
	if err != nil {
		return Exercise{}, err
	}
	for _, e := range all {
		if e.ID == id {
			return e, nil
		}
	}
	return Exercise{}, bedside.Errorf(bedside.CodeNotFound, "there is no such draft to practise on, or its answer is no longer sure")
}

// Answer is what the check says of an exercise. It is by whoever wrote it, not by the person: neither profile nor interests are added.
func (l Learn) Answer(e *Exercise) (*bedside.Result, error) {
	asOf := e.Draft.Time.Time
	if asOf.IsZero() {
		asOf = l.app.Now().UTC().Truncate(time.Second)
	}
	return l.app.Checker.Check(e.Draft, asOf)
}

// Result is how somebody did with one exercise, kept because they asked for it.
type Result struct {
	Exercise string `json:"exercise"`
	Right    int    `json:"right"`
	Wrong    int    `json:"wrong"`
	Box      int    `json:"box"` // how many times running it was right
	Last     string `json:"last"`
	Due      string `json:"due"`
}

// intervals are the days until an exercise comes again, by how many times running it was right. Each wrong answer begins anew.
func intervals() []int { return []int{1, 3, 7, 21, 60, 180} }

// answered notes one more answer.
func (r *Result) answered(right bool, now time.Time) {
	if right {
		r.Right++
		r.Box++
	} else {
		r.Wrong++
		r.Box = 0
	}
	days := intervals()
	r.Last = today(now)
	r.Due = today(now.AddDate(0, 0, days[min(r.Box, len(days)-1)]))
}

// Results are how somebody did, by exercise; empty where nobody asked to keep it.
func (l Learn) Results(ctx context.Context) (map[string]Kept[Result], error) {
	if l.app.Store == nil {
		return nil, nil
	}
	kept, err := l.shelf.List(ctx, store.Filter{})
	out := map[string]Kept[Result]{}
	for _, k := range kept {
		out[k.Noun.Exercise] = k
	}
	return out, err
}

// keeping marks that somebody asked for their results to be kept.
func (l Learn) keeping() Shelf[struct{}] {
	return Shelf[struct{}]{Store: l.app.Store, Owner: l.shelf.Owner, Kind: "lessons"}
}

// Keeps reports whether results are kept.
func (l Learn) Keeps(ctx context.Context) (bool, error) {
	if l.app.Store == nil {
		return false, nil
	}
	n, err := l.keeping().Count(ctx)
	return len(n) > 0, err
}

// StartKeeping keeps results from now on.
func (l Learn) StartKeeping(ctx context.Context) error {
	if keeps, err := l.Keeps(ctx); keeps || err != nil {
		return err
	}
	_, err := l.keeping().Put(ctx, Kept[struct{}]{Record: store.Record{State: "on", At: l.app.Now()}})
	return err
}

// Keep notes how somebody did with an exercise, if they asked for that.
func (l Learn) Keep(ctx context.Context, e *Exercise, right bool) error {
	keeps, err := l.Keeps(ctx)
	if err != nil || !keeps {
		return err
	}
	known, err := l.Results(ctx)
	if err != nil {
		return err
	}
	k := known[e.ID]
	k.Noun.Exercise = e.ID
	k.Noun.answered(right, l.app.Now())
	k.State, k.At = "kept", l.app.Now()
	if due, ok := dayOf(k.Noun.Due); ok {
		k.Due = due
	}
	_, err = l.shelf.Put(ctx, k)
	return err
}

// Forget destroys all results, and keeps none from now on.
func (l Learn) Forget(ctx context.Context) error {
	if err := empty(ctx, l.keeping()); err != nil {
		return err
	}
	return empty(ctx, l.shelf)
}

// empty destroys all that a shelf holds.
func empty[T any](ctx context.Context, s Shelf[T]) error {
	kept, err := s.List(ctx, store.Filter{})
	if err != nil || len(kept) == 0 {
		return err
	}
	ids := make([]string, len(kept))
	for i := range kept {
		ids[i] = kept[i].ID
	}
	return s.Delete(ctx, ids...)
}

// Right reports whether somebody would do what the check says: publish, or not publish as it is. How much of a change is a second question.
func Right(said, verdict bedside.Severity) bool {
	return (said >= bedside.Revise) == (verdict >= bedside.Revise)
}

// Standing is how far somebody is with one topic.
type Standing struct {
	Topic                string
	All, Seen, Held, Due int // exercises; seen at least once; right the last time; due again
}

// Standings are how far somebody is with every topic, scenarios first.
func (l Learn) Standings(all []Exercise, results map[string]Kept[Result]) []Standing {
	var out []Standing
	now := today(l.app.Now())
	for i := range all {
		at := slices.IndexFunc(out, func(s Standing) bool { return s.Topic == all[i].Topic })
		if at < 0 {
			at = len(out)
			out = append(out, Standing{Topic: all[i].Topic})
		}
		s := &out[at]
		s.All++
		k, ok := results[all[i].ID]
		if !ok {
			continue
		}
		s.Seen++
		if k.Noun.Box > 0 {
			s.Held++
		}
		if k.Noun.Due <= now {
			s.Due++
		}
	}
	return out
}

// Next is the exercise to do after another, of a topic or of all: what is due first, then what is new, in an order that keeps twins apart.
// Where nothing is kept it goes through all of them in turn. It is false when there is nothing left for today.
func (l Learn) Next(all []Exercise, results map[string]Kept[Result], topic, after string) (Exercise, bool) {
	line := inTurn(all, topic)
	at := slices.IndexFunc(line, func(e Exercise) bool { return e.ID == after })
	line = append(slices.Clone(line[at+1:]), line[:at+1]...)
	now := today(l.app.Now())
	rank := func(e Exercise) int {
		k, ok := results[e.ID]
		switch {
		case e.ID == after:
			return 3
		case ok && k.Noun.Due <= now:
			return 0
		case !ok:
			return 1
		default:
			return 2
		}
	}
	slices.SortStableFunc(line, func(a, b Exercise) int { return cmp.Compare(rank(a), rank(b)) })
	for _, e := range line {
		if rank(e) < 2 {
			return e, true
		}
	}
	return Exercise{}, false
}

// inTurn are the exercises of a topic, or of all: one of every pair of twins, topic after topic, and then the others. Which twin comes first
// is no pattern.
func inTurn(all []Exercise, topic string) []Exercise {
	var first, second []Exercise
	for _, e := range all {
		switch {
		case topic != "" && e.Topic != topic:
		case e.Twin == "" || leads(&e):
			first = append(first, e)
		default:
			second = append(second, e)
		}
	}
	return append(spread(first), spread(second)...)
}

// leads reports whether an exercise comes before its twin.
func leads(e *Exercise) bool {
	sum := 0
	for _, b := range []byte(e.ID + e.Twin) {
		sum += int(b)
	}
	return (e.ID < e.Twin) == (sum%2 == 0)
}

// spread takes one exercise of each topic in turn.
func spread(all []Exercise) []Exercise {
	place := map[string]int{}
	type placed struct {
		Exercise
		round int
	}
	var out []placed
	for _, e := range all {
		out = append(out, placed{e, place[e.Topic]})
		place[e.Topic]++
	}
	slices.SortStableFunc(out, func(a, b placed) int { return cmp.Compare(a.round, b.round) })
	spread := make([]Exercise, len(out))
	for i := range out {
		spread[i] = out[i].Exercise
	}
	return spread
}
