package remedy

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"bedside"
	"bedside/text"
)

// generalise says each detail of a person in words that fit more people: "a 34-year-old teacher with Loeys-Dietz at our
// 200-bed hospital this morning" becomes "someone with a connective-tissue condition".
func generalise(doc *text.Document, marks []Mark) []bedside.Edit {
	w := writer{doc: doc}
	for i := 0; i < len(marks); {
		end := i + 1
		if isNoun(marks[i].Kind) {
			for end < len(marks) && isNoun(marks[end].Kind) && w.adjacent(marks[end-1].End, marks[end].Start) {
				end++
			}
			w.person(marks[i].Start, marks[end-1].End)
		} else {
			w.detail(&marks[i])
		}
		i = end
	}
	return withoutLooseCommas(doc.Text, Join(w.edits))
}

// withoutLooseCommas joins words left out side by side, and leaves out the comma before them where no words follow it.
func withoutLooseCommas(s string, edits []bedside.Edit) []bedside.Edit {
	out := edits[:0]
	for _, e := range edits {
		if n := len(out); n > 0 && e.Text == "" && out[n-1].Text == "" && strings.Trim(s[out[n-1].End:e.Start], " ") == "" {
			out[n-1].End = e.End
			continue
		}
		out = append(out, e)
	}
	for i := range out {
		e := &out[i]
		free := i == 0 || out[i-1].End < e.Start
		if e.Text == "" && free && e.Start > 0 && s[e.Start-1] == ',' && (e.End == len(s) || strings.IndexByte(",.;:!?\n", s[e.End]) >= 0) {
			e.Start--
		}
	}
	return out
}

type writer struct {
	doc   *text.Document
	edits []bedside.Edit
	named bool // the person has been called "someone" already
}

// isNoun holds for the details that make up the words for a person.
func isNoun(k bedside.FactKind) bool {
	switch k {
	case bedside.FactAge, bedside.FactAgeOver89, bedside.FactSex, bedside.FactEthnicity, bedside.FactOccupation, bedside.FactUniqueRole, bedside.FactName,
		bedside.FactPersonSomeone, bedside.FactPersonChild, bedside.FactPersonPatient, bedside.FactRespectContempt:
		return true
	}
	return false
}

// isScene holds for when and where, and for what leads straight to somebody: they are left out.
func isScene(k bedside.FactKind) bool {
	switch k {
	case bedside.FactRecent, bedside.FactDate, bedside.FactYear, bedside.FactPlace, bedside.FactInstitution, bedside.FactWard, bedside.FactSite,
		bedside.FactRoom, bedside.FactAddress, bedside.FactPostcode, bedside.FactRecordNumber, bedside.FactPhone, bedside.FactEmail, bedside.FactHandle,
		bedside.FactNationalNumber, bedside.FactAccountNumber, bedside.FactPlate, bedside.FactDeviceNumber, bedside.FactRecord, bedside.FactEvent:
		return true
	}
	return false
}

// isTold holds for details of the story that have an honest general wording. Findings and words spoken have none: they stay.
func isTold(k bedside.FactKind) bool {
	switch k {
	case bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactDrug, bedside.FactMultipleBirth, bedside.FactRelation:
		return true
	}
	return false
}

// adjacent reports whether only spaces, commas and hyphens lie between two places.
func (w *writer) adjacent(from, to int) bool {
	return from <= to && strings.Trim(w.doc.Text[from:to], " ,-\u00a0") == "" || from > to
}

// person replaces the words for a person, from the article to the noun: "a lovely 80-year-old lady" is "someone".
func (w *writer) person(start, end int) {
	start, definite := w.fromArticle(start)
	end = w.throughNoun(end)
	word := "someone"
	if w.named || definite {
		word = "the person"
	}
	w.named = true
	w.replace(start, end, word)
}

// fromArticle moves a start back to the article before it, over at most three words between.
func (w *writer) fromArticle(start int) (at int, definite bool) {
	at = start
	for range 4 {
		before, from := w.wordBefore(at)
		switch {
		case before == "":
			return start, false
		case isArticle(before):
			return from, before == "the" || before == "that" || before == "this"
		case isPreposition(before) || isPossessive(before) || isFunction(before) || strings.HasSuffix(before, "ed"):
			return start, false
		}
		at = from
	}
	return start, false
}

// throughNoun moves an end over the nouns that an age or an occupation only describes: "19 yo kid", "61-year-old ranch hand".
func (w *writer) throughNoun(end int) int {
	for range 2 {
		word, to := w.wordAfter(end)
		if word == "" || isFunction(word) || isPreposition(word) || isArticle(word) || isPossessive(word) ||
			strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "s") {
			return end
		}
		end = to
	}
	return end
}

