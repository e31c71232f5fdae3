package subject

import (
	"slices"

	"bedside"
	"bedside/text"
)

// read goes through the passage sentence by sentence: people first, then what is said of them.
func (r *reader) read() {
	ms := r.passage.Mentions
	r.countWords()
	for i := range ms {
		r.anywhere.Add(ms[i].Kind)
		r.longAgo = r.longAgo || ms[i].Kind == bedside.FactYear && isLongAgo(r.word(ms[i].Last-1))
		if ms[i].Kind == bedside.FactRespectCondemn || ms[i].Kind == bedside.FactClaimsCorrect {
			r.condemns[r.sentenceOf(&ms[i])] = true
		}
	}
	for i := 0; i < len(ms); {
		sentence := r.sentenceOf(&ms[i])
		end := i
		for end < len(ms) && r.sentenceOf(&ms[end]) == sentence {
			end++
		}
		r.sentence(sentence, i, end)
		i = end
	}
}

func (r *reader) sentenceOf(m *bedside.Mention) int {
	return int(r.passage.Doc.Tokens[m.First].Sentence)
}

// sentence reads the mentions [from, to) of one sentence.
func (r *reader) sentence(number, from, to int) {
	stances := r.stances(from, to)
	for i := from; i < to; i++ {
		if stances[i-from] == bedside.Asserted {
			r.sets[number].Add(r.passage.Mentions[i].Kind)
		}
	}
	r.cues.Union(&r.sets[number])
	r.noteFrames(number, from, to, stances)
	goesOn := r.hasPronoun(number)
	for at := from; at < to; at += stretch {
		end := min(at+stretch, to)
		placed := r.stretch(number, at, end, stances[at-from:])
		goesOn = goesOn && !r.hasThird(placed)
	}
	r.noteStory(number)
	if r.current >= 0 && goesOn {
		r.people[r.current].nearby.Union(&r.sets[number])
		r.people[r.current].last = number
		r.people[r.current].signs |= signPronoun
	}
}

// stretch is how many mentions of a sentence are looked at together. Sentences are shorter; what is not keeps the work linear.
const stretch = 64

func (r *reader) stretch(number, from, to int, stances []bedside.Stance) []place {
	placed := r.introduceAll(number, from, to)
	r.implyPatient(number, from, to, placed)
	for i := from; i < to; i++ {
		p := r.owner(i, number, placed)
		r.details = append(r.details, detail{mention: i, person: p, sentence: number, stance: stances[i-from]})
		if p >= 0 && stances[i-from] == bedside.Asserted {
			r.people[p].cues.Add(r.passage.Mentions[i].Kind)
		}
	}
	for _, pl := range placed {
		r.people[pl.person].nearby.Union(&r.sets[number])
	}
	return placed
}

// introduceAll finds the people of a sentence and where they stand.
func (r *reader) introduceAll(number, from, to int) []place {
	placed := r.placed[:0]
	for i := from; i < to; i++ {
		m := &r.passage.Mentions[i]
		kind := anchorOf(m.Kind)
		if r.bedActs(m) {
			kind = anchorPatient
		}
		if kind == anchorNone || covered(m, placed) && kind != anchorName && kind != anchorAge {
			continue
		}
		if kind == anchorAge && r.isDuration(m) || r.ownRole(m, placed) {
			continue
		}
		if kind == anchorColleague && r.namesColleague(m, placed) {
			continue
		}
		p := r.introduce(m, number, placed)
		placed = append(placed, place{p, m.First, m.Last})
		r.noteClause(p, number, m.Last)
		if kind.third() && !r.people[p].generic {
			r.current = p
		}
	}
	r.placed = placed
	return placed
}

