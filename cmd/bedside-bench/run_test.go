package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDrive runs the real engine as a run starts it.
func TestDrive(t *testing.T) {
	t.Parallel()
	in, out := filepath.Join(t.TempDir(), "in"), filepath.Join(t.TempDir(), "out")
	text := `{"text":"warm","warm":true}` + "\n" + `{"text":"Écris à zoe.muster@example.org"}` + "\n"
	if err := os.WriteFile(in, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := run(context.Background(), []string{"-drive", in, out}, io.Discard); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(string(b), "\n"); len(lines) != 3 || !strings.Contains(lines[0], `[8,30,"email"]`) || !strings.Contains(lines[1], "ready_s") {
		t.Errorf("got %s", b)
	}
}

func TestOptions(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"-nothing"}, {"stray"}, {"-drive"}, {"-drive", "one"}} {
		if err := run(context.Background(), args, io.Discard); err == nil {
			t.Errorf("%v is taken", args)
		}
	}
	if o, err := parseOptions([]string{"-most", "3"}, io.Discard); err != nil || o.most != 3 || o.out != "docs/benchmarks.md" {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestPeersByName(t *testing.T) {
	t.Parallel()
	if got := peers("presidio"); len(got) != 2 {
		t.Errorf("%d are run", len(got))
	}
	if got := peers(""); len(got) < 9 || got[0].Name != "Bedside" {
		t.Errorf("all: %+v", got)
	}
}
