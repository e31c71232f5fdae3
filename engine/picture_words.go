package engine

import (
	"slices"
	"strings"

	"bedside"
	"bedside/subject"
	"bedside/text"
)

// addPictureWords reads the words in the pictures of a draft. They stand behind all other words, so that people keep their numbers
// whatever is seen.
func (e *Engine) addPictureWords(r *reading, d *bedside.Draft) {
	for i := range d.Media {
		if words, _ := d.Media[i].Seen.Words(); words != "" {
			e.addPassage(r, bedside.PartPictureText, i, words)
			p := &r.passages[len(r.passages)-1]
			if p.Shown = shownOf(d.Media[i].Seen, p.Doc); p.Shown == subject.ShownThings {
				words := &passageWords{p.Doc, i, len(r.passages) - 1}
				p.Mentions = withNumbers(words, withNames(words, p.Mentions))
			}
		}
	}
}

// fewestTelling is how many words a page has at least.
const fewestTelling = 15

// shownOf tells a page, whose words tell something, from words on things. What tells something has small words.
func shownOf(s *bedside.Seen, doc *text.Document) subject.Shown {
	if s.IsDocument() {
		return subject.ShownPage
	}
	words, small := 0, 0
	for i := range doc.Tokens {
		if doc.Tokens[i].Kind == text.Word {
			words++
			if isSmall(doc.Tokens[i].Form) {
				small++
			}
		}
	}
	if words >= fewestTelling && 6*small >= words {
		return subject.ShownPage
	}
	return subject.ShownThings
}

func isSmall(w string) bool {
	switch w {
	case "a", "an", "the", "i", "we", "you", "he", "she", "it", "they", "is", "was", "are", "were", "be", "been", "am", "'m", "'s", "have", "has", "had", "of", "to", "in", "on", "at", "for", "with", "and",
		"but", "that", "this", "my", "our", "her", "his", "me", "us", "so", "as", "from", "who", "when", "not", "just", "because", "if", "or":
		return true
	}
	return false
}

// words tells what the words in a picture show of it.
func (l *looker) words(s *bedside.Seen) {
	l.when(len(s.Texts) > 0, bedside.FactMediaWords)
	i := slices.IndexFunc(l.r.passages, func(p subject.Passage) bool { return p.Part == bedside.PartPictureText && p.Index == l.medium })
	if i < 0 {
		return
	}
	p := &l.r.passages[i]
	for k := range l.r.told.Facts {
		if f := &l.r.told.Facts[k]; f.Span.Part == p.Part && f.Span.Index == p.Index && f.Stance == bedside.Asserted {
			l.word(p, f)
		}
	}
	if p.Shown == subject.ShownThings {
		l.stacked(p, i)
	}
	if kind := sheetOf(p.Doc); kind != bedside.FactNone {
		l.add(kind)
	}
}

// stacked finds the name of an institution that stands in several rows, as on a shirt or above a door. Rows are read as one with the
// same bytes, so that places stay.
func (l *looker) stacked(p *subject.Passage, passage int) {
	_, found := l.e.look(l.r, p.Part, p.Index, passage, strings.ReplaceAll(p.Doc.Text, "\n", " "))
	for i := range found {
		if m := &found[i]; m.Kind == bedside.FactInstitution && strings.Contains(p.Doc.Text[m.Span.Start:m.Span.End], "\n") {
			l.read(bedside.FactMediaLogo, &bedside.Fact{Span: m.Span, Sentence: p.FirstSentence})
		}
	}
}

// word tells what one fact of the words shows.
func (l *looker) word(p *subject.Passage, f *bedside.Fact) {
	if f.Person >= 0 && l.r.told.People[f.Person].Record && f.Kind.Info().Class != bedside.Concept {
		l.read(bedside.FactMediaRecord, f)
	}
	switch {
	case f.Kind == bedside.FactName && (f.Person < 0 || l.r.told.People[f.Person].Subject != bedside.SubjectColleague):
		l.read(bedside.FactMediaNamed, f)
	case f.Kind == bedside.FactWard || f.Kind == bedside.FactRoom && isBed(p.Doc.Text[f.Span.Start:f.Span.End]):
		l.read(bedside.FactMediaWard, f)
	case p.Shown == subject.ShownThings && f.Kind == bedside.FactInstitution:
		l.read(bedside.FactMediaLogo, f)
	case f.Kind == bedside.FactAcademicMaterial && p.Shown == subject.ShownThings:
		l.read(bedside.FactMediaSlide, f)
	}
}

// read tells a fact of a picture whose words are those of another.
func (l *looker) read(k bedside.FactKind, words *bedside.Fact) {
	l.known(k)
	l.r.looked = append(l.r.looked, bedside.Fact{Kind: k, Span: words.Span, Sentence: words.Sentence, Person: -1})
}

// isBed holds for a place where somebody lies; rooms are everywhere.
func isBed(room string) bool {
	return slices.ContainsFunc(text.Words(room), func(w string) bool {
		switch w {
		case "bed", "bay", "cot", "cubicle", "trolley", "incubator", "isolette", "theatre", "icu", "resus":
			return true
		}
		return false
	})
}

// sheetOf knows an exam paper and a slide of a lecture by the words that they have and hardly anything else has.
func sheetOf(doc *text.Document) bedside.FactKind {
	exam, slide := map[string]bool{}, map[string]bool{}
	for i := range doc.Tokens {
		next := ""
		if i+1 < len(doc.Tokens) {
			next = doc.Tokens[i+1].Form
		}
		switch w := doc.Tokens[i].Form; w {
		case "examination", "exam", "osce", "invigilator", "candidate", "candidates", "marks", "mcq", "sba":
			exam[w] = true
		case "question", "questions", "station", "answer":
			if next == "all" || next == ":" || isDigits(next) {
				exam[w+next] = true
			}
		case "turn", "time":
			if next == "over" || next == "allowed" {
				exam[next] = true
			}
		case "lecture", "lecturer", "objectives", "outcomes", "slide", "slides", "curriculum", "semester", "module", "handout":
			slide[w] = true
		case "learning":
			if next == "objectives" || next == "outcomes" {
				slide[w] = true
			}
		}
	}
	switch {
	case len(exam) >= 2:
		return bedside.FactMediaExam
	case len(slide) >= 2:
		return bedside.FactMediaSlide
	}
	return bedside.FactNone
}

func isDigits(w string) bool {
	return w != "" && !slices.ContainsFunc([]byte(w), func(c byte) bool { return c < '0' || c > '9' })
}