// bedActs holds for a bed that stands for its patient: "Bed 4 broke my heart", "and bed 9 keeps singing".
func (r *reader) bedActs(m *bedside.Mention) bool {
	if m.Kind != bedside.FactRoom || !r.author.Clinical {
		return false
	}
	switch r.before(m.First) {
	case "", "and", "but", "because", "so", "when", "then", "while", "poor", "sweet", "dear", "old", "shoutout", "thank", "rip":
	default:
		return false
	}
	switch r.word(m.First) {
	case "bed", "bay", "cot", "cubicle", "room", "rm", "trolley", "incubator", "isolette":
	default:
		return false
	}
	switch r.word(m.Last) {
	case "free", "empty", "ready", "open", "closed", "available", "at", "for", "-", ":", "":
		return false
	case "is", "was", "has":
		switch r.word(m.Last + 1) {
		case "free", "empty", "ready", "open", "closed", "available", "broken", "clean", "booked", "locked", "where", "full", "the", "being", "been":
			return false
		}
	}
	return true
}

// namesColleague settles the person spoken of as a colleague where the words are what only a colleague did: "She taught half of us".
func (r *reader) namesColleague(m *bedside.Mention, placed []place) bool {
	switch r.word(m.First) {
	case "taught", "trained", "mentored", "supervised", "precepted", "proctored", "hired", "promoted", "retired", "retires", "retiring", "steps", "stepping", "stepped",
		"worked", "served", "ran", "kept", "held", "led", "chaired", "founded":
	default:
		return false
	}
	who := r.current
	for _, pl := range placed {
		if a := r.people[pl.person].anchor; a == anchorName || a == anchorSomeone {
			who = pl.person
		}
	}
	if who >= 0 && (r.people[who].anchor == anchorName || r.people[who].anchor == anchorSomeone) && !r.people[who].cues.HasAny(&clinicalDetails) {
		r.people[who].taught = true
	}
	return true
}

// covered holds for an anchor inside the words of another.
func covered(m *bedside.Mention, placed []place) bool {
	for _, pl := range placed {
		if m.First >= pl.first && m.Last <= pl.last {
			return true
		}
	}
	return false
}

// isDuration keeps "a 3-day-old rota" and "ten years old equipment" from becoming people.
func (r *reader) isDuration(m *bedside.Mention) bool {
	switch r.word(m.Last) {
	case "rota", "equipment", "machine", "car", "house", "building", "account", "phone", "laptop", "tradition", "company", "pizza", "coffee", "news", "study", "post", "tweet", "bread", "bagel", "scrubs":
		return true
	}
	return false
}

// hasThird reports whether somebody other than the author, the reader and relatives of the person spoken of stands in a sentence.
func (r *reader) hasThird(placed []place) bool {
	return slices.ContainsFunc(placed, func(pl place) bool {
		a := r.people[pl.person].anchor
		return a.third() && a != anchorKin
	})
}

// hasPronoun reports whether a sentence goes on about somebody: he, she, they.
func (r *reader) hasPronoun(number int) bool {
	s := r.passage.Doc.Sentences[number]
	return slices.ContainsFunc(r.passage.Doc.Tokens[s.First:s.Last], func(t text.Token) bool { return isThirdPronoun(t.Form) })
}

func isThirdPronoun(w string) bool {
	switch w {
	case "he", "she", "him", "her", "his", "hers", "they", "them", "their", "himself", "herself":
		return true
	}
	return false
}

// countWords counts the words that go on about one person, and notes whether the author speaks for a team ("came to us") and
// whether somebody may be taken back ("he isn't real").
func (r *reader) countWords() {
	for i := range r.passage.Doc.Tokens {
		switch r.passage.Doc.Tokens[i].Form {
		case "he", "she", "him", "her", "his", "hers", "himself", "herself":
			r.pronouns++
		case "us", "we", "our":
			r.we = true
		case "real", "up", "exist", "exists", "invented", "imaginary", "fictitious", "fictional":
			r.takesBack = true
		}
	}
}

// isLongAgo holds for a year that nobody alive remembers: 1848, 1909.
func isLongAgo(w string) bool {
	return len(w) == 4 && w[0] == '1' && (w[1] >= '5' && w[1] <= '8' || w[1] == '9' && w[2] == '0') && w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9'
}
