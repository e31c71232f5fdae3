package subject

import (
	"bedside"
	"bedside/text"
)

// sign is something in the words around a mention that speaks for or against the person being in the author's care.
type sign uint32

const (
	signAddressed  sign = 1 << iota // "Hi Mrs Obi, …", "Marcus, you were seen"
	signMine                        // "my lady", "our little fighter"
	signTitled                      // "Mrs Obi": how clinicians speak of those they look after
	signInitial                     // "Mrs D", "Mr J.": who shortens a name has somebody to protect
	signPlaced                      // "in bed 6", "from my class", "on our list"
	signMet                         // "had a fella in", "wheeled a lady": the author did something with them
	signTellsMe                     // "told me", "grabbed my hand"
	signPronoun                     // the passage goes on about them: he, she
	signIndefinite                  // "a man"
	signHuman                       // "lady", "fella": said of people only
	signWork                        // an occupation
	signVerb                        // "the driver asked"
	signDefinite                    // "the man"
	signGreeted                     // "Hi Mrs Obi": addressed beyond doubt
)

// has reports whether all of some signs are among these.
func (s sign) has(t sign) bool { return s&t == t }

// signsOf reads the words around a mention of somebody.
func (r *reader) signsOf(m *bedside.Mention, kind anchorKind) sign {
	var s sign
	switch {
	case kind == anchorName:
		s |= r.nameSigns(m)
	case kind == anchorPublic || kind == anchorColleague || !kind.third():
		return 0
	}
	if r.isMine(m) {
		s |= signMine
	}
	if w := r.word(m.First); w == "a" || w == "an" || r.word(m.First-1) == "a" || r.word(m.First-1) == "an" {
		s |= signIndefinite
	}
	if r.word(m.First) == "the" || r.word(m.First-1) == "the" {
		s |= signDefinite
	}
	if r.isPlaced(m.Last) {
		s |= signPlaced
	}
	if r.isMet(m.First) {
		s |= signMet
	}
	if r.tellsMe(m.Last) {
		s |= signTellsMe
	}
	if saidOfPeople(r.word(m.Last - 1)) {
		s |= signHuman
	}
	if m.Kind == bedside.FactOccupation || m.Kind == bedside.FactUniqueRole {
		s |= signWork
	}
	if tells(r.word(m.Last)) || isBeing(r.word(m.Last)) {
		s |= signVerb
	}
	return s
}

func (r *reader) nameSigns(m *bedside.Mention) sign {
	var s sign
	if isCivilTitle(r.word(m.First)) || isCivilTitle(r.word(m.First-1)) {
		s |= signTitled
	}
	if last := r.passage.Doc.Tokens[m.Last-1]; last.End-last.Start == 1 && s.has(signTitled) {
		s |= signInitial
	}
	switch {
	case r.isGreeted(m):
		s |= signAddressed | signGreeted
	case r.isCalled(m):
		s |= signAddressed
	}
	return s
}

func isCivilTitle(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "miss", "mister", "madam", "auntie", "aunty", "baba", "mama", "papa", "uncle", "mzee", "tita", "tito", "chacha", "pak", "ibu":
		return true
	}
	return false
}

// isGreeted holds for a name behind a greeting.
func (r *reader) isGreeted(m *bedside.Mention) bool {
	return isGreeting(r.before(m.First)) || isCivilTitle(r.before(m.First)) && isGreeting(r.before(m.First-1))
}

// isCalled holds for a name before a comma at the start of a sentence that goes on with "you".
func (r *reader) isCalled(m *bedside.Mention) bool {
	s := r.passage.Doc.Sentences[r.sentenceOf(m)]
	if m.First > int(s.First)+1 || m.Last >= len(r.passage.Doc.Tokens) || r.passage.Doc.Tokens[m.Last].Kind != text.Punct {
		return false
	}
	for t := m.Last; t < len(r.passage.Doc.Tokens) && t < m.Last+calledReach; t++ {
		switch r.word(t) {
		case "you", "your", "u", "ur", "youre", "youve":
			return true
		}
	}
	return false
}

// calledReach is how many words behind a name at the start of a sentence a "you" shows that the person is spoken to.
const calledReach = 8

func isGreeting(w string) bool {
	switch w {
	case "hi", "hiya", "hello", "hey", "heya", "dear", "dearest", "morning", "afternoon", "evening", "thanks", "you", "congratulations", "congrats", "sorry", "birthday", "bless":
		return true
	}
	return false
}

// isMine holds for "my lady", "our wee man", "one of my girls".
func (r *reader) isMine(m *bedside.Mention) bool {
	for i := m.First; i < m.Last; i++ {
		if w := r.word(i); w == "my" || w == "our" {
			return true
		}
	}
	w := r.word(m.First - 1)
	return w == "my" || w == "our"
}

// placedReach is how many tokens behind the words for somebody their place in a hospital may begin.
const placedReach = 3

// isPlaced holds where a room, a ward or the author's own list follows.
func (r *reader) isPlaced(last int) bool {
	inside := func(k bedside.FactKind) bool {
		return k == bedside.FactRoom || k == bedside.FactWard || k == bedside.FactCareSetting || k == bedside.FactSite
	}
	for t := last; t <= last+placedReach; t++ {
		if r.mentionAt(t, inside) != nil {
			return true
		}
		if w := r.word(t); w == "." || w == "," || w == "and" || w == "" {
			return false
		}
	}
	return false
}

// isMet holds where the author had something to do with somebody: "had a", "saw another", "I wheeled this".
func (r *reader) isMet(first int) bool {
	for t := first - 1; t >= 0 && t >= first-3; t-- {
		switch r.word(t) {
		case "had", "have", "saw", "seen", "met", "took", "got", "wheeled", "admitted", "clerked", "scanned", "stitched", "tubed", "washed", "fed", "held", "walked", "moved", "delivered",
			"caught", "lost", "treated", "brought", "sent", "discharged", "did", "assessed", "reviewed", "examined", "transferred", "pulled", "gave", "told", "taught", "sectioned", "taking", "seeing", "visited",
			"specialling", "holding", "transporting", "intubated", "extubated", "resuscitated", "dispensed", "cannulated", "bled", "consented", "anaesthetised", "laid", "flew", "drove", "sat", "found":
			return true
		case ".", ",", "and", "who", "he", "she", "they":
			return false
		}
	}
	return false
}

// tellsMeReach is how many words behind somebody a "me" shows that they dealt with the author.
const tellsMeReach = 6

func (r *reader) tellsMe(last int) bool {
	for t := last; t < len(r.passage.Doc.Tokens) && t < last+tellsMeReach; t++ {
		switch r.word(t) {
		case "me", "us", "my":
			return true
		case ".", ",", "!", "?", ";":
			return false
		}
	}
	return false
}

// saidOfPeople holds for words that nobody says of a dog.
func saidOfPeople(w string) bool {
	switch w {
	case "lady", "ladies", "man", "men", "woman", "women", "gentleman", "gentlemen", "fella", "bloke", "lad", "chap", "gent", "person", "patient", "pt", "client", "mum", "mom", "kid", "child", "teenager", "teen", "toddler", "infant", "newborn":
		return true
	}
	return false
}
