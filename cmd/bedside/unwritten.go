package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"bedside"
)

// unwritten explains why a file could not be written, and what to do about the commonest reasons. A name that nothing can be written to is
// wrong use; a disk that is full is a fault of the machine.
func unwritten(name string, err error) error {
	told := func(code bedside.Code, what, advice string) error {
		return hint(&bedside.Error{Code: code, Message: display(name) + ": " + what + "; nothing was written", Err: err}, advice)
	}
	info, gone := os.Stat(filepath.Dir(name))
	switch {
	case isFull(err):
		return told(bedside.CodeUnavailable, "the disk is full", "Make room, or choose a place on another disk.")
	case gone != nil || !info.IsDir():
		return told(bedside.CodeInvalid, "its folder is not there", "Make the folder, or choose another place.")
	case isFolder(name):
		return told(bedside.CodeInvalid, "this is a folder", "Name a file in it.")
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS):
		return told(bedside.CodeInvalid, "this may not be written", "Choose a place that is yours.")
	default:
		return told(bedside.CodeInvalid, "this cannot be written", "Choose another place.")
	}
}

// isFull reports whether there was no room for something: on the disk, or in what its owner may have of it.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// unwrittenTo is unwritten where something else may have gone wrong: what no file is to blame for says itself what it is.
func unwrittenTo(name string, err error) error {
	_, file := errors.AsType[*fs.PathError](err)
	_, link := errors.AsType[*os.LinkError](err)
	if !file && !link {
		return err
	}
	return unwritten(name, err)
}
