package bedside

// FactKind is a fact's place in the vocabulary. Use String for its name; names are stable, places are not.
type FactKind uint16

// FactCount is the number of kinds, FactNone included: the length of any table indexed by kind.
const FactCount = int(factEnd)

// Class says what a fact is to a reader who wants to recognise somebody.
type Class string

// The classes of facts.
const (
	Identifier Class = "identifier" // one of Safe Harbor's eighteen kinds, or its Canadian or UK like
	Quasi      Class = "quasi"      // narrows the circle: age, sex, condition, occupation, event, year, relative time
	Concept    Class = "concept"    // anything else a rule reads in words
	Derived    Class = "derived"    // known of the draft, or worked out from other facts
)

// FactInfo describes one kind of fact.
type FactInfo struct {
	Name    string
	Class   Class
	Meaning string
}

// String returns the kind's name in packs, word lists and results.
func (k FactKind) String() string { return k.Info().Name }

// Info returns the kind's line of the vocabulary.
func (k FactKind) Info() FactInfo {
	if k >= factEnd {
		return FactInfo{}
	}
	return vocabulary[k]
}

// ParseFact finds a kind by its name.
func ParseFact(name string) (FactKind, bool) {
	k, ok := factNamed[name]
	return k, ok
}

var factNamed = func() map[string]FactKind { //nolint:gochecknoglobals // a read-only table
	named := make(map[string]FactKind, FactCount)
	for k := range vocabulary {
		if name := vocabulary[k].Name; name != "" {
			named[name] = FactKind(k)
		}
	}
	return named
}()

// Stance says how firmly something is said. Only asserted facts move a finding.
type Stance uint8

// The stances.
const (
	Asserted     Stance = iota
	Negated             // "not a real patient"
	Hypothetical        // "what if a patient asked"
	Quoted              // somebody else's words, repeated to discuss or condemn them
)

// Fact is one thing known of a draft: of words in it (Span), or of the draft as a whole (an empty Span).
type Fact struct {
	Kind     FactKind
	Span     Span
	Sentence int    // number of the sentence in the draft, -1 for the draft as a whole
	Person   int    // index into the draft's people, -1 when it is about nobody in particular
	Stance   Stance // how firmly it is said
	General  string // a wording that says the same of more people, when the tables know one
}

// Mention is a stretch of words that some detector recognised.
type Mention struct {
	Kind    FactKind
	Span    Span
	General string // a wording that says the same of more people, when the tables know one
	// Crowd is how many people it fits: of a place at least so many live there, of a disorder at most so many of ten million
	// have it. 0 is unknown.
	Crowd int
	// Passage counts the parts of the draft as they were parsed; First and Last are its tokens, Last excluded.
	Passage, First, Last int
}
