package archive_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"bedside/internal/archive"
)

func TestStopping(t *testing.T) {
	t.Parallel()
	path := write(t, "a.zip", zipOf(t, file{name: "alpha.csv", text: "posts\none\ntwo\n"}))
	s, err := archive.Open(t.Context(), path, lines{"alpha"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	enough := errors.New("enough")
	r, err := s.Read(t.Context(), func(archive.Item) error { return enough })
	if !errors.Is(err, enough) || r.Read != 1 {
		t.Errorf("got %v after %d", err, r.Read)
	}
	ctx, cancel := context.WithCancel(t.Context())
	r, err = s.Read(ctx, func(archive.Item) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) || r.Read > 2 {
		t.Errorf("got %v after %d", err, r.Read)
	}
}

func TestReportStaysSmall(t *testing.T) {
	t.Parallel()
	out := archive.NewImport(func(archive.Item) error { return nil })
	for i := range 5000 {
		out.Skip(strings.Repeat("f", i%2500+1), "broken")
	}
	if n := len(out.Report.Skipped); n != 1001 || out.Report.Found != 5000 || skipped(out.Report) != 5000 {
		t.Errorf("got %d lines, found %d", n, out.Report.Found)
	}
}

func TestNothingIsLeftOnDisk(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	s, err := archive.Open(t.Context(), write(t, "a.tar", tarOf(t, file{name: "a.txt", text: "words"})))
	if err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "bedside-*")); len(left) > 0 {
		t.Errorf("left while open: %d", len(left))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "bedside-*")); len(left) > 0 {
		t.Errorf("left after closing: %d", len(left))
	}
}
