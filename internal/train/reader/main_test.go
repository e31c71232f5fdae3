package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/train/learn"
	"bedside/read"
)

// labelled is a line of the corpus: some writer's draft, labelled as one to send back.
const labelled = `{"id":%q,"draft":{"text":%q},"gold":{"verdict":"revise","band":["revise","block"],"findings":[{"topic":"respect","severity":"revise","clauses":[],"spans":[]}],"person":"none","recognisable":[]},"meta":{"writer":%q,"topic":"respect","variety":"UK","voice":"x","ordinary":false}}` + "\n"

// place makes a folder with a small corpus, its lock-box as given, and a few tweets.
func place(t *testing.T, lockbox map[string]string) (corpus, shared string) {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{
		"corpus/dev/a.jsonl":        fmt.Sprintf(labelled, "a-1", "what a whale she was", "a") + fmt.Sprintf(labelled, "a-2", "what a whale he was", "a"),
		"corpus/dev/b.jsonl":        fmt.Sprintf(labelled, "b-1", "such a whale again", "b"),
		"shared/data/btc/btc.train": "Good\tO\nmorning\tO\n\nCoffee\tO\n\nOne\tO\n\nTwo\tO\n",

		"shared/data/wnut17/wnut17train.conll": "Tea\tO\n\t\nRain\tO\n",
		"shared/data/tweebank_ner/train.bio":   "-DOCSTART- -X- -X- O\n\nRT\t-\t-\tO\n",
		"shared/data/tweebank_ner/dev.bio":     "Sun\t-\t-\tO\n",
	}
	for name, s := range lockbox {
		files["corpus/"+name] = s
	}
	for name, s := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "corpus"), filepath.Join(dir, "shared")
}

// TestLockboxIsNeverRead trains beside a lock-box and beside none: nothing of it comes in, no sample, no word of it and no bit of a
// weight. A lock-box that nobody could read would stop whoever reads it.
func TestLockboxIsNeverRead(t *testing.T) {
	t.Parallel()
	sealed := strings.Repeat(fmt.Sprintf(labelled, "SEALEDMARK", "sealedmark sealedmark", "SEALEDMARK")+fmt.Sprintf(labelled, "SEALED-2", "sealedmark", "SEALEDMARK"), 3)
	without, shared := place(t, nil)
	with, _ := place(t, map[string]string{
		"lockbox/l1.jsonl": sealed, "lockbox/a.jsonl": sealed, "lockbox/second/l1.jsonl": sealed, "lockbox/scores.jsonl": "SEALEDMARK",
		"lockbox/dev/a.jsonl": sealed, "second/l1.jsonl": sealed,
	})
	want, got := gatherFrom(t, without, shared), gatherFrom(t, with, shared)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var writers []string
	for i := range got {
		if g := got[i].Group; !strings.HasPrefix(g, "rule ") && !strings.HasPrefix(g, "ordinary-") {
			writers = append(writers, g)
		}
	}
	if diff := cmp.Diff([]string{"a", "a", "b"}, writers); diff != "" {
		t.Errorf("writers: %s", diff)
	}
}

func gatherFrom(t *testing.T, corpus, shared string) []learn.Sample {
	t.Helper()
	set, err := openCorpus(corpus)
	if err != nil {
		t.Fatal(err)
	}
	samples, err := gather(set.Records, os.DirFS(shared), nil)
	if err != nil {
		t.Fatal(err)
	}
	return samples
}

// TestRun trains on a small corpus: it tells what each head is worth, and the same input gives the same bytes.
func TestRun(t *testing.T) {
	t.Parallel()
	var written [2][]byte
	for i := range written {
		corpus, shared := place(t, map[string]string{"lockbox/l1.jsonl": strings.Repeat("SEALEDMARK", i)})
		out := filepath.Join(corpus, "reader.bin")
		var stdout, stderr bytes.Buffer
		if status := run([]string{"-corpus", corpus, "-shared", shared, "-out", out, "-packs", ""}, &stdout, &stderr); status != 0 {
			t.Fatalf("status %d: %s", status, &stderr)
		}
		for _, want := range []string{"contempt", "rules and reader: of 3 to send back", out} {
			if !strings.Contains(stdout.String(), want) {
				t.Errorf("%q is not told", want)
			}
		}
		if told := stdout.String() + stderr.String(); strings.Contains(told, "whale") || strings.Contains(told, "SEALEDMARK") {
			t.Error("words of a draft are told")
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := read.Load(b); err != nil {
			t.Error(err)
		}
		written[i] = b
	}
	if !bytes.Equal(written[0], written[1]) {
		t.Error("the same input gives two models")
	}
}

func TestRunFails(t *testing.T) {
	t.Parallel()
	corpus, shared := place(t, nil)
	damaged, _ := place(t, map[string]string{"dev/c.jsonl": "whale\n"})
	for name, tt := range map[string]struct {
		args   []string
		status int
		want   string
	}{
		"an unknown flag":  {[]string{"-lockbox"}, 2, "-lockbox"},
		"no public data":   {[]string{"-corpus", corpus, "-shared", corpus}, 2, "say where the public data is with -shared FOLDER"},
		"a damaged corpus": {[]string{"-corpus", damaged, "-shared", shared}, 2, "1 lines that are no labelled drafts, the first at dev/c.jsonl:1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var stdout, stderr bytes.Buffer
			status := run(append([]string{"-out", filepath.Join(corpus, "none", "reader.bin")}, tt.args...), &stdout, &stderr)
			if status != tt.status || !strings.Contains(stderr.String(), tt.want) || strings.Contains(stderr.String(), "whale") {
				t.Errorf("status %d: %s", status, &stderr)
			}
		})
	}
}
