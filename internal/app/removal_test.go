package app_test

import (
	"strings"
	"testing"

	"bedside"
	"bedside/internal/app"
)

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
	incoming := fine[app.Incoming](t)(a.Inbox().Keep(ctx, app.Kept[app.Incoming]{Noun: app.Incoming{Kind: "contact_request", From: "T."}}))
	hold := fine[app.Hold](t)(a.Holds().Keep(ctx, app.Kept[app.Hold]{Noun: app.Hold{Draft: bedside.Draft{Text: "held"}}}))
	for _, err := range []error{a.Inbox().Remove(ctx, incoming.ID), a.Holds().Remove(ctx, hold.ID), a.Consents().Remove(ctx, consent.ID), a.Interests().Remove(ctx, interest.ID), a.Accounts().Remove(ctx, account.ID)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if n := must[int](t)(a.Holds().Due(ctx)); n != 0 {
		t.Errorf("%d removed drafts are due", n)
	}
	if things := must[[]app.Thing](t)(a.Removed(ctx)); len(things) != 5 {
		t.Errorf("%d things were removed", len(things))
	}
	c.hours(25)
	if err := a.Presence().Remove(ctx, seen.ID); err != nil {
		t.Fatal(err)
	}
	if err := a.Sweep(ctx); err != nil {
		t.Fatal(err)
	}
	for kind, id := range map[string]string{"consent": consent.ID, "interest": interest.ID, "account": account.ID, "incoming": incoming.ID, "hold": hold.ID} {
		_, err := a.Store.Get(ctx, "", kind, id)
		wantCode(t, err, bedside.CodeNotFound)
	}
	if _, err := a.Presence().Find(ctx, seen.ID); err != nil {
		t.Errorf("what was removed just now is gone: %v", err)
	}
}
