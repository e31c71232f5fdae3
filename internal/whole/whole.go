// Package whole writes files whole or not at all. It never leaves half a file where somebody may read it.
package whole

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// WriteFile writes a file by way of another beside it. What stood there before is replaced in one step; where a link stood, what it leads
// to is. A device or a pipe is written to as it is: to put a file in its place would take it from everybody.
func WriteFile(path string, b []byte, mode fs.FileMode) error {
	return Write(path, mode, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// Create writes a file that must not be there yet: of two who do so at once one gets fs.ErrExist.
func Create(path string, b []byte, mode fs.FileMode) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".bedside-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Remove(f.Name())) }()
	_, err = f.Write(b)
	if err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err = os.Link(f.Name(), path); err == nil {
		settle(filepath.Dir(path))
	}
	return err
}

// Write is WriteFile for what is too long to be held at once.
func Write(path string, mode fs.FileMode, write func(io.Writer) error) (err error) {
	path, streams := target(path)
	if streams {
		return stream(path, write)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".bedside-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	if err = errors.Join(write(f), f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); err == nil {
		settle(filepath.Dir(path))
	}
	return err
}

// target is what a name leads to, through links; streams says that it is no file and no folder.
func target(path string) (to string, streams bool) {
	if led, err := filepath.EvalSymlinks(path); err == nil {
		path = led
	}
	info, err := os.Stat(path)
	return path, err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

func stream(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// settle makes the new name outlast a power failure, where a system can do that for a folder.
func settle(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// Try reports whether a file could be written: whoever works long should know before. It changes nothing.
func Try(path string) error {
	path, streams := target(path)
	if streams {
		return nil
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".bedside-*")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
