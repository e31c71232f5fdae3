package app_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/payments"
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
