package main

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// readLines returns the lines of a text file without line ends, empty lines and comments.
func readLines(files fs.FS, path string) ([]string, error) {
	content, err := fs.ReadFile(files, path)
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("read %s: it is empty", path)
	}
	return lines, nil
}

// readFields returns the words of a list of our own, several of which may share a line.
func readFields(files fs.FS, path string) ([]string, error) {
	lines, err := readLines(files, path)
	if err != nil {
		return nil, err
	}
	return strings.Fields(strings.Join(lines, " ")), nil
}

func setOf(list []string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, entry := range list {
		set[entry] = true
	}
	return set
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
