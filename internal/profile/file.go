package profile

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/whole"
)

// Path is where the profile lies when nobody says otherwise.
func Path() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", &bedside.Error{Code: bedside.CodeNotFound, Message: "this computer names no folder for settings", Err: err}
	}
	return filepath.Join(dir, "bedside", "profile.json"), nil
}

// Load reads a profile. A missing file is an error with CodeNotFound.
func Load(path string) (Profile, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Profile{}, &bedside.Error{Code: bedside.CodeNotFound, Message: "there is no profile yet", Err: err}
	}
	if err != nil {
		return Profile{}, &bedside.Error{Code: bedside.CodeInvalid, Message: "the profile cannot be read", Err: err}
	}
	var p Profile
	if err := bedside.DecodeStrict(b, &p); err != nil {
		return Profile{}, err
	}
	return p, p.check()
}

// check refuses words that a draft would be refused for.
func (p Profile) check() error {
	for _, a := range p.Accounts {
		if a.Persona != "" && !slices.Contains(bedside.Personas(), a.Persona) {
			return unknownWord("persona", bedside.Personas())
		}
		if a.Audience != "" && !slices.Contains(bedside.Audiences(), a.Audience) {
			return unknownWord("audience", bedside.Audiences())
		}
	}
	return nil
}

func unknownWord(key string, allowed []string) error {
	return bedside.Errorf(bedside.CodeInvalid, "the %s of an account is one of %s", key, strings.Join(allowed, ", "))
}

// Save writes a profile whole or not at all, readable by its owner only. Without overwrite an existing file stays and
// the error is fs.ErrExist.
func Save(path string, p Profile, overwrite bool) error {
	if err := p.check(); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil && !overwrite {
		return fs.ErrExist
	}
	b, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return whole.WriteFile(path, append(b, '\n'), 0o600)
}
