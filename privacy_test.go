package bedside_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"bedside"
)

// A draft and a finding may end up in a log line by accident. Whatever the verb, no word of the post comes with them
// (docs/adr/0006-privacy-of-logs.md).
func TestPrintsLengthsOnly(t *testing.T) {
	t.Parallel()
	const marker = "Marigold"
	draft := bedside.Draft{
		ID: marker, Text: marker, Media: []bedside.Media{{Path: marker, Alt: marker, Caption: marker}},
		Author: bedside.Author{Name: marker, Handles: []string{marker}}, Account: bedside.Account{Handle: marker, Bio: marker},
		Context: bedside.Context{
			Note: marker, ReplyTo: bedside.ReplyTo{Text: marker}, Consents: []bedside.Consent{{Person: marker, Prose: marker}},
			Answers: map[string]string{"q": marker}, Timeline: []bedside.TimelinePost{{Text: marker}},
		},
	}
	finding := bedside.Finding{
		Rule: "privacy.patient-name", Evidence: []bedside.Evidence{{Text: marker}}, Message: "A patient is named",
		Remedy: bedside.Remedy{Edits: []bedside.Edit{{Text: marker}}},
	}
	for name, v := range map[string]any{
		"draft": draft, "pointer to a draft": &draft, "drafts": []bedside.Draft{draft}, "drafts by id": map[string]bedside.Draft{"x": draft},
		"struct with a draft": struct{ Draft bedside.Draft }{draft},
		"finding":             finding, "pointer to a finding": &finding, "findings": []bedside.Finding{finding},
	} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			if printed := fmt.Sprintf(verb, v); leaks(printed, marker) {
				t.Errorf("a %s printed with %s shows words of the draft", name, verb)
			}
		}
		if err := fmt.Errorf("check: %v", v); leaks(err.Error(), marker) {
			t.Errorf("a %s inside an error shows words of the draft", name)
		}
	}
}

// leaks also finds the marker in hexadecimal.
func leaks(printed, marker string) bool {
	return strings.Contains(printed, marker) || strings.Contains(strings.ToLower(printed), fmt.Sprintf("%x", marker))
}

// TestErrorsHoldNoText decodes drafts that are wrong in many ways.
func TestErrorsHoldNoText(t *testing.T) {
	t.Parallel()
	for _, draft := range []string{
		`{"text":"Marigold","schema":2}`, `{"text":["Marigold"]}`, `{"text":"Marigold"`, `{"text":"Marigold","text":"Marigold"}`,
		`{"text":"Marigold","time":"Marigold"}`, `{"text":"Marigold","media":[{"alt":7,"caption":"Marigold"}]}`, `"Marigold"`, `Marigold`,
		"{\"text\":\"Marigold \xff\"}", `{"id":"Marigold"}`, `{"text":"` + strings.Repeat("Marigold ", bedside.MaxText/8) + `"}`,
		`{"text":"a","context":{"consents":[{"form":["Marigold"]}]}}`, `{"text":"a"} Marigold`,
	} {
		_, err := bedside.DecodeDraft([]byte(draft))
		if err == nil {
			t.Errorf("%.40q is decoded", draft)
			continue
		}
		for e := err; e != nil; e = errors.Unwrap(e) {
			if leaks(fmt.Sprintf("%v %+v", e, e), "Marigold") {
				t.Errorf("the error for %.40q holds words of the draft", draft)
			}
		}
	}
}
