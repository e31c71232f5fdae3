package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bedside/internal/app"
)

// TestInterruptedImport: the next program says that an import was broken off, and goes on with it, by itself or at once.
func TestInterruptedImport(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.stop()
	imp, err := r.Import(t.Context(), "a.jsonl", strings.NewReader(lines(years())))
	r.must(err)
	r.must(r.Resume(t.Context()))
	o, err := r.Overview(t.Context())
	r.must(err)
	if n := o.Imports[0].Noun; n.Interrupted.IsZero() || !n.Waits() {
		t.Error("it is not said that it was interrupted")
	}
	r.must(r.GoOn(t.Context()))
	r.must(r.GoOn(t.Context())) // pressed twice
	r.work()
	o = r.settle()
	if k := o.Imports[0]; k.ID != imp.ID || k.State != app.ImportDone || k.Noun.Waits() || k.Noun.Interrupted.IsZero() || o.Sum.Audit.Posts != len(years()) {
		t.Errorf("the import is %s with %d posts; it waits: %v", k.State, o.Sum.Audit.Posts, k.Noun.Waits())
	}
	r.must(r.Resume(t.Context()))
	if o, err = r.Overview(t.Context()); err != nil || o.Imports[0].Noun.Waits() {
		t.Errorf("what is done counts as interrupted: %v", err)
	}
}

// TestAnotherNodesImport: what another program of the team reads is none of this one's.
func TestAnotherNodesImport(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.stop()
	_, err := r.Import(t.Context(), "a.jsonl", strings.NewReader(lines(years())))
	r.must(err)
	r.Node = "another"
	r.must(r.Resume(t.Context()))
	if o, err := r.Overview(t.Context()); err != nil || o.Imports[0].Noun.Waits() {
		t.Errorf("it is said to be interrupted: %v", err)
	}
	r.Node = ""
	r.work()
	r.settle()
}

// TestHalfAnArchive: a program that ended while an archive was on its way leaves its name, and nothing of what it holds.
func TestHalfAnArchive(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	dir := filepath.Join(r.Uploads, "HALFWAY")
	r.must(os.MkdirAll(dir, 0o700))
	r.must(os.WriteFile(filepath.Join(dir, "half.zip"), []byte("PK and so on"), 0o600))
	for range 2 {
		r.must(r.Resume(t.Context()))
		o, err := r.Overview(t.Context())
		r.must(err)
		if len(o.Imports) != 1 || o.Imports[0].State != app.ImportFailed || !strings.Contains(o.Imports[0].Noun.Archive.Problem, "import it again") {
			t.Fatalf("%d imports are listed", len(o.Imports))
		}
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("half of the archive is still there")
	}
}

// TestGivenUp: work that was given up can be gone on with, or left.
func TestGivenUp(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.stop()
	imp, err := r.Import(t.Context(), "a.jsonl", strings.NewReader(lines(years())))
	r.must(err)
	r.must(r.Jobs.Cancel(t.Context(), "timeline")) // as if nobody could do it
	r.work()
	r.must(r.GoOn(t.Context()))
	if o := r.settle(); o.Imports[0].ID != imp.ID || o.Imports[0].State != app.ImportDone {
		t.Errorf("the import is %s", o.Imports[0].State)
	}
}
