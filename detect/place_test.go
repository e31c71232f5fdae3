package detect_test

import (
	"testing"

	"bedside/detect"
)

func TestAddresses(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"street", "14 Elm Street", "address 14 Elm Street"},
		{"letter", "221B Baker St", "address 221B Baker St"},
		{"two words", "14 Old Mill Lane", "address 14 Old Mill Lane"},
		{"British code", "SW1A 1AA, M1 1AE", "postcode SW1A 1AA; postcode M1 1AE"},
		{"Canadian code", "K1A 0B1, K1A0B1", "postcode K1A 0B1; postcode K1A0B1"},
		{"ZIP", "ZIP: 19104", "postcode ZIP: 19104"},
		{"small letters", "m1 1ae", ""},
		{"no number", "Elm Street", ""},
		{"no house has it", "0 Elm Street, 100000 Elm Street", ""},
		{"no name", "14 St", ""},
		{"a dose", "B12 5mg", ""},
	})
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"street", "off Main St today", "place Main St"},
		{"numbered road", "off Highway 9, Route 66", "place Highway 9; place Route 66"},
		{"no street", "Main St, highway to hell", ""},
		{"capital", "we love Larkbridge", "place Larkbridge"},
		{"small behind a preposition", "in larkbridge", "place larkbridge"},
		{"small and small", "in tallow", ""},
		{"small town with its capital", "near Tallow", "place Tallow"},
		{"two words", "Little Pebble is quiet", "place Little Pebble"},
		{"half of two words", "a Little more", ""},
		{"first word of a sentence", "Larkbridge is quiet", ""},
		{"everyday word behind a preposition", "in Reading", "place Reading"},
		{"everyday word", "I was Reading in reading", ""},
	})
}

func TestInstitutions(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"of the table", "Quillmoor Royal Infirmary", "institution Quillmoor Royal Infirmary"},
		{"in small letters", "at quillmoor royal infirmary", "institution quillmoor royal infirmary"},
		{"one word", "at Zebrahall", "institution Zebrahall"},
		{"one word, small", "at zebrahall, zebrahall slept", "institution zebrahall"},
		{"everyday word", "the Rush", ""},
		{"by its last word", "at Pebble Creek Hospital today", "institution Pebble Creek Hospital"},
		{"general", "Fort Nelson General Hospital", "institution Fort Nelson General Hospital"},
		{"saint", "St. Mary's Hospital", "institution St. Mary's Hospital"},
		{"center", "I love Mayfield Medical Center", "institution Mayfield Medical Center"},
		{"of", "the University of Quillmoor", "institution University of Quillmoor"},
		{"of at the end", "the Royal Infirmary of Quillmoor", "institution Royal Infirmary of Quillmoor"},
		{"a trust", "at Pebble Creek University Hospitals NHS Foundation Trust", "institution Pebble Creek University Hospitals NHS Foundation Trust"},
		{"saint in small letters", "at st brannocs hospital, st mungos general hospital", "institution st brannocs hospital; institution st mungos general hospital"},
		{"saint led to", "transferred to St V's, a nurse at St Brannoc's", "institution St V's; institution St Brannoc's"},
		{"saint alone", "St Brannoc slept", ""},
		{"town in small letters", "in larkbridge general hospital", "institution larkbridge general hospital"},
		{"other languages", "Klinikum Larkbridge, Hôpital Saint-Zeb, Hospital Universitario de Zeb, the Clínica Zebra", "institution Klinikum Larkbridge; institution Hôpital Saint-Zeb; institution Hospital Universitario de Zeb; institution Clínica Zebra"},
		{"pharmacy", "the Zebrix Pharmacy", "institution Zebrix Pharmacy"},
		{"school", "a girl of Zebrix Primary School", "institution Zebrix Primary School"},
		{"generic but without an article", "born at General Hospital, visited Memorial Hospital", "institution General Hospital; institution Memorial Hospital"},
		{"any hospital", "the General Hospital, a hospital, Our Hospital, Teaching Hospital", ""},
		{"small name", "pebble creek hospital, Mayfield clinic", ""},
		{"a thing", "Public Health is wealth", ""},
	})
}

func TestLedInstitutions(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"admitted to", "admitted to Cedar Zeb on Monday", "institution Cedar Zeb; date on Monday"},
		{"seen at", "seen by us last week at Zebrix & Wold", "institution Zebrix & Wold"},
		{"over at", "treated over at Mercy General", "institution Mercy General"},
		{"letters", "seen at UWMC", "institution UWMC"},
		{"work", "works nights at Zebrix Kare", "institution Zebrix Kare"},
		{"matched", "matched to Zebrix", "institution Zebrix"},
		{"firm", "lunch at Zebrix LLC, Wold and Sons", "institution Zebrix LLC"},
		{"partners", "a day at Alvarez, Okafor and Zebrix", "institution Alvarez, Okafor and Zebrix"},
		{"nothing leads", "look at Zebrix, to Zebrix", ""},
		{"a ward", "admitted to ICU, transferred to Resus, seen at ED", ""},
		{"a specialty", "referred to Cardiology, referred to Plastic Surgery", ""},
		{"a person", "referred to Dr Okafor, transferred to Tom Alvarez", "name Dr Okafor; name Tom Alvarez"},
		{"a day", "discharged to Monday", "date Monday"},
		{"a hashtag", "a nurse at #Zebrix", ""},
		{"chains", "CVS Pharmacy, the Boots Pharmacy, a shift at Starbucks", ""},
	})
}

