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
	read := make(chan string, 1)
	go func() {
		f, err := os.Open(pipe)
		if err != nil {
			read <- err.Error()
			return
		}
		b, _ := io.ReadAll(f)
		_ = f.Close()
		read <- string(b)
	}()
	if err := errors.Join(whole.Try(pipe), whole.WriteFile(pipe, []byte("words"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if got := <-read; got != "words" {
		t.Errorf("got %q", got)
	}
	if info, err := os.Stat(pipe); err != nil || info.Mode().Type() != fs.ModeNamedPipe {
		t.Errorf("got %v, %v", info.Mode(), err)
	}
}
