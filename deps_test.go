package bedside_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules of docs/adr/0001-pure-top-level.md, as tests. The compiler keeps stages from importing what imports them, and
// the linter says the same in the editor; here is what decides.

// rule says which packages of ours a package may import: folders from the root ".", one under internal/ with all below
// it, "*" for any. It holds for the folders below it too, unless they have a line of their own.
type rule struct {
	folder string
	pure   bool
	ours   []string
}

var rules = []rule{
	{".", true, nil},
	{"text", true, []string{"."}},
	{"media", true, []string{".", "media/metadata", "media/dicom", "media/pdf", "media/office"}},
	{"media/metadata", true, []string{"."}},
	{"media/pdf", true, []string{".", "media/metadata"}},
	{"media/office", true, []string{".", "media/metadata"}},
	{"media/dicom", true, []string{".", "media/metadata"}},
	{"calendar", true, []string{".", "text"}},
	{"census", true, []string{".", "text"}},
	{"detect", true, []string{".", "text", "media", "calendar", "detect/tagger"}},
	{"detect/tagger", true, []string{".", "text"}},
	{"read", true, []string{".", "text", "read/encoder"}},
	{"read/encoder", true, []string{"."}},
	{"subject", true, []string{".", "text"}},
	{"reid", true, []string{".", "calendar"}},
	{"link", true, []string{".", "calendar", "reid"}},
	{"worth", true, []string{".", "text", "calendar", "census", "reid"}},
	{"remedy", true, []string{".", "text"}},
	{"pack", true, []string{"."}},
	{"assess", true, []string{".", "pack"}},
	{"engine", true, []string{".", "text", "calendar", "census", "detect", "read", "subject", "reid", "worth", "link", "pack", "assess", "remedy"}},
	{"render", true, []string{"."}},
	{"packs", true, nil},
	{"tables", true, nil},
	{"tables/compile", false, []string{".", "detect", "engine"}},
	{"cmd/bedside-wasm", false, []string{".", "engine", "pack", "render"}},
	{"cmd/bedside", false, []string{"*"}},
	{"cmd/bedside-eval", false, []string{".", "census", "detect", "engine", "read", "pack", "packs", "tables", "media", "internal/eval", "internal/packfile", "internal/train", "internal/vision"}},
	{"internal/app", false, []string{".", "engine", "pack", "remedy", "media", "internal/look", "internal/store", "internal/archive", "internal/audit", "internal/jobs", "internal/profile", "internal/payments"}},
	{"internal/server", false, []string{".", "render", "internal/profile", "internal/app", "internal/look", "internal/payments", "internal/apidoc"}},
	{"internal/server/openapi", false, []string{".", "internal/app", "internal/server", "internal/apidoc", "internal/whole"}},
	{"internal/apidoc", false, nil},
	{"internal/load", false, nil},
	{"internal/store", false, []string{".", "internal/store", "internal/seal"}},
	{"internal/store/postgres/postgrestest", false, []string{".", "internal/store", "internal/seal", "internal/needs"}},
	{"internal/store/load", false, []string{".", "internal/jobs", "internal/store", "internal/seal"}},
	{"internal/seal", false, []string{".", "internal/whole"}},
	{"internal/vision", false, []string{".", "media", "internal/vision"}},
	{"internal/vision/weights/fetch", false, []string{"internal/vision/weights", "internal/whole"}},
	{"internal/packfile", false, []string{".", "pack", "engine", "internal/locate", "internal/packfile"}},
	{"internal/eval", false, []string{".", "engine", "pack", "internal/locate"}},
	{"internal/eval/exif", false, []string{".", "media"}},
	{"internal/eval/timelines", false, []string{".", "engine", "internal/eval"}},
	{"internal/eval/population", false, []string{".", "text", "census", "internal/eval"}},
	{"internal/eval/spans", false, []string{".", "internal/eval"}},
	{"internal/eval/pictures", false, []string{".", "media", "internal/eval"}},
	{"internal/eval/faces", false, []string{".", "media", "internal/eval"}},
	{"internal/bench", false, []string{".", "internal/eval"}},
	{"cmd/bedside-bench", false, []string{".", "engine", "packs", "tables", "internal/bench", "internal/eval"}},
	{"internal/archive", false, []string{".", "internal/archive"}},
	{"internal/audit", false, []string{".", "media", "link", "internal/archive", "internal/whole"}},
	{"internal/connect", false, []string{".", "internal/connect"}},
	{"internal/jobs", false, []string{".", "internal/store", "internal/jobs"}},
	{"internal/payments", false, []string{"."}},
	{"internal/profile", false, []string{".", "internal/whole"}},
	{"internal/locate", false, []string{"."}},
	{"internal/look", false, []string{".", "media"}},
	{"internal/whole", false, nil},
	{"internal/store/folder", false, []string{".", "internal/store", "internal/whole"}},
	{"internal/train", false, []string{".", "text", "census", "detect", "detect/tagger", "read", "read/encoder", "engine", "pack", "packs", "tables", "internal/eval", "internal/packfile", "internal/train", "internal/whole"}},
	{"internal/picture", false, []string{".", "engine", "render", "packs", "tables", "internal/whole"}},
	{"internal/needs", false, nil},
	{"internal/wasmtest", false, nil},
	{"internal/ziptest", false, nil},
}

// bannedDeps must not come into a browser, not even through somebody else's import.
func bannedDeps() []string {
	return []string{"net", "net/http", "database/sql", "log", "log/slog", "math/rand", "math/rand/v2", "os/exec", "plugin"}
}

