package source

import (
	"fmt"
	"io/fs"
	"strings"
)

// Lines returns the lines of a text file without line ends, empty lines and comments.
func Lines(files fs.FS, path string) ([]string, error) {
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

// SetOf returns the entries of a list as a set.
func SetOf(list []string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, entry := range list {
		set[entry] = true
	}
	return set
}
