package engine

import (
	"slices"
	"strconv"
	"strings"

	"bedside"
	"bedside/link"
	"bedside/subject"
	"bedside/text"
)

// words are the tokens of a span.
func (c *recorder) words(s bedside.Span) []text.Token {
	doc := c.r.docOf(s)
	if doc == nil {
		return nil
	}
	first, last := spanned(doc, s)
	return doc.Tokens[first:last]
}

// docOf is the part that a span lies in; nil for one that was not read.
func (r *reading) docOf(s bedside.Span) *text.Document {
	i := slices.IndexFunc(r.passages, func(p subject.Passage) bool { return p.Part == s.Part && p.Index == s.Index })
	if i >= 0 {
		return r.passages[i].Doc
	}
	if p := r.aroundOf(s.Part); p != nil {
		return p.Doc
	}
	return nil
}

// keyOf is the hash of words, without those that change from post to post.
func keyOf(words []text.Token) uint64 {
	var kept []string
	for i := range words {
		if k := words[i].Kind; k != text.Word && k != text.Number {
			continue
		}
		switch w := words[i].Form; w {
		case "a", "an", "the", "our", "my", "this", "that", "his", "her", "of", "'s", "syndrome", "disease", "disorder":
		default:
			kept = append(kept, strings.TrimSuffix(w, "s"))
		}
	}
	if len(kept) == 0 {
		return 0
	}
	return link.Hash(kept...)
}

// sexOf is the sex that words for a person show.
func sexOf(words []text.Token) link.Sex {
	s := link.SexUnknown
	for i := range words {
		switch words[i].Form {
		case "she", "her", "hers", "woman", "lady", "girl", "female", "mum", "mom", "mother", "wife", "sister", "daughter", "grandmother", "gran", "nan", "f", "afab", "yof":
			s |= link.Female
		case "he", "him", "his", "man", "gentleman", "boy", "male", "dad", "father", "husband", "brother", "son", "grandfather", "grandad", "m", "amab", "yom":
			s |= link.Male
		}
	}
	return s
}

// figures reads an age in years, or how many were born.
func figures(k bedside.FactKind, words []text.Token) (from, to int16) {
	switch k {
	case bedside.FactAge, bedside.FactAgeOver89:
		for i := range words {
			if n, err := strconv.Atoi(words[i].Form); err == nil && n < 130 {
				return int16(n), int16(n)
			}
		}
	case bedside.FactMultipleBirth:
		for i := range words {
			switch w := words[i].Form; {
			case strings.HasPrefix(w, "twin"):
				return 2, 2
			case strings.HasPrefix(w, "triplet"):
				return 3, 3
			case strings.HasPrefix(w, "quad"):
				return 4, 4
			}
		}
		return 2, 2
	case bedside.FactRecord:
		for i := range words {
			switch words[i].Form {
			case "baby", "babies", "birth", "newborn", "delivery":
				return 1, 1
			}
		}
	default:
	}
	return 0, 0
}
