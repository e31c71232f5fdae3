package main

import (
	"bufio"
	"io/fs"
	"math/rand/v2"
	"strings"
	"unicode"
)

// people are names to put in the place of others, by where they are commonest: the census lists by themselves, and the
// sections of our own lists.
type people struct{ given, family [][]string }

const ownLists = "internal/train/tables"

// readPeople reads the lists. A comment that ends in a full stop or names regions begins a new section of ours.
func readPeople(shared, repository fs.FS) (people, error) {
	var p people
	for _, source := range []struct {
		files fs.FS
		path  string
		into  *[][]string
		most  int
	}{
		{shared, "data/gazetteers/census_first_male.txt", &p.given, 800},
		{shared, "data/gazetteers/census_first_female.txt", &p.given, 1500},
		{repository, ownLists + "/given_extra.txt", &p.given, 0},
		{shared, "data/gazetteers/census_last.txt", &p.family, 8000},
		{repository, ownLists + "/surnames_extra.txt", &p.family, 0},
	} {
		b, err := fs.ReadFile(source.files, source.path)
		if err != nil {
			return p, err
		}
		lists := sections(string(b))
		if source.most > 0 {
			lists[0] = lists[0][:min(len(lists[0]), source.most)]
		}
		*source.into = append(*source.into, lists...)
	}
	return p, nil
}

// sections parts a list at its comments.
func sections(b string) [][]string {
	var out [][]string
	var names []string
	lines := bufio.NewScanner(strings.NewReader(b))
	for lines.Scan() {
		if line := lines.Text(); strings.HasPrefix(line, "#") {
			if len(names) > 0 {
				out = append(out, names)
			}
			names = nil
		} else {
			names = append(names, strings.Fields(strings.ToLower(line))...)
		}
	}
	return append(out, names)
}

func pick(lists [][]string, r *rand.Rand) string {
	list := lists[r.IntN(len(lists))]
	return titled(list[r.IntN(len(list))])
}

// swap puts other names in the place of those of people. A name keeps its form: how many words, initials, case.
func (n *people) swap(p post, r *rand.Rand) post {
	out := append(post(nil), p...)
	for i := 0; i < len(out); {
		end := out.nameEnd(i)
		if out[i].kind == person && out.wordsOnly(i, end) {
			n.rename(out[i:end], r)
		}
		i = end
	}
	return out
}

// wordsOnly reports whether a name is made of words and initials.
func (p post) wordsOnly(i, end int) bool {
	for _, w := range p[i:end] {
		for _, c := range w.text {
			if !unicode.IsLetter(c) && c != '.' && c != '-' && c != '\'' {
				return false
			}
		}
	}
	return true
}

func (n *people) rename(name post, r *rand.Rand) {
	for i := range name {
		w := &name[i]
		if len(w.text) < 3 {
			continue // an initial, a particle
		}
		list := n.given
		if i > 0 && i == len(name)-1 || len(name) == 1 && r.IntN(4) == 0 {
			list = n.family
		}
		w.text = likeCase(pick(list, r), w.text)
	}
}

// likeCase writes a name in the case of another.
func likeCase(name, like string) string {
	switch {
	case strings.ToLower(like) == like:
		return strings.ToLower(name)
	case strings.ToUpper(like) == like:
		return strings.ToUpper(name)
	}
	return name
}
