package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"bedside/internal/eval/exif"
)

// runMetadata compares with exiftool on the pictures of the shared folder. A folder or a program that is not there is no failure:
// neither is part of this repository.
func runMetadata(o options, e env) int {
	folders := []string{filepath.Join(o.shared, "data/images/exif"), filepath.Join(o.shared, "data/images/containers")}
	for _, folder := range folders {
		if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(e.stdout, "metadata: nothing was measured: %s is not there\n", folder)
			return 0
		}
	}
	if _, err := exec.LookPath("exiftool"); err != nil {
		fmt.Fprintln(e.stdout, "metadata: nothing was measured: exiftool is not installed")
		return 0
	}
	if err := measureMetadata(folders, e); err != nil {
		fmt.Fprintln(e.stderr, "bedside-eval:", err)
		return 2
	}
	return 0
}

func measureMetadata(folders []string, e env) error {
	scratch, err := os.MkdirTemp("", "bedside-metadata-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	report, err := exif.Measure(context.Background(), exiftool, scratch, folders...)
	if err != nil {
		return err
	}
	return report.Print(e.stdout)
}

func exiftool(ctx context.Context, args ...string) ([]byte, error) {
	return exec.CommandContext(ctx, "exiftool", args...).Output()
}
