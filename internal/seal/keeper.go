package seal

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"bedside"
	"bedside/internal/whole"
)

// Keeper keeps the key of a store in a file that only its owner can read.
type Keeper struct {
	Path string
}

// file is what the file holds.
type file struct {
	V      int    `json:"v"`
	Source string `json:"source"` // file
	Key    []byte `json:"key,omitempty"`
}

const version = 1

// Load reads the key. A missing file is an error with CodeNotFound.
func (k Keeper) Load() (Key, error) {
	info, err := os.Stat(k.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return Key{}, &bedside.Error{Code: bedside.CodeNotFound, Message: "there is no key yet", Err: err}
	}
	if err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return Key{}, bedside.Errorf(bedside.CodeInvalid, "others may read the file with the key; let only its owner read it (chmod 600)")
	}
	b, err := os.ReadFile(k.Path)
	if err != nil {
		return Key{}, &bedside.Error{Code: bedside.CodeInvalid, Message: "the file with the key cannot be read", Err: err}
	}
	var f file
	if err := json.Unmarshal(b, &f); err != nil || f.V != version || f.Source != "file" {
		return Key{}, &bedside.Error{Code: bedside.CodeInvalid, Message: "the file with the key is no key file that this version can read", Err: err}
	}
	return keyOf(f.Key)
}

// Make makes a key and keeps it. It replaces none.
func (k Keeper) Make() (Key, error) {
	if _, err := os.Lstat(k.Path); err == nil {
		return Key{}, bedside.Errorf(bedside.CodeInternal, "there is a key already")
	}
	key := NewKey()
	return key, k.save(file{V: version, Source: "file", Key: key[:]})
}

func (k Keeper) save(f file) error {
	b, err := json.Marshal(f)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(k.Path), 0o700)
	}
	if err == nil {
		err = whole.WriteFile(k.Path, append(b, '\n'), 0o600)
	}
	if err != nil {
		return &bedside.Error{Code: bedside.CodeUnavailable, Message: "the key cannot be written", Err: err}
	}
	return nil
}
