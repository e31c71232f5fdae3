package subject

import (
	"bedside"
	"bedside/text"
)

// A clause right behind the words for a person ("a man who came straight from his wedding", "a girl with eyes so far out
// she can't close them") tells something particular of them, whatever words it uses.

// maxClause bounds how many tokens of a clause are taken, shownClause how many of them are marked.
const (
	maxClause   = 14
	shownClause = 3
)

// clauseBehind returns the tokens of a clause that begins at a token, or first == last where there is none.
func (r *reader) clauseBehind(at int) (first, last int) {
	switch r.word(at) {
	case "who", "whose", "wearing", "holding", "carrying", "asking", "begging", "clutching", "singing", "refusing", "born":
	case "with":
		if r.withCompany(at + 1) {
			return at, at
		}
	default:
		if !tells(r.word(at)) {
			return at, at
		}
	}
	tokens := r.passage.Doc.Tokens
	sentence := tokens[at].Sentence
	last = at + 1
	for last < len(tokens) && last < at+maxClause && tokens[last].Sentence == sentence && !endsClause(&tokens[last]) {
		last++
	}
	if last-at < 4 {
		return at, at
	}
	return at, last
}

// tells holds for verbs with which the person's own doing begins: "the patient chatted about her caravan".
func tells(w string) bool {
	switch w {
	case "came", "told", "asked", "said", "kept", "went", "had", "has", "wants", "wanted", "got", "made", "gave", "took", "brought", "sat", "stood", "fell", "drove", "woke", "ate", "sang",
		"held", "lost", "left", "hit", "broke", "ran", "swam", "flew", "wrote", "thought", "knew", "found", "felt", "swallowed", "proposed", "refused", "insisted", "begged", "walked", "chatted",
		"cried", "laughed", "screamed", "thanked", "hugged", "handed", "showed", "waited", "travelled", "traveled", "survived", "collapsed", "crashed", "delivered", "married", "danced", "smiled":
		return true
	}
	return false
}

func endsClause(t *text.Token) bool {
	return t.Kind == text.Punct && (t.Form == "," || t.Form == ";" || t.Form == ":" || t.Form == "(" || t.Form == ")" || t.Form == "-" || t.Form == "...") ||
		t.Kind == text.Newline || t.Kind == text.Emoji
}

// withCompany holds for "with my preceptor", "with us": company, not a description.
func (r *reader) withCompany(at int) bool {
	switch r.word(at) {
	case "me", "my", "us", "our", "you", "your", "them", "him", "her", "his", "their", "respect", "compassion", "dr", "kindness", "care":
		return true
	}
	return false
}

// clause is a stretch of tokens that tells something of a person.
type clause struct {
	person, sentence int
	first, last      int // tokens
}

// noteClause records the clause behind an anchor.
func (r *reader) noteClause(person, sentence, behind int) {
	behind = r.pastTime(behind)
	if behind >= len(r.passage.Doc.Tokens) || !r.people[person].anchor.open() || int(r.passage.Doc.Tokens[behind].Sentence) != sentence {
		return
	}
	p := &r.people[person]
	if first, last := r.clauseBehind(behind); first < last && first < r.supposed && p.stories < maxStories {
		p.stories++
		r.clauses = append(r.clauses, clause{person, sentence, first, min(last, first+shownClause)})
	}
}

// maxStories is how many clauses about one person are taken for story.
const maxStories = 3

// pastTime moves over a word of time or place: "a 5yo tonight with a Lego".
func (r *reader) pastTime(token int) int {
	isTime := func(k bedside.FactKind) bool { return k == bedside.FactRecent || k == bedside.FactDate }
	if m := r.mentionAt(token, isTime); m != nil {
		return m.Last
	}
	return token
}

// noteStory records what the person spoken of does in a sentence: the clause behind its first "he", "she" or "they".
func (r *reader) noteStory(sentence int) {
	if r.current < 0 || !r.people[r.current].anchor.open() || r.people[r.current].stories >= maxStories {
		return
	}
	s := r.passage.Doc.Sentences[sentence]
	if s.Question {
		return
	}
	for t := int(s.First); t < int(s.Last); t++ {
		switch r.word(t) {
		case "he", "she", "they":
		default:
			continue
		}
		first := t + 1
		last := first
		for last < int(s.Last) && last < first+maxClause && !endsClause(&r.passage.Doc.Tokens[last]) {
			last++
		}
		if last-first >= 4 {
			r.people[r.current].stories++
			r.clauses = append(r.clauses, clause{r.current, sentence, t, min(last, t+shownClause)})
		}
		return
	}
}

// emitClauses writes the clauses of patients as facts.
func (r *reader) emitClauses(out *Reading, base int) {
	for _, c := range r.clauses {
		if !careful(r.people[c.person].subject) {
			continue
		}
		out.Facts = append(out.Facts, bedside.Fact{
			Kind: bedside.FactStory, Person: base + c.person, Sentence: r.passage.FirstSentence + c.sentence,
			Span: bedside.Span{
				Part: r.passage.Part, Index: r.passage.Index,
				Start: int(r.passage.Doc.Tokens[c.first].Start), End: int(r.passage.Doc.Tokens[c.last-1].End),
			},
		})
	}
}
