package main

import (
	"go/doc/comment"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// manual is a manual page that knows commands.
type manual struct{ roff }

// command describes a command and those inside it.
func (m *manual) command(n *kong.Node) {
	if n.Hidden {
		return
	}
	m.macro("SS", n.FullPath())
	m.para(n.Help)
	for _, b := range detail(n) {
		if !isExample(b) {
			m.para(plain(b))
		}
	}
	for _, arg := range n.Positional {
		m.item(italic(arg.Name), arg.Help)
	}
	m.flags(n.Flags)
	for _, child := range n.Children {
		m.command(child)
	}
}

// flags describes flags as --help does.
func (m *manual) flags(all []*kong.Flag) {
	for _, f := range all {
		if f.Hidden {
			continue
		}
		var names []string
		for _, name := range flagNames(f) {
			names = append(names, bold(name))
		}
		term := strings.Join(names, ", ")
		if takesValue(f) {
			term += "=" + italic(strings.Trim(f.FormatPlaceHolder(), `"`))
		}
		m.item(term, f.Help)
	}
}

// examples shows the examples in the help of a command, under what the command is for.
func (m *manual) examples(n *kong.Node) {
	blocks := slices.DeleteFunc(detail(n), func(b comment.Block) bool { _, isCode := b.(*comment.Code); return !isCode })
	if len(blocks) == 0 {
		return
	}
	m.para(n.Help)
	for _, b := range blocks {
		m.example(b.(*comment.Code).Text)
	}
}

// synopsis is a command with its arguments on one line.
func synopsis(n *kong.Node) string {
	words := []string{bold(n.FullPath())}
	if len(n.Flags) > 0 {
		words = append(words, "["+italic("flags")+"]")
	}
	for _, arg := range n.Positional {
		word := italic(arg.Name)
		if arg.IsCumulative() {
			word += " ..."
		}
		if !arg.Required {
			word = "[" + word + "]"
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// detail is the long help of a command in blocks. It is written as Go's comments are, which is how kong reads it too.
func detail(n *kong.Node) []comment.Block {
	var p comment.Parser
	return p.Parse(n.Detail).Content
}

// isExample reports whether a block belongs under EXAMPLES.
func isExample(b comment.Block) bool {
	_, isCode := b.(*comment.Code)
	return isCode || plain(b) == "Examples:"
}

// plain is a block as text, on one line.
func plain(b comment.Block) string {
	p := comment.Printer{TextWidth: -1}
	return strings.TrimSpace(string(p.Text(&comment.Doc{Content: []comment.Block{b}})))
}
