package app_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/payments"
	"bedside/internal/profile"
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

// TestConsentRoom keeps, signs, binds, withdraws, removes, brings back and destroys a consent.
func TestConsentRoom(t *testing.T) {
	t.Parallel()
	c := newClock()
	room := rooms(t, c).Consents()
	ctx := t.Context()
	k := fine[app.Consent](t)(room.Keep(ctx, app.Kept[app.Consent]{Noun: signed()}))
	other := k
	other.Noun.Wording = "Look at that cake."
	if _, p, err := room.Keep(ctx, other); err != nil || len(p) != 1 || p[0].Field != "wording" {
		t.Errorf("words that were signed can be changed: problems %v, error %v", p, err)
	}
	if err := room.Bind(ctx, k.ID, strings.NewReader("a picture"), "image/png", true); err != nil {
		t.Fatal(err)
	}
	if p := must[app.Picture](t)(room.Picture(ctx, k.ID)); string(p.Data) != "a picture" {
		t.Error("the picture is not kept as it was")
	}
	if err := room.Bind(ctx, k.ID, strings.NewReader("another"), "image/png", false); err != nil {
		t.Fatal(err)
	}
	if _, err := room.Picture(ctx, k.ID); bedside.CodeOf(err) != bedside.CodeNotFound {
		t.Errorf("a picture that nobody asked to keep is kept: %v", err)
	}
	given := must[[]bedside.Consent](t)(room.Chosen(ctx, k.ID))
	if len(given) != 1 || given[0].Form != "written" || given[0].MediaHash == "" || given[0].Revoked != "" {
		t.Errorf("a check gets %v", given)
	}
	wantCode(t, room.Bind(ctx, k.ID, strings.NewReader(""), "", false), bedside.CodeInvalid)
	stale := k
	if _, _, err := room.Keep(ctx, stale); bedside.CodeOf(err) != bedside.CodeConflict {
		t.Errorf("what somebody else changed is overwritten: %v", err)
	}
	if err := room.Withdraw(ctx, k.ID); err != nil {
		t.Fatal(err)
	}
	if got := must[app.Kept[app.Consent]](t)(room.Find(ctx, k.ID)); got.State != app.ConsentWithdrawn || got.Noun.Withdrawn != "2026-07-01" {
		t.Errorf("withdrawn, it is %s since %s", got.State, got.Noun.Withdrawn)
	}
	if given := must[[]bedside.Consent](t)(room.Chosen(ctx, k.ID)); given[0].Revoked == "" {
		t.Error("a check does not learn of the withdrawal")
	}
}

// TestRemoval: what is removed can be brought back for a day, is not attached meanwhile, and is destroyed then.
func TestRemoval(t *testing.T) {
	t.Parallel()
	c := newClock()
	room := rooms(t, c).Consents()
	ctx := t.Context()
	k := fine[app.Consent](t)(room.Keep(ctx, app.Kept[app.Consent]{Noun: signed()}))
	if err := room.Remove(ctx, k.ID); err != nil {
		t.Fatal(err)
	}
	if given := must[[]bedside.Consent](t)(room.Chosen(ctx, k.ID)); len(given) != 0 {
		t.Error("what is removed is still attached")
	}
	c.hours(23)
	if list := must[[]app.Kept[app.Consent]](t)(room.List(ctx)); len(list) != 1 || list[0].State != app.Removed {
		t.Errorf("after 23 hours the list has %v", list)
	}
	if err := room.Restore(ctx, k.ID); err != nil {
		t.Fatal(err)
	}
	if got := must[app.Kept[app.Consent]](t)(room.Find(ctx, k.ID)); got.State != app.ConsentSigned {
		t.Errorf("brought back, it is %s", got.State)
	}
	if err := room.Bind(ctx, k.ID, strings.NewReader("a picture"), "image/png", true); err != nil {
		t.Fatal(err)
	}
	if err := room.Remove(ctx, k.ID); err != nil {
		t.Fatal(err)
	}
	c.hours(25)
	if list := must[[]app.Kept[app.Consent]](t)(room.List(ctx)); len(list) != 0 {
		t.Errorf("after a day the list has %v", list)
	}
	_, err := room.Find(ctx, k.ID)
	wantCode(t, err, bedside.CodeNotFound)
}

