package subject_test

import "testing"

func TestOwnFamily(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"child by age", "My 7yo has strep again and I am out of sick days.", "7yo: family 1"},
		{"child by word", "My son has chickenpox.", "chickenpox: family 1"},
		{"child with its age", "My daughter, 4, broke her arm at nursery today.", "broke her arm: family 1"},
		{"two sentences", "Our son was diagnosed with asthma last week. He hates the spacer.", "asthma: family 1"},
		{"grave illness", "My daughter has leukaemia and we start chemo on Monday.", "leukaemia: family 1; chemo: family 1; on Monday: nobody"},
		{"age and word", "My 4 year old got his flu shot.", "4 year old: family 1"},
		{"husband", "My husband had a heart attack on Friday and I cannot sleep.", "heart attack: family 1"},
		{"death", "My nan died yesterday of pneumonia.", "died: family 1; pneumonia: family 1"},
		{"mother and the ward", "My mum had a stroke on Sunday and the ward staff were so kind.", "stroke: family 1"},
		{"friend", "My friend has endometriosis.", "endometriosis: friend 1"},
		{"neighbour", "My neighbour fell and broke her hip.", "broke her hip: friend 1"},
	})
}

func TestOwnIllness(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"have", "I have gout.", "gout: self 1"},
		{"have got", "I've got the flu.", "flu: self 1"},
		{"my", "My migraine is back.", "migraine: self 1"},
		{"my own", "Recovering from my own hysterectomy.", "hysterectomy: self 1"},
		{"live with", "I live with type 1 diabetes.", "type 1 diabetes: self 1"},
		{"am", "I am bipolar and I love my job.", "bipolar: self 1"},
		{"diagnosed", "I was diagnosed with Crohn's disease and I am still tired.", "Crohn's disease: self 1"},
	})
	checkNoPatient(t, map[string]string{
		"appendix": "Got my appendix out on Friday.",
		"have":     "I have lupus and I work nights.",
		"operated": "I had surgery on my knee today.",
	})
}

func TestOwnAnimal(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"dog", "My dog was diagnosed with diabetes today, poor boy.", "diabetes: animal 1"},
		{"cat with an age", "Our 12-year-old cat has kidney failure and hates the drip.", "kidney failure: animal 1"},
		{"cat", "My cat has asthma.", "asthma: animal 1"},
		{"pronoun", "My dog is old. He has arthritis.", "arthritis: animal 1"},
	})
	checkNoPatient(t, map[string]string{
		"treated by a vet": "I treated a labrador with parvo today.",
		"operated on":      "Our puppy ate a sock and needed surgery.",
		"foal":             "Delivered a foal at 3am today.",
	})
}
