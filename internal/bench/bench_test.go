package bench

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/eval"
	"bedside/internal/eval/spans"
)

// TestOurPosts keeps the set what its page says that it is.
func TestOurPosts(t *testing.T) {
	t.Parallel()
	set, err := OurPosts()
	if err != nil {
		t.Fatal(err)
	}
	clean, seen := 0, map[string]bool{}
	for _, post := range set.Texts {
		if len(post.Gold) == 0 {
			clean++
		}
		if seen[post.Text] {
			t.Errorf("line %d stands there twice", post.Row)
		}
		seen[post.Text] = true
	}
	if voices := bytes.Count(posts, []byte("\n= ")); len(set.Texts) < 300 || clean < len(set.Texts)/2 || voices < 8 {
		t.Errorf("%d posts, %d of them clean, %d voices", len(set.Texts), clean, voices)
	}
}

func TestMentions(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ kind, words, want string }{
		"a name":                     {"PERSON", "Ann Poe", "name identifier"},
		"a country":                  {"LOCATION", "Kenya", "country quasi"},
		"a town":                     {"LOCATION", "Appin", "place identifier"},
		"an age":                     {"DATE_TIME", "a 65-year-old", "age quasi"},
		"a great age":                {"DATE_TIME", "a 95-year-old", "age_over_89 identifier"},
		"a year":                     {"DATE", "1987", "year quasi"},
		"a relative time":            {"DATE_TIME", "last week", "recent quasi"},
		"a length of time":           {"DATE_TIME", "3 days", "recent quasi"},
		"a date":                     {"DATE_TIME", "3 June", "date identifier"},
		"a weekday":                  {"DATE_TIME", "last Monday", "date identifier"},
		"a nationality":              {"NRP", "Kenyan", "ethnicity quasi"},
		"a type that we do not know": {"US_BANK_NUMBER", "12345678", "record_number identifier"},
	}
	countries := spans.Countries()
	for name, test := range tests {
		got := mentions(test.words, []spans.Span{{Start: 0, End: len(test.words), Type: test.kind}}, countries)
		if len(got) != 1 || got[0].Type+" "+string(got[0].Class) != test.want {
			t.Errorf("%s: %+v, want %s", name, got, test.want)
		}
	}
}

