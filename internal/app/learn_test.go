package app_test

import (
	"testing"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/internal/app"
	"bedside/pack"
	"bedside/packs"
	"bedside/tables"
)

// checking is an application whose checks are real.
func checking(t *testing.T, c *clock) *app.App {
	t.Helper()
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: tables.Reader(), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	a := rooms(t, c)
	a.Checker = e
	if a.Pack, err = pack.Load(packs.Default()); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestExercises: nearly all drafts that were chosen are still answered as careful readers answered them; every topic has some, in both directions.
func TestExercises(t *testing.T) {
	t.Parallel()
	all := must[[]app.Exercise](t)(checking(t, newClock()).Learn().Exercises())
	if len(all) < 110 {
		t.Errorf("%d drafts are left to practise on: choose them anew with go run ./internal/train/practice", len(all))
	}
	topics, back, out := map[string]int{}, 0, 0
	seen := map[string]bool{}
	for _, e := range all {
		topics[e.Topic]++
		if seen[e.ID] {
			t.Errorf("%s is there twice", e.ID)
		}
		seen[e.ID] = true
		if e.Label >= bedside.Revise {
			back++
		} else {
			out++
		}
	}
	if len(topics) != 16 || back < 40 || out < 40 {
		t.Errorf("%d topics, %d to send back, %d to let go", len(topics), back, out)
	}
	for topic, n := range topics {
		if n < 4 {
			t.Errorf("%s has %d drafts", topic, n)
		}
	}
}

// TestLearn: without keeping, practice goes through all drafts once in turn; with it, what was wrong comes tomorrow and what was right later.
func TestLearn(t *testing.T) {
	t.Parallel()
	c := newClock()
	l := checking(t, c).Learn()
	ctx := t.Context()
	all := must[[]app.Exercise](t)(l.Exercises())
	seen, at := map[string]bool{}, ""
	for range all {
		e, ok := l.Next(all, nil, "", at)
		if !ok || seen[e.ID] {
			t.Fatalf("after %d of %d drafts comes %q again, or none", len(seen), len(all), e.ID)
		}
		seen[e.ID], at = true, e.ID
	}
	if err := l.Keep(ctx, &all[0], true); err != nil {
		t.Fatal(err)
	}
	if r := must[map[string]app.Kept[app.Result]](t)(l.Results(ctx)); len(r) != 0 {
		t.Error("a result is kept though nobody asked for it")
	}
	if err := l.StartKeeping(ctx); err != nil {
		t.Fatal(err)
	}
	right, wrong := all[0], all[1]
	for e, ok := range map[*app.Exercise]bool{&right: true, &wrong: false} {
		if err := l.Keep(ctx, e, ok); err != nil {
			t.Fatal(err)
		}
	}
	due := func() (out []string) {
		t.Helper()
		for id, k := range must[map[string]app.Kept[app.Result]](t)(l.Results(ctx)) {
			if k.Noun.Due <= c.now().Format(time.DateOnly) {
				out = append(out, id)
			}
		}
		return sorted(out)
	}
	if got := due(); len(got) != 0 {
		t.Errorf("due on the same day: %v", got)
	}
	c.pass(1)
	if got := due(); len(got) != 1 || got[0] != wrong.ID {
		t.Errorf("due on the next day: %v, want %s", got, wrong.ID)
	}
	results := must[map[string]app.Kept[app.Result]](t)(l.Results(ctx))
	if e, ok := l.Next(all, results, "", ""); !ok || e.ID != wrong.ID {
		t.Errorf("what is due does not come first but %s", e.ID)
	}
	c.pass(2)
	if got := due(); len(got) != 2 {
		t.Errorf("due on the third day: %v", got)
	}
	if err := l.Forget(ctx); err != nil {
		t.Fatal(err)
	}
	if keeps := must[bool](t)(l.Keeps(ctx)); keeps || len(must[map[string]app.Kept[app.Result]](t)(l.Results(ctx))) != 0 {
		t.Error("what was to be forgotten is kept")
	}
}
