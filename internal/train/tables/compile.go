package main

import (
	"fmt"
	"io/fs"

	"bedside/internal/train/source"
)

// sizes bounds the tables; tests use smaller ones.
type sizes struct {
	words       int // entries of words.txt
	wordRows    int // letters-only GloVe rows that not_words.txt has been checked against
	surnames    int // census family names, in order of frequency
	placesBytes int // the most that places.txt may take
	commonGiven int // a place called like one of the first so many given names (of each sex) is marked
	commonLast  int // the same for family names
}

func fullSizes() sizes {
	return sizes{words: 12_000, wordRows: 15_400, surnames: 20_000, placesBytes: 1_200_000, commonGiven: 400, commonLast: 1_500}
}

// compile makes every table from the shared data and our own lists, in an order in which each needs only those before it.
func compile(shared, own fs.FS, size sizes) ([]table, error) {
	words, err := compileWords(shared, own, size)
	if err != nil {
		return nil, fmt.Errorf("compile words: %w", err)
	}
	names, err := readNames(shared, own, size)
	if err != nil {
		return nil, fmt.Errorf("compile names: %w", err)
	}
	rareWords, err := source.Lines(own, "rare_words.txt")
	if err != nil {
		return nil, err
	}
	isWord := source.SetOf(words)
	isWordOrRare := source.SetOf(append(rareWords, words...))
	regions, isRegion, err := compileRegions(own, names, isWord)
	if err != nil {
		return nil, fmt.Errorf("compile regions: %w", err)
	}
	places, err := compilePlaces(shared, own, placeMarks{names, isWord, isWordOrRare, isRegion}, size)
	if err != nil {
		return nil, fmt.Errorf("compile places: %w", err)
	}
	towns, err := compileTowns(shared, placeMarks{names, isWord, isWordOrRare, isRegion})
	if err != nil {
		return nil, fmt.Errorf("compile towns: %w", err)
	}
	institutions, err := compileInstitutions(shared, own, names, isWordOrRare, firstColumn(places))
	if err != nil {
		return nil, fmt.Errorf("compile institutions: %w", err)
	}
	disorders, err := compileDisorders(shared, own)
	if err != nil {
		return nil, fmt.Errorf("compile disorders: %w", err)
	}
	return []table{
		{"words.txt", wordsHeader, words},
		{"given_names.txt", givenHeader, markWords(names.given, isWord)},
		{"surnames.txt", surnamesHeader, markWords(names.last, isWord)},
		{"places.txt", placesHeader, places},
		{"towns.txt", townsHeader, towns},
		{"regions.txt", regionsHeader, regions},
		{"institutions.txt", institutionsHeader, institutions},
		{"disorders.txt", disordersHeader, disorders},
	}, nil
}