func TestParseAnswer(t *testing.T) {
	t.Parallel()
	const text = "Zoë  lives"
	got, err := parseAnswer(text, []byte(`[[0,5,"PERSON"],[3,5,"X"],[5,10,"Y"]]`))
	want := []spans.Span{{Start: 0, End: 4, Type: "PERSON"}, {Start: 6, End: 11, Type: "Y"}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	for _, bad := range []string{`[[0,99,"X"]]`, `[["a",1,"X"]]`, `[[0,1,2]]`, `{}`, `[[-1,1,"X"]]`} {
		if _, err := parseAnswer(text, []byte(bad)); err == nil {
			t.Errorf("%s is taken for an answer", bad)
		}
	}
}

// TestDrive runs Bedside's own driver and reads its answers back: what warms up is not answered, and offsets survive.
func TestDrive(t *testing.T) {
	t.Parallel()
	texts := []item{{"warm", true}, {"Zoë is in", false}}
	load := func() (eval.Check, error) {
		return func(d bedside.Draft) (*bedside.Result, error) {
			return &bedside.Result{Mentions: []bedside.MentionOut{
				{Type: "name", Class: bedside.Identifier, Part: bedside.PartText, Start: 0, End: len("Zoë")},
				{Type: "person.self", Class: bedside.Concept, Part: bedside.PartText, Start: 0, End: 1},
			}}, nil
		}, nil
	}
	var out bytes.Buffer
	if err := Drive(strings.NewReader(`{"text":"warm","warm":true}`+"\n"+`{"text":"Zoë is in"}`+"\n"), &out, load); err != nil {
		t.Fatal(err)
	}
	found, cost, err := readAnswers(&out, texts)
	if diff := cmp.Diff([][]spans.Span{{{Start: 0, End: 4, Type: "name"}}}, found); err != nil || diff != "" {
		t.Fatalf("%v\n%s", err, diff)
	}
	if cost.PeakKiB < 0 || cost.SpentS < 0 {
		t.Errorf("cost: %+v", cost)
	}
}

func TestReadAnswersTooFew(t *testing.T) {
	t.Parallel()
	texts := []item{{"a", false}, {"b", false}}
	for _, answers := range []string{"", "[]\n", "[]\n[]\n", "[]\n[]\nno\n"} {
		if _, _, err := readAnswers(strings.NewReader(answers), texts); err == nil {
			t.Errorf("%q is taken for answers and a cost", answers)
		}
	}
}

// An exception may quote the text that it was thrown for.
func TestFailureTellsNoText(t *testing.T) {
	t.Parallel()
	if got := failure([]byte("Traceback\nValueError: SECRETTEXT\n")); got != "ValueError" {
		t.Errorf("got %s", got)
	}
}

func TestTextsOnce(t *testing.T) {
	t.Parallel()
	sets := []spans.Set{{Texts: []spans.Text{{Text: "a"}, {Text: "b"}, {Text: "a"}}}, {Texts: []spans.Text{{Text: "b"}, {Text: "c"}}}}
	want := []item{{"w", true}, {"a", false}, {"b", false}, {"c", false}}
	if diff := cmp.Diff(want, textsOf(sets, []string{"w", "w"})); diff != "" {
		t.Error(diff)
	}
}

func TestVersions(t *testing.T) {
	t.Parallel()
	versions, err := Versions("drivers")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range Peers() {
		if p.Package != "" && versions[p.Package] == "" {
			t.Errorf("%s has no pinned version", p.Title())
		}
		if p.driver == "" {
			continue
		}
		if _, err := os.Stat(filepath.Join("drivers", p.driver)); err != nil {
			t.Errorf("%s has no driver", p.Title())
		}
	}
}

// TestPinned keeps out what a registry could change behind our back.
func TestPinned(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"requirements.txt", "requirements-model.txt"} {
		b, err := os.ReadFile(filepath.Join("drivers", name))
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(strings.ReplaceAll(string(b), "\\\n", " "), "\n") {
			if strings.Contains(block, "==") && !strings.Contains(block, "--hash=sha256:") {
				t.Errorf("%s: no hash: %s", name, strings.Fields(block)[0])
			}
		}
	}
}

func TestWrite(t *testing.T) {
	t.Parallel()
	text := spans.Text{Row: 1, Text: "Saw Ann", Gold: []spans.Span{{Start: 4, End: 7, Type: "name"}}}
	sets := []spans.Set{{Name: spans.OwnSet, Texts: []spans.Text{text, {Row: 2, Text: "no"}}}}
	find := func(text string) ([]bedside.MentionOut, error) {
		if text == "no" {
			return nil, nil
		}
		return []bedside.MentionOut{{Type: "name", Class: bedside.Identifier, Start: 0, End: 7}}, nil
	}
	peers := Peers()
	rows := []Row{
		{Peer: peers[0], Parts: spans.Whole(sets, find).Parts, Cost: Cost{0.05, 0.5, 2048}, Texts: 100},
		{Peer: peers[1], Err: errors.New("SECRETTEXT")},
	}
	var out bytes.Buffer
	o := Occasion{Date: "2026-01-02", Commit: "abc", Machine: "a machine", Versions: map[string]string{"presidio-analyzer": "9.9"}, Notes: []string{"a set is not there"}}
	if err := Write(&out, rows, o); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| Bedside | 100.0 | 0.0 | 200 | 0.05 | 2 |", "on 2026-01-02 at abc, on a machine", "- a set is not there", "| Presidio, sm | 9.9 |",
		"| Bedside | 100.0 % 1/1 [20.7, 100.0] |", "| our posts | identifiers of every kind |",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not told:\n%s", want, &out)
		}
	}
	if strings.Contains(out.String(), "SECRETTEXT") || strings.Contains(out.String(), "Ann") || strings.Contains(out.String(), "| Presidio, sm | 0") {
		t.Errorf("told too much:\n%s", &out)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestWriteFails(t *testing.T) {
	t.Parallel()
	if err := Write(broken{}, nil, Occasion{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("got %v", err)
	}
}