// bannedImports must not be named by pure code. os comes in behind fmt, so it can only be banned here.
func bannedImports() []string {
	return append(bannedDeps(), "os", "os/signal", "os/user", "unsafe", "crypto/rand", "path/filepath", "syscall", "syscall/js")
}

type goPackage struct {
	ImportPath string
	Dir        string
	Standard   bool
	Imports    []string
	GoFiles    []string
}

// list runs go list; dependencies are listed for the browser.
func list(t *testing.T, args ...string) []goPackage {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Standard,Imports,GoFiles"}, args...)...)
	if slices.Contains(args, "-deps") {
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	}
	out, err := cmd.Output()
	if err != nil {
		if failed, ok := errors.AsType[*exec.ExitError](err); ok {
			t.Fatalf("go list: %s", failed.Stderr)
		}
		t.Fatal(err)
	}
	var packages []goPackage
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		switch err := d.Decode(&p); {
		case err == io.EOF:
			return packages
		case err != nil:
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// folder is where a package of ours lies, "." for the root; ours is false for all others.
func folder(importPath string) (name string, ours bool) {
	if importPath == "bedside" {
		return ".", true
	}
	return strings.CutPrefix(importPath, "bedside/")
}

// ruleFor finds the line of the table that holds for a folder: its own, or the nearest above it.
func ruleFor(folder string) int {
	for at := folder; at != "."; at = path.Dir(at) {
		for i, r := range rules {
			if r.folder == at {
				return i
			}
		}
	}
	if folder == "." {
		return 0
	}
	return -1
}

func purePackages(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, p := range list(t, "./...") {
		name, _ := folder(p.ImportPath)
		if i := ruleFor(name); i >= 0 && rules[i].pure {
			out = append(out, p.ImportPath)
		}
	}
	return out
}

func TestWhoImportsWhom(t *testing.T) {
	t.Parallel()
	for _, p := range list(t, "./...") {
		name, _ := folder(p.ImportPath)
		i := ruleFor(name)
		if i < 0 {
			t.Errorf("%s has no line in the table of deps_test.go", name)
			continue
		}
		for _, imported := range p.Imports {
			if of, ours := folder(imported); ours && !allowed(rules[i].ours, of) {
				t.Errorf("%s imports %s; it may import %s only (docs/adr/0001-pure-top-level.md)", name, imported, rules[i].ours)
			}
		}
	}
}

func allowed(ours []string, folder string) bool {
	return slices.ContainsFunc(ours, func(o string) bool {
		return o == "*" || o == folder || strings.HasPrefix(o, "internal/") && strings.HasPrefix(folder, o+"/")
	})
}

func TestPureDependencies(t *testing.T) {
	t.Parallel()
	for _, p := range list(t, append([]string{"-deps"}, append(purePackages(t), "bedside/cmd/bedside-wasm")...)...) {
		if slices.Contains(bannedDeps(), p.ImportPath) || strings.HasPrefix(p.ImportPath, "bedside/internal/") {
			t.Errorf("a pure package depends on %s: see GOOS=js GOARCH=wasm go list -deps", p.ImportPath)
		}
	}
}

// TestBrowserCarriesLittle keeps code and tables apart, so that a browser fetches and stores each by itself, and keeps out what
// is linked whole as soon as it is imported.
func TestBrowserCarriesLittle(t *testing.T) {
	t.Parallel()
	for _, p := range list(t, "-deps", "./cmd/bedside-wasm") {
		switch p.ImportPath {
		case "bedside/packs", "bedside/tables", "regexp", "text/template", "html/template", "go/ast", "net/url", "math/big":
			t.Errorf("cmd/bedside-wasm depends on %s (docs/adr/0007-wasm-split.md)", p.ImportPath)
		}
	}
}

func TestPureImportsAndClock(t *testing.T) {
	t.Parallel()
	for _, p := range list(t, purePackages(t)...) {
		name, _ := folder(p.ImportPath)
		for _, imported := range p.Imports {
			if slices.Contains(bannedImports(), imported) {
				t.Errorf("%s imports %s; pure code is handed what it needs", name, imported)
			}
			if first, _, _ := strings.Cut(imported, "/"); strings.Contains(first, ".") && !strings.HasPrefix(imported, "golang.org/x/text/") && !strings.HasPrefix(imported, "golang.org/x/image/") {
				t.Errorf("%s imports %s; pure code has the standard library, golang.org/x/text and golang.org/x/image", name, imported)
			}
		}
		for _, file := range p.GoFiles {
			for _, call := range clockCalls(t, filepath.Join(p.Dir, file)) {
				t.Errorf("%s/%s; the time is handed in", name, call)
			}
		}
	}
}

// clockCalls finds what reads the clock in a file.
func clockCalls(t *testing.T, name string) []string {
	t.Helper()
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var calls []string
	ast.Inspect(f, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Sleep", "After", "Tick", "NewTimer", "NewTicker"}, s.Sel.Name) {
			calls = append(calls, path.Base(name)+":"+strconv.Itoa(files.Position(s.Pos()).Line)+": time."+s.Sel.Name)
		}
		return true
	})
	return calls
}

// TestNoReplace keeps `go install` of this module working.
func TestNoReplace(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"go.mod", "tools.mod"} {
		b, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) && name == "tools.mod" {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			if first, _, _ := strings.Cut(strings.TrimSpace(line), " "); first == "replace" || strings.Contains(line, "=>") {
				t.Errorf("%s has a replace directive", name)
			}
		}
	}
}
