//go:build unix

package whole_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"bedside/internal/whole"
)

// TestPipesAreWrittenTo: what is no file is never replaced by one.
func TestPipesAreWrittenTo(t *testing.T) {
	t.Parallel()
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	end, err := os.OpenFile(pipe, os.O_RDWR|syscall.O_NONBLOCK, 0) // so that whoever writes need not wait for a reader
	if err != nil {
		t.Fatal(err)
	}
	defer end.Close()
	if err := errors.Join(whole.Try(pipe), whole.WriteFile(pipe, []byte("words"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(pipe); err != nil || info.Mode().Type() != fs.ModeNamedPipe {
		t.Fatalf("got %v, %v", info.Mode(), err)
	}
	got := make([]byte, len("words"))
	if _, err := io.ReadFull(end, got); err != nil || string(got) != "words" {
		t.Errorf("got %q, %v", got, err)
	}
}
