package detect_test

import "testing"

// The tests of this file go through the table of docs/adr/0003-word-lists.md, row by row.

func TestWords(t *testing.T) {
	t.Parallel()
	d := withList(t, "[care.came]\ncame in with\ncan't breathe\ndoor-to-balloon\n20mm film\nO2 sats\n[condition]\npatient's fever\n")
	checkFound(t, d, []found{
		{"as written", "She came in with pain", "care.came came in with"},
		{"any case", "CAME In With", "care.came CAME In With"},
		{"another alphabet", "she cаmе in with it", "care.came cаmе in with"},
		{"hashtag", "#CameInWith", "care.came CameInWith"},
		{"apostrophe", "can't breathe, cant breathe, can’t breathe", "care.came can't breathe; care.came cant breathe; care.came can’t breathe"},
		{"punctuation between", "came in, with", "care.came came in, with"},
		{"quotation marks between", "came “in” with", "care.came came “in” with"},
		{"hyphens join", "door to balloon, door-to-balloon", "care.came door to balloon; care.came door-to-balloon"},
		{"letters and digits part", "20 mm film, 20MM film", "care.came 20 mm film; care.came 20MM film"},
		{"a figure inside", "o2 sats, O 2 sats", "care.came o2 sats; care.came O 2 sats"},
		{"endings are words of their own", "the patient's fever", "condition patient's fever"},
		{"not across sentences", "She came in. With pain", ""},
		{"not half of it", "She came in", ""},
		{"not inside a handle", "@cameinwith", "handle @cameinwith"},
		{"another word between", "came back in with", ""},
	})
}

func TestInflection(t *testing.T) {
	t.Parallel()
	d := withList(t, "[care.act]\nintubate+\nadmit+\nscan+ed\ncry+\nwatch+\ndie+\nagree+\nfix+\n[person.child]\nbaby+\nnew baby+\n")
	checkFound(t, d, []found{
		{"e", "intubate, intubates, intubated, intubating", "care.act intubate; care.act intubates; care.act intubated; care.act intubating"},
		{"doubled", "admit, admits, admitted, admitting", "care.act admit; care.act admits; care.act admitted; care.act admitting"},
		{"y", "baby, babies, cries, cried, crying", "person.child baby; person.child babies; care.act cries; care.act cried; care.act crying"},
		{"ch, x", "watches, watched, fixes, fixing", "care.act watches; care.act watched; care.act fixes; care.act fixing"},
		{"ie", "dies, died, dying", "care.act dies; care.act died; care.act dying"},
		{"ee", "agrees, agreed, agreeing", "care.act agrees; care.act agreed; care.act agreeing"},
		{"last word of several", "new babies", "person.child new babies"},
		{"possessive", "the baby's cot", "person.child baby"},
		{"no other word", "admittance, babyish, intubation", ""},
		{"plus inside a word is no sign", "scanned", ""},
	})
}

func TestChoice(t *testing.T) {
	t.Parallel()
	d := withList(t, "[care.act]\n(saw|met|treated) (a|an)? patient\nfull? (code (blue|red)|arrest) (now | at once)?\n(|very) ill\nno (more|fewer)? than? it\n")
	checkFound(t, d, []found{
		{"each way", "saw a patient. met patient. treated an patient", "care.act saw a patient; care.act met patient; care.act treated an patient"},
		{"none of them", "heard a patient", ""},
		{"nested", "code blue, full code red, arrest, full arrest", "care.act code blue; care.act full code red; care.act arrest; care.act full arrest"},
		{"nested, one too many", "code green", ""},
		{"words in an alternative", "arrest at once", "care.act arrest at once"},
		{"an empty alternative", "ill, very ill", "care.act ill; care.act very ill"},
		{"word that may be absent", "no it, no more it, no fewer than it", "care.act no it; care.act no more it; care.act no fewer than it"},
	})
}

func TestFactClasses(t *testing.T) {
	t.Parallel()
	d := withList(t, `
[drug]
aspirin
low dose aspirin
[advice.dose]
<drug> 300
take <drug>
[advice.directive]
you <advice.dose> today
[boundaries.private_contact]
write to <email>
[care.setting]
<room> again
[person.patient]
<age> <sex>? patient
`)
	checkFound(t, d, []found{
		{"of another section", "take aspirin", "advice.dose take aspirin; drug aspirin"},
		{"at the start", "aspirin 300", "advice.dose aspirin 300; drug aspirin"},
		{"several words", "take low dose aspirin", "advice.dose take low dose aspirin; drug low dose aspirin"},
		{"three levels", "you take aspirin today", "advice.directive you take aspirin today; advice.dose take aspirin; drug aspirin"},
		{"of a scanner", "write to jane@x.org", "boundaries.private_contact write to jane@x.org; email jane@x.org"},
		{"of a scanner, at the start", "bed 4 again", "care.setting bed 4 again; room bed 4"},
		{"two of a scanner", "a 34yo F patient", "person.patient 34yo F patient; age 34yo; sex F"},
		{"not there", "take it", ""},
	})
}

func TestTokenClasses(t *testing.T) {
	t.Parallel()
	d := withList(t, `
[claims.statistic]
<number> percent
rate <word> rate
[person.public]
candidate <cap>
[boundaries.invite]
follow <handle>
see <link>
[own.home]
<cap> Court
`)
	checkFound(t, d, []found{
		{"number", "30 percent, 1,000.5 percent", "claims.statistic 30 percent; claims.statistic 1,000.5 percent"},
		{"number in words is a word", "thirty percent", ""},
		{"any word", "rate versus rate, rate 5 rate", "claims.statistic rate versus rate"},
		{"capital", "candidate Okonjo, candidate okonjo", "person.public candidate Okonjo"},
		{"handle", "follow @drjane, follow drjane", "boundaries.invite follow @drjane; handle @drjane"},
		{"link", "see https://x.org", "boundaries.invite see https://x.org; link https://x.org"},
		{"a mail address is a link", "see a@x.org", "boundaries.invite see a@x.org; email a@x.org"},
		{"capital at the start", "Foo Court, foo court", "own.home Foo Court"},
	})
}

