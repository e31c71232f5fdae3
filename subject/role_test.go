package subject_test

import "testing"

// TestRoles: an occupation of the author, or of somebody who was spoken of, makes no new person.
func TestRoles(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"the author was", "I was a teacher before medicine.", "teacher: nobody"},
		{"my wife is", "My wife is a farmer with gout.", "farmer: nobody; gout: family 1"},
		{"her mother, a judge", "A woman came in with sepsis. Her mother, a judge, was kind.", "sepsis: patient 1; judge: patient_family 2"},
		{"patient and husband", "My patient and her husband danced today.", "today: patient 1 and patient_family 2"},
		{"bed that acts", "Bed 9 keeps singing.", "Bed 9: patient 1"},
		{"a laptop", "My 10 year old laptop died.", "10 year old: other 1"},
	})
}

// TestAuthorAndPatient: "I" stands near both what the author has and whom the author treats.
func TestAuthorAndPatient(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"had a patient", "I had a patient with sepsis today.", "sepsis: patient 1; today: patient 1"},
		{"have a 34yo", "I have a 34yo with gout on the ward.", "34yo: patient 1; gout: patient 1; the ward: patient 1"},
		{"saw and had", "I saw a man with TB today. I had a fever.", "TB: patient 1; fever: self 2"},
	})
}
