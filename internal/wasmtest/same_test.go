// Package wasmtest holds one test: the corpus and the examples through the native engine and through the engine that
// browsers fetch, under node, give the same bytes. `make wasm-test` builds the latter and runs it; without it, the test
// is skipped. It tells ids, counts and offsets, never a draft, and of the lock-box only how many answers differ.
package wasmtest

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/packs"
	reader "bedside/read"
	"bedside/render"
	"bedside/tables"
)

const root = "../.."

// sample is a draft and the time to check it at.
type sample struct {
	id    string
	draft []byte
	asOf  string
}

// some is every how many drafts also goes through the reader's second stage, which takes most of a second of a browser's core.
const some = 60

func TestSameBytes(t *testing.T) {
	t.Parallel()
	dist := os.Getenv("BEDSIDE_DIST")
	if dist == "" {
		t.Skip("BEDSIDE_DIST names no built folder: run make wasm-test")
	}
	open := slices.Concat(corpus(t, "dev"), examples(t), odd())
	sealed := corpus(t, "lockbox")
	first, _, err := reader.CutSecond(tables.Reader())
	if err != nil {
		t.Fatal(err)
	}
	t.Run("first stage", func(t *testing.T) {
		t.Parallel()
		same(t, dist, first, open, sealed)
	})
	t.Run("both stages", func(t *testing.T) {
		t.Parallel()
		same(t, dist, tables.Reader(), every(some, open), every(some, sealed))
	})
}

// same compares the answers of both engines, with the same weights of the reader.
func same(t *testing.T, dist string, weights []byte, open, sealed []sample) {
	t.Helper()
	all := slices.Concat(open, sealed)
	want := native(t, weights, all)
	got, speed := wasm(t, dist, weights, all)
	if len(got) != len(want) {
		t.Fatalf("%d drafts went in, %d answers came out", len(want), len(got))
	}
	for i, s := range open {
		if at := differ(got[i], want[i]); at >= 0 {
			t.Errorf("%s: the answers differ from byte %d on (WASM %d bytes, native %d)", s.id, at, len(got[i]), len(want[i]))
		}
	}
	if hash(got[len(open):]) != hash(want[len(open):]) {
		t.Error("the lock-box gives other bytes")
	}
	t.Logf("%d open and %d sealed drafts give the same bytes natively and as WASM; %s", len(open), len(sealed), speed)
}

func every(n int, samples []sample) (out []sample) {
	for i := 0; i < len(samples); i += n {
		out = append(out, samples[i])
	}
	return out
}

// corpus reads the drafts of one part, each as it is written.
func corpus(t *testing.T, part string) []sample {
	t.Helper()
	var out []sample
	for _, file := range glob(t, "corpus/"+part+"/*.jsonl") {
		for line := range bytes.Lines(read(t, file)) {
			var record struct {
				ID    string          `json:"id"`
				Draft json.RawMessage `json:"draft"`
			}
			if json.Unmarshal(line, &record) == nil && record.Draft != nil {
				out = append(out, sample{record.ID, record.Draft, "2026-07-01T12:00:00Z"})
			}
		}
	}
	if len(out) == 0 {
		t.Errorf("corpus/%s holds no drafts", part)
	}
	return out
}

func examples(t *testing.T) []sample {
	t.Helper()
	var out []sample
	for _, file := range glob(t, "examples/*.json") {
		out = append(out, sample{filepath.Base(file), read(t, file), ""})
	}
	return out
}

// odd are drafts whose answer is an error, or turns on the boundary: sentences, characters beyond the BMP, no time.
func odd() []sample {
	var out []sample
	for _, draft := range []string{
		`{}`, `{"text":1}`, `{"text":"a","txet":"b"}`, `[`, ``, `{"text":"\ud800 half of a pair"}`, "{\"text\":\"a\u2028b\\u0000c\"}",
		`{"text":"👩🏽‍⚕️ Zoë saw Mr Ångström ﬁrst, 10\u00a0mg 💊","lang":"en-GB"}`, `{"text":"x","time":"2024-02-30T00:00:00Z"}`,
	} {
		out = append(out, sample{"odd draft " + string(rune('a'+len(out))), []byte(draft), ""})
	}
	return append(out, sample{"no time", []byte(`{"text":"Long day."}`), "yesterday"})
}

func native(t *testing.T, weights []byte, samples []sample) [][]byte {
	t.Helper()
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: weights, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	var out [][]byte
	for _, s := range samples {
		var b bytes.Buffer
		r, err := check(e, s)
		var told *bedside.Error
		switch {
		case err == nil:
			r.Mentions = nil // as without --mentions
			err = render.JSON(&b, r)
		case errors.As(err, &told):
			err = render.JSONError(&b, "", told)
		}
		if err != nil {
			t.Fatalf("%s: %v", s.id, err)
		}
		out = append(out, b.Bytes())
	}
	return out
}

func check(e *engine.Engine, s sample) (*bedside.Result, error) {
	d, err := bedside.DecodeDraft(s.draft)
	if err != nil {
		return nil, err
	}
	var asOf time.Time
	if s.asOf != "" {
		if asOf, err = bedside.ParseTime(s.asOf); err != nil {
			return nil, err
		}
	}
	return e.Check(d, asOf)
}

// wasm asks the engine of a built folder, and how fast it was.
func wasm(t *testing.T, dist string, weights []byte, samples []sample) (answers [][]byte, speed string) {
	t.Helper()
	var in bytes.Buffer
	for _, s := range samples {
		line, err := json.Marshal(map[string]string{"draft": string(s.draft), "as_of": s.asOf})
		if err != nil {
			t.Fatal(err)
		}
		in.Write(append(line, '\n'))
	}
	file := filepath.Join(t.TempDir(), "reader.bin")
	if err := os.WriteFile(file, weights, 0o600); err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", filepath.Join(root, "web", "answers.mjs"), dist, file)
	node.Stdin, node.Stderr = &in, os.Stderr
	out, err := node.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	for line := range bytes.Lines(out) {
		var answer string
		if err := json.Unmarshal(line, &answer); err != nil {
			t.Fatalf("node wrote a line that is no answer: %d bytes", len(line))
		}
		answers, speed = append(answers, []byte(answer)), answer
	}
	return answers[:max(0, len(answers)-1)], strings.TrimSpace(speed)
}

// differ is the first byte at which two answers differ, or -1.
func differ(a, b []byte) int {
	if bytes.Equal(a, b) {
		return -1
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func hash(answers [][]byte) [sha256.Size]byte { return sha256.Sum256(bytes.Join(answers, nil)) }

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := fs.Glob(os.DirFS(root), pattern)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}
