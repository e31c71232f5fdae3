package packfile

import (
	"errors"
	"fmt"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// kind is what a piece of YAML is.
type kind uint8

const (
	nothing kind = iota
	text
	number
	truth
	list
	table
)

func (k kind) String() string {
	return [...]string{"nothing", "a text", "a number", "true or false", "a list", "a table of keys"}[k]
}

// node is a piece of a file, with its place.
type node struct {
	kind         kind
	value        string // of a text, a number or a truth, as JSON would write the latter two
	line, column int
	entries      []entry
	items        []*node
}

type entry struct{ key, value *node }

// parse reads a file that holds one document.
func parse(file string, b []byte) (*node, *Problem) {
	doc, err := parser.ParseBytes(b, 0)
	if err != nil {
		return nil, syntaxProblem(file, err)
	}
	if len(doc.Docs) != 1 || doc.Docs[0].Body == nil {
		return nil, &Problem{File: file, Message: fmt.Sprintf("one document is wanted, here are %d", countDocs(doc))}
	}
	b2 := builder{file: file}
	root := b2.build(doc.Docs[0].Body)
	return root, b2.problem
}

func countDocs(f *ast.File) int {
	n := 0
	for _, d := range f.Docs {
		if d.Body != nil {
			n++
		}
	}
	return n
}

func syntaxProblem(file string, err error) *Problem {
	p := &Problem{File: file, Message: "this is not YAML"}
	if e := yaml.Error(nil); errors.As(err, &e) {
		p.Message = "not YAML: " + e.GetMessage()
		if t := e.GetToken(); t != nil && t.Position != nil {
			p.Line, p.Column = t.Position.Line, t.Position.Column
		}
	}
	return p
}

// builder turns the library's tree into nodes and keeps the first thing that packs do not use.
type builder struct {
	file    string
	problem *Problem
}

func (b *builder) build(n ast.Node) *node {
	pos := n.GetToken().Position
	out := &node{line: pos.Line, column: pos.Column, value: n.GetToken().Value}
	switch v := n.(type) {
	case *ast.StringNode:
		out.kind, out.value = text, v.Value
	case *ast.LiteralNode:
		out.kind, out.value = text, v.Value.Value
	case *ast.IntegerNode:
		out.kind, out.value = number, fmt.Sprint(v.Value)
	case *ast.FloatNode:
		out.kind, out.value = number, fmt.Sprint(v.Value)
	case *ast.BoolNode:
		out.kind, out.value = truth, fmt.Sprint(v.Value)
	case *ast.NullNode:
		out.kind = nothing
	case *ast.SequenceNode:
		b.list(out, v)
	case *ast.MappingNode:
		b.table(out, v.Values)
	case *ast.MappingValueNode:
		b.table(out, []*ast.MappingValueNode{v})
	default:
		b.refuse(out)
	}
	return out
}

func (b *builder) list(out *node, v *ast.SequenceNode) {
	out.kind = list
	for _, item := range v.Values {
		out.items = append(out.items, b.build(item))
	}
}

func (b *builder) table(out *node, values []*ast.MappingValueNode) {
	out.kind = table
	for _, v := range values {
		out.entries = append(out.entries, entry{b.build(v.Key), b.build(v.Value)})
	}
	if len(out.entries) > 0 { // the library places a table at its first colon
		out.line, out.column = out.entries[0].key.line, out.entries[0].key.column
	}
}

func (b *builder) refuse(n *node) {
	if b.problem == nil {
		b.problem = &Problem{b.file, n.line, n.column, "packs use texts, numbers, lists and tables only: no anchors, aliases or tags"}
	}
}
