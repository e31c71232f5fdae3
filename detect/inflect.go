package detect

import "strings"

// inflect returns a word with its regular plural, third person, past and -ing form. Irregular forms are listed by hand.
func inflect(w string) []string {
	if len(w) < 2 {
		return []string{w, w + "s"}
	}
	last, before := w[len(w)-1], w[len(w)-2]
	stem := w[:len(w)-1]
	switch {
	case last == 'e' && before == 'i': // die, dying
		return []string{w, w + "s", w + "d", w[:len(w)-2] + "ying"}
	case last == 'e' && before == 'e': // flee, agree
		return []string{w, w + "s", w + "d", w + "ing"}
	case last == 'e':
		return []string{w, w + "s", w + "d", stem + "ing"}
	case last == 'y' && !isVowel(before):
		return []string{w, stem + "ies", stem + "ied", w + "ing"}
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"),
		strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return []string{w, w + "es", w + "ed", w + "ing"}
	case doubles(w):
		d := string(last)
		return []string{w, w + "s", w + d + "ed", w + d + "ing", w + "ed", w + "ing"}
	default:
		return []string{w, w + "s", w + "ed", w + "ing"}
	}
}

// doubles reports whether a word may double its last letter: consonant, vowel, consonant (admit, stop).
func doubles(w string) bool {
	if len(w) < 3 {
		return false
	}
	a, b, c := w[len(w)-3], w[len(w)-2], w[len(w)-1]
	return !isVowel(a) && isVowel(b) && !isVowel(c) && c != 'w' && c != 'x' && c != 'y'
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
