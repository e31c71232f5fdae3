package detect_test

import "testing"

func TestAddresses(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"street", "14 Elm Street", "address 14 Elm Street"},
		{"letter", "221B Baker St", "address 221B Baker St"},
		{"two words", "14 Old Mill Lane", "address 14 Old Mill Lane"},
		{"British code", "SW1A 1AA, M1 1AE", "postcode SW1A 1AA; postcode M1 1AE"},
		{"Canadian code", "K1A 0B1, K1A0B1", "postcode K1A 0B1; postcode K1A0B1"},
		{"ZIP", "ZIP: 19104", "postcode ZIP: 19104"},
		{"small letters", "14 elm street, m1 1ae", ""},
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
		{"one word, small", "at zebrahall", ""},
		{"everyday word", "the Rush", ""},
		{"by its last word", "at Pebble Creek Hospital today", "institution Pebble Creek Hospital"},
		{"general", "Fort Nelson General Hospital", "institution Fort Nelson General Hospital"},
		{"saint", "St. Mary's Hospital", "institution St. Mary's Hospital"},
		{"center", "I love Mayfield Medical Center", "institution Mayfield Medical Center"},
		{"of", "the University of Quillmoor", "institution University of Quillmoor"},
		{"of at the end", "the Royal College of Surgeons", "institution Royal College of Surgeons"},
		{"any hospital", "the General Hospital, a hospital, Our Hospital, Teaching Hospital", ""},
		{"small name", "pebble creek hospital, Mayfield clinic", ""},
		{"a thing", "Public Health is wealth", ""},
	})
}
