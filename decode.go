package bedside

import (
	"bytes"
	"unicode/utf8"
)

// MaxJSON is the most bytes that one draft may take as JSON: MaxText with every character escaped, and room for the rest.
const MaxJSON = 8 << 20

// DecodeDraft reads one draft from JSON, strictly: unknown, doubled and mistyped keys are errors that name their path
// and place. The errors are *Error with a *Place inside, and never hold a byte of the draft's text.
func DecodeDraft(b []byte) (Draft, error) {
	var d Draft
	if err := DecodeStrict(b, &d); err != nil {
		return Draft{}, err
	}
	return d, d.check()
}

// DecodeStrict reads JSON into the struct that v points to, as strictly as DecodeDraft reads a draft.
func DecodeStrict(b []byte, v any) error {
	if len(b) > MaxJSON {
		return Errorf(CodeTooLarge, "this is longer than %d MiB, the most that one draft may take as JSON", MaxJSON>>20)
	}
	if err := validUTF8(b); err != nil {
		return err
	}
	body := bytes.TrimPrefix(b, []byte(bom))
	if err := checkSyntax(body, len(b)-len(body)); err != nil {
		return err
	}
	return walk(body, len(b)-len(body), v)
}

// ValidText reports whether b can be the text of a draft: UTF-8 within the limit. A byte order mark is part of the text,
// so that offsets count the file's bytes as they are.
func ValidText(b []byte) error {
	if len(b) > MaxText {
		return tooLarge()
	}
	return validUTF8(b)
}

const bom = "\ufeff"

// check asks of a decoded draft what its keys cannot say one by one.
func (d Draft) check() error {
	if d.Schema != 0 && d.Schema != Schema {
		return Errorf(CodeInvalid, "schema: this version reads schema %d only", Schema)
	}
	if d.Text == "" && len(d.Media) == 0 && d.Action == "" {
		return Errorf(CodeInvalid, "a draft needs at least one of text, media and action")
	}
	if d.Size() > MaxText {
		return tooLarge()
	}
	return nil
}

func tooLarge() error {
	return Errorf(CodeTooLarge, "the text is longer than %d MiB (%d bytes), the most that one draft may hold", MaxText>>20, MaxText)
}

func validUTF8(b []byte) error {
	if utf8.Valid(b) {
		return nil
	}
	p := placeAt(b, invalidOffset(b))
	if looksUTF16(b) {
		return p.invalid("this looks like UTF-16; save it as UTF-8: byte %d", p.Offset)
	}
	return p.invalid("this is not UTF-8: byte %d", p.Offset)
}

// invalidOffset finds the first byte that is not part of valid UTF-8.
func invalidOffset(b []byte) int {
	at := 0
	for at < len(b) {
		r, n := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return at
}

func looksUTF16(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff})
}
