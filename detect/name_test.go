package detect_test

import "testing"

func TestNames(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"title", "Mrs Alvarez, mr. o'brien", "name Mrs Alvarez; name mr. o'brien"},
		{"title and two names", "Dr Jane Okafor", "name Dr Jane Okafor"},
		{"title and initial", "Dr J. Okafor", "name Dr J. Okafor"},
		{"title and unknown name", "Mr Xylander", "name Mr Xylander"},
		{"double name", "Mrs Alvarez-Okafor", "name Mrs Alvarez-Okafor"},
		{"possessive", "Mrs Alvarez's chart", "name Mrs Alvarez"},
		{"title that is a word", "Nurse Jane, baby Tom, Uncle Tom, Miss Alvarez", "name Nurse Jane; name baby Tom; name Uncle Tom; name Miss Alvarez"},
		{"announced", "named Kofi, called Zed, named tom", "name Kofi; name Zed; name tom"},
		{"given name and surname", "Tom Alvarez left", "name Tom Alvarez"},
		{"given name and everyday surname", "Grace Long left", "name Grace Long"},
		{"given name inside a sentence", "we met Priya today", "name Priya"},
		{"unknown given name and surname", "we met Zorb Alvarez today", "name Zorb Alvarez"},
		{"given name and a verb", "Priya died", "name Priya"},
		{"given name and initial", "Tom K died", "name Tom K"},
		{"two people", "I saw Jane and Tom", "name Jane; name Tom"},
		{"behind a word for a patient", "my patient tom, pt priya", "name tom; name priya"},
		{"capitals", "MRS ALVAREZ IS HERE", "name MRS ALVAREZ"},
		{"hashtag", "#MrsAlvarez", "name MrsAlvarez"},
	})
}

func TestNoNames(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"a title alone", "Mr, sir, the doctor said", ""},
		{"a title and a common word", "dr of the day, doctor after doctor", ""},
		{"titles that are words", "Miss Universe, miss you, Sister Act, Baby shower", ""},
		{"a job", "Nurse Practitioner", ""},
		{"announced, but no name", "named after him, called the doctor", ""},
		{"everyday words", "Grace under fire, so much Grace, Will she", ""},
		{"everyday name behind a word for a patient", "my patient will", ""},
		{"small letters", "tom alvarez", ""},
		{"a bare surname", "the Okafor family", ""},
		{"first word of a sentence", "Priya tables", ""},
	})
}
