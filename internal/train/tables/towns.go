package main

import (
	"fmt"
	"io/fs"
	"strings"

	"bedside/internal/train/source"
)

// Size classes of towns.txt, by the people of the largest place of a name.
const (
	cityPeople = 100_000
	townPeople = 15_000

	villagePeople = 1_000
)

// compileTowns lists every place of the world that GeoNames knows with 1,000 people or more, by name alone: a place of these counts only behind a
// preposition and with a capital. Names that are also words, people's names or regions carry a mark.
func compileTowns(shared fs.FS, marks placeMarks) ([]string, error) {
	cities, err := source.Cities(shared)
	if err != nil {
		return nil, err
	}
	people := make(map[string]uint64)
	for _, c := range cities {
		name, _, _ := strings.Cut(c.Name, ",")
		if c.People >= villagePeople && plainName(name) && !marks.isRegion[strings.ToLower(name)] {
			people[name] = max(people[name], c.People)
		}
	}
	lines := make([]string, 0, len(people))
	for name, n := range people {
		lines = append(lines, fmt.Sprintf("%s\t%s%s", name, sizeClass(n), marks.flagTown(name)))
	}
	return sortedUnique(lines), nil
}

func sizeClass(people uint64) string {
	switch {
	case people >= cityPeople:
		return "c"
	case people >= townPeople:
		return "t"
	}
	return "v"
}

// flagTown marks a name that is also a word or anybody's name.
func (m placeMarks) flagTown(name string) string {
	key := strings.ToLower(name)
	if m.isMarked[key] || m.names.isGiven[key] || m.names.isLast[key] {
		return "\tw"
	}
	return ""
}
