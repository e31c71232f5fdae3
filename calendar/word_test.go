package calendar_test

import (
	"testing"

	"bedside/calendar"
)

func TestWords(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, word string
		read       func(string) int
		want       int
	}{
		{"month", "march", calendar.Month, 3},
		{"month in short", "sept", calendar.Month, 9},
		{"no month", "marched", calendar.Month, 0},
		{"weekday", "sunday", calendar.Weekday, 7},
		{"weekday in short", "tues", calendar.Weekday, 2},
		{"weekdays", "mondays", calendar.Weekday, 0},
		{"ordinal", "twelfth", calendar.Ordinal, 12},
		{"tens", "thirtieth", calendar.Ordinal, 30},
		{"no ordinal", "fourteen", calendar.Ordinal, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := tt.read(tt.word); got != tt.want {
				t.Errorf("%q is %d, want %d", tt.word, got, tt.want)
			}
		})
	}
	if !calendar.Season("fall") || calendar.Season("monsoon") || !calendar.Suffix("nd") || calendar.Suffix("n") {
		t.Error("a season or a suffix is not known")
	}
}
