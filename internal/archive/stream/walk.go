// Package stream reads JSON files of any size, one value at a time. It never holds a whole file, and no error of it holds
// anything of what was read. Start at File; Walk is the same over any reader.
package stream

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"

	"bedside/internal/archive"
)

// MaxValue is the most bytes that one value of a file may have.
const MaxValue = 16 << 20

// maxDepth is how many objects deep keys are followed.
const maxDepth = 16

// ErrStop ends a walk early and is no failure.
var ErrStop = errors.New("enough was read")

// BrokenError says why the rest of a file cannot be read, in words that may be shown.
type BrokenError struct{ Reason string }

// Error returns the reason.
func (e *BrokenError) Error() string { return e.Reason }

// Visit is handed one value and the keys that lead to it. Elements of a list come one by one under the keys of the list;
// objects outside of lists are taken apart into their values. An empty list or object comes as nil. The keys are
// overwritten after the call.
type Visit func(keys []string, raw json.RawMessage) error

// File walks one file of an archive. Where it cannot be read to its end, that is counted and the walk is over: only an
// error of visit is returned.
func File(fsys fs.FS, name string, out *archive.Import, visit Visit) error {
	f, err := fsys.Open(name)
	if err != nil {
		out.Skip(Shown(name), "the file cannot be opened")
		return nil
	}
	defer f.Close()
	err = Walk(f, visit)
	if broken, ok := errors.AsType[*BrokenError](err); ok {
		out.Skip(Shown(name), broken.Reason)
		return nil
	}
	return err
}

// Walk reads one JSON value.
func Walk(r io.Reader, visit Visit) error { return WalkInto(r, nil, visit) }

// WalkInto takes apart the elements of some lists as well, those under the keys for which into says so: elements that may
// be larger than a value. Before each of them, nil is handed out under the keys of the list.
func WalkInto(r io.Reader, into func(keys []string) bool, visit Visit) error {
	b := &budget{r: withoutMark(r)}
	w := &walker{budget: b, decoder: json.NewDecoder(b), into: into, visit: visit}
	w.decoder.UseNumber()
	err := w.root()
	if errors.Is(err, ErrStop) {
		return nil
	}
	return err
}

// withoutMark passes over a byte order mark.
func withoutMark(r io.Reader) io.Reader {
	buffered := bufio.NewReader(r)
	if mark, _ := buffered.Peek(3); bytes.Equal(mark, []byte("\xEF\xBB\xBF")) {
		_, _ = buffered.Discard(3)
	}
	return buffered
}

type walker struct {
	budget  *budget
	decoder *json.Decoder
	into    func(keys []string) bool
	visit   Visit
	keys    []string
}

func (w *walker) root() error {
	w.budget.left = MaxValue
	t, err := w.decoder.Token()
	if err != nil {
		return broken(err)
	}
	switch t {
	case json.Delim('{'):
		return w.object()
	case json.Delim('['):
		return w.list()
	}
	return &BrokenError{"neither a list nor an object"}
}

// list hands out the elements of a list whose bracket has been read.
func (w *walker) list() error {
	empty := true
	element := w.value
	if w.into != nil && w.into(w.keys) {
		element = w.apart
	}
	for w.decoder.More() {
		empty = false
		if err := element(); err != nil {
			return err
		}
	}
	return w.end(empty)
}

// apart hands out that an element begins, and what is in it.
func (w *walker) apart() error {
	if err := w.visit(w.keys, nil); err != nil {
		return err
	}
	return w.member()
}

// object hands out the values of an object whose brace has been read.
func (w *walker) object() error {
	empty := true
	for w.decoder.More() {
		empty = false
		w.budget.left = MaxValue
		t, err := w.decoder.Token()
		if err != nil {
			return broken(err)
		}
		key, _ := t.(string)
		w.keys = append(w.keys, key)
		if err := w.member(); err != nil {
			return err
		}
		w.keys = w.keys[:len(w.keys)-1]
	}
	return w.end(empty)
}

// member reads a value, and takes it apart if it is an object or a list.
func (w *walker) member() error {
	w.budget.left = MaxValue
	t, err := w.decoder.Token()
	if err != nil {
		return broken(err)
	}
	switch {
	case t == json.Delim('['):
		return w.list()
	case t == json.Delim('{') && len(w.keys) == maxDepth:
		return &BrokenError{"nested deeper than any export known here"}
	case t == json.Delim('{'):
		return w.object()
	}
	raw, err := json.Marshal(t)
	if err != nil {
		return broken(err)
	}
	return w.visit(w.keys, raw)
}

// value hands out one value whole.
func (w *walker) value() error {
	var raw json.RawMessage
	w.budget.left = MaxValue
	if err := w.decoder.Decode(&raw); err != nil {
		return broken(err)
	}
	return w.visit(w.keys, raw)
}

// end reads the closing bracket, and hands out that there was nothing in between.
func (w *walker) end(empty bool) error {
	w.budget.left = MaxValue
	if _, err := w.decoder.Token(); err != nil {
		return broken(err)
	}
	if empty {
		return w.visit(w.keys, nil)
	}
	return nil
}

func broken(err error) error {
	switch {
	case errors.Is(err, errTooLong):
		return &BrokenError{"one entry is longer than 16 MiB: the rest of the file was not read"}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &BrokenError{"the file ends in the middle"}
	}
	if _, ok := errors.AsType[*json.SyntaxError](err); ok {
		return &BrokenError{"not JSON from some point on"}
	}
	return &BrokenError{"the file cannot be read to its end"}
}
