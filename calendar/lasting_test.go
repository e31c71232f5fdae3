package calendar_test

import (
	"testing"

	"bedside/calendar"
	"bedside/text"
)

func TestLasting(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words string
		want  int
	}{
		{"placement in Oban for six weeks", 42},
		{"a four week locum in Broome", 28},
		{"at St V's for a month", 30},
		{"2 years in Leeds", 730},
		{"six weeks ago I was in Oban", 0},
		{"day 3 of 5 in Oban", 0},
		{"back in Oban", 0},
		{"a 6 month old baby", 0},
	}
	for _, tt := range tests {
		t.Run(tt.words, func(t *testing.T) {
			t.Parallel()
			if got := calendar.Lasting((&text.Parser{}).Parse(tt.words).Tokens); got != tt.want {
				t.Errorf("got %d days, want %d", got, tt.want)
			}
		})
	}
}
