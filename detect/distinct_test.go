package detect_test

import (
	"testing"

	"bedside/detect"
	"bedside/tables"
)

func TestDistinct(t *testing.T) {
	t.Parallel()
	d, err := detect.Load(tables.Stored()["tables.bin"])
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]detect.Distinction{
		"today": detect.OfEveryPost, "patient": detect.OfEveryPost, "at": detect.OfEveryPost,
		"ferry": detect.Everyday, "choir": detect.Everyday, "lady": detect.Everyday,
		"gyrocopter": detect.Uncommon, "wellies": detect.Uncommon,
	} {
		if got := d.Distinct(word); got != want {
			t.Errorf("%s is %d, want %d", word, got, want)
		}
	}
}
