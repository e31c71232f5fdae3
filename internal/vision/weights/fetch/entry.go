package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"strings"

	"bedside/internal/vision/weights"
)

// entry reads a file out of a package: pip's are zip files, npm's gzipped tar files.
func entry(archive []byte, f weights.File) ([]byte, error) {
	if strings.HasPrefix(string(archive[:min(2, len(archive))]), "PK") {
		z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
		if err != nil {
			return nil, err
		}
		return fs.ReadFile(z, f.Path)
	}
	g, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, err
	}
	for t := tar.NewReader(g); ; {
		header, err := t.Next()
		if err == io.EOF {
			return nil, fs.ErrNotExist
		}
		if err != nil {
			return nil, err
		}
		if header.Name == f.Path {
			return io.ReadAll(io.LimitReader(t, int64(f.Bytes)+1))
		}
	}
}
