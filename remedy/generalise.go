package remedy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bedside"
	"bedside/text"
)

// generalise says details of people in words that fit more of them: "a 34-year-old man with Loeys-Dietz at our 200-bed hospital
// this morning" becomes "a man with a connective-tissue condition". A detail that cannot be said so without breaking its
// sentence stays: other ways are left for it. The edits are raw; Compose closes their seams.
func generalise(doc *text.Document, marks []Mark) []bedside.Edit {
	g := generaliser{doc: doc}
	for i := 0; i < len(marks); {
		end := i + 1
		if isNoun(marks[i].Kind) {
			for end < len(marks) && isNoun(marks[end].Kind) && g.adjacent(marks[end-1].End, marks[end].Start) {
				end++
			}
			g.person(marks[i:end])
		} else {
			g.detail(&marks[i])
		}
		i = end
	}
	return g.edits
}

type generaliser struct {
	doc   *text.Document
	edits []bedside.Edit
	named bool // somebody has been called "someone" already
}

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

// isTime holds for words that say when.
func isTime(k bedside.FactKind) bool {
	return k == bedside.FactRecent || k == bedside.FactDate || k == bedside.FactYear
}

// isScene holds for when and where, and for what leads straight to somebody: they are left out.
func isScene(k bedside.FactKind) bool {
	switch k {
	case bedside.FactPlace, bedside.FactInstitution, bedside.FactWard, bedside.FactSite, bedside.FactRoom, bedside.FactAddress, bedside.FactPostcode, bedside.FactRecordNumber, bedside.FactPhone,
		bedside.FactEmail, bedside.FactHandle, bedside.FactNationalNumber, bedside.FactAccountNumber, bedside.FactPlate, bedside.FactDeviceNumber, bedside.FactRecord, bedside.FactEvent:
		return true
	}
	return isTime(k)
}

// isTold holds for details of the story that have an honest general wording. Findings and words spoken have none: they stay.
func isTold(k bedside.FactKind) bool {
	switch k {
	case bedside.FactCondition, bedside.FactRareCondition:
		return true
	}
	return false
}

// adjacent reports whether only spaces, commas and hyphens lie between two places.
func (g *generaliser) adjacent(from, to int) bool {
	return from > to || strings.Trim(g.doc.Text[from:to], " ,-\u00a0") == ""
}

func (g *generaliser) tokens(start, end int) (first, last int) {
	toks := g.doc.Tokens
	first = searchToken(toks, start)
	for last = first; last < len(toks) && int(toks[last].Start) < end; last++ {
	}
	return first, last
}

// before is the token before one, in its sentence; nil at the start and behind a mark.
func (g *generaliser) before(k int) *text.Token {
	if k == 0 || g.doc.Tokens[k-1].Sentence != g.doc.Tokens[k].Sentence || !isWordLike(&g.doc.Tokens[k-1]) {
		return nil
	}
	return &g.doc.Tokens[k-1]
}

