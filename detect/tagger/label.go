package tagger

// Label is what a word is: outside of every name, the first word of one, or a further one.
type Label uint8

// The labels. Those inside a kind of name follow its first, which is what the decoder goes by.
const (
	Outside Label = iota
	BeginPerson
	InPerson
	BeginPlace
	InPlace
	BeginOrganisation
	InOrganisation
	Labels // how many there are
)

// begins reports whether a label is the first of a name.
func (l Label) begins() bool { return l&1 == 1 }

// Follows reports whether a label may stand behind another: inside a name only behind a word of the same.
func (l Label) Follows(before Label) bool {
	return l == Outside || l.begins() || before == l || before == l-1
}

// Span is a name: the tokens [First, Last) of a sentence, and the label of its first.
type Span struct {
	First, Last int
	Kind        Label // BeginPerson, BeginPlace or BeginOrganisation
}
