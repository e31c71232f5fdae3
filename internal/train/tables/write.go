package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// table is one file to be written: header lines that begin with #, then one entry a line.
type table struct {
	name   string
	header string
	lines  []string
}

func (t table) bytes() []byte {
	return []byte(t.header + "\n" + strings.Join(t.lines, "\n") + "\n")
}

// writeWhole writes a table beside its place and renames it, so that a reader sees the old file or the new one.
func writeWhole(folder string, t table) (err error) {
	temp, err := os.CreateTemp(folder, "."+t.name+"-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", t.name, err)
	}
	defer func() {
		if err != nil {
			_ = temp.Close()
			_ = os.Remove(temp.Name())
		}
	}()
	if _, err := temp.Write(t.bytes()); err != nil {
		return fmt.Errorf("write %s: %w", t.name, err)
	}
	if err := temp.Chmod(0o644); err != nil {
		return fmt.Errorf("write %s: %w", t.name, err)
	}
	if err := temp.Close(); err != nil {
		return fmt.Errorf("write %s: %w", t.name, err)
	}
	if err := os.Rename(temp.Name(), filepath.Join(folder, t.name)); err != nil {
		return fmt.Errorf("write %s: %w", t.name, err)
	}
	return nil
}
