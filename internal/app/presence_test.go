package app_test

import (
	"testing"

	"bedside"
	"bedside/internal/app"
)

// TestPresenceRoom works an appearance to its end: asked, waited for, reported, left with a reason, and opened again.
func TestPresenceRoom(t *testing.T) {
	t.Parallel()
	c := newClock()
	room := rooms(t, c).Presence()
	ctx := t.Context()
	k := fine[app.Appearance](t)(room.Keep(ctx, app.Kept[app.Appearance]{Noun: app.Appearance{Kind: "mention", Poster: "@kofi"}}))
	is := func(state, next string, due int) {
		t.Helper()
		got := must[app.Kept[app.Appearance]](t)(room.Find(ctx, k.ID))
		if got.State != state || got.Noun.Next() != next {
			t.Errorf("it is %s until %q, want %s until %q", got.State, got.Noun.Next(), state, next)
		}
		if n := must[int](t)(room.Due(ctx)); n != due {
			t.Errorf("%d are due, want %d", n, due)
		}
	}
	mark := func(step string, done bool) {
		t.Helper()
		if err := room.Mark(ctx, k.ID, step, done); err != nil {
			t.Fatal(err)
		}
	}
	is(app.AppearanceOpen, "2026-07-01", 1)
	mark(app.StepUntag, true)
	is(app.AppearanceOpen, "2026-07-01", 1)
	mark(app.StepAsked, true)
	is(app.AppearanceAsked, "2026-07-08", 0)
	c.pass(7)
	is(app.AppearanceAsked, "2026-07-08", 1)
	mark(app.StepReported, true)
	is(app.AppearanceReported, "2026-07-22", 0)
	mark(app.StepReported, false)
	is(app.AppearanceAsked, "2026-07-08", 1)
	if p, err := room.End(ctx, k.ID, app.AppearanceLeft, ""); err != nil || len(p) != 1 {
		t.Errorf("it is left without a reason: %v, %v", p, err)
	}
	if p, err := room.End(ctx, k.ID, app.AppearanceLeft, "It is kind"); err != nil || p != nil {
		t.Errorf("it is not left: %v, %v", p, err)
	}
	is(app.AppearanceLeft, "", 0)
	if _, err := room.End(ctx, k.ID, "", ""); err != nil {
		t.Fatal(err)
	}
	is(app.AppearanceAsked, "2026-07-08", 1)
	wantCode(t, room.Mark(ctx, k.ID, "shout", true), bedside.CodeInvalid)
}

// TestScripts: there is a message and a caution for every kind, whoever posted it.
func TestScripts(t *testing.T) {
	t.Parallel()
	scripts := must[app.Scripts](t)(app.PresenceScripts())
	for _, kind := range scripts.Kinds {
		for _, by := range append(scripts.Posters, app.Named{}) {
			a := app.Appearance{Kind: kind.ID, By: by.ID}
			if len(scripts.For(&a)) == 0 || scripts.Caution(&a).Says == "" {
				t.Errorf("nothing is said of %s by %q", kind.ID, by.ID)
			}
		}
	}
}
