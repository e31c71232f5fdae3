package detect_test

import (
	"testing"

	"bedside/detect"
)

func TestDisorders(t *testing.T) {
	t.Parallel()
	files := smallTables()
	files["disorders.txt"] = []byte("# name, rarity\nZebrin-Wold syndrome\t0\nHereditary zebria\t2\nZebria\t1\nThe zebria\t1\n")
	files["concepts/test.txt"] = []byte("[rare_condition]\nhereditary zebria => a zebra condition\n[advice.directive]\ntreat <rare_condition>\n")
	built, err := detect.New(files)
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := detect.Load(built.Store())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []*detect.Detector{built, loaded} {
		if m := mentions(d, "Zebrin-Wold syndrome"); len(m) != 1 || m[0].Crowd != 10 {
			t.Errorf("of ten million at most 10 have it: %+v", m)
		}
		for _, tt := range []found{
			{"hyphen", "had Zebrin-Wold syndrome", "rare_condition Zebrin-Wold syndrome => a rare condition"},
			{"apart, small", "zebrin wold syndrome", "rare_condition zebrin wold syndrome => a rare condition"},
			{"the list says more", "hereditary zebria", "rare_condition hereditary zebria => a zebra condition"},
			{"patterns use it", "treat zebria", "advice.directive treat zebria; rare_condition zebria => a rare condition"},
			{"half a name", "zebrin wold", ""},
			{"not from a common word", "the zebria", "rare_condition zebria => a rare condition"},
		} {
			if got := show(d, tt.text); got != tt.want {
				t.Errorf("%s: %q\n got %s\nwant %s", tt.name, tt.text, got, tt.want)
			}
		}
	}
}
