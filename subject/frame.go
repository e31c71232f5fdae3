package subject

import (
	"slices"

	"bedside"
)

// frame says that from some sentence on what is told happens on a manikin, in a novel, in history or to an animal.
type frame struct {
	subject bedside.Subject
	from    int // first sentence
	to      int // last sentence
}

// frameOf tells which mentions set a frame.
func frameOf(k bedside.FactKind) bedside.Subject {
	switch k {
	case bedside.FactPersonManikin:
		return bedside.SubjectMannequin
	case bedside.FactPersonFiction:
		return bedside.SubjectFictional
	case bedside.FactPersonHistory:
		return bedside.SubjectHistorical
	case bedside.FactPersonAnimal:
		return bedside.SubjectAnimal
	default:
		return ""
	}
}

// noteFrames records the frames that a sentence sets, on to the end of the passage or to the words "real patient".
func (r *reader) noteFrames(number, from, to int, stances []bedside.Stance) {
	for i := from; i < to; i++ {
		m := &r.passage.Mentions[i]
		s := frameOf(m.Kind)
		if s == "" {
			continue
		}
		if stances[i-from] == bedside.Negated {
			r.frames = r.frames[:0] // "not a manikin this time"
			continue
		}
		f := frame{subject: s, from: number, to: len(r.passage.Doc.Sentences)}
		switch {
		case s == bedside.SubjectAnimal: // a dog beside a patient makes no dog of the patient
			f.from, f.to = max(0, number-1), number+1
		case s == bedside.SubjectMannequin && r.isPuppet(m): // "I have never hated a SimMan more" explains what came before
			f.from = max(0, number-3)
		}
		if n := len(r.frames); n > 0 && r.frames[n-1].subject == s && r.frames[n-1].from <= f.from && r.frames[n-1].to >= f.to {
			continue
		}
		r.frames = append(r.frames, f)
	}
	if r.takesBack && r.saysUnreal(number) {
		r.frames = append(r.frames, frame{subject: bedside.SubjectFictional, from: max(0, number-unrealReach), to: len(r.passage.Doc.Sentences)})
	}
	if n := len(r.frames); n > 0 && r.saysReal(number) {
		r.frames = append(r.frames, frame{from: number, to: len(r.passage.Doc.Sentences)}) // what follows is real again
	}
}

// isPuppet tells words for the manikin or the actor from words for the room they are in.
func (r *reader) isPuppet(m *bedside.Mention) bool {
	for i := m.First; i < m.Last; i++ {
		switch r.word(i) {
		case "manikin", "manikins", "mannequin", "mannequins", "mannikin", "simman", "simmom", "simbaby", "dummy", "dummies", "annie", "anne", "actor", "actors", "actress", "osce", "osces",
			"standardised", "standardized", "simulated", "sp", "doll", "harvey", "noelle":
			return true
		}
	}
	return false
}

// unrealReach is how many sentences before "he isn't real" are about him too.
const unrealReach = 3

// saysUnreal holds for a sentence that takes somebody back: "he isn't real", "not a real lady", "I made her up", "no such patient".
func (r *reader) saysUnreal(number int) bool {
	s := r.passage.Doc.Sentences[number]
	for t := int(s.First); t < int(s.Last); t++ {
		switch r.word(t) {
		case "real":
			if w := r.word(t - 1); isNegation(w) || (w == "a" || w == "an") && isNegation(r.word(t-2)) {
				return true
			}
		case "made", "making", "make":
			if w := r.word(t + 1); (w == "him" || w == "her" || w == "them") && r.word(t+2) == "up" {
				return true
			}
			if r.word(t+1) == "up" && (r.word(t+2) == "a" || r.word(t+2) == "an") {
				return true
			}
		case "invented", "imaginary", "fictitious", "fictional":
			switch r.word(t + 1) {
			case "case", "patient", "pt", "person", "lady", "man", "woman", "a", "an":
				return true
			}
		case "exist", "exists":
			if isNegation(r.word(t - 1)) {
				return true
			}
		}
	}
	return false
}

// saysReal holds for a sentence with "real patient", "real life", "for real this time".
func (r *reader) saysReal(number int) bool {
	s := r.passage.Doc.Sentences[number]
	for t := int(s.First); t < int(s.Last)-1; t++ {
		if w := r.word(t); (w == "real" || w == "actual") && !isNegation(r.word(t-1)) && !isNegation(r.word(t-2)) {
			switch r.word(t + 1) {
			case "patient", "pt", "person", "human", "code", "one", "life", "baby", "thing":
				return true
			}
		}
	}
	return false
}

// framed is the subject that the latest frame gives to people of a sentence, or "".
func (r *reader) framed(sentence int) bedside.Subject {
	for _, v := range slices.Backward(r.frames) {
		if f := v; sentence >= f.from && sentence <= f.to {
			return f.subject
		}
	}
	return ""
}
