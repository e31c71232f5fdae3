package remedy

import (
	"bedside"
	"bedside/text"
)

// antecedents looks for pronouns that stand for somebody or something that went.
func (f *former) antecedents() {
	before, tail := false, false // a whole sentence went right before, or the end of it
	person, lost := false, false
	next := 0
	for i := range f.doc.Sentences {
		stay, of := f.words(i)
		if of > 0 && len(stay) == 0 {
			before = true
		}
		if (before || tail && len(stay) == 1) && of == len(stay) && isTag(f.doc, stay) {
			f.fault(i, "only stresses what went")
		}
		for j, k := range stay {
			for ; next < len(f.details) && f.details[next].Start <= int(f.doc.Tokens[k].Start); next++ {
				d := &f.details[next]
				if isNoun(d.Kind) || d.Kind == bedside.FactPersonKin || d.Kind == bedside.FactPersonOwnKin || d.Kind == bedside.FactRelation {
					if f.keeps(d) {
						person = true
					} else {
						lost = true
					}
				}
			}
			w := f.doc.Tokens[k].Form
			if j < leaningWords && before && leansBack(w) && !person {
				f.fault(i, "leans on what went: "+w)
				break
			}
			if isOther(w) {
				if !person && lost {
					f.fault(i, "nobody for "+w)
					break
				}
				person = true
			}
		}
		if len(stay) > 0 {
			before, tail = false, f.followedByCut(stay[len(stay)-1], &f.doc.Sentences[i])
		}
	}
}

// leaningWords is how far into a sentence a word for what was said before may stand when the sentence before it went.
const leaningWords = 4

// isTag holds for sentences that only stress the one before: "Full stop.", "Period."
func isTag(doc *text.Document, words []int) bool {
	switch len(words) {
	case 1:
		if doc.Tokens[words[0]].Kind == text.Number {
			return true // what an abbreviation cut off: "with no. 12"
		}
		switch doc.Tokens[words[0]].Form {
		case "period", "fact", "facts", "true", "seriously", "honestly", "exactly", "literally":
			return true
		}
	case 2:
		switch doc.Tokens[words[0]].Form + " " + doc.Tokens[words[1]].Form {
		case "full stop", "end of", "hands down", "not joking", "no joke", "true story", "no lie", "no exceptions":
			return true
		}
	}
	return false
}

func (f *former) keeps(d *Mark) bool {
	for k := searchToken(f.doc.Tokens, d.Start); k < len(f.doc.Tokens) && int(f.doc.Tokens[k].Start) < d.End; k++ {
		if f.state[k] != gone {
			return true
		}
	}
	return false
}

// isOther holds for the pronouns for one other person.
func isOther(w string) bool {
	switch w {
	case "he", "she", "him", "her", "his", "hers":
		return true
	}
	return false
}
