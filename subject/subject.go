// Package subject says whose details a draft tells, and how firmly. It gathers the words for people that package detect
// found into persons, gives every detail to one of them, and decides who each is: a patient, the author, the author's
// family, a colleague, a public figure, an animal, somebody in a novel or on a manikin. It reads words in their order,
// sentence by sentence, and knows no rules. Start at Read.
package subject

import (
	"bedside"
	"bedside/text"
)

// Passage is one part of a draft with what was found in it.
type Passage struct {
	Part     bedside.PartKind
	Index    int
	Doc      *text.Document
	Mentions []bedside.Mention
	// FirstSentence numbers the passage's first sentence within the draft.
	FirstSentence int
}

// Author is what is known of the author before a word is read.
type Author struct {
	Clinical bool // studies or works in a health profession
}

// Person is somebody a draft speaks of.
type Person struct {
	Subject bedside.Subject
	Passage int
	Implied bool // no word names the person: only the care given shows that there is one
}

// Reading is who a draft speaks of and what it says of them.
type Reading struct {
	People []Person
	Facts  []bedside.Fact
}

// Read reads the passages of a draft one after the other.
func Read(passages []Passage, a Author) Reading {
	var out Reading
	for i := range passages {
		r := reader{author: a, passage: &passages[i], number: i, current: -1, among: familyAmong(out.People)}
		r.read()
		r.decide()
		r.emit(&out)
	}
	return out
}

// familyAmong reports whether what was read so far speaks of the author's family and of no patient: the pictures with it will too.
func familyAmong(people []Person) bool {
	family := false
	for _, p := range people {
		if careful(p.Subject) {
			return false
		}
		family = family || p.Subject == bedside.SubjectFamily
	}
	return family
}

// reader is the state of reading one passage.
type reader struct {
	author   Author
	passage  *Passage
	number   int
	among    bool // earlier parts speak of the author's family and of no patient
	people   []person
	details  []detail
	clauses  []clause
	supposed int // the token from which on the sentence at hand only supposes
	current  int // the third person spoken of last, -1 for nobody
	frames   []frame
	cues     bedside.FactSet   // what the passage has asserted so far
	anywhere bedside.FactSet   // what the passage mentions at all, in whatever stance
	sets     []bedside.FactSet // by sentence: what it asserts
	// condemns says by sentence whether it condemns or discusses language or claims that it repeats.
	condemns []bool
}

// person is somebody as the reader sees them while reading.
type person struct {
	anchor   anchorKind
	subject  bedside.Subject // settled by the word itself, or ""
	child    bool
	form     string // the last word of the anchor: "dad", "attending"
	first    int    // sentence of the first anchor
	last     int    // sentence of the last anchor
	implied  bool
	cues     bedside.FactSet // facts attached to the person
	nearby   bedside.FactSet // facts of the sentences in which the person appears
	generic  bool            // "when a patient asks"
	relative bool            // somebody's relative
	stories  int             // clauses taken for story
	short    bool            // "34F", "5yo"
	retold   bool            // in somebody else's post that is passed on
	own      bool            // "my 7yo": the author's own child, unless care says otherwise
}

// detail is a mention with the person it was given to.
type detail struct {
	mention  int // index into the passage's mentions
	person   int // index into people, -1 for nobody
	sentence int
	stance   bedside.Stance
}
