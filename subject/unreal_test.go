package subject_test

import "testing"

func TestManikin(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"simulation", "Sim day! A 60-year-old man arrested and we shocked him twice. The mannequin survived.", "60-year-old: mannequin 1"},
		{"is a man", "The mannequin was a 60-year-old man with chest pain.", "60-year-old: mannequin 1; chest pain: mannequin 1"},
		{"laboratory", "In the sim lab today a 3-year-old seized. We gave midazolam.", "3-year-old: mannequin 1; midazolam: mannequin 1"},
		{"not this time", "Not a manikin this time: a 60-year-old man, real patient, arrested today.", "60-year-old: patient 1"},
		{"real afterwards", "Sim lab this morning. Then a real patient: a 60yo man with sepsis.", "60yo: patient 1; sepsis: patient 1"},
		{"standardised patient", "Our simulated patient was a 45-year-old woman with lupus.", "45-year-old: mannequin 1; lupus: mannequin 1"},
		{"American spelling", "My standardized patient today was a 60yo with angina.", "60yo: mannequin 1; angina: mannequin 1"},
		{"played", "An actor played a 50-year-old man with depression.", "50-year-old: mannequin 1; depression: mannequin 1"},
	})
	checkNoPatient(t, map[string]string{
		"in a bed":             "The manikin in bed 2 had a tension pneumothorax and our team missed it.",
		"shocked":              "Our manikin had asystole and we shocked it.",
		"standardised patient": "The standardised patient in my OSCE had chest pain and cried real tears.",
	})
}

func TestFiction(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"novel", "In my novel a nurse finds a 90-year-old patient with plague.", "plague: fictional 1"},
		{"series", "Grey's Anatomy had a 30-year-old patient with hiccups.", "30-year-old: fictional 1"},
		{"examination", "Exam question: a 45-year-old woman presents with flank pain.", "45-year-old: fictional 1; flank pain: fictional 1"},
		{"vignette", "A vignette: 34-year-old man with fever.", "34-year-old: fictional 1; fever: fictional 1"},
	})
}

func TestHistory(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"year", "In 1847 a 28-year-old mother died of puerperal fever in Vienna, and Semmelweis noticed.", "28-year-old: historical 1; died: historical 1"},
		{"first", "In 1921 a 14-year-old boy with diabetes was the first patient to receive insulin.", "14-year-old: historical 1; diabetes: historical 1"},
	})
	checkNoPatient(t, map[string]string{
		"president": "George Washington died of epiglottitis in 1799.",
		"king":      "Henry VIII had leg ulcers.",
		"Gage":      "Phineas Gage survived an iron rod through his skull in 1848.",
	})
}

// TestSupposed: what is imagined or denied is no patient's, and an identifier is one whatever the mood.
func TestSupposed(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"if", "If a patient has chest pain, call for help.", "chest pain: hypothetical group 1"},
		{"what if", "What if a patient with HIV asks you?", "HIV: hypothetical group 1"},
		{"suppose", "Suppose a 34yo woman comes in with chest pain.", "34yo: hypothetical other 1; chest pain: hypothetical other 1"},
		{"denied", "She does not have cancer.", "cancer: negated nobody"},
		{"denied for a patient", "My patient does not have cancer.", "cancer: negated patient 1"},
	})
}
