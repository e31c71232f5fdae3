package main

import (
	"io/fs"
	"slices"
	"strings"

	"bedside/internal/train/source"
)

// readFields returns the words of a list of our own, several of which may share a line.
func readFields(files fs.FS, path string) ([]string, error) {
	lines, err := source.Lines(files, path)
	if err != nil {
		return nil, err
	}
	return strings.Fields(strings.Join(lines, " ")), nil
}

// sortedUnique sorts in byte order and drops repeats.
func sortedUnique(list []string) []string {
	sorted := slices.Clone(list)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

// lettersOnly tells whether s is one or more of a to z.
func lettersOnly(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

// firstColumn returns what stands before the first tab of each line, in lower case.
func firstColumn(lines []string) map[string]bool {
	set := make(map[string]bool, len(lines))
	for _, line := range lines {
		name, _, _ := strings.Cut(line, "\t")
		set[strings.ToLower(name)] = true
	}
	return set
}
