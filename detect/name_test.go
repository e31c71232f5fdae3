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
		{"title and initial alone", "Mrs. K died", "name Mrs. K"},
		{"not two people", "I saw Jane, Tom and Priya", "name Jane; name Tom; name Priya"},
	})
}

func TestCuedNames(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"what somebody is called", "her name is Zorb, my name's Kofi, his surname was Quill", "name Zorb; name Kofi; name Quill"},
		{"a verb of calling", "they call him Zed, we named her priya, she goes by Jane", "name Zed; name priya; name Jane"},
		{"small letters", "my name is zorb, his name was tom, we named her grace", "name zorb; name tom; name grace"},
		{"a label", "Name: Zorb Quill, in bed", "name Zorb Quill"},
		{"the label of a job", "Attending: Jane Okafor", "name Jane Okafor"},
		{"kin", "his wife Jane, mum Priya and auntie Priya", "name Jane; name Priya; name auntie Priya"},
		{"kin and a family name", "uncle Tom Okafor", "name uncle Tom Okafor"},
		{"a patient's initials", "my pt JM coded, patient J.M. too, pt A.B. as well", "name JM; name J.M; name A.B"},
		{"particles", "named Jane de la Quill", "name Jane de la Quill"},
		{"of a ward's list", "A4 Okafor 41M, A5 Zorbson 67yo", "name Okafor; age 41; sex M; name Zorbson; age 67yo"},
		{"one's own", "my Grace and our Tom", "name Grace; name Tom"},
		{"a greeting", "Hi Zorb, so sorry. RIP Zed", "name Zorb; name Zed"},
		{"unknown family names", "Jane Dratchev met Mr Tom Zorbson, and Priya M. Dratchev", "name Jane Dratchev; name Mr Tom Zorbson; name Priya M. Dratchev"},
		{"a nickname", `Tom "Big Al" Okafor left`, `name Tom "Big Al" Okafor`},
		{"family name first", "Alvarez, Tom", "name Alvarez, Tom"},
		{"family name first, and a number", "Okafor, Jane 12345", "name Okafor, Jane"},
	})
}

func TestNoCuedNames(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"a call", "call me after, they called me a doctor, the name is long", ""},
		{"a name that is told of", "her name is long, the name is zorb, named her after", ""},
		{"abbreviations behind a patient", "pt BP low, patient HR high, pt AB 120", ""},
		{"a label and no name", "Patient: the bed is long", ""},
		{"kin and no name", "my mum Is in bed, his wife after", ""},
		{"an age and no name", "The patient 41M, my bed after 34F", "age 41; sex M; age 34; sex F"},
		{"a greeting of nobody", "Hi the long bed, dear patient", ""},
		{"an address", "12 Zorb Alvarez 23, via Jane Okafor", ""},
		{"an eponym", "the Okafor sign, a Zorb Okafor test, Alvarez's reflex", ""},
		{"a street", "12345 Jane Okafor", ""},
		{"a firm", "Jane Okafor Foundation", ""},
		{"a list of family names", "Alvarez, Okafor and Long", ""},
		{"a name for one's own", "saw Grandma and Nana", ""},
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
