package remedy_test

import "testing"

func TestGeneralisePerson(t *testing.T) {
	t.Parallel()
	checkWordings(t, "generalise", []wording{
		{"age", "Saw a 34-year-old with gout.", "age 34-year-old", "Saw someone with gout."},
		{"age and sex", "Saw a 34yo F with gout.", "age 34yo; sex F", "Saw someone with gout."},
		{"age, sex and noun", "Saw a 34-year-old man with gout.", "age 34-year-old; person.someone man", "Saw a man with gout."},
		{"age and a noun that is not marked", "Saw a 19 yo kid with gout.", "age 19 yo", "Saw someone with gout."},
		{"adjective", "Saw a lovely 80-year-old lady with gout.", "age 80-year-old; person.someone lady", "Saw a lovely lady with gout."},
		{"name", "Mrs Alvarez has gout.", "name Mrs Alvarez", "Someone has gout."},
		{"name inside", "I told Mrs Alvarez that she has gout.", "name Mrs Alvarez", "I told someone that she has gout."},
		{"patient and name", "My patient Tom has gout.", "person.patient patient; name Tom", "My patient has gout."},
		{"definite", "The 34-year-old has gout.", "age 34-year-old", "The person has gout."},
		{"twice", "Saw a 34yo with gout. The 34yo cried.", "age 34yo; age 34yo", "Saw someone with gout. The person cried."},
		{"at the start", "34F with gout.", "age 34; sex F", "Someone with gout."},
		{"only described by an age", "She was 34 and sang.", "age 34", "She was 34 and sang."},
		{"general already", "The groom sang.", "person.someone The groom", "The groom sang."},
		{"an article for the next word", "Saw an 80-year-old man.", "age 80-year-old; person.someone man", "Saw a man."},
		{"behind a word that says how", "We met a retired pilot.", "occupation pilot", "We met a retired pilot."},
		{"an eponym", "Draw the circle of Willis.", "name Willis", "Draw the circle of Willis."},
		{"behind an adjective", "The only female jockey sang.", "occupation jockey", "The only female jockey sang."},
		{"in apposition", "Met a man, a pilot, with gout.", "person.someone man; occupation pilot", "Met a man, with gout."},
		{"whole name", "I admitted Mr Tom Alvarez-Ruiz tonight.", "name Mr Tom", "I admitted someone tonight."},
		{"initials", "I admitted Mrs H. K. Alvarez tonight.", "name Mrs H. K", "I admitted someone tonight."},
		{"perhaps no name", "I admitted Candida tonight.", "name Candida", "I admitted Candida tonight."},
		{"greeted", "Rest easy Tom.", "name Tom", "Rest easy."},
		{"called", "Well done, Tom!", "name Tom", "Well done!"},
		{"occupation", "Admitted a night-shift teacher with gout.", "occupation teacher", "Admitted someone with gout."},
		{"ethnicity", "A young Ghanaian woman has gout.", "ethnicity Ghanaian; person.someone woman", "A young woman has gout."},
	})
}

func TestGeneraliseDetail(t *testing.T) {
	t.Parallel()
	checkWordings(t, "generalise", []wording{
		{"condition", "She has Loeys-Dietz syndrome.", "rare_condition Loeys-Dietz syndrome => a connective-tissue condition", "She has a connective-tissue condition."},
		{"with its own article", "She has a glioblastoma now.", "condition glioblastoma => a serious illness", "She has a serious illness now."},
		{"possessive", "Her glioblastoma grew.", "condition glioblastoma => a serious illness", "Her serious illness grew."},
		{"at the start", "Glioblastoma is cruel.", "condition Glioblastoma => a serious illness", "A serious illness is cruel."},
		{"no general wording", "She has gout.", "condition gout", "She has gout."},
		{"findings stay", "She has a rash.", "finding rash => a sign", "She has a rash."},
		{"drugs stay", "She takes bosentan daily.", "drug bosentan => a medicine", "She takes bosentan daily."},
		{"general already", "She takes insulin daily.", "drug insulin => insulin", "She takes insulin daily."},
		{"describes the next word", "She chairs the gout clinic.", "condition gout => a joint condition", "She chairs the gout clinic."},
		{"behind an adjective", "An old glioblastoma grew.", "condition glioblastoma => a serious illness", "An old serious illness grew."},
		{"two", "She has gout and lupus.", "condition gout => a joint condition; condition lupus => an immune condition", "She has a joint condition and an immune condition."},
	})
}

