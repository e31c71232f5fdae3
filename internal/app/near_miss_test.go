package app_test

import (
	"fmt"
	"strings"
	"testing"

	"bedside"
	"bedside/internal/app"
)

const (
	missed = "Third week on cardiology. Today a retired ferry captain, 71, asked me to sit with him before his valve surgery in Duluth."
	mended = "Long shift, good team, cold pizza."
)

func words(text string) bedside.Draft { return bedside.Draft{Kind: "post", Text: text} }

// TestNearMisses: none is kept before somebody asks, only what had to be changed and no longer has to, and all go with one click.
func TestNearMisses(t *testing.T) {
	t.Parallel()
	a := checking(t, newClock())
	ctx, n := t.Context(), a.NearMisses()
	note := func(sheet string, before, after bedside.Draft, was, is bedside.Severity) bool {
		t.Helper()
		return must[bool](t)(n.Note(ctx, sheet, before, after, was, is))
	}
	if note("a", words(missed), words(mended), bedside.Revise, bedside.OK) {
		t.Error("one is kept though nobody asked for it")
	}
	if err := n.Start(ctx); err != nil {
		t.Fatal(err)
	}
	pictured := words(missed)
	pictured.Media = []bedside.Media{{Alt: "him"}}
	for name, kept := range map[string]bool{
		"nothing to change": note("b", words(mended), words(mended), bedside.Advise, bedside.OK),
		"still to change":   note("c", words(missed), words(missed), bedside.Block, bedside.Revise),
		"with a picture":    note("d", pictured, words(mended), bedside.Revise, bedside.OK),
	} {
		if kept {
			t.Errorf("%s: it is kept", name)
		}
	}
	if !note("e", words(missed), words("x"), bedside.Revise, bedside.OK) || !note("e", words("x"), words(mended), bedside.Revise, bedside.Advise) {
		t.Error("what was mended is not kept")
	}
	all := must[[]app.Exercise](t)(a.Learn().All(ctx))
	if all[0].Topic != app.Own || all[0].Draft.Text != missed || all[1].Draft.Text != mended || all[0].Twin != all[1].ID || all[0].Label < bedside.Revise || all[2].Topic == app.Own {
		t.Fatalf("the first exercises are %s (%v) and %s (%v)", all[0].ID, all[0].Label, all[1].ID, all[1].Label)
	}
	if e := must[app.Exercise](t)(a.Learn().Exercise(ctx, all[1].ID)); e.OwnID() != "e" {
		t.Errorf("it is that of %q", e.OwnID())
	}
	if err := n.RemoveAll(ctx); err != nil {
		t.Fatal(err)
	}
	if keeps := must[bool](t)(n.Keeps(ctx)); keeps || len(must[[]app.Kept[app.NearMiss]](t)(n.List(ctx))) != 0 {
		t.Error("one click does not remove them")
	}
	if err := n.RestoreAll(ctx); err != nil {
		t.Fatal(err)
	}
	if keeps := must[bool](t)(n.Keeps(ctx)); !keeps || len(must[[]app.Kept[app.NearMiss]](t)(n.List(ctx))) != 1 {
		t.Error("they do not come back")
	}
}

// TestNearMissesAreSwept: what was removed is destroyed after a day, with the answers that were given to it; the oldest make room.
func TestNearMissesAreSwept(t *testing.T) {
	t.Parallel()
	c := newClock()
	a := checking(t, c)
	ctx, n := t.Context(), a.NearMisses()
	for _, err := range []error{n.Start(ctx), a.Learn().StartKeeping(ctx)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range 101 {
		must[bool](t)(n.Note(ctx, fmt.Sprintf("s%d", i), words(missed+strings.Repeat("!", i)), words(mended), bedside.Revise, bedside.OK))
		c.hours(1)
	}
	if kept := must[[]app.Kept[app.NearMiss]](t)(n.List(ctx)); len(kept) != 100 || kept[99].ID != "s1" {
		t.Errorf("%d are kept, the oldest is %s", len(kept), kept[len(kept)-1].ID)
	}
	e := must[app.Exercise](t)(a.Learn().Exercise(ctx, "own-s100"))
	if err := a.Learn().Keep(ctx, &e, true); err != nil {
		t.Fatal(err)
	}
	if err := n.Remove(ctx, "s100"); err != nil {
		t.Fatal(err)
	}
	c.hours(25)
	if err := a.Sweep(ctx); err != nil {
		t.Fatal(err)
	}
	if results := must[map[string]app.Kept[app.Result]](t)(a.Learn().Results(ctx)); len(results) != 0 {
		t.Error("an answer outlives what it was given to")
	}
	wantCode(t, n.Restore(ctx, "s100"), bedside.CodeNotFound)
}
