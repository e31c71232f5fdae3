package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"bedside"
	"bedside/internal/whole"
)

// fix writes a wording of one draft that keeps the story, or the draft as it is when nothing has to change. What was
// done is said on standard error; the exit status still tells what was found.
func (s *session) fix() error {
	name := s.Files[0]
	d, seen, r, err := s.file(name)
	defer seen.close()
	if err != nil {
		return err
	}
	s.app.outcome.merge(s.judge(r))
	if isPicture(d) {
		return s.fixPicture(name, d, seen.files[0])
	}
	text, err := mended(d, r)
	if err != nil {
		return about(name, err)
	}
	if s.Out == "" {
		if _, err := fmt.Fprint(s.app.stdout, text); err != nil {
			return writing(err)
		}
	} else if err := s.writeCopy(name, d, text); err != nil {
		return err
	}
	fmt.Fprintf(s.app.stderr, "bedside: %s\n", said(r))
	return nil
}

// mended is the text to use instead.
func mended(d bedside.Draft, r *bedside.Result) (string, error) {
	switch {
	case d.Text == "":
		return "", invalid("there are no words to mend")
	case r.Rewrite != nil:
		return r.Rewrite.Text, nil
	case r.Verdict < bedside.Revise:
		return d.Text, nil
	default:
		return "", hint(noWording(), "The findings say what helps; run it without --fix to read them.")
	}
}

func noWording() error {
	return bedside.Errorf(bedside.CodeNotFound, "no wording was found that holds when it is checked again; nothing was written")
}

func said(r *bedside.Result) string {
	switch {
	case r.Rewrite == nil:
		return "Nothing has to change; this is the text as it was."
	case r.Rewrite.Verdict == bedside.OK:
		return "Checked again: nothing found by these checks."
	default:
		return "Checked again: nothing left to change; what is left to consider stays yours."
	}
}

// writeCopy writes the mended copy: of a JSON draft the whole draft with its text replaced, else the text.
func (s *session) writeCopy(name string, d bedside.Draft, text string) error {
	if sameFile(name, s.Out) {
		return hint(invalid("--out names the draft itself, which is never changed"), "Choose another name.")
	}
	b := []byte(text)
	if isDraft(name) {
		original, err := os.ReadFile(name)
		if err != nil {
			return cannotRead(name, err)
		}
		if b, err = withText(original, d.Text, text); err != nil {
			return err
		}
	}
	if err := whole.WriteFile(s.Out, b, 0o600); err != nil {
		return unwritten(s.Out, err)
	}
	return nil
}

func sameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// withText replaces the text of a JSON draft and leaves every other byte alone.
func withText(draft []byte, old, text string) ([]byte, error) {
	start, end, err := textValue(draft)
	if err != nil || start == end {
		return nil, &bedside.Error{Code: bedside.CodeInternal, Message: "the text of the draft was not found again", Err: err}
	}
	if text == old {
		return draft, nil
	}
	var quoted bytes.Buffer
	e := json.NewEncoder(&quoted)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		return nil, err
	}
	value := bytes.TrimSpace(quoted.Bytes())
	return bytes.Join([][]byte{draft[:start], value, draft[end:]}, nil), nil
}

// textValue finds the bytes of the value of "text" in the outermost object.
func textValue(draft []byte) (start, end int, err error) {
	bom := len(draft) - len(bytes.TrimPrefix(draft, []byte("\ufeff")))
	d := json.NewDecoder(bytes.NewReader(draft[bom:]))
	if _, err := d.Token(); err != nil {
		return 0, 0, err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return 0, 0, err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return 0, 0, err
		}
		if key == "text" {
			end = bom + int(d.InputOffset())
			return end - len(value), end, nil
		}
	}
	return 0, 0, nil
}
