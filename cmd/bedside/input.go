package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"bedside"
)

// readDraft reads a FILE of the command line: a draft, a picture or document, or plain text.
func (a *app) readDraft(name string) (bedside.Draft, error) {
	f, err := a.openInput(name)
	if err != nil {
		return bedside.Draft{}, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, bedside.MaxJSON+1))
	if err != nil {
		return bedside.Draft{}, cannotRead(name, err)
	}
	d, err := decode(name, b)
	if err != nil {
		return d, about(name, err)
	}
	return d, nil
}

func decode(name string, b []byte) (bedside.Draft, error) {
	switch extension := strings.ToLower(filepath.Ext(name)); {
	case isDraft(name) || name == "-" && looksLikeDraft(b):
		return bedside.DecodeDraft(b)
	case extension == ".jsonl" || extension == ".ndjson":
		return bedside.Draft{}, hint(invalid("this holds one draft a line"), "Add --jsonl to check them all.")
	case isMedia(extension, b):
		return bedside.Draft{Media: []bedside.Media{{Path: name}}}, nil
	default:
		return plainText(b)
	}
}

// isDraft reports whether a FILE is a JSON draft by its name.
func isDraft(name string) bool { return strings.EqualFold(filepath.Ext(name), ".json") }

// looksLikeDraft reports whether standard input, which has no name, holds a JSON draft: a brace and then a key.
func looksLikeDraft(b []byte) bool {
	rest, isObject := bytes.CutPrefix(bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff"))), []byte("{"))
	return isObject && bytes.HasPrefix(bytes.TrimSpace(rest), []byte(`"`))
}

func plainText(b []byte) (bedside.Draft, error) {
	if err := bedside.ValidText(b); err != nil {
		return bedside.Draft{}, err
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff")))) == 0 {
		return bedside.Draft{}, invalid("there is nothing here")
	}
	return bedside.Draft{Text: string(b)}, nil
}

// input is an open FILE, or standard input, which stays open.
type input struct {
	io.ReadCloser
	source any // the stream itself, to ask what it is
}

// openInput opens a FILE, or standard input for “-”.
func (a *app) openInput(name string) (*input, error) {
	if name == "-" {
		return &input{io.NopCloser(a.stdin), a.stdin}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, cannotRead(name, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, cannotRead(name, syscall.EISDIR)
	}
	return &input{f, f}, nil
}

// cannotRead explains why a file could not be read, and what to do about the commonest reasons.
func cannotRead(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist) && mayBeText(name):
		return hint(invalid("there is no such file"), "To check words rather than a file, write them to it: echo \"…\" | bedside check")
	case errors.Is(err, fs.ErrNotExist):
		return invalid("%s: there is no such file", display(name))
	case errors.Is(err, fs.ErrPermission):
		return invalid("%s: this file may not be read", display(name))
	case errors.Is(err, syscall.EISDIR):
		return hint(invalid("%s: this is a folder", display(name)), fmt.Sprintf("Name the files: bedside check %s", filepath.Join(display(name), "*")))
	default:
		return &bedside.Error{Code: bedside.CodeInvalid, Message: display(name) + ": this file cannot be read", Err: err}
	}
}

// about puts the name of a file before what is wrong with it.
func about(name string, err error) error {
	named := *coded(err)
	named.Message = display(name) + ": " + named.Message
	if h, ok := errors.AsType[hinted](err); ok {
		return hint(&named, h.hints...)
	}
	return &named
}

// display is how a file is called in answers.
func display(name string) string {
	if name == "-" {
		return "standard input"
	}
	return strings.ToValidUTF8(name, "\ufffd")
}
