package main

import (
	"bufio"
	"io/fs"
	"math/rand/v2"
	"strings"
	"unicode"
)

// people are names to put in the place of others, by where they are commonest: the census lists by themselves, the sections of
// our own lists, and names of everywhere.
type people struct{ given, family [][]string }

const ownLists = "internal/train/tables"

// readPeople reads the lists. A comment begins a new section of ours.
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
	b, err := fs.ReadFile(shared, "data/gazetteers/humannames.txt")
	if err != nil {
		return p, err
	}
	world := everyOther(strings.Fields(strings.ToLower(string(b))))
	for range worldShare {
		p.given, p.family = append(p.given, world), append(p.family, world)
	}
	return p, nil
}

// worldShare is how many sections' worth of names come from the list of names of everywhere. No table knows most of them: they teach
// what a name looks like that nobody has listed.
const worldShare = 5

// everyOther is half of a list: the other half shows what is learned.
func everyOther(names []string) []string {
	var out []string
	for i := 0; i < len(names); i += 2 {
		if len(names[i]) > 2 {
			out = append(out, names[i])
		}
	}
	return out
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
