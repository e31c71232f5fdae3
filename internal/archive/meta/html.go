package meta

import (
	"bytes"
	"io"
	"io/fs"
	"strings"

	"bedside"
	"bedside/internal/archive/stream"
)

// HTML reports whether an archive is a platform's export as pages to look at: by the folders that it puts activity into,
// or by a start page and the classes of Meta's pages.
func HTML(fsys fs.FS, platform string) bool {
	s := sightings{}
	for _, name := range stream.Near(fsys, deeper, ".html", ".htm") {
		if of := Folder(name); of == platform || of == "" && pageOf(fsys, name) == platform {
			s.add(name, false)
		}
	}
	return s.top
}

// pageOf tells whose page a file is by its first bytes.
func pageOf(fsys fs.FS, name string) string {
	f, err := fsys.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	head, _ := io.ReadAll(io.LimitReader(f, 256<<10))
	head = bytes.ToLower(head)
	if !bytes.Contains(head, []byte("uiboxwhite")) && !strings.HasSuffix(name, "start_here.html") {
		return ""
	}
	facebook, instagram := bytes.Count(head, []byte("facebook")), bytes.Count(head, []byte("instagram"))
	switch {
	case instagram > facebook:
		return "instagram"
	case facebook > 0:
		return "facebook"
	}
	return ""
}

// ErrHTML says what to do about an export that is pages to look at.
func ErrHTML(name string) error {
	return bedside.Errorf(bedside.CodeInvalid, "this %[1]s export is a set of web pages (HTML), which cannot be read without losing some of it: "+
		"ask %[1]s for it once more (Settings, Accounts Centre, Your information and permissions, Download your information) and choose JSON as the format", name)
}
