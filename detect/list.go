package detect

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"bedside"
)

// section is the lines of all files that define one fact.
type section struct {
	fact     bedside.FactKind
	patterns []pattern
	uses     []bedside.FactKind // facts that its patterns refer to
}

// ListError is a fault in a word list, at a place in a file.
type ListError struct {
	File         string
	Line, Column int
	Message      string
}

// Error names file, line and column, and what is wrong there.
func (e *ListError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// readLists reads all lists in the order of their names and gathers the sections by fact.
func readLists(files map[string][]byte) (map[bedside.FactKind]*section, error) {
	sections := map[bedside.FactKind]*section{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := readList(name, string(files[name]), sections); err != nil {
			return nil, err
		}
	}
	return sections, nil
}

func readList(file, src string, sections map[bedside.FactKind]*section) error {
	var now *section
	n := 0
	for line := range strings.Lines(src) {
		n++
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "[") {
			fact, ok := bedside.ParseFact(strings.Trim(line, "[]"))
			if !ok {
				return &ListError{file, n, 1, fmt.Sprintf("%s is not in the vocabulary of facts", line)}
			}
			if sections[fact] == nil {
				sections[fact] = &section{fact: fact}
			}
			now = sections[fact]
			continue
		}
		if now == nil {
			return &ListError{file, n, 1, "a pattern before the first [section]"}
		}
		p, err := parsePattern(line)
		if err == nil {
			err = now.addUses(p.item)
		}
		if err != nil {
			return positioned(file, n, err)
		}
		now.patterns = append(now.patterns, p)
	}
	return nil
}

func positioned(file string, line int, err error) error {
	if se, ok := errors.AsType[*syntaxError](err); ok {
		return &ListError{file, line, se.column, se.message}
	}
	return &ListError{file, line, 1, err.Error()}
}

// addUses notes the facts that a pattern refers to and refuses unknown names.
func (s *section) addUses(it item) error {
	if it.kind == itemClass {
		if _, ok := tokenClassOf(it.text); ok {
			return nil
		}
		fact, ok := bedside.ParseFact(it.text)
		if !ok {
			return fmt.Errorf("<%s> is neither a fact nor a class of tokens", it.text)
		}
		if !slices.Contains(s.uses, fact) {
			s.uses = append(s.uses, fact)
		}
	}
	for _, child := range it.items {
		if err := s.addUses(child); err != nil {
			return err
		}
	}
	return nil
}

// strata orders sections so that each comes after those it uses.
func strata(sections map[bedside.FactKind]*section) ([][]*section, error) {
	level := map[bedside.FactKind]int{}
	var visit func(f bedside.FactKind) (int, error)
	visit = func(f bedside.FactKind) (int, error) {
		s := sections[f]
		if s == nil {
			return 0, nil // scanners run first
		}
		if l, seen := level[f]; seen {
			if l < 0 {
				return 0, fmt.Errorf("the section [%s] uses itself", f)
			}
			return l, nil
		}
		level[f] = -1
		highest := 0
		for _, u := range s.uses {
			l, err := visit(u)
			if err != nil {
				return 0, err
			}
			highest = max(highest, l+1)
		}
		level[f] = highest
		return highest, nil
	}
	var out [][]*section
	for _, f := range slices.Sorted(maps.Keys(sections)) {
		l, err := visit(f)
		if err != nil {
			return nil, err
		}
		for len(out) <= l {
			out = append(out, nil)
		}
		out[l] = append(out[l], sections[f])
	}
	return out, nil
}
