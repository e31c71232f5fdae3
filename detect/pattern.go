package detect

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A pattern is one line of a word list, read into a tree. docs/adr/0003-word-lists.md describes the language.
type pattern struct {
	item      item
	general   string
	exception bool
}

// item is a node of a pattern. Exactly one of its shapes is in use, as kind says.
type item struct {
	kind  itemKind
	text  string // word: its spelling; class: its name
	gap   int    // gap: the most tokens left out
	items []item // sequence, choice
}

type itemKind uint8

const (
	itemWord      itemKind = iota // a folded word
	itemInflected                 // a word and its regular inflections
	itemExact                     // a word in exactly this case
	itemClass                     // <fact>, <number>, <word>, …
	itemGap                       // ..3
	itemStart                     // ^
	itemEnd                       // $
	itemSequence
	itemChoice
	itemMaybe // items[0] or nothing
)

const maxGap = 6

// parsePattern reads one line. Its error says at which byte of the line the trouble is.
func parsePattern(line string) (pattern, error) {
	p := pattern{}
	if rest, ok := strings.CutPrefix(line, "!"); ok {
		p.exception = true
		line = " " + rest
	}
	body, general, _ := strings.Cut(line, "=>")
	p.general = strings.TrimSpace(general)
	r := reader{src: body}
	it, err := r.sequence(0)
	if err != nil {
		return p, err
	}
	if !needsWord(it) {
		return p, r.fail("a pattern needs a word")
	}
	p.item = it
	return p, nil
}

// needsWord reports whether a pattern cannot match without a word of the text.
func needsWord(it item) bool {
	switch it.kind {
	case itemSequence:
		return slices.ContainsFunc(it.items, needsWord)
	case itemChoice:
		return !slices.ContainsFunc(it.items, func(i item) bool { return !needsWord(i) })
	case itemMaybe, itemGap, itemStart, itemEnd:
		return false
	default:
		return true
	}
}

// syntaxError is a fault at a byte of a line, counted from 1.
type syntaxError struct {
	column  int
	message string
}

func (e *syntaxError) Error() string { return e.message }

type reader struct {
	src string
	pos int
}

func (r *reader) fail(format string, args ...any) error {
	return &syntaxError{column: r.pos + 1, message: fmt.Sprintf(format, args...)}
}

func (r *reader) skipSpace() {
	for r.pos < len(r.src) && r.src[r.pos] == ' ' {
		r.pos++
	}
}

// sequence reads items up to the end, or inside a group up to | or ).
func (r *reader) sequence(depth int) (item, error) {
	seq := item{kind: itemSequence}
	for {
		r.skipSpace()
		if r.pos == len(r.src) || depth > 0 && (r.src[r.pos] == '|' || r.src[r.pos] == ')') {
			return seq, nil
		}
		it, err := r.item(depth)
		if err != nil {
			return seq, err
		}
		seq.items = append(seq.items, it)
	}
}

func (r *reader) item(depth int) (item, error) {
	var it item
	var err error
	switch c := r.src[r.pos]; {
	case c == '(':
		it, err = r.group(depth)
	case c == '<':
		it, err = r.class()
	case c == '^':
		r.pos++
		return item{kind: itemStart}, nil
	case c == '$' && (r.pos+1 == len(r.src) || strings.IndexByte(" )|", r.src[r.pos+1]) >= 0):
		r.pos++
		return item{kind: itemEnd}, nil
	case strings.HasPrefix(r.src[r.pos:], ".."):
		return r.gap()
	case c == ')' || c == '|':
		return it, r.fail("%q without an opening bracket", c)
	default:
		it = r.word()
	}
	if err == nil && r.pos < len(r.src) && r.src[r.pos] == '?' {
		r.pos++
		it = item{kind: itemMaybe, items: []item{it}}
	}
	return it, err
}

func (r *reader) group(depth int) (item, error) {
	if depth >= 8 {
		return item{}, r.fail("brackets nested more than 8 deep")
	}
	r.pos++
	choice := item{kind: itemChoice}
	for {
		seq, err := r.sequence(depth + 1)
		if err != nil {
			return choice, err
		}
		choice.items = append(choice.items, seq)
		if r.pos == len(r.src) {
			return choice, r.fail("a bracket is not closed")
		}
		r.pos++
		if r.src[r.pos-1] == ')' {
			return choice, nil
		}
	}
}

func (r *reader) class() (item, error) {
	end := strings.IndexByte(r.src[r.pos:], '>')
	if end < 0 {
		return item{}, r.fail("a < is not closed")
	}
	name := r.src[r.pos+1 : r.pos+end]
	r.pos += end + 1
	return item{kind: itemClass, text: name}, nil
}

func (r *reader) gap() (item, error) {
	r.pos += 2
	if r.pos == len(r.src) || r.src[r.pos] < '1' || r.src[r.pos] > '0'+maxGap {
		return item{}, r.fail("a gap is written ..1 to ..%d", maxGap)
	}
	r.pos++
	return item{kind: itemGap, gap: int(r.src[r.pos-1] - '0')}, nil
}

// word reads letters up to a space or a mark of the language; the last +, ? belong to the language.
func (r *reader) word() item {
	start := r.pos
	for r.pos < len(r.src) && !unicode.IsSpace(rune(r.src[r.pos])) && strings.IndexByte("()|<>?", r.src[r.pos]) < 0 {
		r.pos++
	}
	w := r.src[start:r.pos]
	if exact, ok := strings.CutPrefix(w, "="); ok && exact != "" {
		return item{kind: itemExact, text: exact}
	}
	if base, ok := strings.CutSuffix(w, "+"); ok && base != "" {
		return item{kind: itemInflected, text: base}
	}
	return item{kind: itemWord, text: w}
}
