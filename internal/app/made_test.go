package app_test

import (
	"testing"
	"time"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/store/sqlite/sqlitetest"
)

// clock is a time that a test moves.
type clock struct{ at time.Time }

func (c *clock) now() time.Time          { return c.at }
func (c *clock) pass(days int)           { c.at = c.at.AddDate(0, 0, days) }
func (c *clock) hours(hours int)         { c.at = c.at.Add(time.Duration(hours) * time.Hour) }
func newClock() *clock                   { return &clock{today()} }
func same(a bedside.Draft) bedside.Draft { return a }

// rooms is an application that keeps things in a file of its own.
func rooms(t *testing.T, c *clock) *app.App {
	t.Helper()
	return &app.App{Fill: same, Now: c.now, Store: sqlitetest.Open(t, t.TempDir(), c.now)}
}

// must fails a test at an error, and hands on what came with none.
func must[T any](t *testing.T) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// fine fails a test at a problem or an error.
func fine[T any](t *testing.T) func(app.Kept[T], []app.Problem, error) app.Kept[T] {
	t.Helper()
	return func(k app.Kept[T], p []app.Problem, err error) app.Kept[T] {
		t.Helper()
		if err != nil || len(p) > 0 {
			t.Fatalf("problems %v, error %v", p, err)
		}
		return k
	}
}

func wantCode(t *testing.T, err error, want bedside.Code) {
	t.Helper()
	if got := bedside.CodeOf(err); got != want {
		t.Errorf("code %q (%v), want %q", got, err, want)
	}
}
