package subject

import (
	"sort"
	"strconv"

	"bedside"
	"bedside/text"
)

// isYoung holds for an age at which "my" means one's own child: nobody says "my 35 year old" of theirs.
func (r *reader) isYoung(m *bedside.Mention) bool {
	n, err := strconv.Atoi(r.word(m.First))
	return err != nil || n < 19
}

// isShorthand holds for ages as clinicians write them: the letters glued to the number.
func (r *reader) isShorthand(m *bedside.Mention) bool {
	switch r.word(m.First + 1) {
	case "yo", "y", "yof", "yom", "f", "m", "mo", "wk":
		return r.passage.Doc.Tokens[m.First+1].Flags.Has(text.Glued)
	}
	return false
}

// clinicalAt reports whether a condition or an operation begins at a token: "my 19yo ACL".
func (r *reader) clinicalAt(token int) bool {
	return r.mentionAt(token, clinicalDetails.Has) != nil
}

// mentionAt finds a mention that begins at a token and is of a wanted kind.
func (r *reader) mentionAt(token int, wanted func(bedside.FactKind) bool) *bedside.Mention {
	ms := r.passage.Mentions
	for i := sort.Search(len(ms), func(i int) bool { return ms[i].First >= token }); i < len(ms) && ms[i].First == token; i++ {
		if wanted(ms[i].Kind) {
			return &ms[i]
		}
	}
	return nil
}

// inRetweet reports whether a mention stands in a post of somebody else that is passed on.
func (r *reader) inRetweet(m *bedside.Mention) bool {
	for i := m.First - 1; i >= 0 && i >= m.First-40; i-- {
		t := &r.passage.Doc.Tokens[i]
		if t.Kind == text.Newline {
			break
		}
		if t.Form == "rt" && t.Flags&text.Upper != 0 {
			return true
		}
	}
	for i := range r.passage.Doc.Quotes {
		q := &r.passage.Doc.Quotes[i]
		if int(q.Start) > m.Span.Start {
			break
		}
		if q.Kind == text.QuoteRetweet && m.Span.End <= int(q.End) {
			return true
		}
	}
	return false
}

// word is the folded form of a token, "" outside the text.
func (r *reader) word(token int) string {
	if token < 0 || token >= len(r.passage.Doc.Tokens) {
		return ""
	}
	return r.passage.Doc.Tokens[token].Form
}

// before is the nearest word before a token in its sentence, punctuation skipped.
func (r *reader) before(token int) string {
	if token >= len(r.passage.Doc.Tokens) {
		return ""
	}
	sentence := r.passage.Doc.Tokens[token].Sentence
	for i := token - 1; i >= 0 && r.passage.Doc.Tokens[i].Sentence == sentence; i-- {
		if k := r.passage.Doc.Tokens[i].Kind; k == text.Word || k == text.Number {
			return r.passage.Doc.Tokens[i].Form
		}
	}
	return ""
}

// ownRole holds for an occupation that the author or somebody known has: "I was a teacher", "as a former pilot I", "my wife is a farmer".
func (r *reader) ownRole(m *bedside.Mention, placed []place) bool {
	if r.isMyself(m) {
		return true
	}
	if m.Kind != bedside.FactOccupation && m.Kind != bedside.FactUniqueRole || len(placed) == 0 {
		return false
	}
	last := placed[len(placed)-1]
	if a := r.people[last.person].anchor; a != anchorSelf && a != anchorYou && a.open() {
		return false
	}
	for i := last.last; i < m.First && i < last.last+4; i++ {
		switch r.word(i) {
		case "am", "'m", "was", "is", "'s", "be", "been", "became", "become", "were", "are", "as":
			return true
		}
	}
	return false
}

// isMyself holds for what the author says they are: "I'm a patient woman", "I was a 34-week preemie", "me, a grown man".
func (r *reader) isMyself(m *bedside.Mention) bool {
	switch m.Kind {
	case bedside.FactPersonSomeone, bedside.FactPersonChild, bedside.FactPersonPatient, bedside.FactAge, bedside.FactAgeOver89:
	default:
		return false
	}
	at := m.First - 1
	if w := r.word(m.First); w == "a" || w == "an" || w == "the" {
		at = m.First - 1
	} else if w := r.word(at); w == "a" || w == "an" || w == "the" {
		at--
	}
	switch r.word(at) {
	case "m", "'m", "am", "was", "been", "be", "being":
		return r.word(at-1) == "i" || (r.word(at-1) == "ve" || r.word(at-1) == "'ve" || r.word(at-1) == "have") && r.word(at-2) == "i"
	case "im":
		return true
	case ",":
		return r.word(at-1) == "me"
	}
	return false
}

// isGeneric holds where an indefinite or habitual word makes the person nobody in particular: "when a patient", "every child", "your patient".
func (r *reader) isGeneric(m *bedside.Mention) bool {
	if a := anchorOf(m.Kind); a != anchorPatient && a != anchorSomeone {
		return false
	}
	switch r.word(m.Last - 1) {
	case "someone", "somebody", "anyone", "anybody":
		if w := r.word(m.Last); w != "who" && w != "with" && w != "in" && w != "'s" {
			return true
		}
	}
	if r.word(m.Last) == "in" && r.isNumber(m.Last+1) && r.isNumber(m.First) {
		return true // "one patient in five"
	}
	switch r.word(m.First) {
	case "every", "any", "each", "no", "your", "ur", "whose", "which", "most":
		return true
	}
	switch r.before(m.First) {
	case "when", "if", "whenever", "every", "any", "each", "no", "your", "ur", "as", "unless", "whether", "like", "how", "being", "become", "becoming":
		return true
	}
	return false
}

// isNumber holds for a number in figures or, up to ten, in words.
func (r *reader) isNumber(token int) bool {
	switch r.word(token) {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return true
	}
	return token < len(r.passage.Doc.Tokens) && r.passage.Doc.Tokens[token].Kind == text.Number
}

// isColleagueName holds for names behind a doctor's or teacher's title.
func (r *reader) isColleagueName(m *bedside.Mention) bool {
	for _, w := range []string{r.word(m.First), r.before(m.First)} {
		switch w {
		case "dr", "doctor", "prof", "professor", "nurse", "sister", "sr", "matron", "attending", "consultant", "registrar", "resident", "colleague", "preceptor", "surgeon", "dean", "by", "et", "@":
			return true
		}
	}
	return false
}
