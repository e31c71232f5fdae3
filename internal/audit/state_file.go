package audit

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"

	"bedside"
	"bedside/internal/whole"
)

const (
	stateKind   = "state of an audit"
	stateSchema = 1

	// A state of ten million posts is smaller than this.
	mostState = 512 << 20
)

// stored is a state as its file holds it.
type stored struct {
	Bedside  string              `json:"bedside"`
	Schema   int                 `json:"schema"`
	Salt     string              `json:"salt"`
	Settings string              `json:"settings"`       // salted hash of what answers depend on
	Begun    bedside.Time        `json:"begun,omitzero"` // of a run that is not complete
	Posts    []string            `json:"posts"`          // salted hashes of ids
	Quiet    map[string][]string `json:"quiet"`          // salted hashes of posts in which nothing was found, by what was not checked
	Last     *ledger             `json:"last,omitempty"` // the last complete audit
}

// readStored reads a state file; nil stands for a file that is not there.
func readStored(name string) (*stored, error) {
	f, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil //nolint:nilnil // the first audit has no state yet
	case err != nil:
		return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "--state: this file cannot be read", Err: err}
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, bedside.Errorf(bedside.CodeInvalid, "--state: this is not a file; name one, or one that is not there yet")
	}
	b, err := io.ReadAll(io.LimitReader(f, mostState+1))
	if err != nil {
		return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "--state: this file cannot be read", Err: err}
	}
	return decodeStored(b)
}

func decodeStored(b []byte) (*stored, error) {
	if len(b) == 0 {
		return nil, nil //nolint:nilnil // as if it were not there: nothing is lost
	}
	var s stored
	d := json.NewDecoder(bytes.NewReader(b))
	if len(b) > mostState || d.Decode(&s) != nil || s.Bedside != stateKind {
		return nil, notState()
	}
	if s.Schema != stateSchema {
		return nil, bedside.Errorf(bedside.CodeInvalid, "--state: another version of Bedside wrote this file; name another file, or one that is not there yet")
	}
	return &s, nil
}

// notState is the error for a file that something else wrote. It is left as it is.
func notState() error {
	return bedside.Errorf(bedside.CodeInvalid, "--state: this file is not the state of an audit, and is left as it is; name another, or one that is not there yet")
}

// write puts the state into its file, whole or not at all, for its owner only.
func (s *stored) write(name string) error {
	b, err := json.Marshal(s)
	if err == nil {
		err = whole.WriteFile(name, append(b, '\n'), 0o600)
	}
	if err != nil {
		return unwritable(bedside.CodeUnavailable, err)
	}
	return nil
}

// unwritable is the error for a file that cannot be written: before the run it is the wrong name, later a fault of the machine.
func unwritable(code bedside.Code, err error) error {
	return &bedside.Error{Code: code, Message: "--state: this file cannot be written; what it held before is as it was", Err: err}
}
