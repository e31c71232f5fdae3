package main

import (
	"io/fs"
	"strconv"
	"strings"

	"bedside"
	"bedside/detect"
	"bedside/detect/tagger"
	"bedside/internal/eval"
	"bedside/text"
)

// Nobody labelled the names of our own corpus, but much of it can only be one thing: what a rule takes for a name is one, and
// "GERD", "losartan" and "gobsmacked" are none. The rest is left open. It teaches how clinicians write.

// The labels that a word of the corpus may have.
const (
	anything  uint8 = 1<<labels - 1
	nothing   uint8 = 1 << tagger.Outside
	aPerson   uint8 = 1<<tagger.BeginPerson | 1<<tagger.InPerson
	noPerson  uint8 = anything &^ aPerson
	shortForm       = 5 // letters that an abbreviation has at most
	oftenSeen       = 2 // times that a word is seen in small letters before it counts as a word
)

// lastWriter bounds how much of the corpus is taken: what is surely no name stands there so often that with twice as many writers a point
// of F1 was lost on people in WNUT-17 dev (69.2 to 68.3).
const lastWriter = 37

// draft is a text of the corpus.
type draft struct {
	text string
	may  []uint8 // by token, what it may be
}

// readCorpus reads the texts of every other writer: the others show what is learned.
func readCorpus(corpus fs.FS, d *detect.Detector) ([]draft, error) {
	set, err := eval.ReadDev(corpus)
	if err != nil {
		return nil, err
	}
	parser := text.Parser{Known: d.Known}
	var docs []*text.Document
	seen := map[string]int{} // in small letters
	for i := range set.Records {
		n, err := strconv.Atoi(strings.TrimPrefix(set.Records[i].Meta.Writer, "w"))
		if err != nil || n%2 == 1 || n > lastWriter {
			continue
		}
		doc := parser.Parse(set.Records[i].Draft.Text)
		for _, t := range doc.Tokens {
			if t.Kind == text.Word && t.Flags&text.Capital == 0 {
				seen[t.Form]++
			}
		}
		docs = append(docs, doc)
	}
	out := make([]draft, len(docs))
	for i, doc := range docs {
		out[i] = draft{doc.Text, mayOf(d, doc, seen)}
	}
	return out, nil
}

// mayOf says what each token of a text may be.
func mayOf(d *detect.Detector, doc *text.Document, seen map[string]int) []uint8 {
	may := make([]uint8, len(doc.Tokens))
	d.TaggerTokens(doc, func(sentence int, tokens []tagger.Token) {
		for i := range tokens {
			may[int(doc.Sentences[sentence].First)+i] = wordMay(&tokens[i], seen)
		}
	})
	for _, m := range d.Detect(doc, bedside.PartText, 0, 0) {
		for i := m.First; i < m.Last; i++ {
			may[i] &= mentionMay(m.Kind)
			if may[i] == 0 {
				may[i] = anything
			}
		}
	}
	return may
}

// wordMay says what a word may be by itself.
func wordMay(t *tagger.Token, seen map[string]int) uint8 {
	name := t.Traits&(tagger.Given|tagger.Surname|tagger.Joined) != 0
	switch {
	case name:
		return anything
	case t.Flags&text.Capital == 0:
		return nothing
	case t.Flags&text.Upper != 0 && len(t.Form) <= shortForm:
		return noPerson
	case t.Traits&tagger.Common != 0 || seen[t.Form] >= oftenSeen:
		return noPerson
	}
	return anything
}

// mentionMay says what a word of a mention may be.
func mentionMay(k bedside.FactKind) uint8 {
	switch k {
	case bedside.FactName:
		return anything &^ nothing
	case bedside.FactPlace, bedside.FactInstitution, bedside.FactEvent, bedside.FactAddress:
		return noPerson
	case bedside.FactDrug, bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactFinding, bedside.FactWard, bedside.FactCareAct, bedside.FactCareCame:
		return nothing
	}
	return anything
}

// revisit learns from a text of the corpus.
func (t *trainer) revisit(d *draft) {
	t.parser.ParseInto(&t.doc, d.text)
	t.lesson(func(i int) gold { return gold{may: d.may[i]} })
}