// TestSweep: what was removed a day ago is destroyed in all rooms, whether anybody opens them or not; what was removed later is not.
func TestSweep(t *testing.T) {
	t.Parallel()
	c := newClock()
	a := rooms(t, c)
	ctx := t.Context()
	consent := fine[app.Consent](t)(a.Consents().Keep(ctx, app.Kept[app.Consent]{Noun: signed()}))
	interest := fine[app.Interest](t)(a.Interests().Keep(ctx, app.Kept[app.Interest]{Noun: app.Interest{Party: "Acme"}}))
	account := fine[app.Account](t)(a.Accounts().Keep(ctx, app.Kept[app.Account]{Noun: app.Account{Platform: "x"}}))
	seen := fine[app.Appearance](t)(a.Presence().Keep(ctx, app.Kept[app.Appearance]{Noun: app.Appearance{Kind: "mention", Poster: "@kofi"}}))
	for _, err := range []error{a.Consents().Remove(ctx, consent.ID), a.Interests().Remove(ctx, interest.ID), a.Accounts().Remove(ctx, account.ID)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	c.hours(25)
	if err := a.Presence().Remove(ctx, seen.ID); err != nil {
		t.Fatal(err)
	}
	if err := a.Sweep(ctx); err != nil {
		t.Fatal(err)
	}
	for kind, id := range map[string]string{"consent": consent.ID, "interest": interest.ID, "account": account.ID} {
		_, err := a.Store.Get(ctx, "", kind, id)
		wantCode(t, err, bedside.CodeNotFound)
	}
	if _, err := a.Presence().Find(ctx, seen.ID); err != nil {
		t.Errorf("what was removed just now is gone: %v", err)
	}
}

// TestConsentReminder: a consent is brought up a month before it ends, and left alone a month after.
func TestConsentReminder(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ days, due int }{
		"half a year before": {0, 0}, "the day a month before": {153, 1}, "the day after": {184, 1}, "two months after": {250, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			clock := newClock()
			room := rooms(t, clock).Consents()
			fine[app.Consent](t)(room.Keep(t.Context(), app.Kept[app.Consent]{Noun: signed()}))
			clock.pass(c.days)
			if due := must[int](t)(room.Due(t.Context())); due != c.due {
				t.Errorf("%d are due, want %d", due, c.due)
			}
		})
	}
}

const (
	paid2024 = `Covered_Recipient_Profile_ID,Covered_Recipient_NPI,Covered_Recipient_First_Name,Covered_Recipient_Last_Name,Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Name,Total_Amount_of_Payment_USDollars,Number_of_Payments_Included_in_Total_Amount,Nature_of_Payment_or_Transfer_of_Value,Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_1,Program_Year
811,1234567893,Adaeze,Lind,"Orlan Laboratories, Inc.",100.10,1,Food and Beverage,Orlavix,2025
811,1234567893,Adaeze,Lind,Orlan Laboratories Inc,200.20,2,Food and Beverage,Zemidol,2025
811,1234567893,Adaeze,Lind,Boston Veld LLC,50,1,Education,,2025
955,,Adaeze,Lind,Boston Veld LLC,70,1,Education,,2025
`
	owned = `Physician_Profile_ID,Physician_First_Name,Physician_Last_Name,Total_Amount_Invested_USDollars,Value_of_Interest,Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Name,Program_Year
811,Adaeze,Lind,5000,6000,Orlan Laboratories Inc.,2024
`
)

