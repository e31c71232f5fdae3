package sqlite_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"bedside"
	"bedside/internal/store"
	"bedside/internal/store/sqlite"
	"bedside/internal/store/storetest"
)

// TestMain lets a test run this program again, as another process.
func TestMain(m *testing.M) {
	if role := os.Getenv("BEDSIDE_TEST_ROLE"); role != "" {
		fmt.Println(play(role))
		return
	}
	os.Exit(m.Run())
}

// play is what the other process does: it puts records until it has put as many as it should, or cannot, and says how that ended.
func play(role string) string {
	dir := os.Getenv("BEDSIDE_TEST_DIR")
	s, err := sqlite.Open(noTest(), filepath.Join(dir, "bedside.db"), storetest.KeeperIn(dir), time.Now)
	if err != nil {
		return fmt.Sprintf("0 %s %v", bedside.CodeOf(err), err)
	}
	defer s.Close()
	for n := range 400 {
		if err := putOne(s, role, n); err != nil {
			return fmt.Sprintf("%d %s %v", n, bedside.CodeOf(err), err)
		}
	}
	return "400"
}

// putOne puts a record of some pages.
func putOne(s store.Store, role string, n int) error {
	_, err := s.Put(noTest(), store.Record{ID: fmt.Sprintf("%s%d", role, n), Kind: "hold", State: role, Body: bytes.Repeat([]byte("x"), 10_000)})
	return err
}

// another runs this program again by a shell's command line, in which "$0" stands for it.
func another(t *testing.T, dir, role, commandLine string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "sh", "-c", commandLine, os.Args[0])
	cmd.Env = append(os.Environ(), "BEDSIDE_TEST_ROLE="+role, "BEDSIDE_TEST_DIR="+dir)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v: %s", role, err, out)
	}
	return strings.TrimSpace(string(out))
}

// intact holds a store to have what was acknowledged and nothing more, and its events to hold.
func intact(t *testing.T, s *sqlite.Store, state string, want int) {
	t.Helper()
	counts, err := s.Count(t.Context(), store.Filter{Kind: "hold"})
	if err != nil || counts[state] != want {
		t.Errorf("got %d records, %v, want %d", counts[state], err, want)
	}
	if v, err := s.Verify(t.Context()); err != nil || v.Break != nil {
		t.Errorf("got %+v, %v", v.Break, err)
	}
}

func TestTwoProcessesShareAFile(t *testing.T) {
	t.Parallel()
	unixOnly(t)
	dir := t.TempDir() // both make the file and the key at once
	done := make(chan string)
	for _, role := range []string{"a", "b"} {
		go func() { done <- another(t, dir, role, `exec "$0"`) }()
	}
	for range 2 {
		if got := <-done; got != "400" {
			t.Errorf("got %s", got)
		}
	}
	s := open(t, dir)
	intact(t, s, "a", 400)
	intact(t, s, "b", 400)
}

// TestFileThatMayNotGrow limits how long a file may be, as a quota does.
func TestFileThatMayNotGrow(t *testing.T) {
	t.Parallel()
	unixOnly(t)
	dir := t.TempDir()
	got := another(t, dir, "a", `trap '' XFSZ; ulimit -f 2000; exec "$0"`)
	var n int
	if _, err := fmt.Sscan(got, &n); err != nil || n == 0 || !strings.Contains(got, "unavailable") || !strings.Contains(got, "nothing was changed") {
		t.Fatalf("got %s", got)
	}
	s := open(t, dir)
	intact(t, s, "a", n)
	if err := putOne(s, "a", n); err != nil { // and with room it goes on
		t.Error(err)
	}
}

func unixOnly(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("it needs a Unix shell")
	}
}