func TestGeneraliseScene(t *testing.T) {
	t.Parallel()
	checkWordings(t, "generalise", []wording{
		{"day", "She died on Tuesday.", "date on Tuesday", "She died."},
		{"day with its preposition outside", "She died on Tuesday.", "date Tuesday", "She died."},
		{"at the end of a clause", "She died this morning and I cried.", "recent this morning", "She died and I cried."},
		{"between commas", "She died, this morning, of gout.", "recent this morning", "She died, of gout."},
		{"at the start", "This morning she died.", "recent This morning", "She died."},
		{"at the start, with a comma", "Today, she died.", "recent Today", "She died."},
		{"place", "She lives in Larkbridge with gout.", "place Larkbridge", "She lives with gout."},
		{"institution", "She came to the Quillmoor Infirmary with gout.", "institution Quillmoor Infirmary", "She came with gout."},
		{"what the verb needs", "She is in Larkbridge now.", "place Larkbridge", "She is in Larkbridge now."},
		{"what is spoken of", "Larkbridge phoned back.", "place Larkbridge", "Larkbridge phoned back."},
		{"of which day", "The best Monday of my life.", "date Monday", "The best Monday of my life."},
		{"of an hour", "It was two in the morning here.", "recent in the morning", "It was two in the morning here."},
		{"one of two", "She sits here Tuesday and Friday.", "date Tuesday", "She sits here Tuesday and Friday."},
		{"what describes the next word", "Friday teaching was late.", "date Friday", "Friday teaching was late."},
		{"bed", "The lady in bed 4 sang.", "room bed 4; person.someone lady", "The lady sang."},
		{"ward and day", "She sang on ward 12 on Tuesday.", "ward ward 12; date Tuesday", "She sang."},
		{"number", "She is MRN 0034512 in the list.", "record_number MRN 0034512", "She is in the list."},
		{"possessive of a day", "Tuesday's patient sang.", "date Tuesday", "Tuesday's patient sang."},
	})
}

func TestGeneraliseStory(t *testing.T) {
	t.Parallel()
	checkWordings(t, "generalise", []wording{
		{
			"clerkship", "Saw a 34-year-old teacher with Loeys-Dietz at our 200-bed hospital this morning.",
			"age 34-year-old; occupation teacher; rare_condition Loeys-Dietz => a connective-tissue condition; site at our 200-bed hospital; recent this morning",
			"Saw someone with a connective-tissue condition.",
		},
		{
			"name, bed, day", "Mrs Alvarez in bed 12 coded twice last night.",
			"name Mrs Alvarez; room bed 12; recent last night", "Someone coded twice.",
		},
		{
			"two sentences", "Tom came to us today. He is a pilot and has gout.",
			"name Tom; recent today; condition gout => a joint condition",
			"Tom came to us. He is a pilot and has a joint condition.",
		},
		{"nothing marked", "She has gout.", "", "She has gout."},
	})
}

// TestNeutral: words of contempt become what they stand for, and a claim to be the best a modest one.
func TestNeutral(t *testing.T) {
	t.Parallel()
	checkWordings(t, "generalise", []wording{
		{"one", "Another gomer came.", "respect.contempt gomer", "Another patient came."},
		{"several", "Two frequent flyers came.", "respect.contempt frequent flyers", "Two patients came."},
		{"describes the next word", "The gomer parade came.", "respect.contempt gomer", "The gomer parade came."},
		{"no fixed wording", "A total crock came.", "respect.contempt total crock", "A total crock came."},
		{"an article", "We have the lowest infection rate in the state.", "claims.superlative lowest infection rate", "We have a low infection rate."},
		{"several things", "We have the best outcomes anywhere.", "claims.superlative best outcomes", "We have good outcomes."},
		{"at the start", "Best hips in Scotland, they say.", "claims.superlative Best hips", "Good hips, they say."},
		{"of which", "We have the highest survival of any unit in Larkbridge.", "claims.superlative highest survival", "We have a high survival."},
		{"no comparison", "We are number one.", "claims.superlative number one", "We are number one."},
	})
}