// after is the token behind the one before k, in its sentence; nil at the end and before a mark.
func (g *generaliser) after(k int) *text.Token {
	if k >= len(g.doc.Tokens) || k == 0 || g.doc.Tokens[k-1].Sentence != g.doc.Tokens[k].Sentence || !isWordLike(&g.doc.Tokens[k]) {
		return nil
	}
	return &g.doc.Tokens[k]
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

func isArticleWord(w string) bool {
	return w == "a" || w == "an" || w == "the" || w == "our" || w == "my"
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

// fromArticle moves a start back to the article before it, over at most two words between.
func (g *generaliser) fromArticle(first int) (at int, definite bool) {
	for k := first; k > first-3; k-- {
		t := g.before(k)
		if t == nil {
			return first, false
		}
		switch roleOf(t.Form) {
		case article:
			return k - 1, t.Form == "the" || t.Form == "that" || t.Form == "this"
		case content:
		default:
			return first, false
		}
	}
	return first, false
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

// detail replaces one detail by its general wording, or leaves out words of time or place.
func (g *generaliser) detail(m *Mark) {
	first, last := g.tokens(m.Start, m.End)
	switch {
	case first >= last:
	case isScene(m.Kind):
		g.scene(m, first, last)
	case m.Kind == bedside.FactRespectContempt:
		g.neutral(first, last)
	case m.Kind == bedside.FactClaimsSuperlative:
		g.modest(first, last)
	case isTold(m.Kind) && m.General != "":
		g.told(m, first, last)
	}
}

// scene leaves out when and where, with the words that tie it to its sentence.
func (g *generaliser) scene(m *Mark, first, last int) {
	toks := g.doc.Tokens
	if toks[first].Flags.Has(text.InTag) {
		return
	}
	tied := roleOf(toks[first].Form) == preposition
	start := first
	for range 3 {
		t := g.before(start)
		if t == nil || !isArticleWord(t.Form) && t.Form != "this" && !isLocative(t.Form) {
			break
		}
		tied = tied || isLocative(t.Form)
		start--
	}
	if t := g.after(last); t != nil && t.Form == "'s" {
		if next := g.after(last + 1); next != nil && roleOf(next.Form) != verb {
			return // it is something of that day or place
		}
		last++
	} else if tied && !isTime(m.Kind) {
		last = g.throughNoun(last)
	}
	if g.mayLeave(m, start, last, tied) {
		g.out(start, last)
	}
}

// mayLeave reports whether a sentence stands without its words of time or place: they are neither what it speaks of nor what
// its verb needs.
func (g *generaliser) mayLeave(m *Mark, start, last int, tied bool) bool {
	before, after := g.before(start), g.after(last)
	if g.tiedOn(last) || isTime(m.Kind) && start < last-1 && isArticleWord(g.doc.Tokens[last-2].Form) && after != nil && roleOf(after.Form) == content {
		return false
	}
	if isScene(m.Kind) && !isTime(m.Kind) && !isPlaceName(m.Kind) && m.Kind.Info().Class == bedside.Identifier {
		return true
	}
	if after != nil && after.Form == "of" || isTime(m.Kind) && before != nil && (g.doc.Tokens[start].Form == "in" && (before.Kind == text.Number || isCount(before.Form)) || !tied && roleOf(before.Form) == content && !isRecentWord(m, g.doc)) {
		return false // "best Monday of my life", "two in the morning"
	}
	if before != nil && (isBeing(before.Form) || before.Form == "of" || before.Form == "as" || roleOf(before.Form) == article || roleOf(before.Form) == preposition) {
		return false
	}
	if tied {
		return after == nil || roleOf(after.Form) != verb || before == nil && isTime(m.Kind) || before != nil && roleOf(before.Form) != verb && roleOf(before.Form) != coordinator
	}
	free := after == nil || roleOf(after.Form) != verb && roleOf(after.Form) != content
	return isTime(m.Kind) && free && (before == nil || roleOf(before.Form) != verb || after == nil || isRecentWord(m, g.doc))
}

func isCount(w string) bool {
	switch w {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "half":
		return true
	}
	return false
}

// tiedOn reports whether a joining word ties more of the same to a detail: "Tuesday and Friday".
func (g *generaliser) tiedOn(last int) bool {
	return last < len(g.doc.Tokens) && g.doc.Tokens[last].Sentence == g.doc.Tokens[last-1].Sentence && tiesMore(g.doc, last)
}

// isRecentWord holds for today and its like, which never are what a verb is about.
func isRecentWord(m *Mark, doc *text.Document) bool {
	switch strings.ToLower(doc.Text[m.Start:m.End]) {
	case "today", "yesterday", "tonight", "this morning", "last night", "this afternoon", "this evening", "just now", "tomorrow":
		return true
	}
	return false
}

func isPlaceName(k bedside.FactKind) bool {
	return k == bedside.FactPlace || k == bedside.FactInstitution || k == bedside.FactWard || k == bedside.FactSite || k == bedside.FactRoom
}

// told puts the tables' wording, which begins with its article, in place of a detail with its own.
func (g *generaliser) told(m *Mark, first, last int) {
	wording := m.General
	switch g.doc.Tokens[first].Form {
	case "one", "two", "no", "three":
		return // counted, or not there
	}
	if t := g.after(last); t != nil && t.Kind == text.Word && roleOf(t.Form) == content && t.Form != "'s" {
		return // the detail only describes the next word
	}
	bare := strings.TrimPrefix(strings.TrimPrefix(wording, "a "), "an ")
	start := first
	switch t := g.before(first); {
	case t == nil:
	case t.Kind == text.Number:
		return
	case isPossessive(t.Form):
		wording = bare
	case roleOf(t.Form) == article:
		start--
	case roleOf(t.Form) == content:
		if at, _ := g.fromArticle(first); at < first {
			wording = bare
		} else {
			return
		}
	}
	g.replace(start, last, wording)
}

func (g *generaliser) out(first, last int) {
	if first < last {
		g.edits = append(g.edits, bedside.Edit{Start: int(g.doc.Tokens[first].Start), End: int(g.doc.Tokens[last-1].End)})
	}
}

func (g *generaliser) replace(first, last int, word string) {
	toks := g.doc.Tokens
	start, end := int(toks[first].Start), int(toks[last-1].End)
	if toks[first].Flags.Has(text.SentenceStart) && startsUpper(g.doc.Text[start:]) {
		word = capitalised(word)
	}
	if word != g.doc.Text[start:end] { // else it is as general as it gets
		g.edits = append(g.edits, bedside.Edit{Start: start, End: end, Text: word})
	}
}

func capitalised(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

func isPossessive(w string) bool {
	switch w {
	case "her", "his", "their", "my", "our", "your":
		return true
	}
	return false
}

// isLocative holds for the prepositions that go with when and where.
func isLocative(w string) bool {
	switch w {
	case "at", "in", "on", "from", "to", "near", "during", "over", "since", "outside", "around", "until", "by", "into", "early", "late", "of":
		return true
	}
	return false
}
