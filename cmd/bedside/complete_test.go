package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"bedside/pack"
)

// complete asks what can stand at the end of a command line, as the scripts do.
func complete(t *testing.T, words ...string) (p paths, choices []string) {
	t.Helper()
	var out, errs bytes.Buffer
	a := &app{stdin: strings.NewReader(""), stdout: &out, stderr: &errs}
	if status := a.run(append([]string{"__complete", "--"}, words...)); status != 0 || errs.Len() > 0 {
		t.Fatalf("got status %d and %q", status, errs.String())
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	for _, line := range lines[1:] {
		word, _, tabbed := strings.Cut(line, "\t")
		if !tabbed {
			t.Errorf("%q has no tab", line)
		}
		choices = append(choices, word)
	}
	return paths(lines[0]), choices
}

func TestComplete(t *testing.T) {
	t.Parallel()
	commands := []string{"check", "audit", "serve", "data", "guidelines", "profile", "completion", "man", "version"}
	page := []string{"-h", "--help", "--format", "--width"}
	for _, test := range []struct {
		name  string
		words []string
		paths paths
		want  []string
	}{
		{"nothing typed", nil, noPaths, commands},
		{"a command begun", []string{"che"}, noPaths, commands},
		{"a command inside another", []string{"guidelines", ""}, noPaths, []string{"list", "show", "coverage", "test"}},
		{"a command that is none", []string{"chek", ""}, noPaths, nil},
		{"a flag of the program", []string{"-"}, noPaths, []string{"-h", "--help"}},
		{"flags of a command", []string{"guidelines", "list", "--"}, noPaths, page},
		{"a flag given", []string{"guidelines", "list", "--width", "60", "-"}, noPaths, []string{"-h", "--help", "--format"}},
		{"a flag given with its value", []string{"guidelines", "list", "--width=60", "-"}, noPaths, []string{"-h", "--help", "--format"}},
		{"a flag that does not exist", []string{"guidelines", "list", "--wide", "-"}, noPaths, page},
		{"no flag behind --", []string{"guidelines", "show", "--", "-"}, noPaths, ids(t)},
		{"a listing", []string{"guidelines", "list", "--format", ""}, noPaths, []string{"text", "json"}},
		{"a flag and its value in one", []string{"check", "--format=j"}, noPaths, []string{"--format=text", "--format=json", "--format=sarif", "--format=html"}},
		{"a value that looks like a flag", []string{"check", "--fail-on", "-"}, noPaths, []string{"advise", "revise", "block"}},
		{"a value for a flag that takes none", []string{"check", "--fix="}, noPaths, nil},
		{"any number of files", []string{"check", "a.txt", "b.txt", ""}, files, nil},
		{"a file behind a short flag", []string{"check", "-v", ""}, files, nil},
		{"standard input is a file", []string{"check", "-", ""}, files, nil},
		{"a file for a flag", []string{"check", "--fix", "--out="}, files, nil},
		{"a folder", []string{"guidelines", "test", "--rule", "x", ""}, folders, nil},
		{"one folder only", []string{"guidelines", "test", "ours", ""}, noPaths, nil},
		{"sources, or a folder", []string{"check", "--pack", "ama", "--pack", ""}, folders, []string{"default", "ama", "amednews", "amsa", "cma", "jhu"}},
		{"who sees it", []string{"profile", "init", "--no-licensed", "--audience", "f"}, noPaths, []string{"public", "followers", "friends", "closed_group", "direct"}},
		{"free text", []string{"profile", "init", "--name", ""}, noPaths, nil},
		{"a shell", []string{"completion", ""}, noPaths, shells()},
		{"nothing to add", []string{"version", ""}, noPaths, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			gotPaths, got := complete(t, test.words...)
			if gotPaths != test.paths {
				t.Errorf("got %s for paths, want %s", gotPaths, test.paths)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// A flag that can be repeated is offered again; of one that can be denied, both forms are.
func TestCompleteFlagsAgain(t *testing.T) {
	t.Parallel()
	if _, got := complete(t, "check", "--pack", "ama", "--"); !slices.Contains(got, "--pack") {
		t.Errorf("--pack is not offered again: %v", got)
	}
	_, got := complete(t, "profile", "init", "--")
	if !slices.Contains(got, "--licensed") || !slices.Contains(got, "--no-licensed") {
		t.Errorf("both forms of --licensed are wanted: %v", got)
	}
	_, got = complete(t, "profile", "init", "--no-licensed", "--")
	if slices.Contains(got, "--licensed") || slices.Contains(got, "--no-licensed") {
		t.Errorf("--licensed was given already: %v", got)
	}
}

// Whatever is offered as an id, a source or an answer is one.
func TestCompleteOffersWhatIsThere(t *testing.T) {
	t.Parallel()
	src, err := readSource("")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids(t) {
		if find(src, id) == nil {
			t.Errorf("%s is offered, and guidelines show does not know it", id)
		}
	}
	if got, want := len(ids(t)), countIDs(src.Pack); got != want {
		t.Errorf("%d ids are offered of %d", got, want)
	}
	if _, got := complete(t, "guidelines", "test", "--rule="); len(got) != len(src.Pack.Rules) {
		t.Errorf("%d rules are offered of %d", len(got), len(src.Pack.Rules))
	}
	_, names := complete(t, "check", "--pack", "")
	if _, _, err := choosePacks(names); err != nil {
		t.Errorf("a source is offered that --pack does not know: %v", err)
	}
	_, answers := complete(t, "check", "--answer", "")
	for _, want := range []string{"subject.unsure@p1=self", "relationship.unknown=colleague"} {
		if !slices.Contains(answers, want) {
			t.Errorf("the answer %s is not offered", want)
		}
	}
}

func ids(t *testing.T) []string {
	t.Helper()
	_, all := complete(t, "guidelines", "show", "")
	return all
}

func countIDs(p *pack.File) int {
	n := len(p.Law) + len(p.Rules) + len(p.Questions) + len(p.Conflicts)
	for _, b := range p.Bodies {
		n += len(b.Clauses)
	}
	return n
}

// A word that a command refuses must not be offered by it.
func TestCompleteOffersWhatIsAccepted(t *testing.T) {
	t.Parallel()
	_, all := complete(t, "check", "--format", "")
	for _, format := range all {
		if err := (&checkCommand{Format: format}).usable(); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
	_, all = complete(t, "check", "--fail-on", "")
	for _, verdict := range all {
		if err := (&checkCommand{FailOn: verdict}).usable(); err != nil {
			t.Errorf("%s: %v", verdict, err)
		}
	}
}

// A new flag or argument for a file, a folder or an id says so, or a shell would offer nothing.
func TestEveryNamedValueIsCompleted(t *testing.T) {
	t.Parallel()
	offers := func(v *kong.Value) bool { o := offerValues(v); return o.paths != noPaths || len(o.choices) > 0 }
	for _, n := range model(t).Leaves(true) {
		for _, v := range n.Values() {
			name := v.Name
			if v.Flag != nil {
				name = v.Flag.FormatPlaceHolder()
			}
			wanted := slices.Contains([]string{"FILE", "DIR", "ID", "SHELL", "NAME|DIR", "ID=VALUE"}, name)
			if (wanted || v.Tag.Has("complete")) && !offers(v) {
				t.Errorf("%s: nothing is offered for %s; see offerValues", n.FullPath(), v.Summary())
			}
		}
	}
}

// A draft may be typed where a file was meant. Pressing Tab behind it answers without it, and without an error.
func TestCompleteRepeatsNothing(t *testing.T) {
	t.Parallel()
	for _, words := range [][]string{
		{marker},
		{marker, ""},
		{"check", marker},
		{"check", marker, "-"},
		{"check", "--" + marker},
		{"check", "--" + marker, ""},
		{"check", "--" + marker + "="},
		{"check", "--format=" + marker},
		{"check", "--answer", "subject.unsure=" + marker},
		{"check", "--answer=" + marker},
		{"guidelines", "show", marker},
		{"\xff" + marker, "-\xff"},
		{"--help", marker},
	} {
		_, got := complete(t, words...)
		if strings.Contains(strings.Join(got, " "), "Quillfeather") {
			t.Errorf("%q: what was typed is repeated: %q", words, got)
		}
	}
}
