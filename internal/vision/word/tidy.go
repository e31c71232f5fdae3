package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// droned says whether letters are one over and over, as curves and fences are read.
func droned(letters []rune) bool {
	count, most := map[rune]int{}, 0
	for _, r := range letters {
		if unicode.IsDigit(r) {
			return false
		}
		r = unicode.ToLower(r)
		count[r]++
		most = max(most, count[r])
	}
	return len(letters) >= 4 && 10*most >= 7*len(letters)
}

// tidy mends what is often misread and can be told from what stands beside it.
func tidy(line string) string {
	words := strings.Fields(rejoined(line))
	for i, w := range words {
		words[i] = parting(nought(spelt(w)))
	}
	return strings.Join(words, " ")
}

// rejoined takes away a space on one side only of a sign that joins: 2026- 11-23, someone @example.org. A dash between words has two.
func rejoined(line string) string {
	letters := []rune(line)
	out := make([]rune, 0, len(letters))
	for i, r := range letters {
		if r == ' ' && i > 0 && i+1 < len(letters) {
			before, after := letters[i-1], letters[i+1]
			if joins(before) && i > 1 && letters[i-2] != ' ' || joins(after) && i+2 < len(letters) && letters[i+2] != ' ' {
				continue
			}
		}
		out = append(out, r)
	}
	return string(out)
}

func joins(r rune) bool { return r == '-' || r == '/' || r == '@' || r == '^' }

// nought mends the letter O among digits, and the digit 0 among letters, which look alike in print. A word with other digits and letters is a number of something
// and stays as it is.
func nought(word string) string {
	letters, digits, noughts := 0, 0, 0
	for _, r := range word {
		switch {
		case r == '0':
			noughts++
		case r == 'O' || r == 'o':
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case letters == 0 && digits > 0:
		return replaced(word, map[rune]rune{'O': '0', 'o': '0'})
	case letters >= 2 && digits == 0 && noughts > 0:
		return named(word)
	}
	return word
}

func replaced(word string, by map[rune]rune) string {
	out := make([]rune, 0, utf8.RuneCountInString(word))
	for _, r := range word {
		if to, ok := by[r]; ok {
			r = to
		}
		out = append(out, r)
	}
	return string(out)
}

// named writes each 0 as a letter, large or small as the one before it, or else behind it.
func named(word string) string {
	letters := []rune(word)
	for i, r := range letters {
		if r != '0' {
			continue
		}
		letters[i] = 'o'
		if i > 0 && unicode.IsUpper(letters[i-1]) && (i > 1 || i+1 == len(letters) || unicode.IsUpper(letters[i+1])) || i == 0 {
			letters[i] = 'O'
		}
	}
	return string(letters)
}

// parting mends what parts groups of digits: a long dash for a hyphen, and in a date a comma for the full stop that stands there as well.
func parting(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune("–—-.,", r) }) {
		return word
	}
	groups := strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsDigit(r) })
	if len(groups) < 3 {
		return word
	}
	word = replaced(word, map[rune]rune{'–': '-', '—': '-'})
	if len(groups) == 3 && len(groups[0]) <= 2 && len(groups[1]) <= 2 && len(groups[2]) == 4 && strings.Count(word, ".") == 1 && strings.Count(word, ",") == 1 {
		word = strings.Replace(word, ",", ".", 1)
	}
	return word
}

// spelt mends the letter O among letters that have full stops between them: D.0.B.
func spelt(word string) string {
	letters := []rune(word)
	for i := 2; i+2 < len(letters); i++ {
		if letters[i] == '0' && letters[i-1] == '.' && letters[i+1] == '.' && unicode.IsLetter(letters[i-2]) && unicode.IsLetter(letters[i+2]) {
			letters[i] = 'O'
		}
	}
	return string(letters)
}
