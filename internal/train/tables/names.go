package main

import (
	"io/fs"
	"strings"

	"bedside/internal/train/source"
)

// nameLists are the names of people as the tables have them, and which of them are common.
type nameLists struct {
	given, last             []string // sorted
	isGiven, isLast         map[string]bool
	commonGiven, commonLast map[string]bool
}

// readNames joins the census lists with our own. A name is lower case, letters only ("O'Brien" is obrien).
func readNames(shared, own fs.FS, size sizes) (nameLists, error) {
	var male, female, last, givenExtra, lastExtra, drop []string
	for _, source := range []struct {
		into  *[]string
		files fs.FS
		path  string
	}{
		{&male, shared, "data/gazetteers/census_first_male.txt"},
		{&female, shared, "data/gazetteers/census_first_female.txt"},
		{&last, shared, "data/gazetteers/census_last.txt"},
		{&givenExtra, own, "given_extra.txt"},
		{&lastExtra, own, "surnames_extra.txt"},
		{&drop, own, "names_drop.txt"},
	} {
		names, err := readFields(source.files, source.path)
		if err != nil {
			return nameLists{}, err
		}
		*source.into = names
	}
	last = last[:min(len(last), size.surnames)]
	dropped := source.SetOf(drop)
	lists := nameLists{
		given: foldNames(dropped, male, female, givenExtra),
		last:  foldNames(dropped, last, lastExtra),
		commonGiven: source.SetOf(foldNames(nil, male[:min(len(male), size.commonGiven)],
			female[:min(len(female), size.commonGiven)])),
		commonLast: source.SetOf(foldNames(nil, last[:min(len(last), size.commonLast)])),
	}
	lists.isGiven, lists.isLast = source.SetOf(lists.given), source.SetOf(lists.last)
	return lists, nil
}

// foldNames joins lists, in lower case, without what is dropped or shorter than two letters, sorted.
func foldNames(dropped map[string]bool, lists ...[]string) []string {
	var names []string
	for _, list := range lists {
		for _, name := range list {
			name = strings.ToLower(name)
			if len(name) > 1 && lettersOnly(name) && !dropped[name] {
				names = append(names, name)
			}
		}
	}
	return sortedUnique(names)
}

// markWords adds the flag of names that are words too.
func markWords(names []string, isWord map[string]bool) []string {
	marked := make([]string, len(names))
	for i, name := range names {
		marked[i] = name
		if isWord[name] {
			marked[i] += "\tw"
		}
	}
	return marked
}
