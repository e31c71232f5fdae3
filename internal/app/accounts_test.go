package app_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/profile"
)

// TestAccountReview: a review is over with its last step, is due again after its months, and its old steps then count no longer.
func TestAccountReview(t *testing.T) {
	t.Parallel()
	c := newClock()
	room := rooms(t, c).Accounts()
	ctx := t.Context()
	k := fine[app.Account](t)(room.Keep(ctx, app.Kept[app.Account]{Noun: app.Account{Platform: "mastodon", Every: 3}}))
	due := func() int { t.Helper(); return must[int](t)(room.Due(ctx)) }
	if due() != 1 {
		t.Error("a new account is not due")
	}
	known := must[app.Platforms](t)(app.KnownPlatforms())
	steps := known.Find("mastodon").Review
	for _, s := range steps {
		if due() != 1 {
			t.Error("a review is over before its last step")
		}
		if err := room.Mark(ctx, k.ID, s.ID, true); err != nil {
			t.Fatal(err)
		}
	}
	if got := must[app.Kept[app.Account]](t)(room.Find(ctx, k.ID)); due() != 0 || got.Noun.Next() != "2026-10-01" {
		t.Errorf("a whole review leaves %d due, and the next on %s", due(), got.Noun.Next())
	}
	if err := room.Mark(ctx, k.ID, steps[0].ID, false); err != nil || due() != 1 {
		t.Errorf("a step taken back leaves %d due (%v)", due(), err)
	}
	if err := room.Mark(ctx, k.ID, steps[0].ID, true); err != nil || due() != 0 {
		t.Errorf("done again leaves %d due (%v)", due(), err)
	}
	c.pass(92)
	if due() != 1 {
		t.Error("after three months it is not due")
	}
	got := must[app.Kept[app.Account]](t)(room.Find(ctx, k.ID))
	for _, s := range got.Noun.Steps(known.Find("mastodon"), nil, c.now()) {
		if s.Done != "" || s.Before != "2026-07-01" {
			t.Errorf("%s counts as done on %q, last on %q", s.ID, s.Done, s.Before)
		}
	}
}

// TestAccountExports: the last import of the platform tells its settings, beside the steps that are about them.
func TestAccountExports(t *testing.T) {
	t.Parallel()
	c := newClock()
	a := rooms(t, c)
	imports := app.Shelf[app.Import]{Store: a.Store, Kind: "import"}
	for i, value := range []string{"Enabled", "Disabled"} {
		n := app.Import{Archive: bedside.AuditArchive{Platform: "tiktok", Settings: []bedside.AuditSetting{{Name: "Private Account", Value: value}}}, Read: today().AddDate(0, 0, -i)}
		must[app.Kept[app.Import]](t)(imports.Put(t.Context(), app.Kept[app.Import]{Noun: n}))
	}
	exports := must[[]app.Export](t)(a.Accounts().Exports(t.Context(), "tiktok"))
	known := must[app.Platforms](t)(app.KnownPlatforms())
	account := app.Account{Platform: "tiktok"}
	for _, s := range account.Steps(known.Find("tiktok"), exports, c.now()) {
		if s.ID == "private" {
			if diff := cmp.Diff([]app.Export{{Name: "Private Account", Value: "Enabled", Day: "2026-07-01"}}, s.Export); diff != "" {
				t.Error(diff)
			}
		} else if s.Export != nil {
			t.Errorf("step %s has %v", s.ID, s.Export)
		}
	}
}

// TestPlatforms: every platform whose exports are read has steps, each with a way, and ways to take something down.
func TestPlatforms(t *testing.T) {
	t.Parallel()
	known := must[app.Platforms](t)(app.KnownPlatforms())
	for _, id := range []string{"bluesky", "facebook", "instagram", "linkedin", "mastodon", "reddit", "threads", "tiktok", "x", "youtube"} {
		p := known.Find(id)
		if len(p.Review) < 5 {
			t.Errorf("%s has %d steps", id, len(p.Review))
		}
		seen := map[string]bool{}
		for _, s := range p.Review {
			if s.Do == "" || s.Where == "" || seen[s.ID] {
				t.Errorf("%s: step %q says not what or where, or is there twice", id, s.ID)
			}
			seen[s.ID] = true
		}
		for _, w := range []app.Way{p.Takedown.Untag, p.Takedown.Report, p.Takedown.Settings} {
			if w.Do == "" || w.Where == "" {
				t.Errorf("%s: a way to take something down is not told", id)
			}
		}
	}
}

// TestAccountsAndProfile: what the profile names is taken over once; what is kept, renamed, removed and brought back in the room changes it.
func TestAccountsAndProfile(t *testing.T) {
	t.Parallel()
	a := rooms(t, newClock())
	keeper := profile.NewKeeper(filepath.Join(t.TempDir(), "profile.json"), profile.Profile{Role: "nurse", Accounts: []bedside.Account{{Platform: "x", Handle: "@maya", Persona: "personal"}}}, true)
	a.Profile = keeper
	room, ctx := a.Accounts(), t.Context()
	handles := func() (out []string) {
		t.Helper()
		p, _ := keeper.Profile()
		for _, k := range p.Accounts {
			out = append(out, k.Platform+" "+k.Handle)
		}
		return out
	}
	is := func(want ...string) {
		t.Helper()
		if diff := cmp.Diff(want, handles()); diff != "" {
			t.Error(diff)
		}
	}
	must[[]app.Kept[app.Account]](t)(room.List(ctx))
	list := must[[]app.Kept[app.Account]](t)(room.List(ctx))
	if len(list) != 1 || list[0].Noun.Persona != "personal" {
		t.Fatalf("the room has %d accounts", len(list))
	}
	k := list[0]
	k.Noun.Handle = "@maya.rounds"
	k = fine[app.Account](t)(room.Keep(ctx, k))
	is("x @maya.rounds")
	fine[app.Account](t)(room.Keep(ctx, app.Kept[app.Account]{Noun: app.Account{Platform: "mastodon", Handle: "maya@larkfield.social"}}))
	is("x @maya.rounds", "mastodon maya@larkfield.social")
	if err := room.Remove(ctx, k.ID); err != nil {
		t.Fatal(err)
	}
	is("mastodon maya@larkfield.social")
	if list := must[[]app.Kept[app.Account]](t)(room.List(ctx)); len(list) != 2 {
		t.Errorf("the room has %d accounts", len(list))
	}
	if err := room.Restore(ctx, k.ID); err != nil {
		t.Fatal(err)
	}
	is("mastodon maya@larkfield.social", "x @maya.rounds")
	if p, _ := keeper.Profile(); p.Role != "nurse" {
		t.Error("the rest of the profile is lost")
	}
}
