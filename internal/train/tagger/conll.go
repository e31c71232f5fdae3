package main

import (
	"fmt"
	"io/fs"
	"strings"
)

// kind is what a word of a post is part of, as far as the sets say.
type kind uint8

const (
	none kind = iota
	person
	place
	organisation
	perhaps // a name of some other kind: an organisation or nothing
)

// word is one token of a post as a set has it.
type word struct {
	text  string
	kind  kind
	first bool // the first of a name
}

type post []word

// set is one of the labelled sets.
type set struct {
	path   string
	handle bool // writes a handle as two tokens, both labelled
}

func trainingSets() []set {
	return []set{
		{"data/wnut17/wnut17train.conll", false},
		{"data/btc/btc.train", true},
		{"data/tweebank_ner/train.bio", false},
		{"data/tweebank_ner/dev.bio", false},
	}
}

// read reads the posts of a set: a token a line, the label in the last column, parted by tabs; an empty line between posts.
func (s set) read(shared fs.FS) ([]post, error) {
	b, err := fs.ReadFile(shared, s.path)
	if err != nil {
		return nil, err
	}
	var posts []post
	var p post
	flush := func() {
		if len(p) > 0 {
			posts = append(posts, s.tidy(p))
		}
		p = nil
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "-DOCSTART-") {
			flush()
			continue
		}
		cols := strings.Split(line, "\t")
		k, first, err := kindOf(cols[len(cols)-1])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.path, err)
		}
		if cols[0] == `'"'` { // how the Broad Twitter Corpus writes a quotation mark
			cols[0] = `"`
		}
		if strings.TrimSpace(cols[0]) != "" {
			p = append(p, word{cols[0], k, first})
		}
	}
	flush()
	return posts, nil
}

// kindOf reads a label such as B-person or I-ORG.
func kindOf(label string) (k kind, first bool, err error) {
	if label == "O" {
		return none, false, nil
	}
	begin, name, ok := strings.Cut(label, "-")
	if !ok || begin != "B" && begin != "I" {
		return none, false, fmt.Errorf("a label %q", label)
	}
	switch name {
	case "person", "PER":
		k = person
	case "location", "LOC":
		k = place
	case "corporation", "group", "ORG":
		k = organisation
	case "MISC":
		k = perhaps
	case "product", "creative-work":
		k = none
	default:
		return none, false, fmt.Errorf("a label %q", label)
	}
	return k, begin == "B" && k != none, nil
}

// tidy joins handles and takes their labels away: they are found by rule.
func (s set) tidy(p post) post {
	out := p[:0]
	for i := 0; i < len(p); i++ {
		w := p[i]
		if s.handle && w.text == "@" && i+1 < len(p) {
			w = word{text: "@" + p[i+1].text}
			i++
		}
		if strings.HasPrefix(w.text, "@") {
			w.kind, w.first = none, false
		}
		if w.kind != none && !w.first && (len(out) == 0 || out[len(out)-1].kind != w.kind) {
			w.first = true // inside a name that never began
		}
		out = append(out, w)
	}
	return out
}