func TestShortNamesOfInstitutions(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"care home", "fell at Zebrix Court care home, Rose Zebrix nursing home", "institution Zebrix Court care home; institution Rose Zebrix nursing home"},
		{"any care home", "in a care home, the nursing home, Our Nursing Home", ""},
		{"emergency department", "seen in Zebrix ED, from the Wibble ICU", "institution Zebrix; institution Wibble"},
		{"any emergency department", "from Our ED, in NHS ED, an ED", ""},
		{"nickname with an article", "she was moved to the Royal, at the General today", "institution Royal; institution General"},
		{"nickname that sends", "yes, the Infirmary rang", "institution Infirmary"},
		{"nickname without an article", "transferred from County", "institution County"},
		{"no nickname", "at the Royal Wedding, in the Methodist hall, the Baptist church, the General said so, from Victoria", ""},
		{"saint's hashtag", "#teamstbrannoc nights", ""},
		{"saint owned", "mass at St Brannoc's, not at St Brannoc's Day", "institution St Brannoc's"},
		{"small capital name", "went to Zebrix general hospital", "institution Zebrix general hospital"},
	})
}

func TestNoInstitutions(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"a society", "the Royal College of Surgeons, the American College of Zeb", ""},
		{"a journal", "Zebrix Clinic Proceedings, Zebrix Hospital Journal", ""},
		{"a chair", "Chair of Surgery, Doctor of Nursing Practice, School of Nursing", ""},
		{"a general", "the Attorney General, Surgeon General, Zeb is General Manager", ""},
		{"a list", "Patient, General Hospital", ""},
		{"a day of remembrance", "Memorial Day, Mental Health Day", ""},
		{"shouting", "IN BED WITH MY SCHOOL", ""},
		{"a first word", "Joined the hospital choir. Same hospital", ""},
	})
}

func TestGazetteer(t *testing.T) {
	t.Parallel()
	files := smallTables()
	files["towns.txt"] = []byte("# name, size\nZorran\tc\nOuter Zeb\tv\nGrace\tv\tw\nZorran do Norte\tt\nHope\tv\tw\n")
	files["regions.txt"] = []byte("Zebland\tZB\tstate\nNew Zebland\t\tcountry\n")
	d, err := detect.New(files)
	if err != nil {
		t.Fatal(err)
	}
	stored, err := detect.Load(d.Store())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []*detect.Detector{d, stored} {
		for _, tt := range []found{
			{"led", "a man from Zorran", "place Zorran"},
			{"accents", "in Zórran", "place Zórran"},
			{"longest", "near Zorran do Norte today", "place Zorran do Norte"},
			{"two words", "in Outer Zeb", "place Outer Zeb"},
			{"not led", "we love Zorran", ""},
			{"small", "in zorran", ""},
			{"a person", "from Grace", ""},
			{"a person's, but in a state", "from Hope, Zebland", "place Hope"},
			{"a state", "in Zebland, from New Zebland, to ZB", ""},
			{"letters", "in ZORR", ""},
			{"a score", "to Zorran score 5, a Larkbridge scale of 4", ""},
			{"a team", "saw Larkbridge United", ""},
			{"compass", "at North Wibblich", "place North Wibblich"},
			{"compass and state", "from New Zebland", ""},
			{"looks like a town", "in Wibbleburgh, from Llanwibble, at Wibblenagar", "place Wibbleburgh; place Llanwibble; place Wibblenagar"},
			{"looks like nothing", "in Wibble", ""},
			{"looks like a town but is not led", "the Wibbleburgh sign", ""},
			{"a state has that name too", "in Zebland", ""},
			{"home", "she grew up in Grace, lives in Wibblix", "place Grace; place Wibblix"},
			{"no home", "woke up in Grace, a girl from Wibblix Bakery", ""},
			{"letters are no home", "lives in PACU", ""},
			{"a namesake's house", "off to Reading's shower", "place Reading"},
			{"people of it", "a Reading man", "place Reading"},
		} {
			if got := show(d, tt.text); got != tt.want {
				t.Errorf("%s: %q\n got %s\nwant %s", tt.name, tt.text, got, tt.want)
			}
		}
	}
}

// TestPeopleOfPlaces: a mention carries how many people live there.
func TestPeopleOfPlaces(t *testing.T) {
	t.Parallel()
	files := smallTables()
	files["towns.txt"] = []byte("Zorran\tc\nTallow\tv\nOuter Zeb\tt\nWibblix\tv\n")
	d, err := detect.New(files)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text string
		want int
	}{{"in Larkbridge", 45_000}, {"in Tallow", 9_000}, {"in Zorran", 100_000}, {"in Outer Zeb", 15_000}, {"in Wibblix", 1_000}, {"in Wibbleburgh", 0}} {
		if m := mentions(d, tt.text); len(m) != 1 || m[0].Crowd != tt.want {
			t.Errorf("%q: got %+v, want %d people", tt.text, m, tt.want)
		}
	}
}
