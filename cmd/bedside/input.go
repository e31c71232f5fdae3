package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"bedside"
	"bedside/media"
)

// readDraft reads a FILE of the command line: a draft, a picture or document, or plain text. Pictures are looked at, those that a
// draft names too; whoever asks closes them.
func (a *app) readDraft(name string) (bedside.Draft, *sights, error) {
	f, err := a.openInput(name)
	if err != nil {
		return bedside.Draft{}, &sights{}, err
	}
	d, s, err := a.decode(name, f)
	if err != nil {
		s.close()
		return d, &sights{}, about(name, err)
	}
	return d, s, nil
}

func (a *app) decode(name string, f *input) (bedside.Draft, *sights, error) {
	file, err := f.media()
	if err != nil {
		return bedside.Draft{}, &sights{}, err
	}
	if !isDraft(name) && !isLines(name) && isMedia(name, file) {
		return a.decodeMedia(name, file)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(io.NewSectionReader(file, 0, file.Size()), bedside.MaxJSON+1))
	if err != nil {
		return bedside.Draft{}, &sights{}, &bedside.Error{Code: bedside.CodeInvalid, Message: "this file cannot be read", Err: err}
	}
	d, err := decodeWords(name, b)
	if err != nil {
		return d, &sights{}, err
	}
	if len(d.Media) > 0 {
		defer a.newProgress(nil).looking()()
	}
	return d, a.see(&d, filepath.Dir(name)), nil
}

// decodeMedia makes a draft of one picture, video or document.
func (a *app) decodeMedia(name string, file *mediaFile) (bedside.Draft, *sights, error) {
	s := &sights{files: []*mediaFile{file}}
	if media.TypeOf(file) == "" {
		return bedside.Draft{}, s, noMedia(file)
	}
	defer a.newProgress(nil).looking()()
	seen, err := a.looker().Look(context.Background(), file)
	return bedside.Draft{Media: []bedside.Media{{Path: name, Seen: seen}}}, s, err
}

// noMedia says that a file is called like a picture or a document, and is none.
func noMedia(file media.File) error {
	if file.Size() == 0 {
		return invalid("there is nothing here")
	}
	return hint(invalid("by its name this is a picture, a video or a document, but not by what is in it; nothing of it was checked"),
		"Get the file again. If there are words in it, write them to it: bedside check < FILE")
}

func decodeWords(name string, b []byte) (bedside.Draft, error) {
	switch {
	case isDraft(name) || name == "-" && looksLikeDraft(b):
		return bedside.DecodeDraft(b)
	case isLines(name):
		return bedside.Draft{}, hint(invalid("this holds one draft a line"), "Add --jsonl to check them all.")
	default:
		return plainText(b)
	}
}

// isLines reports whether a FILE holds one draft a line by its name.
func isLines(name string) bool {
	return slices.Contains([]string{".jsonl", ".ndjson"}, strings.ToLower(filepath.Ext(name)))
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

// media is the input as something that can be looked at: a file as it is, and what comes through a pipe from memory.
func (f *input) media() (*mediaFile, error) {
	if file, ok := f.source.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			return &mediaFile{sized{file, info.Size()}, f, file.Name()}, nil
		}
	}
	b, err := io.ReadAll(io.LimitReader(f, media.MaxStill+1))
	if err != nil {
		return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "this cannot be read", Err: err}
	}
	return inMemory(b), nil
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
