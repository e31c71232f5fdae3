package subject

import (
	"slices"
	"strings"

	"bedside"
	"bedside/text"
)

// stances tells how firmly each mention [from, to) of a sentence is said.
func (r *reader) stances(from, to int) []bedside.Stance {
	r.said = slices.Grow(r.said[:0], to-from)[:to-from]
	clear(r.said)
	out := r.said
	condemned, supposed := r.sentenceTone(from, to)
	r.supposed = supposed
	for i := range out {
		m := &r.passage.Mentions[from+i]
		switch {
		case r.quoted(m) && (condemned || r.condemnedNearby(m)) && quotable(m.Kind):
			out[i] = bedside.Quoted
		case m.First >= supposed && supposable(m.Kind), r.asTopic(m):
			out[i] = bedside.Hypothetical
		case negatable(m.Kind) && r.negated(m):
			out[i] = bedside.Negated
		}
	}
	return out
}

// sentenceTone reports whether a sentence condemns or reports language, and from which token on it only supposes:
// what follows "imagine", or an "if" that opens the sentence.
func (r *reader) sentenceTone(from, to int) (condemned bool, supposed int) {
	supposed = len(r.passage.Doc.Tokens)
	for i := from; i < to; i++ {
		m := &r.passage.Mentions[i]
		switch m.Kind {
		case bedside.FactRespectCondemn, bedside.FactClaimsCorrect:
			condemned = true
		case bedside.FactCareHypothetical:
			first := int(r.passage.Doc.Sentences[r.sentenceOf(m)].First)
			if r.word(m.First) != "if" || m.First <= first+2 {
				supposed = min(supposed, m.Last)
			}
		default:
		}
	}
	return condemned, supposed
}

// condemnedNearby holds where the sentence before or after condemns what is quoted now.
func (r *reader) condemnedNearby(m *bedside.Mention) bool {
	here := r.sentenceOf(m)
	for n := max(0, here-1); n <= here+1 && n < len(r.condemns); n++ {
		if r.condemns[n] {
			return true
		}
	}
	return false
}

func (r *reader) quoted(m *bedside.Mention) bool {
	return r.passage.Doc.Tokens[m.First].Flags&text.Quoted != 0
}

// quotable holds for words that change their meaning when somebody else's are repeated. What identifies a person does not.
func quotable(k bedside.FactKind) bool { return k.Info().Class == bedside.Concept }

// supposable holds for what a supposition takes back: people, care and details. An identifier stays one, and advice or a
// claim that begins with "if you have" is advice or a claim all the same.
func supposable(k bedside.FactKind) bool {
	info := k.Info()
	return info.Class == bedside.Quasi || strings.HasPrefix(info.Name, "person.") || strings.HasPrefix(info.Name, "care.") || strings.HasPrefix(info.Name, "sensitive.")
}

// negatable holds for facts that a "not" before them takes back.
func negatable(k bedside.FactKind) bool {
	switch k {
	case bedside.FactPersonPatient, bedside.FactPersonManikin, bedside.FactPersonFiction, bedside.FactPersonAnimal, bedside.FactCondition, bedside.FactRareCondition,
		bedside.FactDeath, bedside.FactAdviceDirective, bedside.FactAdvicePrescribe, bedside.FactPrivacyConsentSaid,
		bedside.FactPrivacyConsentWritten, bedside.FactClaimsCure, bedside.FactClaimsGuarantee, bedside.FactDisclosurePaid,
		bedside.FactProprietaryAnnounced, bedside.FactOwnDrunk, bedside.FactPrivacyPicture, bedside.FactPrivacyScreen, bedside.FactPoliticsEndorse:
		return true
	}
	return false
}

// negated looks for a "not" among the three words before a mention.
func (r *reader) negated(m *bedside.Mention) bool {
	sentence := r.passage.Doc.Tokens[m.First].Sentence
	words := 0
	for i := m.First - 1; i >= 0 && words < 3; i-- {
		t := &r.passage.Doc.Tokens[i]
		if t.Sentence != sentence || t.Kind == text.Punct && (t.Form == "," || t.Form == ";" || t.Form == ":") {
			return false
		}
		if t.Kind != text.Word {
			continue
		}
		words++
		if isNegation(t.Form) {
			return true
		}
	}
	return false
}

func isNegation(w string) bool {
	switch w {
	case "not", "no", "never", "isnt", "wasnt", "arent", "werent", "aint", "cant", "cannot", "dont", "doesnt", "didnt", "wont", "without", "nor", "neither", "havent", "hasnt", "hadnt", "wouldnt", "shouldnt":
		return true
	}
	return false
}
