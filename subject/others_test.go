package subject_test

import "testing"

func TestPublicFigure(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"office", "The prime minister announced that she has breast cancer.", "breast cancer: public_figure 1"},
		{"senator", "The senator told reporters about his depression.", "depression: public_figure 1"},
		{"king", "The king announced his cancer diagnosis.", "cancer: public_figure 1"},
		{"actor", "The actor revealed that he has Parkinson's disease.", "Parkinson's disease: public_figure 1"},
		{"admitted elsewhere", "Our president was admitted with sepsis.", "sepsis: public_figure 1"},
		{"on the pitch", "The footballer collapsed with a cardiac arrest on the pitch.", "cardiac arrest: public_figure 1"},
	})
	checkNoPatient(t, map[string]string{
		"by name": "Simone Biles withdrew with the twisties.",
	})
}

func TestColleague(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"obituary", "Our colleague Dr Okafor died on Monday after a long illness with leukaemia. She taught us all.", "died: colleague 1; leukaemia: colleague 1; Monday: nobody"},
		{"obituary by name", "RIP Dr Adeyemi, who died of cancer last week.", "died: colleague 1; cancer: colleague 1"},
		{"doctor", "Dr Lee has cancer and is stepping down.", "cancer: colleague 1"},
		{"attending", "My attending has migraines.", "migraines: colleague 1"},
		{"beside a patient", "My attending and I met a 34yo with lupus on the ward today.", "34yo: patient 1; lupus: patient 1"},
		{"nurse and patient", "A nurse called the man in bed 4 a drug seeker.", "bed 4: patient 1; drug seeker: patient 1"},
	})
	checkNoPatient(t, map[string]string{
		"fainted": "Our resident fainted in theatre.",
	})
}

func TestGroup(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"every", "Every child with asthma needs a plan.", "asthma: group 1"},
		{"when", "When a patient with asthma asks about side effects, listen.", "asthma: group 1"},
		{"people with", "People with diabetes deserve better.", "diabetes: nobody"},
		{"women with", "Women with endometriosis wait eight years.", "endometriosis: nobody"},
	})
	checkNoPatient(t, map[string]string{
		"patients": "Patients often ask me about vaccines.",
		"none":     "No patient died today.",
		"lesson":   "Sepsis kills. Antibiotics within the hour, fluids, lactate.",
		"numbers":  "1 in 4 people over 65 fall every year, and hip fracture kills.",
	})
}

// TestAdvice: advice to everybody is about nobody, advice to one person about the reader.
func TestAdvice(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"to the public", "Drink water and take 400 mg ibuprofen with food if you have a headache.", "ibuprofen: nobody"},
		{"to a person", "@ana take 400 mg ibuprofen and stop your warfarin.", "your: reader 1; ibuprofen: nobody"},
		{"a diagnosis told", "Your rash looks like shingles, you need aciclovir.", "Your: reader 1"},
	})
	checkNoPatient(t, map[string]string{
		"to the public": "Get your flu shot, cover your cough, and stay home with a fever.",
		"to a person":   "@ana take 400 mg ibuprofen and stop your warfarin.",
		"diagnosis":     "Your rash looks like shingles, you need aciclovir.",
		"emergency":     "If you have chest pain, call 911 now.",
	})
}
