package packfile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bedside"
)

// sheet reads one file and collects what is wrong with it. Every reader takes a node that may be nil, for a key that is
// not there: that is a zero value, and no second problem.
type sheet struct {
	file     string
	problems Problems
}

func (s *sheet) fail(n *node, format string, args ...any) {
	p := Problem{File: s.file, Message: fmt.Sprintf(format, args...)}
	if n != nil {
		p.Line, p.Column = n.line, n.column
	}
	s.problems = append(s.problems, p)
}

// fields parts a table into its keys. Keys that end in "?" may be missing.
func (s *sheet) fields(n *node, what string, keys ...string) map[string]*node {
	out := map[string]*node{}
	if !s.is(n, table) {
		return out
	}
	known := make([]string, len(keys))
	for i, k := range keys {
		known[i] = strings.TrimSuffix(k, "?")
	}
	for _, e := range n.entries {
		if !slices.Contains(known, e.key.value) {
			s.fail(e.key, "unknown key %q, %s", e.key.value, suggest(e.key.value, known))
			continue
		}
		out[e.key.value] = e.value
	}
	for i, k := range keys {
		if _, ok := out[known[i]]; !ok && k == known[i] {
			s.fail(n, "%s has no key %q", what, k)
		}
	}
	return out
}

func suggest(word string, known []string) string {
	if near := bedside.Nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(known) > 20 {
		return "none of the known ones is like it"
	}
	return "known are " + strings.Join(known, ", ")
}

func (s *sheet) is(n *node, k kind) bool {
	if n == nil {
		return false
	}
	if n.kind == k {
		return true
	}
	hint := ""
	if k == text && (n.kind == number || n.kind == truth) {
		hint = ", put it in quotes"
	}
	s.fail(n, "%s is wanted here, this is %s%s", k, n.kind, hint)
	return false
}

func (s *sheet) text(n *node) string {
	if !s.is(n, text) {
		return ""
	}
	v := strings.TrimSpace(n.value)
	if v == "" {
		s.fail(n, "the text is empty")
	}
	return v
}

func (s *sheet) number(n *node) int {
	if !s.is(n, number) {
		return 0
	}
	v, err := strconv.Atoi(n.value)
	if err != nil {
		s.fail(n, "a whole number is wanted here")
	}
	return v
}

func (s *sheet) truth(n *node) bool { return s.is(n, truth) && n.value == "true" }

// items are the nodes of a list.
func (s *sheet) items(n *node) []*node {
	if !s.is(n, list) {
		return nil
	}
	return n.items
}

// texts reads a list of texts, none of them twice.
func (s *sheet) texts(n *node) []string {
	var out []string
	for _, item := range s.items(n) {
		v := s.text(item)
		if slices.Contains(out, v) {
			s.fail(item, "%q stands here twice", v)
		}
		out = append(out, v)
	}
	return out
}

// oneOf reads a text that must be one of a few.
func (s *sheet) oneOf(n *node, what string, known []string) string {
	v := s.text(n)
	if v != "" && !slices.Contains(known, v) {
		s.fail(n, "unknown %s %q, %s", what, v, suggest(v, known))
	}
	return v
}

// severity reads advise, revise or block, and ok where that is allowed.
func (s *sheet) severity(n *node, least bedside.Severity) bedside.Severity {
	known := []string{"ok", "advise", "revise", "block"}[least:]
	var v bedside.Severity
	if name := s.oneOf(n, "severity", known); name != "" {
		_ = v.UnmarshalText([]byte(name)) // an unknown one is a problem already
	}
	return v
}
