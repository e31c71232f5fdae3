package remedy

import (
	"strings"

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
			if j == 0 && before && leansBack(w) && !person && f.doc.Tokens[k].Flags.Has(text.SentenceStart) {
				f.fault(i, "leans on what went: "+w)
				f.out[len(f.out)-1].Repair = f.called(k)
				break
			}
			if isOther(w) {
				if !person && lost {
					f.fault(i, "nobody for "+w)
					f.out[len(f.out)-1].Repair = f.called(k)
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

// called puts a noun in place of a pronoun for one person. "her" is left alone: it may be "her bed" or "saw her".
func (f *former) called(k int) *bedside.Edit {
	t := &f.doc.Tokens[k]
	word := map[string]string{"he": "someone", "she": "someone", "him": "someone", "his": "someone's"}[t.Form]
	if word == "" || f.state[k] != kept {
		return nil
	}
	for i := range f.details {
		if d := &f.details[i]; d.Who == "a patient" {
			word = strings.Replace(word, "someone", "a patient", 1)
			break
		}
	}
	if t.Flags.Has(text.Capital) {
		word = capitalised(word)
	}
	return &bedside.Edit{Start: int(t.Start), End: int(t.End), Text: word}
}

// isOther holds for the pronouns for one other person.
func isOther(w string) bool {
	switch w {
	case "he", "she", "him", "her", "his", "hers":
		return true
	}
	return false
}
