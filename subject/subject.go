// Package subject says whose details a draft tells, and how firmly. It gathers the words for people that package detect
// found into persons, gives every detail to one of them, and decides who each is: a patient, the author, the author's
// family, a colleague, a public figure, an animal, somebody in a novel or on a manikin. It reads words in their order,
// sentence by sentence, and knows no rules. Start at Read.
package subject

import (
	"slices"

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
	Shown         Shown // how the words stand in a picture, where they do
}

// Author is what is known of the author before a word is read.
type Author struct {
	Clinical bool            // studies or works in a health profession
	Answers  bool            // writes to somebody: a reply, a message, an answer to a review
	Answered bedside.Subject // who that is, where the draft says so
	Staff    bool            // has another job where people are cared for: reception, management, communications
}

// Person is somebody a draft speaks of.
type Person struct {
	Subject bedside.Subject
	Passage int
	Implied bool // no word names the person: only the care given shows that there is one
	Greeted bool // the words are written to the person: "Hi Denise, …"
	Record  bool // they stand on a label, a list or a record in a picture
}

// Reading is who a draft speaks of and what it says of them.
type Reading struct {
	People []Person
	Facts  []bedside.Fact
	memory memory
}

// memory is what reading one passage leaves to the next.
type memory struct {
	people   []person
	details  []detail
	clauses  []clause
	frames   []frame
	sets     []bedside.FactSet
	condemns []bool
	placed   []place
	stances  []bedside.Stance
	weighed  []uint8
}

// Read reads the passages of a draft one after the other.
func Read(passages []Passage, a Author) Reading {
	var out Reading
	out.Read(passages, a)
	return out
}

// Read is the function Read into a reading that is no longer needed, whose memory it uses again.
func (out *Reading) Read(passages []Passage, a Author) {
	out.People, out.Facts = out.People[:0], out.Facts[:0]
	family, patient := false, false // where earlier parts speak of the author's family and of no patient, the pictures will too
	for i := range passages {
		r := reader{author: a, passage: &passages[i], number: i, current: -1, among: family && !patient}
		r.use(&out.memory)
		r.read()
		r.decide()
		r.decideShown()
		first := len(out.People)
		r.emit(out)
		r.leave(&out.memory)
		for _, p := range out.People[first:] {
			patient = patient || careful(p.Subject)
			family = family || p.Subject == bedside.SubjectFamily
		}
	}
}

// use takes the memory that an earlier passage has left.
func (r *reader) use(m *memory) {
	sentences := len(r.passage.Doc.Sentences)
	r.people, r.details, r.clauses, r.frames = m.people[:0], m.details[:0], m.clauses[:0], m.frames[:0]
	r.sets = slices.Grow(m.sets[:0], sentences)[:sentences]
	r.condemns = slices.Grow(m.condemns[:0], sentences)[:sentences]
	r.placed, r.said, r.weighed = m.placed, m.stances, m.weighed
	clear(r.sets)
	clear(r.condemns)
}

func (r *reader) leave(m *memory) {
	*m = memory{r.people, r.details, r.clauses, r.frames, r.sets, r.condemns, r.placed, r.said, r.weighed}
}

// reader is the state of reading one passage.
type reader struct {
	author    Author
	passage   *Passage
	number    int
	among     bool // earlier parts speak of the author's family and of no patient
	people    []person
	details   []detail
	clauses   []clause
	supposed  int // the token from which on the sentence at hand only supposes
	current   int // the third person spoken of last, -1 for nobody
	frames    []frame
	cues      bedside.FactSet   // what the passage has asserted so far
	anywhere  bedside.FactSet   // what the passage mentions at all, in whatever stance
	sets      []bedside.FactSet // by sentence: what it asserts
	pronouns  int               // how often the passage says he or she
	longAgo   bool              // names a year that nobody alive remembers
	takesBack bool              // has a word of those that take somebody back
	we        bool              // the author speaks for a team
	weighed   []uint8           // the evidence that the passage holds
	manner    int               // what the manner of telling speaks for
	// condemns says by sentence whether it condemns or discusses language or claims that it repeats.
	condemns []bool
	placed   []place          // of the stretch at hand
	said     []bedside.Stance // of the sentence at hand, by mention
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
	signs    sign
	scored   bool // score is known
	score    int  // points
	taught   bool // did what only a teacher or a colleague does
	own      bool // "my 7yo": the author's own child, unless care says otherwise
	record   bool // stands on a label, a list or a record in a picture
}

// detail is a mention with the person it was given to.
type detail struct {
	mention  int // index into the passage's mentions
	person   int // index into people, -1 for nobody
	sentence int
	stance   bedside.Stance
}
