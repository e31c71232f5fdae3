package engine

import (
	"cmp"
	"slices"
	"strings"

	"bedside"
	"bedside/detect"
	"bedside/link"
	"bedside/text"
)

// mostEchoes bounds how many words of a post may be taken up by another: the least common ones.
const mostEchoes = 24

// echoes notes the words by which a post may take up another: "driveway kid", "the night that had me shaking". What is clinical, and
// where and when, is no such word: that may be said of anybody.
func (c *recorder) echoes() {
	doc := c.r.doc
	p := &c.r.passages[0]
	next, before := 0, ""
	for t := range doc.Tokens {
		for next < len(p.Mentions) && p.Mentions[next].Last <= t {
			next++
		}
		w := doc.Tokens[t].Form
		if doc.Tokens[t].Kind != text.Word || w[0] == '\'' || len(w) < 3 || covered(p.Mentions, next, t) {
			before = ""
			continue
		}
		before = c.echo(t, before, someone(p.Mentions, next, t))
	}
	if len(c.out.Echoes) > mostEchoes {
		slices.SortStableFunc(c.out.Echoes, func(a, b link.Echo) int { return cmp.Compare(b.Weight(), a.Weight()) })
		c.out.Echoes = c.out.Echoes[:mostEchoes]
	}
}

// echo notes one word, and what it says with the word before it: "pad thai" tells one dinner from others. It returns the stem.
func (c *recorder) echo(t int, before string, person bool) string {
	token := &c.r.doc.Tokens[t]
	w, distinct := stem(token.Form), c.e.detector.Distinct(token.Form)
	e := link.Echo{Key: link.Hash(w), Start: token.Start, End: token.End, Pointed: c.isPointed(t), Uncommon: distinct == detect.Uncommon && !person}
	if distinct == detect.OfEveryPost {
		return ""
	}
	c.out.Echoes = append(c.out.Echoes, e)
	if e.Uncommon && len(token.Form) >= longWord { // may be said short
		e.Key = link.Hash(token.Form[:shortened])
		c.out.Echoes = append(c.out.Echoes, e)
	}
	if before != "" {
		e.Key, e.Pointed = link.Hash(before, w), false
		e.Uncommon = true
		c.out.Echoes = append(c.out.Echoes, e)
	}
	return w
}

// How long a word is that people shorten, and to how many letters: the gyrocopter pilot becomes "the gyro legend".
const (
	longWord  = 8
	shortened = 4
)

// covered reports whether a token is part of a mention that says nothing of whom a story is about.
func covered(mentions []bedside.Mention, from, t int) bool {
	return within(mentions, from, t, impersonal)
}

// someone reports whether a token is a word for a person, which stands for many: the lad, the lady.
func someone(mentions []bedside.Mention, from, t int) bool {
	for i := from; i < len(mentions) && mentions[i].First <= t; i++ {
		switch m := &mentions[i]; m.Kind {
		case bedside.FactPersonSomeone, bedside.FactPersonChild, bedside.FactPersonKin, bedside.FactPersonPatient:
			if m.Last == t+1 {
				return true
			}
		default:
		}
	}
	return false
}

func within(mentions []bedside.Mention, from, t int, of func(bedside.FactKind) bool) bool {
	for i := from; i < len(mentions) && mentions[i].First <= t; i++ {
		if m := &mentions[i]; m.Last > t && of(m.Kind) {
			return true
		}
	}
	return false
}

func impersonal(k bedside.FactKind) bool {
	switch k {
	case bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactDrug, bedside.FactPlace,
		bedside.FactInstitution, bedside.FactPostcode, bedside.FactAge, bedside.FactRecent, bedside.FactYear, bedside.FactWard, bedside.FactSite, bedside.FactLink,
		bedside.FactPersonPatients, bedside.FactPersonSelf, bedside.FactPersonYou, bedside.FactPersonColleague,
		bedside.FactPersonStudent, bedside.FactCareSetting, bedside.FactCareAct, bedside.FactCareCame, bedside.FactWorkPlace:
		return true
	}
	return false
}

// pointedBy is how many words before another may point at it.
const pointedBy = 3

// isPointed reports whether "my", "our", "that" or a title stands before a word: whoever reads it is to know who is meant.
func (c *recorder) isPointed(t int) bool {
	tokens := c.r.doc.Tokens
	for k := t - 1; k >= max(0, t-pointedBy) && tokens[k].Sentence == tokens[t].Sentence; k-- {
		if tokens[k].Kind == text.Punct {
			return false
		}
		switch tokens[k].Form {
		case "my", "our", "that", "those", "the", "mr", "mrs", "ms", "miss", "old":
			return true
		}
	}
	return false
}

// stem is a word without the commonest endings.
func stem(w string) string {
	for _, ending := range []string{"ing", "ers", "ed", "er", "es", "s", "ly"} {
		if s, ok := strings.CutSuffix(w, ending); ok && len(s) >= 3 {
			w = s
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] { // labelled, shipped
		return w[:n-1]
	}
	return strings.TrimSuffix(w, "e")
}
