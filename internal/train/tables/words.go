package main

import (
	"fmt"
	"io/fs"
	"strings"

	"bedside/internal/train/source"
)

const gloveFile = "data/word_clusters/glove_kmeans_64_256_1000.tsv"

// compileWords takes the letters-only rows of GloVe in their order, leaves out not_words.txt, and puts the words of words_extra.txt where their
// lines say.
func compileWords(shared, own fs.FS, size sizes) ([]string, error) {
	rows, err := source.Lines(shared, gloveFile)
	if err != nil {
		return nil, err
	}
	notWords, err := readFields(own, "not_words.txt")
	if err != nil {
		return nil, err
	}
	extra, err := readExtraWords(own)
	if err != nil {
		return nil, err
	}
	list := wordList{not: source.SetOf(notWords), seen: make(map[string]bool), max: size.words}
	letterRows := 0
	for _, row := range rows {
		if list.full() {
			break
		}
		word, _, _ := strings.Cut(row, "\t")
		if !lettersOnly(word) {
			continue
		}
		letterRows++
		if letterRows > size.wordRows {
			return nil, fmt.Errorf("row %d of GloVe is reached before %d words are found: check not_words.txt further down", letterRows, size.words)
		}
		list.add(word)
		for _, follower := range extra[word] {
			delete(list.not, follower)
			list.add(follower)
		}
		delete(extra, word)
	}
	for anchor := range extra {
		if list.full() || list.not[anchor] {
			return nil, fmt.Errorf("words_extra.txt: %q is no word of the table to follow", anchor)
		}
	}
	return list.words, nil
}

// readExtraWords reads lines of the form "anchor: word word".
func readExtraWords(own fs.FS) (map[string][]string, error) {
	lines, err := source.Lines(own, "words_extra.txt")
	if err != nil {
		return nil, err
	}
	extra := make(map[string][]string)
	for _, line := range lines {
		anchor, words, found := strings.Cut(line, ":")
		if !found {
			return nil, fmt.Errorf("words_extra.txt: no colon in %q", line)
		}
		extra[anchor] = append(extra[anchor], strings.Fields(words)...)
	}
	return extra, nil
}

// wordList gathers words once each, up to a bound.
type wordList struct {
	words []string
	seen  map[string]bool
	not   map[string]bool
	max   int
}

func (l *wordList) full() bool { return len(l.words) >= l.max }

func (l *wordList) add(word string) {
	if l.full() || l.seen[word] || l.not[word] {
		return
	}
	l.seen[word] = true
	l.words = append(l.words, word)
}
