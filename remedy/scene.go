package remedy

import (
	"strings"

	"bedside"
	"bedside/text"
)

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

// isLocative holds for the prepositions that go with when and where.
func isLocative(w string) bool {
	switch w {
	case "at", "in", "on", "from", "to", "near", "during", "over", "since", "outside", "around", "until", "by", "into", "early", "late", "of":
		return true
	}
	return false
}
