package engine_test

import (
	"slices"
	"testing"

	"bedside"
)

// TestAddressee: who alone reads a message knows their own name. Whoever else is told of in it does not become theirs to know.
func TestAddressee(t *testing.T) {
	t.Parallel()
	const decline = "Hi Denise, kind of you to write. I keep this page for family, so I can't add you. Please ring the practice."
	for _, tt := range []struct {
		name  string
		draft bedside.Draft
		named bool
	}{
		{"message", bedside.Draft{Kind: "message", Text: decline}, false},
		{"contact request", bedside.Draft{Kind: "contact_request", Action: "hide", Text: decline}, false},
		{"reply that one person sees", bedside.Draft{Kind: "reply", Text: decline, Account: bedside.Account{Audience: "direct"}}, false},
		{"message to a group", bedside.Draft{Kind: "message", Text: "Hi Denise, your biopsy on ward 6 is booked, Mrs Denise Hale.", Account: bedside.Account{Audience: "closed_group"}}, true},
		{"somebody else", bedside.Draft{Kind: "message", Text: "Hi Denise, Mrs Hale in bed 4 has sepsis, she is my patient."}, true},
		{"told of as he", bedside.Draft{Kind: "message", Text: "Hi Tom. He came up from resus around nine with sepsis and he is my patient."}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.draft.Context.Relationship = "patient"
			r := check(t, tt.draft)
			if named := slices.ContainsFunc(r.Findings, func(f bedside.Finding) bool { return f.Rule == "privacy.patient-name" }); named != tt.named {
				t.Errorf("a name was found: %v, want %v: %v", named, tt.named, r.Findings)
			}
		})
	}
}
