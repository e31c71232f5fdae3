package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// Every command has its part of the page, and in it every argument and flag with what is said of it.
func TestManPageHasEveryCommandAndFlag(t *testing.T) {
	t.Parallel()
	app := model(t)
	parts := manParts(t, app)
	if missing := missingFlags(app.Node, parts[`.SH "OPTIONS"`]); len(missing) > 0 {
		t.Errorf("OPTIONS lacks %v", missing)
	}
	for _, n := range visible(app.Node) {
		part, ok := parts[`.SS "`+escape(n.FullPath())+`"`]
		switch missing := missingFlags(n, part); {
		case !ok:
			t.Errorf("%s is not on the page", n.FullPath())
		case !strings.Contains(part, flowing(n.Help)):
			t.Errorf("%s: the page does not say what it does", n.FullPath())
		case len(missing) > 0:
			t.Errorf("%s: the page lacks %v", n.FullPath(), missing)
		}
	}
}

// visible lists the commands inside a command, and those inside them.
func visible(n *kong.Node) (all []*kong.Node) {
	for _, child := range n.Children {
		if !child.Hidden {
			all = append(append(all, child), visible(child)...)
		}
	}
	return all
}

// missingFlags lists the flags and arguments of a command that its part of the page does not explain.
func missingFlags(n *kong.Node, part string) (missing []string) {
	for _, arg := range n.Positional {
		if !strings.Contains(part, ".TP\n"+italic(arg.Name)+"\n"+flowing(arg.Help)+"\n") {
			missing = append(missing, arg.Name)
		}
	}
	for _, f := range n.Flags {
		_, explained, found := strings.Cut(part, bold("--"+f.Name))
		_, explained, _ = strings.Cut(explained, "\n")
		if !found || !strings.HasPrefix(explained, flowing(f.Help)+"\n") {
			missing = append(missing, f.Name)
		}
	}
	return missing
}

// model is the command line that everything here is made from.
func model(t *testing.T) *kong.Application {
	t.Helper()
	parser, err := (&app{}).parser()
	if err != nil {
		t.Fatal(err)
	}
	return parser.Model
}

// manParts takes the page apart at its headings.
func manParts(t *testing.T, app *kong.Application) map[string]string {
	t.Helper()
	parts := make(map[string]string)
	heading := ""
	for line := range strings.Lines(manPage(app)) {
		if strings.HasPrefix(line, ".S") {
			heading = strings.TrimSpace(line)
		}
		parts[heading] += line
	}
	return parts
}

// Every example that --help shows is on the page, and runs a command that there is.
func TestManPageHasEveryExample(t *testing.T) {
	t.Parallel()
	app := model(t)
	part := manParts(t, app)[`.SH "EXAMPLES"`]
	for _, n := range app.Leaves(true) {
		examples := 0
		for line := range strings.Lines(n.Detail) {
			if example, ok := strings.CutPrefix(line, "    "); ok {
				examples++
				if !strings.Contains(part, "\n"+escape(strings.TrimSpace(example))+"\n") {
					t.Errorf("%s: this example is not on the page: %s", n.FullPath(), example)
				}
				if !strings.Contains(example, n.FullPath()) {
					t.Errorf("%s: this example is of something else: %s", n.FullPath(), example)
				}
			}
		}
		if examples == 0 {
			t.Errorf("%s has no example", n.FullPath())
		}
	}
}

// Every variable that the code asks for is explained.
func TestManPageHasEveryVariable(t *testing.T) {
	t.Parallel()
	part := manParts(t, model(t))[`.SH "ENVIRONMENT"`]
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	asked := regexp.MustCompile(`\.env\("(\w+)"\)`)
	found := 0
	for _, name := range sources {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range asked.FindAllStringSubmatch(string(b), -1) {
			found++
			if !strings.Contains(part, ".TP\n"+bold(match[1])+"\n") {
				t.Errorf("%s reads %s, and the page does not say so", name, match[1])
			}
		}
	}
	if found == 0 {
		t.Error("no variable was found in the code")
	}
}

func TestEscape(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"--no-text":        `\-\-no\-text`,
		".hidden":          `\&.hidden`,
		"'quoted' \"too\"": `\(aqquoted\(aq \(dqtoo\(dq`,
		`%AppData%\x`:      `%AppData%\ex`,
		"~/a^b`c":          "\\(ti/a\\(hab\\(gac",
		"what “is”…":       `what \[u201C]is\[u201D]...`,
		"🩺":                `\[u1FA7A]`,
	} {
		if got := escape(text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}
