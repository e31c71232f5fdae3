package eval

import "strings"

// readConll reads one post a block of lines "token<TAB>label", blocks parted by empty lines, and puts the tokens together.
func readConll(b []byte) []string {
	var posts []string
	var tokens []string
	flush := func() {
		if len(tokens) > 0 {
			posts = append(posts, detokenise(tokens))
		}
		tokens = nil
	}
	for line := range strings.Lines(string(b)) {
		token, _, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if token == "" {
			flush()
			continue
		}
		tokens = append(tokens, token)
	}
	flush()
	return posts
}

// detokenise joins tokens the way people space them: roughly, which is enough to count false alarms.
func detokenise(tokens []string) string {
	var b strings.Builder
	glue, open := true, false // no space before the next token; inside quotation marks
	for i, t := range tokens {
		if t == `'"'` { // how the corpus writes a quotation mark
			t = `"`
		}
		closing := t == `"` && open
		if !glue && !closing && !joinsLeft(t, tokens[i+1:]) {
			b.WriteByte(' ')
		}
		b.WriteString(t)
		glue = joinsRight(t, tokens[i+1:]) || t == `"` && !open
		if t == `"` {
			open = !open
		}
	}
	return b.String()
}

// joinsLeft reports whether a token stands close to the one before it.
func joinsLeft(t string, next []string) bool {
	switch t {
	case ":", ";", "=":
		return !smiles(t, next)
	case ".", ",", "!", "?", "%", ")", "]", "}", "…", "'s", "'m", "'re", "'ve", "'ll", "'d", "n't", "’s", "’m", "’re", "’ve", "’ll", "’d", "n’t":
		return true
	}
	return false
}

// joinsRight reports whether a token stands close to the one after it.
func joinsRight(t string, next []string) bool {
	switch t {
	case "@", "#", "(", "[", "{", "$", "£", "€":
		return true
	}
	return smiles(t, next)
}

// smiles reports whether eyes are followed by a mouth: the corpus parts ":)".
func smiles(t string, next []string) bool {
	if len(next) == 0 || !strings.Contains(":;=", t) {
		return false
	}
	switch next[0] {
	case ")", "(", "D", "P", "p", "/", "|", "-", "'", "]", "[", "*":
		return true
	}
	return false
}
