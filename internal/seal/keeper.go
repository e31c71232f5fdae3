package seal

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"bedside"
	"bedside/internal/whole"
)

// Source is where a key is kept.
type Source string

// The sources of keys.
const (
	File       Source = "file"       // in a file that only its owner can read
	Keyring    Source = "keyring"    // in the platform's key store
	PassPhrase Source = "passphrase" // nowhere: a pass-phrase opens it
)

// Sources lists the sources, the one to prefer first.
func Sources() []string { return []string{string(Keyring), string(PassPhrase), string(File)} }

// Keeper keeps the key of a store. What it keeps, or where it does, stands in a file that only its owner can read.
type Keeper struct {
	Path   string
	Source Source                           // where a new key goes; empty: the platform's key store if there is one that opens, else a file
	Ring   Ring                             // the platform's key store; nil: there is none
	Ask    func(fresh bool) ([]byte, error) // asks for the pass-phrase, or for a fresh one
	Memory uint32                           // KiB that each guess at a new pass-phrase shall cost; 0: 64 MiB
}

// file is what the file holds. While a store gets a new key there are two, the new one first.
type file struct {
	V      int    `json:"v"`
	Source Source `json:"source"`
	Keys   []byte `json:"keys,omitempty"`     // source file: the keys; source passphrase: sealed
	Item   string `json:"item,omitempty"`     // source keyring: its name there
	Argon  *argon `json:"argon2id,omitempty"` // source passphrase: how it becomes a key
}

const version = 1

// Load reads the key, and where a new one was not finished also the one before. A missing file is an error with CodeNotFound.
func (k Keeper) Load() ([]Key, error) {
	f, err := k.read()
	if err != nil {
		return nil, err
	}
	switch f.Source {
	case File:
		return keysOf(f.Keys)
	case Keyring:
		return k.fromRing(f.Item)
	case PassPhrase:
		return k.fromPassPhrase(f)
	default:
		return nil, notOurs(nil)
	}
}

// Kept says where the key is kept; CodeNotFound: there is none.
func (k Keeper) Kept() (Source, error) {
	f, err := k.read()
	return f.Source, err
}

// Make makes a key and keeps it where it should go. It replaces none.
func (k Keeper) Make() (Key, error) {
	key := NewKey()
	return key, k.Take(key)
}

// Take keeps a key that there was elsewhere. It replaces none: that is an error with CodeConflict.
func (k Keeper) Take(key Key) error {
	if _, err := os.Lstat(k.Path); err == nil {
		return thereAlready(nil)
	}
	if k.Source == "" && k.Ring != nil {
		err := k.move(nil, Keyring, []Key{key})
		if err == nil || bedside.CodeOf(err) == bedside.CodeConflict {
			return err
		}
	}
	return k.move(nil, cmp.Or(k.Source, File), []Key{key})
}

// Keep puts other keys in the place of those that are kept: the first one seals from now on.
func (k Keeper) Keep(keys ...Key) error {
	f, err := k.read()
	if err != nil {
		return err
	}
	if f.Source == PassPhrase { // asks once more: the pass-phrase is kept nowhere
		secret, err := k.Ask(false)
		if err != nil {
			return err
		}
		return k.sealTo(secret, f, keys)
	}
	return k.move(f, f.Source, keys)
}

// Move keeps the key elsewhere, or under another pass-phrase. What the key has sealed stays as it is.
func (k Keeper) Move(to Source) error {
	keys, err := k.Load()
	if err != nil {
		return err
	}
	f, err := k.read()
	if err != nil {
		return err
	}
	return k.move(f, to, keys)
}

// move keeps keys at a source, and forgets where they were.
func (k Keeper) move(from *file, to Source, keys []Key) error {
	f := &file{V: version, Source: to}
	var err error
	switch to {
	case File:
		f.Keys = joined(keys)
	case Keyring:
		f.Item, err = k.toRing(keys)
	case PassPhrase:
		err = k.toPassPhrase(f, keys)
	default:
		err = bedside.Errorf(bedside.CodeInvalid, "a key is kept in one of %s", strings.Join(Sources(), ", "))
	}
	if err == nil && from == nil {
		err = k.create(f)
	} else if err == nil {
		err = k.write(f)
	}
	if err != nil && f.Item != "" {
		return errors.Join(err, k.Ring.Delete(service, f.Item))
	}
	if err == nil && from != nil && from.Source == Keyring {
		return k.Ring.Delete(service, from.Item)
	}
	return err
}

func (k Keeper) read() (*file, error) {
	f := &file{}
	info, err := os.Stat(k.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return f, &bedside.Error{Code: bedside.CodeNotFound, Message: "there is no key yet", Err: err}
	}
	if err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return f, bedside.Errorf(bedside.CodeInvalid, "others may read the file with the key; let only its owner read it (chmod 600)")
	}
	b, err := os.ReadFile(k.Path)
	if err != nil {
		return f, &bedside.Error{Code: bedside.CodeInvalid, Message: "the file with the key cannot be read", Err: err}
	}
	if err := json.Unmarshal(b, f); err != nil || f.V != version {
		return f, notOurs(err)
	}
	return f, nil
}

func notOurs(err error) error {
	return &bedside.Error{Code: bedside.CodeInvalid, Message: "the file with the key is no key file that this version can read", Err: err}
}

// create writes the first file. Of two who do so at once one fails: what it would seal with its key nobody could open again.
func (k Keeper) create(f *file) error {
	b, err := json.Marshal(f)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(k.Path), 0o700)
	}
	if err == nil {
		err = whole.Create(k.Path, append(b, '\n'), 0o600)
	}
	if errors.Is(err, fs.ErrExist) {
		return thereAlready(err)
	}
	return unwritten(err)
}

// write replaces the file.
func (k Keeper) write(f *file) error {
	b, err := json.Marshal(f)
	if err == nil {
		err = whole.WriteFile(k.Path, append(b, '\n'), 0o600)
	}
	return unwritten(err)
}

func thereAlready(err error) error {
	return &bedside.Error{Code: bedside.CodeConflict, Message: "there is a key already, of other things that are kept", Err: err}
}

func unwritten(err error) error {
	if err == nil {
		return nil
	}
	return &bedside.Error{Code: bedside.CodeUnavailable, Message: "the key cannot be written; see to the rights of its folder and the room on its disk", Err: err}
}

// joined writes keys one behind the other.
func joined(keys []Key) []byte {
	var b []byte
	for i := range keys {
		b = append(b, keys[i][:]...)
	}
	return b
}

// keysOf reads what joined wrote.
func keysOf(b []byte) ([]Key, error) {
	size := len(Key{})
	if len(b) == 0 || len(b)%size != 0 {
		return nil, notOurs(nil)
	}
	var keys []Key
	for ; len(b) > 0; b = b[size:] {
		keys = append(keys, Key(b[:size]))
	}
	return keys, nil
}
