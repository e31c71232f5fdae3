package app_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/app"
)

// today is the day on which the tests look at things.
func today() time.Time { return time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC) }

// signed is a consent that lacks nothing.
func signed() app.Consent {
	return app.Consent{
		Law: "us", Person: "A.W.", Information: "The story of her cake", Discloser: "Dr Lind", Recipients: "Everyone on Mastodon", Purpose: "Thanking the ward",
		Expires: "2026-12-31", Signed: "2026-06-01", Revocation: true, Conditions: true, Redisclosure: true, Copy: true, Wording: "Look at this cake.",
	}
}

func TestConsentState(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*app.Consent)
		state  string
		form   string // what a check takes it for
	}{
		"complete":                           {func(*app.Consent) {}, app.ConsentSigned, "written"},
		"not signed":                         {func(c *app.Consent) { c.Signed = "" }, app.ConsentDraft, "none"},
		"ends today":                         {func(c *app.Consent) { c.Expires = "2026-07-01" }, app.ConsentSigned, "written"},
		"ended yesterday":                    {func(c *app.Consent) { c.Expires = "2026-06-30" }, app.ConsentExpired, "written"},
		"withdrawn":                          {func(c *app.Consent) { c.Withdrawn = "2026-06-20" }, app.ConsentWithdrawn, "written"},
		"an event that has not come":         {func(c *app.Consent) { c.Expires, c.ExpiresWith = "", "the fair closes" }, app.ConsentSigned, "written"},
		"an event that came":                 {func(c *app.Consent) { c.ExpiresWith, c.EventOn = "the fair closes", "2026-06-15" }, app.ConsentExpired, "written"},
		"no purpose":                         {func(c *app.Consent) { c.Purpose = "" }, app.ConsentSigned, "verbal"},
		"somebody else, without a right":     {func(c *app.Consent) { c.Signer = "her son" }, app.ConsentSigned, "verbal"},
		"no redisclosure, under another law": {func(c *app.Consent) { c.Law, c.Redisclosure = "uk", false }, app.ConsentSigned, "written"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := signed()
			c.change(&n)
			if got := n.State(today()); got != c.state {
				t.Errorf("state %q, want %q", got, c.state)
			}
			if got := n.Value().Form; got != c.form {
				t.Errorf("a check takes it as %q, want %q", got, c.form)
			}
		})
	}
}

func TestConsentMissing(t *testing.T) {
	t.Parallel()
	var fields []string
	for _, e := range (&app.Consent{Law: "us", Signer: "her son"}).Missing() {
		if e.Says == "" || e.Cite == "" {
			t.Errorf("%s is missing without a word or a source", e.Field)
		}
		fields = append(fields, e.Field)
	}
	want := []string{"information", "discloser", "recipients", "purpose", "expires", "signed", "authority", "revocation", "conditions", "redisclosure"}
	if diff := cmp.Diff(want, fields); diff != "" {
		t.Error(diff)
	}
	whole := signed()
	if got := whole.Missing(); got != nil {
		t.Errorf("a whole consent lacks %v", got)
	}
}

func TestConsentValue(t *testing.T) {
	t.Parallel()
	n := signed()
	n.EventOn, n.ExpiresWith = "2026-11-01", "the fair closes"
	want := bedside.Consent{
		Person: "A.W.", Form: "written", Scope: "The story of her cake", Signed: "2026-06-01", Expires: "2026-11-01",
		TextHash: "dbe403a0253c1bfcf0204e14b2053191d90b009f17c21c7fa04594002c4f12e4",
	}
	if diff := cmp.Diff(want, n.Value()); diff != "" {
		t.Error(diff)
	}
}

func TestConsentProblems(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*app.Consent)
		field  string
	}{
		"nobody":                  {func(c *app.Consent) { c.Person = "" }, "person"},
		"no date":                 {func(c *app.Consent) { c.Expires = "next spring" }, "expires"},
		"signed tomorrow":         {func(c *app.Consent) { c.Signed = "2026-07-02" }, "signed"},
		"withdrawn, never signed": {func(c *app.Consent) { c.Signed, c.Withdrawn = "", "2026-06-20" }, "withdrawn"},
		"no event that came":      {func(c *app.Consent) { c.EventOn = "2026-06-20" }, "event_on"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := signed()
			c.change(&n)
			p := n.Problems(today())
			if len(p) != 1 || p[0].Field != c.field {
				t.Errorf("problems %v, want one with %s", p, c.field)
			}
		})
	}
	n := signed()
	if p := n.Problems(today()); p != nil {
		t.Errorf("problems %v with what is right", p)
	}
}
