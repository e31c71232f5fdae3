// Package ziptest makes zip files for tests: archives, and the documents and pictures that are zip files inside. It is for tests.
package ziptest

import (
	"archive/zip"
	"bytes"
	"testing"
)

// File makes a zip file of parts: names and contents by turns.
func File(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		p, err := w.Create(parts[i])
		if err == nil {
			_, err = p.Write([]byte(parts[i+1]))
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}
