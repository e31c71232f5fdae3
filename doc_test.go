package bedside_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestDocumented holds every package to a comment of its own, and every exported name to a sentence.
func TestDocumented(t *testing.T) {
	t.Parallel()
	for _, p := range list(t, "./...") {
		files := token.NewFileSet()
		documented := false
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			documented = documented || strings.TrimSpace(f.Doc.Text()) != ""
			for _, declared := range f.Decls {
				for _, id := range undocumented(declared) {
					t.Errorf("%s: %s has no comment", files.Position(id.Pos()), id.Name)
				}
			}
		}
		if !documented && len(p.GoFiles) > 0 {
			t.Errorf("package %s has no comment: what it is, what it never does, where to start", p.ImportPath)
		}
	}
}

// undocumented lists the exported names of a declaration that no comment explains. A group of constants or variables may
// share one.
func undocumented(declared ast.Decl) []*ast.Ident {
	switch d := declared.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && ofExported(d.Recv) {
			return []*ast.Ident{d.Name}
		}
	case *ast.GenDecl:
		if d.Doc != nil {
			return nil
		}
		var names []*ast.Ident
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Doc == nil && s.Name.IsExported() {
					names = append(names, s.Name)
				}
			case *ast.ValueSpec:
				for _, n := range s.Names {
					if s.Doc == nil && s.Comment == nil && n.IsExported() {
						names = append(names, n)
					}
				}
			}
		}
		return names
	}
	return nil
}

// ofExported reports whether a function is no method, or the method of an exported type.
func ofExported(receiver *ast.FieldList) bool {
	if receiver == nil {
		return true
	}
	exported := true
	ast.Inspect(receiver.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			exported = exported && id.IsExported()
		}
		return true
	})
	return exported
}
