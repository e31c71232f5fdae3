package eval

import "strings"

// Tagged is a post as a column file has it: its tokens, and a label for each.
type Tagged struct{ Tokens, Labels []string }

// ReadTagged reads one post a block of lines "token<TAB>label", blocks parted by empty lines (WNUT-17 has a tab there). Lines without a token, and
// those that part documents, are left out.
func ReadTagged(b []byte) []Tagged {
	var posts []Tagged
	var post Tagged
	for line := range strings.Lines(string(b) + "\n\n") {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" {
			if len(post.Tokens) > 0 {
				posts = append(posts, post)
			}
			post = Tagged{}
			continue
		}
		if strings.HasPrefix(line, "-DOCSTART-") {
			continue
		}
		token, label, _ := strings.Cut(line, "\t")
		if token == `'"'` { // how the corpus writes a quotation mark
			token = `"`
		}
		if token != "" {
			post.Tokens, post.Labels = append(post.Tokens, token), append(post.Labels, label)
		}
	}
	return posts
}

// readConll reads the posts of a column file and puts the tokens together.
func readConll(b []byte) []string {
	var posts []string
	for _, post := range ReadTagged(b) {
		text, _ := Join(post.Tokens)
		posts = append(posts, text)
	}
	return posts
}

// Join joins tokens the way people space them: roughly, which is enough to count by. starts has where each token begins.
func Join(tokens []string) (text string, starts []int) {
	var b strings.Builder
	glue, open := true, false // no space before the next token; inside quotation marks
	for i, t := range tokens {
		closing := t == `"` && open
		if !glue && !closing && !joinsLeft(t, tokens[i+1:]) {
			b.WriteByte(' ')
		}
		starts = append(starts, b.Len())
		b.WriteString(t)
		glue = joinsRight(t, tokens[i+1:]) || t == `"` && !open
		if t == `"` {
			open = !open
		}
	}
	return b.String(), starts
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
