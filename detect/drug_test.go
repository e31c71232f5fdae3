package detect_test

import "testing"

func TestDrugsByStem(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"antibody", "started zebratumab", "drug zebratumab => an antibody treatment"},
		{"capital", "Zebrigliflozin made her dizzy", "drug Zebrigliflozin => a medicine for diabetes or weight"},
		{"several", "zebrapril, zebrasartan and zebroxaban", "drug zebrasartan => a heart or blood pressure medicine; drug zebroxaban => a blood thinner"},
		{"anti-infective", "on zebrafloxacin", "drug zebrafloxacin => an antibiotic"},
		{"laughter", "lolololol and trolololol", ""},
		{"short", "a sartan, the olol", ""},
		{"a handle, a tag and a link", "@zebratumab https://zebratumab.org", "handle @zebratumab; link https://zebratumab.org"},
		{"other words", "reservoir, platinum, Michelin, concept", ""},
	})
}

func TestDrugListSaysMore(t *testing.T) {
	t.Parallel()
	d := withList(t, "[drug]\nzebratumab => a zebra medicine\n[advice.directive]\ntake <drug>\n")
	checkFound(t, d, []found{
		{"listed", "zebratumab", "drug zebratumab => a zebra medicine"},
		{"used by patterns", "take zebrasartan", "advice.directive take zebrasartan; drug zebrasartan => a heart or blood pressure medicine"},
	})
}
