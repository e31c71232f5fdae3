package subject_test

import (
	"testing"

	"bedside"
	"bedside/subject"
)

// TestWeighed: what stands around somebody speaks for their being a patient, or against it.
func TestWeighed(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"done with", "Had a fella in clinic today who proposed to the phlebotomist.", "a fella: patient 1"},
		{"spoke to the author", "A lady in for her hip told me she was a spy.", "A lady: patient 1"},
		{"shortened name", "Mrs D had her dressing done again and she told me to get married.", "Mrs D: patient 1"},
		{"ours", "Our little fighter rang the bell today, three years of chemo done.", "Our little fighter: patient 1"},
		{"a teacher once", "My old maths teacher came in with a stroke last night, he can't say a word.", "teacher: patient 1"},
		{"the mum in a bay", "The mum in bay 4 spotted the double dose on her baby's chart.", "The mum: patient 1"},
		{"the wife", "Clerked a man in the wedding suit, chest pain in the speeches. The wife held the ECG leads. He is stented now.", "a man: patient 1; The wife: patient_family 2"},
	})
}

func TestWeighedAgainst(t *testing.T) {
	t.Parallel()
	checkNoPatient(t, map[string]string{
		"candidate":       "Vote Renata Obi for county commissioner on the 4th, she came to our clinic last week.",
		"made up":         "Invented case for teaching: a lady with Klippel-Feil, section tomorrow. Which block first?",
		"not real":        "Meet Gloria, 68, her pressure is 170 over 90. Gloria isn't real.",
		"long ago":        "Male, 34, a sawyer with a crushed arm. The county casebook of 1871 says he cursed.",
		"the author":      "I'm a patient woman, but this rota.",
		"own name":        "Hi all, it's Gemma off the ward, the bloods are back.",
		"flat tyre":       "A man helped me with my flat tyre.",
		"name of the day": "hello Eddie, great work on the film!",
		"care in general": "Clinic tip: always ask about the over the counter drugs before you prescribe.",
	})
}

// TestBystander: who stands by while somebody is cared for is no patient.
func TestBystander(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"cook", "Delivered a woman of 34 in the kitchen with eclampsia today. The cook held the flashlight.", "34: patient 1; cook: other 2"},
		{"rank behind a name", "Bleeped Amrit, med reg, three times for the arrest in bed 4 last night.", "Amrit: colleague 1"},
	})
}

// TestAnswered: where the draft says who is written to, the name that is called is theirs.
func TestAnswered(t *testing.T) {
	t.Parallel()
	const message = "Hi Marcus, see you on Thursday."
	for _, who := range []bedside.Subject{bedside.SubjectPatient, bedside.SubjectFriend, bedside.SubjectPatientFamily} {
		t.Run(string(who), func(t *testing.T) {
			t.Parallel()
			people := subject.Read(passages(t, message), subject.Author{Clinical: true, Answers: true, Answered: who}).People
			if len(people) == 0 || people[0].Subject != who {
				t.Errorf("got %+v", people)
			}
		})
	}
}
