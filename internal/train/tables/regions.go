package main

import (
	"fmt"
	"io/fs"
	"strings"

	"bedside/internal/train/source"
)

// compileRegions rewrites our own list of countries, states and the like and marks those that are also words or names (Georgia, Turkey).
// It returns the names in lower case too.
func compileRegions(own fs.FS, names nameLists, isWord map[string]bool) (lines []string, isRegion map[string]bool, err error) {
	rows, err := source.Lines(own, "regions_extra.txt")
	if err != nil {
		return nil, nil, err
	}
	isRegion = make(map[string]bool)
	for _, row := range rows {
		parts := strings.Split(row, "|")
		if len(parts) != 3 {
			return nil, nil, fmt.Errorf("regions_extra.txt: want name|abbreviations|kind, got %q", row)
		}
		key := strings.ToLower(parts[0])
		isRegion[key] = true
		line := strings.Join(parts, "\t")
		if isWord[key] || names.isGiven[key] || names.isLast[key] {
			line += "\tw"
		}
		lines = append(lines, line)
	}
	return sortedUnique(lines), isRegion, nil
}
