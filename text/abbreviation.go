package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// insideDot reports whether the full stop at token k belongs to an abbreviation, an initial or a list number, so that
// the sentence goes on.
func (w *sentencer) insideDot(k int) bool {
	toks := w.d.Tokens
	if k == 0 || toks[k-1].End != toks[k].Start {
		return false
	}
	prev := toks[k-1]
	next := Token{Kind: Newline}
	if k+1 < len(toks) {
		next = toks[k+1]
	}
	if prev.Kind == Number {
		return k-1 == w.first && next.Kind != Newline // "1. Wash your hands"
	}
	if prev.Kind != Word || next.Kind == Newline {
		return false
	}
	if prev.End-prev.Start == 1 {
		return w.insideLetters(k, next)
	}
	if next.Kind == Number && strings.HasSuffix(prev.Form, "str") {
		return true // "Schillerstr. 5"
	}
	switch prev.Form {
	case "dr", "mr", "mrs", "ms", "prof", "st", "vs", "mx", "messrs", "drs", "eg", "ie", "fr", "sgt", "capt", "gen", "hon":
		return true
	case "no", "nos", "apt", "ste", "rm", "bldg", "blk", "ph", "mob", "acct", "lic", "reg", "num", "nr", "pol", "ins", "ref", "bd", "extn":
		return next.Kind == Number
	case "ul", "avda", "str":
		return next.Kind == Number || next.Flags.Has(Capital) && !starter(next)
	case "am", "pm":
		return prev.Flags.Has(Glued) && !next.Flags.Has(Capital)
	case "approx", "yo", "pt", "pts", "hx", "rx", "dx", "tx", "sx", "fx", "dept", "etc", "ext", "fig", "hosp", "jr", "sr",
		"univ", "inc", "ltd", "ave", "rd", "blvd", "ca", "al", "tel", "temp", "wt", "ht", "resp", "abd", "appt", "phd",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "yr", "yrs", "mo", "mos", "wk",
		"wks", "hr", "hrs", "min", "mins", "sec":
		return !starter(next)
	}
	return false
}

// insideLetters decides after a single letter: "J. R. Smith", "e.g. this", "at 5 p.m. The ward".
func (w *sentencer) insideLetters(k int, next Token) bool {
	toks, prev := w.d.Tokens, w.d.Tokens[k-1]
	dotted := k >= 3 && toks[k-2].Form == "." && toks[k-2].End == prev.Start && toks[k-3].End == toks[k-2].Start &&
		toks[k-3].Kind == Word && toks[k-3].End-toks[k-3].Start == 1
	if !dotted {
		return prev.Flags.Has(Capital) && prev.Form != "i" && !starter(next)
	}
	switch toks[k-3].Form + prev.Form {
	case "eg", "ie":
		return true
	case "am", "pm":
		return !next.Flags.Has(Capital)
	}
	return !starter(next)
}

// starter reports whether a token is a capitalised word that begins sentences far more often than names.
func starter(t Token) bool {
	if !t.Flags.Has(Capital) {
		return false
	}
	switch t.Form {
	case "the", "she", "he", "it", "they", "we", "i", "you", "this", "that", "these", "those", "my", "our", "his", "her",
		"their", "your", "and", "but", "so", "then", "when", "while", "if", "as", "a", "an", "in", "at", "on", "no", "not",
		"yes", "what", "why", "how", "who", "where", "there", "here", "after", "before", "because", "for", "to", "with",
		"also", "just", "now", "today", "yesterday", "please", "thank", "thanks", "had", "has", "was", "is", "did", "do",
		"can", "could", "would", "all", "some", "every", "everyone", "nobody", "another", "patient", "im", "its":
		return true
	}
	return false
}

// isLower reports whether s begins with a lower-case letter.
func isLower(s string) bool {
	if c := s[0]; c < utf8.RuneSelf {
		return c >= 'a' && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
