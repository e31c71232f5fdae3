package stream_test

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/archive"
	"bedside/internal/archive/stream"
)

// walked lists the values of a text with their keys, and why it ended.
func walked(text string) (values []string, err error) {
	err = stream.Walk(strings.NewReader(text), func(keys []string, raw json.RawMessage) error {
		values = append(values, strings.Join(keys, ".")+"="+string(raw))
		return nil
	})
	return values, err
}

func TestWalk(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
		broken     string
	}{
		{"a list", `[{"a":[1]}, 2 ,"x"]`, []string{`={"a":[1]}`, "=2", `="x"`}, ""},
		{"objects are taken apart", `{"a":{"b":{"c":1.50,"d":"é"},"e":null},"f":true}`, []string{"a.b.c=1.50", `a.b.d="é"`, "a.e=null", "f=true"}, ""},
		{"lists in objects", `{"a":{"b":[{"c":1},{"c":2}]}}`, []string{`a.b={"c":1}`, `a.b={"c":2}`}, ""},
		{"nothing", `{"a":[],"b":{}}`, []string{"a=", "b="}, ""},
		{"an empty list", `[]`, []string{"="}, ""},
		{"a byte order mark", "\uFEFF[1]", []string{"=1"}, ""},
		{"what is behind does not matter", `[1] rubbish`, []string{"=1"}, ""},
		{"no list", `"a"`, nil, "neither a list nor an object"},
		{"empty", ``, nil, "the file ends in the middle"},
		{"cut in a list", `[{"a":1},{"a":`, []string{`={"a":1}`}, "the file ends in the middle"},
		{"cut behind an element", `{"a":[1,`, []string{`a=1`}, "the file ends in the middle"},
		{"not JSON", `[1,{a:2}]`, []string{"=1"}, "not JSON from some point on"},
		{"deep objects", strings.Repeat(`{"a":`, 1000), nil, "nested deeper than any export known here"},
		{"deep lists", strings.Repeat(`[`, 100_000), nil, "not JSON from some point on"},
		{"a long value", `["` + strings.Repeat("a", stream.MaxValue+4096) + `"]`, nil, "one entry is longer than 16 MiB: the rest of the file was not read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := walked(c.text)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			broken, ok := errors.AsType[*stream.BrokenError](err)
			if ok != (c.broken != "") || ok && broken.Error() != c.broken {
				t.Errorf("got %v, want %q", err, c.broken)
			}
		})
	}
}

// TestWalkHoldsOneValue reads far more than one value may have.
func TestWalkHoldsOneValue(t *testing.T) {
	t.Parallel()
	element := `"` + strings.Repeat("a", 1<<20) + `",`
	text := io.MultiReader(strings.NewReader("["), &repeat{text: element, times: 40}, strings.NewReader("0]"))
	n := 0
	err := stream.Walk(text, func([]string, json.RawMessage) error { n++; return nil })
	if err != nil || n != 41 {
		t.Errorf("read %d values: %v", n, err)
	}
}

func TestWalkIntoElements(t *testing.T) {
	t.Parallel()
	text := `[{"a":{"id":1,"list":[{"b":2},{"b":3}]}},[4],5,{}]`
	var got []string
	err := stream.WalkInto(strings.NewReader(text), func(keys []string) bool { return len(keys) == 0 }, func(keys []string, raw json.RawMessage) error {
		got = append(got, strings.Join(keys, ".")+"="+string(raw))
		return nil
	})
	want := []string{"=", "a.id=1", `a.list={"b":2}`, `a.list={"b":3}`, "=", "=", "=4", "=", "=5", "=", "="}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

type repeat struct {
	text  string
	at    int
	times int
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.times == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.text[r.at:])
	if r.at += n; r.at == len(r.text) {
		r.at, r.times = 0, r.times-1
	}
	return n, nil
}

func TestWalkEndsWithTheErrorOfItsVisitor(t *testing.T) {
	t.Parallel()
	full := errors.New("full")
	for _, c := range []struct{ err, want error }{{full, full}, {stream.ErrStop, nil}} {
		n := 0
		err := stream.Walk(strings.NewReader(`{"a":[1,2],"b":3}`), func([]string, json.RawMessage) error { n++; return c.err })
		if !errors.Is(err, c.want) || n != 1 {
			t.Errorf("visited %d values: %v", n, err)
		}
	}
}

func TestFileCountsWhatCannotBeRead(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"messages/inbox/pat_1/message_1.json": {Data: []byte(`[1,`)}}
	out := archive.NewImport(nil)
	visit := func([]string, json.RawMessage) error { return nil }
	for _, name := range []string{"messages/inbox/pat_1/message_1.json", "gone.json"} {
		if err := stream.File(fsys, name, out, visit); err != nil {
			t.Error(err)
		}
	}
	want := []archive.Skipped{
		{File: "messages/inbox/…/message_1.json", Reason: "the file ends in the middle", Count: 1},
		{File: "gone.json", Reason: "the file cannot be opened", Count: 1},
	}
	if diff := cmp.Diff(want, out.Report.Skipped); diff != "" {
		t.Error(diff)
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{}
	for _, name := range []string{"b/p_10.json", "b/p_2.json", "b/p_1.JSON", "a.json", "a.txt", ".hidden/x.json", "__MACOSX/x.json", "b/._p.json", "b/p_02.json"} {
		fsys[name] = &fstest.MapFile{}
	}
	got, err := stream.Files(t.Context(), fsys, ".json")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a.json", "b/p_1.JSON", "b/p_02.json", "b/p_2.json", "b/p_10.json"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestNearLooksIntoFewFiles(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"x/y/deep.json": {}}
	for i := range 500 {
		fsys["x/"+strings.Repeat("a", i+1)+".json"] = &fstest.MapFile{}
	}
	got := stream.Near(fsys, func(string) bool { return true }, ".json")
	if len(got) > 100 || !slices.Contains(got, "x/y/deep.json") {
		t.Errorf("%d files", len(got))
	}
	if got := stream.Near(fsys, func(string) bool { return false }, ".json"); len(got) != 0 {
		t.Errorf("%d files at the top", len(got))
	}
}

// FuzzWalk looks for panics, and for errors of a kind that might hold what was read.
func FuzzWalk(f *testing.F) {
	for _, s := range []string{`[{"a":[1]},2]`, `{"a":{"b":[]},"c":"d"}`, "\uFEFF{}", `[1,`, `{"a":tru`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var values []string
		err := stream.Walk(strings.NewReader(string(b)), func(keys []string, raw json.RawMessage) error {
			if raw != nil && !json.Valid(raw) {
				t.Error("a value that is not JSON")
			}
			values = append(values, strings.Join(keys, "."))
			return nil
		})
		if _, ok := errors.AsType[*stream.BrokenError](err); err != nil && !ok {
			t.Errorf("an error of another kind after %d values", len(values))
		}
	})
}
