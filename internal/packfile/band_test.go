package packfile_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/packfile"
	"bedside/pack"
)

// withBand is the small pack whose rule has a band, in its line 7.
func withBand(t *testing.T, band string) (*packfile.Source, error) {
	t.Helper()
	return packfile.Load(withDose("grades:\n", "band: "+band+"\ngrades:\n"))
}

// TestBand: what is absent does not move.
func TestBand(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]pack.Band{
		"{head: contempt, lowest: ok, highest: revise}":    {Head: "contempt", Lowest: bedside.OK, Highest: bedside.Revise},
		"{head: told_story, lowest: advise}":               {Head: "told_story", Lowest: bedside.Advise},
		"{head: overstated, highest: advise}":              {Head: "overstated", Lowest: bedside.Block, Highest: bedside.Advise},
		"{head: contempt, lowest: block, highest: revise}": {Head: "contempt", Lowest: bedside.Block, Highest: bedside.Revise},
	} {
		src, err := withBand(t, written)
		if err != nil {
			t.Fatalf("%s: %v", written, err)
		}
		p, err := pack.Load(packfile.Compile(src.Pack))
		if err != nil {
			t.Fatalf("%s: %v", written, err)
		}
		if diff := cmp.Diff(&want, p.Rules[0].Band); diff != "" {
			t.Errorf("%s: %s", written, diff)
		}
	}
}

func TestBandProblems(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		"{head: contemt, lowest: ok}":               `7:14: unknown head "contemt", did you mean "contempt"?`,
		"{head: tone, lowest: ok}":                  `7:14: unknown head "tone", known are told_story, patient_contact, individual_advice, promotion, institution_voice, contempt, others_work, internal_matter, unsupported_claim, endorsement, exam_content, own_exposure, on_duty, colleague_shamed, overstated`,
		"{lowest: ok}":                              `7:8: a band has no key "head"`,
		"{head: contempt}":                          `7:8: the band neither sinks nor rises: give lowest or highest`,
		"{head: contempt, lowest: block}":           `7:8: the band neither sinks nor rises: give lowest or highest`,
		"{head: contempt, lowest: none}":            `7:32: unknown severity "none", known are ok, advise, revise, block`,
		"{head: contempt, highest: ok}":             `7:33: unknown severity "ok", known are advise, revise, block`,
		"{head: contempt, highest: a, lowest: ok}":  `7:33: unknown severity "a", known are advise, revise, block`,
		"{head: contempt, highest: revise, low: a}": `7:41: unknown key "low", known are head, lowest, highest`,
		"contempt": "7:7: a table of keys is wanted here, this is a text",
	} {
		_, err := withBand(t, written)
		if want = "rules/advice/dose.yaml:" + want; err == nil || err.Error() != want {
			t.Errorf("%s\n got %v\nwant %s", written, err, want)
		}
	}
}
