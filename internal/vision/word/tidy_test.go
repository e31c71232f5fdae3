package word_test

import (
	"testing"

	"bedside/internal/vision/word"
)

// TestWhatIsMisreadIsMended where what stands beside it tells, and left alone elsewhere.
func TestWhatIsMisreadIsMended(t *testing.T) {
	t.Parallel()
	for read, want := range map[string]string{
		"12–05–2026 23:03":   "12-05-2026 23:03",
		"2025–02-14":         "2025-02-14",
		"555—0182":           "555—0182",
		"20.04,2025 08:37":   "20.04.2025 08:37",
		"1,200.50":           "1,200.50",
		"1.200,50":           "1.200,50",
		"D.0.B. 28 Oct 1936": "D.O.B. 28 Oct 1936",
		"version 2.0.1":      "version 2.0.1",
		"Monday – Friday":    "Monday – Friday",
	} {
		if got := word.Tidy(read); got != want {
			t.Errorf("%q became %q, want %q", read, got, want)
		}
	}
}
