package tagger

import "bedside/text"

// Trait is what the tables know of a word by itself.
type Trait uint8

// The traits of words.
const (
	Common       Trait = 1 << iota // among the commonest words of English
	Given                          // a given name
	GivenPlain                     // a given name that is also an everyday word
	Surname                        // a family name
	SurnamePlain                   // a family name that is also an everyday word
	Place                          // part of a place of the table
	Joined                         // a hashtag that is a given name and a family name, written together
)

// Token is one token of a sentence, with what the tables know of it.
type Token struct {
	Text, Form string // as written, and folded
	Kind       text.Kind
	Flags      text.Flags
	Traits     Trait
}

// openness says what a token may be.
type openness uint8

const (
	closed  openness = iota // never part of a name: such tokens part a sentence into runs
	linking                 // inside a name only, between words that are open
	open                    // anything
)

// mayBegin reports whether a name may begin at a token. Most words of most posts may not, and cost nothing. Where a sentence is in small
// letters, capitals tell nothing: names that are everyday words may begin one too.
func mayBegin(tokens []Token, i int, small bool) bool {
	t := &tokens[i]
	switch {
	case t.Kind != text.Word || len(t.Form) < 2 && t.Flags&text.Capital == 0 || t.Form[0] == '\'' || t.Form == "i":
		return false
	case t.Flags&text.Capital != 0 && t.Flags&text.SentenceStart != 0:
		return t.Traits&Common == 0 || t.Traits&(Given|Surname) != 0 || capitalised(tokens, i+1)
	case t.Flags&text.Capital != 0:
		return true
	case t.Traits&Common == 0:
		return true
	case t.Traits&GivenPlain != 0:
		return small || i+1 < len(tokens) && tokens[i+1].rare()
	}
	return t.Traits&Given != 0
}

func capitalised(tokens []Token, i int) bool {
	return i < len(tokens) && tokens[i].Kind == text.Word && tokens[i].Flags&text.Capital != 0
}

// rare holds for words that are not everyday ones.
func (t *Token) rare() bool { return t.Kind == text.Word && t.Traits&Common == 0 && len(t.Form) > 1 }

// links reports whether a token may stand inside a name though none begins with it: "de", "of", a full stop.
func (t *Token) links() bool {
	switch t.Form {
	case ".", "-", "'", "&", "of", "the", "de", "la", "le", "del", "da", "di", "dos", "van", "von", "der", "den", "bin", "ibn", "al", "el", "y", "and", "'s":
		return true
	}
	return t.Kind == text.Word && (t.Traits&(GivenPlain|SurnamePlain) != 0 || len(t.Form) == 1)
}

// opened writes what each token of a sentence may be, and reports whether any may begin a name.
func opened(tokens []Token, into []openness, small bool) (some bool) {
	for i := range tokens {
		into[i] = closed
		if mayBegin(tokens, i, small) {
			into[i], some = open, true
		} else if i > 0 && into[i-1] != closed && tokens[i].links() {
			into[i] = linking
		}
	}
	return some
}