func TestGaps(t *testing.T) {
	t.Parallel()
	d := withList(t, "[advice.directive]\nyou should ..3 rest\ndo ..1 not ..6 run\n")
	checkFound(t, d, []found{
		{"nothing left out", "you should rest", "advice.directive you should rest"},
		{"three left out", "you should really go and rest", "advice.directive you should really go and rest"},
		{"four left out", "you should really go home and rest", ""},
		{"not across sentences", "You should go. Rest", ""},
		{"the shortest that fits is enough", "you should rest rest rest rest rest", "advice.directive you should rest rest rest rest"},
		{"two gaps", "do please not a b c d e f run", "advice.directive do please not a b c d e f run"},
		{"a gap too long", "do please not a b c d e f g run", ""},
	})
}

func TestSentenceEnds(t *testing.T) {
	t.Parallel()
	d := withList(t, "[respect.mockery]\nlol $\n^ you should\n^ imagine $\n[finding]\nok\n! ^ ok\n! ok $\n")
	checkFound(t, d, []found{
		{"at the end", "so funny lol", "respect.mockery lol"},
		{"before a mark at the end", "so funny lol!!", "respect.mockery lol"},
		{"before an emoji at the end", "so funny lol 😀", "respect.mockery lol"},
		{"not at the end", "lol that was it", ""},
		{"at the start", "You should go. Then you should rest. “You should” too", "respect.mockery You should; respect.mockery You should"},
		{"not at the start", "Maybe you should", ""},
		{"both", "Imagine. Imagine that", "respect.mockery Imagine"},
		{"in exceptions", "Ok. It is ok. It is ok now", "finding ok"},
	})
}

func TestExactCase(t *testing.T) {
	t.Parallel()
	d := withList(t, "[care.setting]\n=OR nurse\nthe =OR\n=ICU?  night\n=\nthe =\n")
	checkFound(t, d, []found{
		{"exactly", "OR nurse, the OR", "care.setting OR nurse; care.setting the OR"},
		{"another case", "or nurse, Or nurse, the or", ""},
		{"may be absent", "ICU night. night", "care.setting ICU night; care.setting night"},
		{"a sign alone is itself", "the = sign", "care.setting the ="},
	})
}

func TestGeneralWording(t *testing.T) {
	t.Parallel()
	d := withList(t, "[rare_condition]\nrett syndrome => a neurological condition\nwilson+ disease=>a metabolic condition\nkuru\n")
	checkFound(t, d, []found{
		{"with spaces", "Rett syndrome", "rare_condition Rett syndrome => a neurological condition"},
		{"without", "wilsons disease", "rare_condition wilsons disease => a metabolic condition"},
		{"none", "kuru", "rare_condition kuru"},
	})
}

func TestExceptions(t *testing.T) {
	t.Parallel()
	d := withList(t, "[person.patient]\npatient\n! be patient\n!patient ..2 safety\n[condition]\npatient fever\n[respect.mockery]\n<person.patient> lol\n")
	checkFound(t, d, []found{
		{"none", "the patient slept", "person.patient patient"},
		{"behind", "be patient", ""},
		{"without a space", "patient and staff safety", ""},
		{"only where it stands", "be patient with the patient", "person.patient patient"},
		{"only its own section", "be patient fever", "condition patient fever"},
		{"what builds on it", "be patient lol, a patient lol", "respect.mockery patient lol; person.patient patient"},
	})
}

func TestComments(t *testing.T) {
	t.Parallel()
	d := withList(t, "# a comment\n[condition]   \n#sepsis\n   \nsepsis \t\r\n")
	checkFound(t, d, []found{
		{"the lines around them count", "sepsis", "condition sepsis"},
	})
}

func TestLongestWins(t *testing.T) {
	t.Parallel()
	d := withList(t, "[condition]\nheart\nheart failure\nfailure to thrive\nacute ..2 failure\n[finding]\nfailure\n[procedure]\nheart failure clinic\n")
	checkFound(t, d, []found{
		{"of a section", "heart failure", "condition heart failure; finding failure"},
		{"leftmost first", "heart failure to thrive", "condition heart failure; finding failure"},
		{"longest through a gap", "acute heart failure", "condition acute heart failure; finding failure"},
		{"each section by itself", "heart failure clinic", "procedure heart failure clinic; condition heart failure; finding failure"},
		{"again behind it", "heart, heart failure, heart", "condition heart; condition heart failure; finding failure; condition heart"},
	})
}

// TestSwallowed checks that names, places and ages inside something longer are not told twice.
func TestSwallowed(t *testing.T) {
	t.Parallel()
	d := withList(t, "[rare_condition]\nAlvarez disease\nLarkbridge fever\n[event]\nthe Larkbridge crash\n[sex]\nLarkbridge girl\n")
	checkFound(t, d, []found{
		{"a name in a condition", "she has Tom Alvarez disease", "name Tom Alvarez; rare_condition Alvarez disease"},
		{"a place in a condition", "with Larkbridge fever", "rare_condition Larkbridge fever"},
		{"a place in an event", "the Larkbridge crash", "event the Larkbridge crash"},
		{"a place in an address", "14 Larkbridge Road", "address 14 Larkbridge Road"},
		{"not in anything else", "a Larkbridge girl", "sex Larkbridge girl; place Larkbridge"},
	})
}
