package engine_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"time"

	"bedside"
)

// consented is a text that blocks, and its fingerprint.
const consented = "Mrs Alvarez in bed 12 coded twice last night."

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func TestConsents(t *testing.T) {
	t.Parallel()
	bound := hashOf(consented)
	tests := []struct {
		name    string
		consent bedside.Consent
		want    string
	}{
		{"bound", bedside.Consent{Form: "written", TextHash: bound}, "consent.bound"},
		{"in capitals", bedside.Consent{Form: "written", TextHash: strings.ToUpper(bound)}, "consent.bound"},
		{"until later", bedside.Consent{Form: "written", TextHash: bound, Expires: "2026-08-01"}, "consent.bound"},
		{"until today", bedside.Consent{Form: "written", TextHash: bound, Expires: "2026-07-01"}, "consent.bound"},
		{"until a moment ahead", bedside.Consent{Form: "written", TextHash: bound, Expires: "2026-07-01T12:00:01Z"}, "consent.bound"},
		{"until yesterday", bedside.Consent{Form: "written", TextHash: bound, Expires: "2026-06-30"}, "consent.expired"},
		{"until a moment ago", bedside.Consent{Form: "written", TextHash: bound, Expires: "2026-07-01T11:59:59Z"}, "consent.expired"},
		{"until nobody knows when", bedside.Consent{Form: "written", TextHash: bound, Expires: "next summer"}, "consent.expired"},
		{"revoked", bedside.Consent{Form: "written", TextHash: bound, Revoked: "2026-01-01"}, "consent.revoked"},
		{"for other words", bedside.Consent{Form: "written", TextHash: hashOf("other words")}, "consent.unbound"},
		{"for nothing", bedside.Consent{Form: "written"}, "consent.unbound"},
		{"spoken", bedside.Consent{Form: "verbal", TextHash: bound}, "consent.verbal"},
		{"in prose", bedside.Consent{Prose: "she said it was fine"}, "consent.verbal"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := bedside.Draft{Text: consented, Context: bedside.Context{Consents: []bedside.Consent{tt.consent}}}
			if got := known(t, d, now, "consent."); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestConsentLowers: a valid consent to these very words makes the finding a milder one, any other does nothing.
func TestConsentLowers(t *testing.T) {
	t.Parallel()
	const rule = "privacy.patient-name@p1"
	without := severityOf(check(t, bedside.Draft{Text: consented}), rule)
	if without != bedside.Block {
		t.Fatalf("without consent %s", without)
	}
	tests := []struct {
		name    string
		consent bedside.Consent
		asOf    time.Time
		lowers  bool
	}{
		{"bound", bedside.Consent{Form: "written", TextHash: hashOf(consented)}, now, true},
		{"bound until later", bedside.Consent{Form: "written", TextHash: hashOf(consented), Expires: "2027-01-01"}, now, true},
		{"later", bedside.Consent{Form: "written", TextHash: hashOf(consented), Expires: "2027-01-01"}, now.AddDate(1, 0, 0), false},
		{"revoked", bedside.Consent{Form: "written", TextHash: hashOf(consented), Revoked: "2026-01-01"}, now, false},
		{"for other words", bedside.Consent{Form: "written", TextHash: hashOf(consented + "!")}, now, false},
		{"spoken", bedside.Consent{Form: "verbal", TextHash: hashOf(consented)}, now, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, err := checker(t).Check(bedside.Draft{Text: consented, Context: bedside.Context{Consents: []bedside.Consent{tt.consent}}}, tt.asOf)
			if err != nil {
				t.Fatal(err)
			}
			if got := severityOf(r, rule); got < bedside.Advise || (got < without) != tt.lowers {
				t.Errorf("got %s, without consent %s", got, without)
			}
		})
	}
}

// severityOf is the severity of the finding with an id; ok when there is none.
func severityOf(r *bedside.Result, id string) bedside.Severity {
	for _, f := range r.Findings {
		if f.ID == id {
			return f.Severity
		}
	}
	return bedside.OK
}

// TestAsOf: the time that is handed in decides; without one, the draft's own.
func TestAsOf(t *testing.T) {
	t.Parallel()
	own := time.Date(2020, 2, 2, 2, 2, 2, 0, time.UTC)
	d := bedside.Draft{Text: "a", Time: bedside.Time{Time: own}}
	if r := check(t, d); !r.AsOf.Equal(now) {
		t.Errorf("as of %s, want %s", r.AsOf, now)
	}
	r, err := checker(t).Check(d, time.Time{})
	if err != nil || !r.AsOf.Equal(own) {
		t.Errorf("as of %v, want %s: %v", r, own, err)
	}
}

// TestACopyOfThePictureAgreedToIsTold: it looks like it, and the consent does not cover it.
func TestACopyOfThePictureAgreedToIsTold(t *testing.T) {
	t.Parallel()
	agreed := bedside.Likeness{PHash: 0xf0f0, DHash: 0x0ff0, MirroredPHash: 0xffff0000, MirroredDHash: 0xff00ff00}
	mirrored := bedside.Likeness{PHash: agreed.MirroredPHash, DHash: agreed.MirroredDHash, MirroredPHash: agreed.PHash, MirroredDHash: agreed.DHash}
	other := bedside.Likeness{PHash: 0xaaaa5555aaaa5555, DHash: 0x123456789abcdef0, MirroredPHash: 1, MirroredDHash: 2}
	seen := func(hash string, l bedside.Likeness) bedside.Media {
		return bedside.Media{Seen: &bedside.Seen{Type: "jpeg", SHA256: hash, Likeness: l, Faces: []bedside.SeenFace{{Box: [4]int{1, 1, 9, 9}, Sure: true}}}}
	}
	for name, c := range map[string]struct {
		consent bedside.Likeness
		media   []bedside.Media
		want    string
	}{
		"the file itself":             {agreed, []bedside.Media{seen("aa", agreed)}, ""},
		"a copy":                      {agreed, []bedside.Media{seen("bb", agreed)}, "consent.alike"},
		"a mirrored copy":             {agreed, []bedside.Media{seen("bb", mirrored)}, "consent.alike"},
		"a copy beside the file":      {bedside.Likeness{}, []bedside.Media{seen("aa", agreed), seen("bb", agreed)}, "consent.alike"},
		"another picture":             {agreed, []bedside.Media{seen("bb", other)}, ""},
		"a copy of nobody knows what": {bedside.Likeness{}, []bedside.Media{seen("bb", agreed)}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := bedside.Draft{Text: "Six months on.", Media: c.media, Context: bedside.Context{Consents: []bedside.Consent{{Form: "written", MediaHash: "AA", Likeness: c.consent}}}}
			if got := known(t, d, now, "consent.alike"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
