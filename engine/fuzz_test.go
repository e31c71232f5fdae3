package engine_test

import (
	"testing"
	"unicode/utf8"

	"bedside"
)

// FuzzCheck: whatever is written, the check answers with what the contract promises, and twice the same.
func FuzzCheck(f *testing.F) {
	for _, d := range written() {
		f.Add(d.Text, "A man on our ward", "Nurse. Views my own.", "patient", true)
	}
	f.Add("Saw a 34F, 34 weeks, at 3pm #x", "\u200b", "", "family", false)
	f.Fuzz(func(t *testing.T, text, alt, bio, relationship string, reply bool) {
		d := bedside.Draft{
			ID: "f", Text: text, Media: []bedside.Media{{Alt: alt, Caption: text}}, Account: bedside.Account{Bio: bio},
			Context: bedside.Context{Relationship: relationship, ReplyTo: bedside.ReplyTo{Text: alt}},
		}
		if reply {
			d.Kind = "review_reply"
		}
		r, err := checker(t).Check(d, now)
		if valid := utf8.ValidString(text) && utf8.ValidString(alt) && utf8.ValidString(bio); (err == nil) != valid {
			t.Fatalf("valid %v, error %v", valid, err)
		}
		if err != nil {
			return
		}
		checkResult(t, d, r)
		sameBytes(t, d, encode(t, check(t, d)), encode(t, r))
	})
}
