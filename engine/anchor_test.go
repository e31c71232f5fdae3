package engine_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bedside"
)

// on is a draft written on Thursday 12 March 2026.
func on(text string) bedside.Draft {
	return bedside.Draft{Text: text, Time: bedside.Time{Time: time.Date(2026, 3, 12, 23, 30, 0, 0, time.FixedZone("", -5*3600))}, Author: bedside.Author{Role: "nurse"}}
}

// recent reports whether a story counts as recent: a colleague could tell from it who the first person is.
func recent(t *testing.T, d bedside.Draft) bool {
	t.Helper()
	r := check(t, d)
	if len(r.People) == 0 {
		t.Fatalf("%q: nobody is told of", d.Text)
	}
	return slices.Contains(r.People[0].RecognisableBy, "colleague")
}

func TestHowLongAgo(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		with       bool // recent, as seen from the draft's time
		without    bool // recent, when the draft has no time
	}{
		{"no date", "My patient, 71, with sepsis.", false, false},
		{"last week", "My patient, 71, with sepsis, came in on 5 March 2026.", true, true},
		{"to come", "My patient, 71, with sepsis, goes home on 20 March 2026.", true, true},
		{"half a year ago", "My patient, 71, with sepsis, came in on 5 October 2025.", true, true},
		{"years ago", "My patient, 71, with sepsis, came in on 5 March 2019.", false, true},
		{"years ago, and today", "My patient, 71, with sepsis, came in on 5 March 2019 and died today.", true, true},
		{"a month of years ago", "My patient, 71, with sepsis, came in in March 2019.", false, true},
		{"a weekday", "My patient, 71, with sepsis, came in on Tuesday.", true, true},
		{"a day without a year", "My patient, 71, with sepsis, came in on 1 March.", true, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			timed, bare := on(tt.text), on(tt.text)
			bare.Time = bedside.Time{}
			if got := recent(t, timed); got != tt.with {
				t.Errorf("with a time, recent: %v, want %v", got, tt.with)
			}
			if got := recent(t, bare); got != tt.without {
				t.Errorf("without one, recent: %v, want %v", got, tt.without)
			}
		})
	}
}

// TestBornShowsAge: 45 CFR 164.514(b)(2)(i)(C) counts a year that shows an age over 89.
func TestBornShowsAge(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"My patient, born in 1931, has sepsis.":                    true,
		"My patient was born back in 1936 and has sepsis.":         true,
		"My patient, born in 1937, has sepsis.":                    false,
		"My patient, DOB 3/4/31, has sepsis.":                      true,
		"My patient, DOB 3/4/51, has sepsis.":                      false,
		"My patient with sepsis has had the clock since 1931.":     false,
		"My patient with sepsis loves the poet, born in 1831.":     false,
		"My patient with sepsis, b 1930, sang.":                    true,
		"My patient with sepsis in a ward that opened in 1931.":    false,
		"Born in 1931, my patient with sepsis sang till 2019.":     true,
		"My patient, born on 3 March 1931, has sepsis in 2019.":    true,
		"My patient has sepsis. " + strings.Repeat("In 1931. ", 9): false,
	} {
		t.Run(text[:min(len(text), 40)], func(t *testing.T) {
			t.Parallel()
			timed, bare := on(text), on(text)
			bare.Time = bedside.Time{}
			if got := says(t, timed, "age_over_89"); got != want {
				t.Errorf("with a time, over 89: %v, want %v", got, want)
			}
			if says(t, bare, "age_over_89") {
				t.Error("without a time, an age is shown")
			}
		})
	}
}

// says reports whether a kind of mention is found in a draft.
func says(t *testing.T, d bedside.Draft, kind string) bool {
	t.Helper()
	return slices.ContainsFunc(check(t, d).Mentions, func(m bedside.MentionOut) bool { return m.Type == kind })
}
