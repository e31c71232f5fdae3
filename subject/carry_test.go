package subject_test

import "testing"

func TestPronouns(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"short sentences", "A patient came in today. He had sepsis. We gave him antibiotics. He died.", "sepsis: patient 1; antibiotics: patient 1; died: patient 1"},
		{"four sentences", "A 34-year-old came in with chest pain today. She was scared. He gave her aspirin. Her troponin was 900.", "34-year-old: patient 1; chest pain: patient 1; aspirin: patient 1"},
		{"the author between", "Our patient went home today. I had a burger. Her leukaemia is in remission.", "leukaemia: patient 1"},
		{"the author's family after", "A patient came in today. My son has flu.", "today: patient 1; flu: family 2"},
		{"the author's wife after", "My patient has gout. My wife has lupus.", "gout: patient 1; lupus: family 2"},
		{"a dog", "My dog is old. He has arthritis.", "arthritis: animal 1"},
		{"too far", "A patient came in today. Lunch. Rain. Bus. Tea. Bed. Diabetes is a burden.", "Diabetes: nobody"},
	})
}

func TestApposition(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"behind a comma", "Our first patient yesterday, a 61-year-old farmer, had sepsis.", "61-year-old: patient 1; farmer: patient 1; sepsis: patient 1; yesterday: patient 1"},
		{"name, age, occupation", "My patient Tom, 34, a teacher, died of leukaemia.", "Tom: patient 1; 34: patient 1; teacher: patient 1; leukaemia: patient 1"},
		{"age first", "A 70yo retired judge with gout came to clinic today.", "70yo: patient 1; judge: patient 1; gout: patient 1"},
		{"named", "A man named Tom came in with gout.", "Tom: patient 1; gout: patient 1"},
		{"the same one", "A woman came in with TB today. The patient is a chef.", "TB: patient 1; chef: patient 1"},
	})
}

func TestAnother(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"another patient", "A 70yo man with gout came to clinic today. Another patient, a 20yo woman, had lupus.", "70yo: patient 1; gout: patient 1; 20yo: patient 2; lupus: patient 2"},
		{"another man", "A man with gout came in today. Another man had lupus.", "gout: patient 1; lupus: patient 2"},
		{"the next", "A woman came in with TB. The next patient had scabies.", "TB: patient 1; scabies: patient 2"},
		{"a second", "A patient with gout died today. A second patient had lupus.", "gout: patient 1; died: patient 1; lupus: patient 2"},
	})
}

func TestRelatives(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"her husband", "A patient came today. Her husband has dementia.", "dementia: patient_family 1"},
		{"the wife", "A man came in with sepsis last night. His wife is our mayor.", "sepsis: patient 1; our mayor: patient_family 2"},
		{"nobody's patient", "His mother asked me the way to the station.", "His mother: other 1"},
	})
}

func TestRelativeClauses(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"who had", "Today I treated a man who had walked here from his own wedding.", "walked here: patient 1; Today: patient 1"},
		{"who lost", "A man who lost both legs in the mill fire came to clinic.", "lost both legs: patient 1"},
		{"whose", "We admitted a girl whose father is our mayor.", "our mayor: patient 1"},
		{"with", "I met a patient with eyes so far out she could not close them.", "eyes so far out: patient 1"},
		{"two of them", "A nurse who loves her job met a patient who hates his.", "hates his: patient 1"},
		{"company", "Saw a patient with my preceptor and had coffee.", "preceptor: colleague 1"},
	})
}
