package detect

import "strings"

func isJoiner(w string) bool { return w == "of" || w == "the" || w == "and" || w == "'s" || w == "for" }

// isBody holds for societies that carry the word for a school: "Royal College of Physicians", "the American College of Surgeons".
func isBody(word, next, before string) bool {
	return word == "college" && next == "of" && (before == "royal" || before == "american" || before == "")
}

// isFieldOfMedicine holds for names of specialties, by their look: one is referred to them.
func isFieldOfMedicine(w string) bool {
	for _, end := range [...]string{
		"ology", "ologist", "iatrics", "iatry", "iatrician", "iatrist", "surgery", "surgeon", "surgeons", "surgical", "therapy", "medicine", "etrics", "aesthetics", "esthetics", "aesthesia",
		"esthesia", "otics", "physio", "trician", "ician", "ists", "ics", "metry",
	} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
