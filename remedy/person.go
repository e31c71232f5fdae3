package remedy

import (
	"strings"

	"bedside"
	"bedside/text"
)

// isNoun holds for the details that make up the words for a person.
func isNoun(k bedside.FactKind) bool { return isPointed(k) || isGeneral(k) || k == bedside.FactSex }

// isPointed holds for the words for a person that narrow down who it is.
func isPointed(k bedside.FactKind) bool {
	switch k {
	case bedside.FactAge, bedside.FactAgeOver89, bedside.FactEthnicity, bedside.FactOccupation, bedside.FactUniqueRole, bedside.FactName:
		return true
	}
	return false
}

// isGeneral holds for the words for a person that fit many.
func isGeneral(k bedside.FactKind) bool {
	switch k {
	case bedside.FactPersonSomeone, bedside.FactPersonChild, bedside.FactPersonPatient:
		return true
	}
	return false
}

// person says a group of words for a person in general words.
func (g *generaliser) person(group []Mark) {
	pointed, noun := false, -1
	for i := range group {
		pointed = pointed || isPointed(group[i].Kind)
		if isGeneral(group[i].Kind) && !overlapsPointed(group, i) {
			noun = i
		}
	}
	first, last := g.tokens(group[0].Start, group[len(group)-1].End)
	switch {
	case !pointed || first >= last || g.doc.Tokens[first].Flags.Has(text.InTag):
	case noun >= 0:
		g.keepNoun(group)
	case g.isCalled(first, last):
		g.out(first, last)
	case g.isApposed(first, last):
		at, _ := g.fromArticle(first)
		g.out(at, last)
	default:
		g.someone(group, first, last)
	}
}

func overlapsPointed(group []Mark, i int) bool {
	for j := range group {
		if isPointed(group[j].Kind) && group[j].Start < group[i].End && group[i].Start < group[j].End {
			return true
		}
	}
	return false
}

// keepNoun leaves out of a group of words for a person what narrows it down: "a 34-year-old man" is "a man".
func (g *generaliser) keepNoun(group []Mark) {
	for i := range group {
		if !isPointed(group[i].Kind) {
			continue
		}
		first, last := g.tokens(group[i].Start, group[i].End)
		for first > 0 && last-first < 8 && isArticleWord(g.doc.Tokens[first-1].Form) && first > 1 && g.doc.Tokens[first-2].Form == "," {
			first--
		}
		g.out(first, last)
	}
	g.named = true
}

// isCalled reports whether a name only calls or greets somebody: "thank you, Des", "RIP Tommo".
func (g *generaliser) isCalled(first, last int) bool {
	before := ""
	if first > 0 && g.doc.Tokens[first-1].Sentence == g.doc.Tokens[first].Sentence {
		before = g.doc.Tokens[first-1].Form
	}
	switch before {
	case "rip", "easy", "peace", "hi", "hey", "hello", "dear", "bye", "goodbye", "congrats", "congratulations", "thanks", "you", "birthday", "cheers", "night", "luck", "sorry":
		return true
	case ",", "there", "here", "me", "now", "today", "ok", "okay", "again":
		return last >= len(g.doc.Tokens) || g.after(last) == nil
	}
	return false
}

// isApposed reports whether words for a person only add to other such words: "the man, a pilot,".
func (g *generaliser) isApposed(first, last int) bool {
	at, _ := g.fromArticle(first)
	if first > 1 && at == first && g.doc.Tokens[first-1].Form == "," && g.doc.Tokens[first-2].Sentence == g.doc.Tokens[first].Sentence {
		return g.after(last) == nil
	}
	return at > 1 && g.doc.Tokens[at-1].Form == "," && g.doc.Tokens[at-2].Sentence == g.doc.Tokens[at].Sentence && g.after(last) == nil
}

