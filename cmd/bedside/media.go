package main

import (
	"bytes"
	"slices"
)

// isMedia reports whether a file is a picture, a video or a document, by its name or by its first bytes.
func isMedia(extension string, b []byte) bool {
	return slices.Contains([]string{
		".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp",
		".mp4", ".mov", ".m4v", ".webm", ".mkv", ".pdf", ".dcm",
	}, extension) || hasMagic(b)
}

func hasMagic(b []byte) bool {
	for _, m := range []struct {
		at    int
		bytes string
	}{
		{0, "\xff\xd8\xff"},
		{0, "\x89PNG\r\n\x1a\n"},
		{0, "GIF87a"},
		{0, "GIF89a"},
		{8, "WEBP"},
		{0, "%PDF-"},
		{128, "DICM"},
		{0, "II*\x00"},
		{0, "MM\x00*"},
		{4, "ftyp"},
		{0, "\x1aE\xdf\xa3"},
	} {
		if len(b) > m.at && bytes.HasPrefix(b[m.at:], []byte(m.bytes)) {
			return m.at == 0 || m.bytes == "DICM" || bytes.HasPrefix(b, []byte("RIFF")) || b[0] == 0
		}
	}
	return false
}
