package worth

import (
	"bedside/reid"
	"bedside/text"
)

// sexOf is the sex that words show; any where they show none, or both.
func sexOf(forms []string) reid.Sex {
	sex := reid.AnySex
	for _, w := range forms {
		s := sexOfWord(w)
		if s != reid.AnySex && sex != reid.AnySex && s != sex {
			return reid.AnySex
		}
		sex = max(sex, s)
	}
	return sex
}

func sexOfWord(w string) reid.Sex {
	switch w {
	case "f", "female", "woman", "lady", "girl", "schoolgirl", "lass", "lassie", "mother", "mum", "mom", "mama", "mommy", "mummy", "grandmother",
		"grandma", "granny", "gran", "nan", "nana", "widow", "bride", "nun", "she", "her", "hers", "herself", "primip", "multip", "grandmum",
		"actress", "waitress", "housewife", "ballerina", "seamstress", "schoolmistress", "headmistress", "stewardess", "policewoman",
		"businesswoman", "chambermaid", "aunt", "auntie", "niece", "yof":
		return reid.Female
	case "m", "male", "man", "gentleman", "gent", "guy", "bloke", "chap", "boy", "schoolboy", "lad", "fella", "dude", "father", "dad", "daddy",
		"grandfather", "grandpa", "grandad", "granddad", "widower", "groom", "monk", "he", "him", "his", "himself", "fisherman", "fireman",
		"policeman", "postman", "businessman", "headmaster", "uncle", "nephew", "yom":
		return reid.Male
	}
	return reid.AnySex
}

// nounNear is how many tokens behind an age the word for the person may stand: "a 34-year-old obese man".
const nounNear = 3

// sexOfAged is the sex that an age shows ("in her 30s") or the word for the person behind it.
func (w Words) sexOfAged() reid.Sex {
	forms := w.forms()
	if s := sexOf(forms); s != reid.AnySex || len(forms) == 0 {
		return s
	}
	tokens := w.Doc.Tokens
	for i := w.Last; i < min(len(tokens), w.Last+nounNear) && tokens[i].Kind == text.Word && tokens[i].Sentence == tokens[w.First].Sentence; i++ {
		switch f := tokens[i].Form; f {
		case "she", "he", "his", "her", "him", "mother", "father", "mum", "mom", "dad", "son", "daughter":
			return reid.AnySex // somebody else begins
		default:
			if s := sexOfWord(f); s != reid.AnySex {
				return s
			}
		}
	}
	return reid.AnySex
}

// person reads what a word for a person says of sex and age: "an elderly lady", "toddler", "mother of two". A relative counts only
// where the person is the relative, as behind "mother of".
func person(forms []string) reid.Value {
	kin := false
	for i, w := range forms {
		if w == "of" && i > 0 {
			forms = forms[:i]
			break
		}
		kin = kin || w == "his" || w == "her" || w == "their" || w == "wife" || w == "husband" || w == "my" && len(forms) > 1 && sexOfWord(forms[len(forms)-1]) == reid.AnySex
	}
	if kin {
		return reid.Value{}
	}
	v := reid.Value{Sex: sexOf(forms)}
	for _, w := range forms {
		if a := agesOfWord(w); a.Told() && (!v.Ages.Told() || a.Last-a.First < v.Ages.Last-v.Ages.First) {
			v.Ages = a
		}
	}
	return v
}

// agesOfWord is how old somebody is whom a word is said of.
func agesOfWord(w string) reid.Ages {
	const month = 30
	switch w {
	case "newborn", "neonate":
		return reid.Ages{First: 0, Last: 28}
	case "preemie", "prem", "preterm":
		return reid.Ages{First: 0, Last: 6 * month}
	case "infant":
		return reid.Ages{First: 0, Last: reid.DaysOfYear - 1}
	case "baby", "bub":
		return reid.Ages{First: 0, Last: 2*reid.DaysOfYear - 1}
	case "toddler":
		return reid.Years(1, 3)
	case "kid", "kiddo", "child", "bairn", "wean":
		return reid.Years(0, 14)
	case "schoolboy", "schoolgirl":
		return reid.Years(5, 17)
	case "tween":
		return reid.Years(9, 12)
	case "boy", "lad":
		return reid.Years(0, 19)
	case "girl", "lass":
		return reid.Years(0, 25)
	case "teen", "teenager", "teenage", "teenaged", "adolescent":
		return reid.Years(13, 19)
	case "man", "woman", "gentleman", "gent", "lady", "bloke", "chap", "guy":
		return reid.Years(17, oldest)
	case "mother", "mum", "mom", "father", "dad":
		return reid.Years(15, oldest)
	case "pensioner", "elderly", "grandmother", "grandma", "grandfather", "grandpa", "granny", "grandad", "gran", "nan":
		return reid.Years(60, oldest)
	}
	return reid.Ages{}
}

// record reads what only one can be: the first baby of a year. Other records are told of many and have no figure.
func record(forms []string) reid.Value {
	if has(forms, "first") && has(forms, "baby", "birth", "delivery", "newborn", "babies") && has(forms, "year", "decade", "century", "millennium") {
		return reid.Value{Alone: true, Setting: reid.Birth}
	}
	return reid.Value{}
}
