package subject_test

import (
	"testing"

	"bedside"
	"bedside/subject"
)

func TestPatient(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"by that word", "My patient has leukaemia.", "leukaemia: patient 1"},
		{"with a name", "My patient Mrs Alvarez died of sepsis.", "Mrs Alvarez: patient 1; died: patient 1; sepsis: patient 1"},
		{"by name and bed", "Mrs Alvarez in bed 12 coded twice last night.", "Mrs Alvarez: patient 1; bed 12: patient 1; last night: patient 1"},
		{"by name and clinic", "Tom came to our clinic with leukaemia today.", "Tom: patient 1; leukaemia: patient 1; today: patient 1"},
		{"bed", "Our patient in bed 4 died this morning.", "bed 4: patient 1; died: patient 1; this morning: patient 1"},
		{"shorthand", "34F with sepsis came to our ED tonight.", "34: patient 1; sepsis: patient 1; tonight: patient 1"},
		{"saw", "Saw a 34yo man with gout in clinic.", "34yo: patient 1; gout: patient 1"},
		{"saw a man", "Today I saw a man with measles.", "measles: patient 1; Today: patient 1"},
		{"came in", "A lady in her 80s came in after a fall.", "in her 80s: patient 1"},
		{"on the ward", "An old man held my hand on the ward today and told me about the war.", "the ward: patient 1; today: patient 1"},
		{"occupation", "Admitted a teacher with TB.", "teacher: patient 1; TB: patient 1"},
		{"age", "Our 92yo with hip fracture went home today.", "92yo: patient 1; hip fracture: patient 1"},
		{"word of contempt", "Some gomer in room 5 pulled out his line.", "room 5: patient 1"},
		{"frequent flyer", "A frequent flyer came in again tonight.", "tonight: patient 1"},
		{"client", "A client with schizophrenia missed her appointment today.", "schizophrenia: patient 1; today: patient 1"},
		{"one of", "One of my patients got engaged in the ICU today.", "ICU: patient 1; today: patient 1"},
		{"child", "This kid with sickle cell sang on the ward today.", "sickle cell: patient 1"},
		{"lost", "We lost a mum today.", "mum: patient 1; today: patient 1"},
		{"former", "A former patient of mine, cured of lymphoma, wrote to me.", "lymphoma: patient 1"},
		{"a patient years ago", "A patient years ago taught me to sit down when I give bad news.", "years ago: patient 1"},
		{"years ago and now", "I used to look after a boy with leukaemia. He wrote to me today.", "leukaemia: patient 1; today: patient 1"},
	})
}

// TestUnnamedPatient: care given to nobody in particular shows that there is somebody.
func TestUnnamedPatient(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"bed this morning", "Bed 4 this morning: asystole, 40 minutes of CPR.", "Bed 4: patient 1; asystole: patient 1; this morning: patient 1"},
		{"bed alone", "bed 3, asystole", "bed 3: patient 1; asystole: patient 1"},
		{"delivered", "Delivered triplets today!", "triplets: patient 1; today: patient 1"},
		{"headline", "Septic arthritis in clinic today, BP through the floor.", "Septic arthritis: patient 1; today: patient 1"},
		{"first case", "First ever Ebola case at our hospital today.", "Ebola: patient 1; today: patient 1; our hospital: patient 1"},
		{"on our ward", "Massive PE on our ward today, thrombolysed.", "PE: patient 1; our ward: patient 1; today: patient 1"},
		{"number", "MRN 0034512 went to theatre.", "MRN 0034512: patient 1"},
	})
}

func TestImplied(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       bool
	}{
		{"a headline", "Septic arthritis in clinic today, BP through the floor.", true},
		{"a patient", "A patient with septic arthritis in clinic today.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			people := subject.Read(passages(t, tt.text), clinician).People
			if len(people) != 1 || people[0].Subject != bedside.SubjectPatient || people[0].Implied != tt.want {
				t.Errorf("got %+v, want one patient, implied %v", people, tt.want)
			}
		})
	}
}

// TestLayAuthor: what only a clinician would know makes no patient of somebody in other people's mouths.
func TestLayAuthor(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"Septic arthritis in clinic today, BP through the floor.", "bed 3, asystole", "A man with gout at the bus stop."} {
		for i, p := range subject.Read(passages(t, s), subject.Author{}).People {
			if protected(p.Subject) {
				t.Errorf("%s: person %d is a %s", s, i+1, p.Subject)
			}
		}
	}
}

// TestUnsure: a name beside an illness may be anybody's; somebody is asked.
func TestUnsure(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"name and illness", "Tom Alvarez has leukaemia and I cried at work.", "leukaemia: unsure 1"},
		{"a man in the street", "A man helped me with my flat tyre.", "A man: other 1"},
	})
}
