package engine_test

import (
	"slices"
	"testing"

	"bedside"
)

// TestNumbersOnWhatBelongsToAPatient: whatever label a house has, the long number beside a name and a birth, a bed or a monitor's values is
// found; those of devices, batches and offices are not, nor any on a thing of nobody.
func TestNumbersOnWhatBelongsToAPatient(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		rows []string
		want string // the number that is found; empty for none
	}{
		"a label that no list has":    {[]string{"Name: Maria Alvarez", "Zugangs-Nr 1785919923", "DOB 03/04/1956"}, "1785919923"},
		"a label above":               {[]string{"Patient", "Lachlan Bilson", "Date of birth", "20/05/1959", "UR", "4289616"}, "4289616"},
		"letters before it":           {[]string{"Maria Alvarez", "Exp. HC 724243 DOB 03/04/1956"}, "HC 724243"},
		"in groups":                   {[]string{"Maria Alvarez", "Dossier 472 118 29 DOB 03/04/1956"}, "472 118 29"},
		"on a monitor":                {[]string{"Maria Alvarez", "UR 4671823", "HR bpm", "72", "SpO2 %", "98", "NIBP mmHg", "120/80"}, "4671823"},
		"of a pump beside a band":     {[]string{"Maria Alvarez", "DOB 03/04/1956", "SN 44718290"}, ""},
		"of a batch":                  {[]string{"Maria Alvarez", "DOB 03/04/1956", "LOT 44718290"}, ""},
		"when a thing expires":        {[]string{"Maria Alvarez", "DOB 03/04/1956", "EXP 271231"}, ""},
		"on a badge":                  {[]string{"Maria Silva", "Nordlicht GmbH", "Badge 4471829"}, ""},
		"on a monitor without a name": {[]string{"BED 4", "UR 4671823", "HR bpm", "72", "SpO2 %", "98"}, ""},
		"a number without a label":    {[]string{"4471829", "Maria Alvarez", "DOB 03/04/1956"}, ""},
		"too short":                   {[]string{"Maria Alvarez", "DOB 03/04/1956", "Zimmer-Ref. 4471"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := photo(c.rows...)
			words, _ := s.Words()
			var got []string
			for _, m := range check(t, pictured("", s)).Mentions {
				if m.Part == bedside.PartPictureText && m.Type == "record_number" {
					got = append(got, words[m.Start:m.End])
				}
			}
			want := []string{c.want}
			if c.want == "" {
				want = nil
			}
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