// TestPayments reads files of payments, keeps what is about the person, once however often a file is read, and takes it out again.
func TestPayments(t *testing.T) {
	t.Parallel()
	c := newClock()
	a := rooms(t, c)
	room, ctx := a.Interests(), t.Context()
	read := func(file string, who payments.Who, recipients ...int) string {
		t.Helper()
		found := must[app.Kept[app.Payments]](t)(room.ReadPayments(ctx, strings.NewReader(file), who))
		must[int](t)(room.KeepPayments(ctx, found.ID, recipients))
		return found.ID
	}
	sums := func() map[string]string {
		t.Helper()
		out := map[string]string{}
		for _, k := range must[[]app.Kept[app.Interest]](t)(room.List(ctx)) {
			out[k.Noun.Party] = k.Noun.Money() + " " + strings.Join(k.Noun.Products, ", ")
		}
		return out
	}
	byName := payments.Who{First: "Adaeze", Last: "Lind"}
	general := read(paid2024, byName, 0)
	want := map[string]string{"Orlan Laboratories Inc": "USD 300.30 Orlavix, Zemidol", "Boston Veld LLC": "USD 50 "}
	// The file writes the company in two ways: the interest is one.
	if diff := cmp.Diff(want, sums()); diff != "" {
		t.Error(diff)
	}
	again := read(paid2024, byName, 0)
	if diff := cmp.Diff(want, sums()); diff != "" {
		t.Errorf("read again: %s", diff)
	}
	read(owned, byName, 0)
	if got := sums()["Orlan Laboratories Inc"]; got != "USD 5,300.30 Orlavix, Zemidol" {
		t.Errorf("with shares: %s", got)
	}
	for _, id := range []string{general, again} {
		if err := room.UndoPayments(ctx, id); err != nil {
			t.Fatal(err)
		}
	}
	if got := sums(); len(got) != 1 || !strings.HasPrefix(got["Orlan Laboratories Inc"], "USD 5,000") {
		t.Errorf("taken out again: %v", got)
	}
	found := must[app.Kept[app.Payments]](t)(room.ReadPayments(ctx, strings.NewReader(paid2024), byName))
	_, err := room.KeepPayments(ctx, found.ID, nil)
	wantCode(t, err, bedside.CodeInvalid)
	c.pass(2)
	must[[]app.Kept[app.Payments]](t)(room.Imports(ctx))
	_, err = room.Import(ctx, found.ID)
	wantCode(t, err, bedside.CodeNotFound) // what was only looked at
}

// sorted sorts names.
func sorted(names []string) []string { slices.Sort(names); return names }

// TestInterestsFor: what is written by hand is told to every check; what was imported, where a draft names the company or a product whole.
func TestInterestsFor(t *testing.T) {
	t.Parallel()
	a := rooms(t, newClock())
	room, ctx := a.Interests(), t.Context()
	fine[app.Interest](t)(room.Keep(ctx, app.Kept[app.Interest]{Noun: app.Interest{Party: "Acme Pumps", Kind: "shares", Amount: 120000, Since: "2020-01-01"}}))
	fine[app.Interest](t)(room.Keep(ctx, app.Kept[app.Interest]{Noun: app.Interest{Party: "Gone Ltd", Until: "2020-01-01"}}))
	found := must[app.Kept[app.Payments]](t)(room.ReadPayments(ctx, strings.NewReader(paid2024), payments.Who{NPI: "1234567893"}))
	must[int](t)(room.KeepPayments(ctx, found.ID, []int{0}))
	for text, want := range map[string][]string{
		"A quiet night.": {"Acme Pumps"},
		"Boston was lovely, and the marathon too.":   {"Acme Pumps"},
		"The new stent by Boston Veld is wonderful!": {"Acme Pumps", "Boston Veld LLC"},
		"I switched everybody to #orlavix® today":    {"Acme Pumps", "Orlavix"},
		"Orlan Laboratories makes Orlavix.":          {"Acme Pumps", "Orlan Laboratories Inc", "Orlavix"},
	} {
		var got []string
		for _, i := range must[[]bedside.Interest](t)(room.For(ctx, bedside.Draft{Text: text})) {
			got = append(got, i.Party)
		}
		if diff := cmp.Diff(want, sorted(got)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

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
