package app_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"bedside"
	"bedside/internal/app"
)

// checked is a picture of a few fields.
func checked() image.Image {
	p := image.NewGray(image.Rect(0, 0, 64, 64))
	for i := range p.Pix {
		p.Pix[i] = uint8(i / 64 * (i % 64 / 9) % 7 * 36)
	}
	return p
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
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, checked()); err != nil {
		t.Fatal(err)
	}
	if err := room.Bind(ctx, k.ID, &drawn, "image/png", false); err != nil {
		t.Fatal(err)
	}
	if given := must[[]bedside.Consent](t)(room.Chosen(ctx, k.ID)); given[0].Likeness == (bedside.Likeness{}) {
		t.Error("nothing is known by which copies of the picture could be recognised")
	}
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
