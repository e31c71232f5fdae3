package sqlite_test

import (
	"os"
	"strings"
	"syscall"
	"testing"

	"bedside"
	"bedside/internal/store"
)

// disk mounts a small disk of its own, which only root may.
func disk(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		if os.Geteuid() == 0 {
			t.Logf("no disk can be mounted here: %v", err)
		}
		t.Skip("only root may mount a disk; TestFileThatMayNotGrow needs none")
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func remount(t *testing.T, dir string, flags uintptr, options string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|flags, options); err != nil {
		t.Fatal(err)
	}
}

func TestFullDisk(t *testing.T) {
	t.Parallel()
	dir := disk(t, "size=2m,mode=0700")
	t.Run("", func(t *testing.T) { // it ends before the disk is taken away
		s := open(t, dir)
		n, err := 0, error(nil)
		for ; err == nil && n < 400; n++ {
			err = putOne(s, "a", n)
		}
		n--
		if bedside.CodeOf(err) != bedside.CodeUnavailable || !strings.Contains(err.Error(), "the disk is full") {
			t.Fatalf("after %d records: got %v", n, err)
		}
		intact(t, s, "a", n)
		remount(t, dir, 0, "size=16m,mode=0700")
		if err := putOne(s, "a", n); err != nil {
			t.Error(err)
		}
		if err := s.Delete(t.Context(), "", "hold", "a0"); err != nil {
			t.Error(err)
		}
		intact(t, s, "a", n)
	})
}

func TestDiskThatCanOnlyBeRead(t *testing.T) {
	t.Parallel()
	dir := disk(t, "size=16m,mode=0700")
	t.Run("", func(t *testing.T) { // it ends before the disk is taken away
		func() {
			s := open(t, dir)
			if err := putOne(s, "a", 0); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}()
		remount(t, dir, syscall.MS_RDONLY, "size=16m,mode=0700")
		for _, role := range []string{"b", "c"} {
			got := another(t, dir, role, `exec "$0"`)
			if !strings.HasPrefix(got, "0 unavailable") || !strings.Contains(got, "cannot be") {
				t.Errorf("got %s", got)
			}
		}
		remount(t, dir, 0, "size=16m,mode=0700")
		s := open(t, dir)
		intact(t, s, "a", 1)
		if _, err := s.Get(t.Context(), "", "hold", "a0"); err != nil {
			t.Error(err)
		}
		if _, err := s.List(t.Context(), store.Filter{Kind: "hold"}); err != nil {
			t.Error(err)
		}
	})
}