// someone replaces the words for a person, from the article to the noun.
func (g *generaliser) someone(group []Mark, first, last int) {
	start, definite := g.fromArticle(first)
	var end int
	if group[len(group)-1].Kind == bedside.FactName {
		start, end = g.wholeName(start, last)
	} else {
		end = g.throughNoun(last)
	}
	if t := g.after(end); t != nil && t.Form == "of" || !g.mayStandFor(start, group) {
		return
	}
	who := group[0].Who
	if who == "" || who == "a colleague" && !isTitle(g.doc.Tokens[first].Form) {
		who = "someone"
	}
	if who == "someone" && group[0].Kind == bedside.FactName && !isAddress(g.doc.Tokens[start].Form) {
		return // perhaps no person's name at all: the sentence goes
	}
	word := who
	if g.named || definite || group[0].Again {
		word = map[string]string{"someone": "the person", "a patient": "the patient", "a colleague": "the colleague"}[who]
	}
	g.named = true
	g.replace(start, end, word)
}

// isAddress holds for words that only a person's name stands behind.
func isAddress(w string) bool {
	return w == "mr" || w == "mrs" || w == "ms" || w == "miss" || isTitle(w)
}

// isTitle holds for the titles that colleagues are called by.
func isTitle(w string) bool {
	switch w {
	case "dr", "doctor", "prof", "professor", "nurse", "sister", "matron", "consultant":
		return true
	}
	return false
}

// mayStandFor reports whether "someone" can stand where a group of words begins: not behind "she is", not behind an adjective.
func (g *generaliser) mayStandFor(start int, group []Mark) bool {
	before := g.before(start)
	if before == nil {
		return true
	}
	if group[0].Kind != bedside.FactName && (isBeing(before.Form) || before.Form == "as") {
		return false
	}
	if before.Kind == text.Number || before.Flags.Has(text.InTag) {
		return false
	}
	if before.Form == "of" && group[0].Kind == bedside.FactName || roleOf(before.Form) == verb && strings.HasSuffix(before.Form, "ed") && start > 1 && roleOf(g.doc.Tokens[start-2].Form) == article {
		return false // the circle of Willis; a retired pilot
	}
	switch roleOf(before.Form) {
	case content, article:
		return group[0].Kind == bedside.FactName && roleOf(before.Form) == content && !before.Flags.Has(text.Capital)
	default:
		return true
	}
}

func isBeing(w string) bool {
	switch w {
	case "is", "was", "are", "were", "am", "be", "been", "being", "'s", "'m", "'re", "im", "turned", "turns", "shes", "hes", "aged":
		return true
	}
	return false
}

// wholeName takes titles before a name and surnames behind it with it: "Hon. Tom Alvarez-Ruiz".
func (g *generaliser) wholeName(first, last int) (int, int) {
	toks := g.doc.Tokens
	for {
		next := last
		if next+1 < len(toks) && toks[next].Form == "." && len(toks[next-1].Form) == 1 && toks[next].Sentence == toks[first].Sentence {
			next++ // an initial
		}
		if t := g.after(next); t == nil && next == last || next < len(toks) && !isNamePart(&toks[next]) || next >= len(toks) || toks[next].Sentence != toks[first].Sentence {
			break
		}
		last = next + 1
	}
	for k := first; k > 0; k-- {
		t := &g.doc.Tokens[k-1]
		title := isNamePart(t) && !t.Flags.Has(text.SentenceStart)
		if t.Sentence != g.doc.Tokens[first].Sentence || t.Form != "." && !title {
			break
		}
		if title {
			first = k - 1
		}
	}
	return first, last
}

func isNamePart(t *text.Token) bool {
	return t.Kind == text.Word && t.Flags.Has(text.Capital) && !t.Flags.Has(text.InTag) && roleOf(t.Form) == content
}

// throughNoun moves an end over the nouns that an age or an occupation only describes: "19 yo kid", "61-year-old ranch hand".
func (g *generaliser) throughNoun(last int) int {
	for range 2 {
		t := g.after(last)
		if t == nil || t.Kind != text.Word || t.Flags.Has(text.InTag) || roleOf(t.Form) != content || strings.HasSuffix(t.Form, "ing") || strings.HasSuffix(t.Form, "s") {
			return last
		}
		last++
	}
	return last
}
