package main

import "strings"

// span is a name in a text, by bytes.
type span struct {
	start, end int
	kind       kind
}

// render writes a post as people space it, and says where its names are. The # of a tag is no part of a name.
func (p post) render() (string, []span) {
	var b strings.Builder
	var spans []span
	tight, open := true, false // no space before the next word; inside quotation marks
	for i, w := range p {
		closing := w.text == `"` && open
		if !tight && !closing && !joinsLeft(w.text) {
			b.WriteByte(' ')
		}
		start := b.Len()
		if strings.HasPrefix(w.text, "#") {
			start++
		}
		b.WriteString(w.text)
		switch {
		case w.kind == none:
		case w.first || len(spans) == 0 || i == 0:
			spans = append(spans, span{start, b.Len(), w.kind})
		default:
			spans[len(spans)-1].end = b.Len()
		}
		tight = joinsRight(w.text) || w.text == `"` && !open
		if w.text == `"` {
			open = !open
		}
	}
	return b.String(), spans
}

// joinsLeft reports whether a word stands close to the one before it.
func joinsLeft(t string) bool {
	switch t {
	case ".", ",", "!", "?", ":", ";", "%", ")", "]", "}", "…", "...", "'s", "'m", "'re", "'ve", "'ll", "'d", "n't", "’s", "’m", "’re", "’ve", "’ll", "’d", "n’t":
		return true
	}
	return false
}

// joinsRight reports whether a word stands close to the one after it.
func joinsRight(t string) bool {
	switch t {
	case "@", "#", "(", "[", "{", "$", "£", "€":
		return true
	}
	return false
}
