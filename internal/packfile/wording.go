package packfile

import (
	"slices"
	"strings"
	"unicode"

	"bedside"
	"bedside/pack"
)

// Limits of wording, from the design of the screen: short, calm, about the text and not its author.
const (
	maxMessageWords  = 8
	maxSentenceWords = 19
	maxWhySentences  = 2
)

// neverSaid are words that promise what no check can, or that accuse.
func neverSaid() []string {
	return []string{
		"safe", "clean", "approved", "de-identified", "deidentified", "anonymous", "compliant",
		"violation", "violations", "illegal", "breach", "breaches", "oops",
	}
}

// wordGrade checks what a grade says.
func (s *sheet) wordGrade(f map[string]*node, g pack.Grade) {
	for _, key := range []string{"message", "why", "remedy"} {
		if n := f[key]; n != nil && n.kind == text {
			s.wording(n, n.value)
		}
	}
	if n := len(strings.Fields(g.Message)); n > maxMessageWords {
		s.fail(f["message"], "the message has %d words, at most %d are read", n, maxMessageWords)
	}
	if first := words(g.Message); len(first) > 0 && slices.Contains([]string{"you", "your", "you're"}, first[0]) {
		s.fail(f["message"], "the message speaks of the text, not of its author")
	}
	if n := len(sentences(g.Why)); n > maxWhySentences {
		s.fail(f["why"], "the why has %d sentences, at most %d are read", n, maxWhySentences)
	}
	if g.Severity == bedside.Advise && slices.Contains(words(g.Message+" "+g.Why), "unprofessional") {
		s.fail(f["message"], "a thought is never called unprofessional")
	}
}

func (s *sheet) wording(n *node, v string) {
	for _, w := range words(v) {
		if slices.Contains(neverSaid(), w) {
			s.fail(n, "%q is never said", w)
		}
	}
	if strings.Contains(strings.ToLower(v), "please note") {
		s.fail(n, `"please note" is never said`)
	}
	for _, sentence := range sentences(v) {
		if c := len(strings.Fields(sentence)); c > maxSentenceWords {
			s.fail(n, "a sentence has %d words, at most %d are read", c, maxSentenceWords)
		}
	}
	s.calm(n, v)
}

// calm refuses exclamation marks and emoji.
func (s *sheet) calm(n *node, v string) {
	if strings.Contains(v, "!") {
		s.fail(n, "no exclamation marks")
	}
	if strings.ContainsFunc(v, func(r rune) bool { return r > 0x1F000 || unicode.Is(unicode.So, r) }) {
		s.fail(n, "no emoji")
	}
}

// words are the words of a text in lower case, with the hyphens and apostrophes inside them.
func words(v string) []string {
	fields := strings.FieldsFunc(strings.ToLower(v), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\''
	})
	for i := range fields {
		fields[i] = strings.Trim(fields[i], "-'")
	}
	return fields
}

// sentences parts a text at full stops, question marks and colons' kin that a space or the end follows.
func sentences(v string) []string {
	var out []string
	start := 0
	for i, r := range v {
		end := i + 1
		if strings.ContainsRune(".?!", r) && (end == len(v) || v[end] == ' ' || v[end] == '\n') {
			out, start = append(out, strings.TrimSpace(v[start:end])), end
		}
	}
	if rest := strings.TrimSpace(v[start:]); rest != "" {
		out = append(out, rest)
	}
	return out
}