// isFunction holds for common words that are neither a noun nor an adjective.
func isFunction(w string) bool {
	switch w {
	case "who", "that", "which", "and", "or", "but", "so", "is", "was", "are", "were", "be", "been", "has", "had", "have", "do", "did", "does", "can", "could", "will", "would",
		"came", "went", "got", "told", "said", "saw", "met", "lost", "sent", "left", "gave", "made", "took", "he", "she", "they", "we", "i", "it", "you", "not", "no",
		"when", "while", "because", "as", "if", "than", "then", "just", "still", "also", "now", "yet", "all", "both", "w", "s/p", "c/o", "hx", "ate", "fell", "ran", "sat", "died", "kept", "let", "put", "has just",
		"straight", "up", "down", "out", "off", "back", "again", "here", "there", "very", "too", "only", "never", "always", "him", "them", "us", "me", "n't", "last", "next":
		return true
	}
	return false
}

// wordAfter is the word that begins right behind a place, folded, and where it ends.
func (w *writer) wordAfter(at int) (string, int) {
	s := w.doc.Text
	start := at
	for start < len(s) && (s[start] == ' ' || s[start] == '-') {
		start++
	}
	end := start
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += size
	}
	if start == at || end == start || start > at+1 {
		return "", at
	}
	return strings.ToLower(s[start:end]), end
}

// detail replaces one detail by its general wording, or leaves out a word of time or place.
func (w *writer) detail(m *Mark) {
	switch {
	case isScene(m.Kind):
		w.cut(m.Start, m.End)
	case isTold(m.Kind) && m.General != "":
		w.general(m)
	}
}

// general puts the tables' wording, which begins with its article, in place of a detail with its own.
func (w *writer) general(m *Mark) {
	start, wording := m.Start, m.General
	switch before, at := w.wordBefore(start); {
	case isArticle(before) && before != "my" && before != "our":
		start = at
	case isPossessive(before):
		wording = strings.TrimPrefix(strings.TrimPrefix(wording, "a "), "an ")
	}
	w.replace(start, m.End, wording)
}

// cut takes words out with the preposition and article before them.
func (w *writer) cut(start, end int) {
	for range 3 {
		before, at := w.wordBefore(start)
		if !isArticle(before) && !isLocative(before) {
			break
		}
		start = at
	}
	s := w.doc.Text
	for _, possessive := range []string{"'s", "’s"} {
		if strings.HasPrefix(s[end:], possessive) {
			end += len(possessive)
		}
	}
	atStart := w.sentenceStart(start)
	if atStart {
		for end < len(s) && (s[end] == ' ' || s[end] == ',') {
			end++
		}
		w.edits = append(w.edits, bedside.Edit{Start: start, End: end})
		w.capitalise(end)
		return
	}
	for start > 0 && s[start-1] == ' ' {
		start--
	}
	w.edits = append(w.edits, bedside.Edit{Start: start, End: end})
}

// capitalise gives the first letter at a place the capital that the words before it had.
func (w *writer) capitalise(at int) {
	r, size := utf8.DecodeRuneInString(w.doc.Text[at:])
	if upper := unicode.ToUpper(r); upper != r && size > 0 {
		w.edits = append(w.edits, bedside.Edit{Start: at, End: at + size, Text: string(upper)})
	}
}

func (w *writer) replace(start, end int, word string) {
	if w.sentenceStart(start) && startsUpper(w.doc.Text[start:]) {
		r, size := utf8.DecodeRuneInString(word)
		word = string(unicode.ToUpper(r)) + word[size:]
	}
	if word == w.doc.Text[start:end] {
		return // as general as it gets
	}
	w.edits = append(w.edits, bedside.Edit{Start: start, End: end, Text: word})
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

func (w *writer) sentenceStart(at int) bool {
	i := sort.Search(len(w.doc.Sentences), func(i int) bool { return int(w.doc.Sentences[i].End) > at })
	if i == len(w.doc.Sentences) {
		return at == 0
	}
	start := int(w.doc.Sentences[i].Start)
	return start >= at || at-start <= 8 && strings.TrimSpace(w.doc.Text[start:at]) == ""
}

// wordBefore is the word that ends right before a place, folded, and where it begins.
func (w *writer) wordBefore(at int) (string, int) {
	s := w.doc.Text
	end := at
	for end > 0 && (s[end-1] == ' ' || s[end-1] == '-') {
		end--
	}
	start := end
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			break
		}
		start -= size
	}
	if start == end || end < at-2 {
		return "", at
	}
	return strings.ToLower(s[start:end]), start
}

func isArticle(w string) bool {
	switch w {
	case "a", "an", "the", "this", "that", "my", "our", "one", "another":
		return true
	}
	return false
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
	case "at", "in", "on", "from", "to", "near", "during", "over", "since", "outside", "around", "until", "by", "into", "of", "early", "late":
		return true
	}
	return false
}

func isPreposition(w string) bool {
	switch w {
	case "at", "in", "on", "from", "to", "near", "during", "over", "since", "of", "outside", "around", "until", "by", "into", "with", "for", "about":
		return true
	}
	return false
}
