package remedy

import (
	"strings"

	"bedside/text"
)

// role is what a word does in a sentence, as far as a list of the commonest words can tell.
type role uint8

const (
	content     role = iota // anything that no list knows
	article                 // a, the, my, this: a new group of nouns begins
	preposition             // in, at, with
	coordinator             // and, but: joins equals
	subordinate             // because, when: what follows leans on what stands before
	relative                // who, which
	pronoun                 // I, she: mostly a subject
	object                  // him, them
	verb                    // finite: is, went, told
	adverb                  // just, still
)

// The commonest words of each role. A set of words is a string: a switch over them is many times as much code, which browsers fetch.
const (
	articles     wordSet = " a an the my our your his her their its this that these those some any every each no another both all "
	prepositions wordSet = " in at on from with without for of by near into onto over under behind beside outside inside around across through during about against between among " +
		"along towards toward off per via down up past like w beyond despite within to than until till since "
	coordinators wordSet = " and but or nor so then & plus yet n "
	subordinates wordSet = " because cause cos coz bc when while whilst after before if unless though although as once where how why whether except what whenever even "
	relatives    wordSet = " who which whose whom "
	pronouns     wordSet = " i he she they we it you nobody somebody everyone everybody someone nothing there here "
	objects      wordSet = " me him them us myself himself herself themselves yourself "
	adverbs      wordSet = " just still also now not never always only very too really already again ever almost quite straight back away out together today "
	verbs        wordSet = " is was are were am 's 'm 're 've 'll 'd has had have do did does can could will would should must may might shall isn't wasn't aren't weren't don't " +
		"didn't doesn't can't couldn't won't wouldn't shouldn't hasn't hadn't haven't ain't isnt wasnt arent dont didnt doesnt cant couldnt wont wouldnt " +
		"shouldnt hasnt hadnt havent aint im ive thats cannot n't came went got told said saw met lost sent left gave made took knew thought felt kept let put " +
		"ran sat stood fell began brought bought caught found held heard led paid read rang sang slept spent spoke taught threw woke won wore wrote drove drank " +
		"ate broke chose forgot grew hid hit hurt lay laid rode rose shook showed shut sold stuck swore tore understood became bit blew built cut dealt drew " +
		"flew meant cried died tried go goes come comes get gets say says see sees know knows think thinks want wants need needs take takes make makes give " +
		"gives keep keeps tell tells ask asks feel feels love loves hate hates look looks works live lives call calls try tries use uses find finds mean means " +
		"believe wish hope run runs sit sits stand stands wait waits start starts stop stops bring brings send sends learn learnt stay stays remember gone been " +
		"being thank thanks dm drop join vote check help helps please follow share add eat drink sleep rest cry buy hug be "
)

// wordSet is some words, each between spaces.
type wordSet string

func (s wordSet) has(w string) bool {
	if w == "" || strings.IndexByte(w, ' ') >= 0 {
		return false
	}
	for at := 0; ; {
		i := strings.Index(string(s)[at:], w)
		if i < 0 {
			return false
		}
		at += i + 1
		if s[at-2] == ' ' && s[at-1+len(w)] == ' ' {
			return true
		}
	}
}

// listed is a list of words that have one role.
type listed struct {
	words wordSet
	role  role
}

// roleOf looks a folded word up. Words with two roles have the one in which they stand most often in posts.
func roleOf(w string) role {
	for _, l := range [...]listed{
		{articles, article},
		{prepositions, preposition},
		{coordinators, coordinator},
		{subordinates, subordinate},
		{relatives, relative},
		{pronouns, pronoun},
		{objects, object},
		{adverbs, adverb},
	} {
		if l.words.has(w) {
			return l.role
		}
	}
	switch {
	case isVerb(w):
		return verb
	case len(w) > 4 && strings.HasSuffix(w, "ly"):
		return adverb
	}
	return content
}

// isVerb holds for finite verbs: the commonest by list, those that are regular and past by their ending.
func isVerb(w string) bool {
	if verbs.has(w) {
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "ed") && w != "hundred" && w != "sacred"
}

// wantsClause holds for verbs that a clause completes: "asked if", "told me when".
func wantsClause(w string) bool {
	switch w {
	case "ask", "asks", "asked", "asking", "know", "knows", "knew", "wonder", "wondering", "wondered", "see", "saw", "tell", "tells", "told", "telling", "guess", "remember", "forget", "forgot", "decide", "decided", "explain", "explained", "care", "understand":
		return true
	}
	return false
}

// isSubject holds for words that a clause of its own can begin with.
func isSubject(w string) bool {
	switch roleOf(w) {
	case pronoun, article:
		return true
	default:
		return false
	}
}

// hangs holds for words that a sentence does not end with, unless it did before.
func hangs(w string) bool {
	switch w {
	case "a", "an", "the", "my", "our", "your", "his", "their", "its", "and", "but", "or", "nor", "of", "with", "from", "at", "into", "for", "by", "because", "if", "when", "while", "who", "which", "whose",
		"as", "than", "is", "was", "are", "were", "am", "be", "very", "to", "in", "on", "every", "about", "until", "since", "after", "before", "between", "during", "'s", "'m", "'re", "'ve", "'ll", "'d", "like", "so", "&", "that", "through", "i", "we", "he", "she", "they", "without", "where", "what", "how", "near", "per", "said", "told":
		return true
	}
	return false
}

// leansBack holds for pronouns that need somebody or something said before them.
func leansBack(w string) bool {
	switch w {
	case "he", "she", "they", "his", "her", "hers", "their", "theirs", "him", "them", "it", "its", "this", "that", "these", "those", "which", "who", "whose":
		return true
	}
	return false
}

// isWordLike reports whether a token is one that people would count as a word.
func isWordLike(t *text.Token) bool {
	return t.Kind == text.Word || t.Kind == text.Number || t.Kind == text.Handle || t.Kind == text.Link || t.Kind == text.Email
}
