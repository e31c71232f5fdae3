package source_test

import (
	"testing"

	"bedside/internal/train/source"
)

func TestDecodeCitiesRefusesCutShort(t *testing.T) {
	t.Parallel()
	whole := source.AppendCity(nil, source.City{Name: "Plimton", Country: "US", Admin: "OH", People: 20_000})
	for cut := 1; cut < len(whole); cut++ {
		if _, err := source.DecodeCities(whole[:cut]); err == nil {
			t.Errorf("no error after %d of %d bytes", cut, len(whole))
		}
	}
}

func TestTitleCase(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"ST MCARDLE'S HOSP OF THE VALLEY": "St McArdle's Hospital of the Valley",
		"O'BANNON REG MED CTR":            "O'Bannon Regional Medical Center",
		"UPMC FENN-PLIMTON":               "UPMC Fenn-Plimton",
	} {
		if got := source.TitleCase(in); got != want {
			t.Errorf("source.TitleCase(%q) = %q, want %q", in, got, want)
		}
	}
}
