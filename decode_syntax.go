package bedside

import (
	"encoding/json"
	"errors"
	"strings"
)

// checkSyntax reports what keeps b from being one JSON value. The messages of encoding/json quote the character they
// stumble over, which may be a character of the draft: they are never passed on, only translated.
func checkSyntax(b []byte, skipped int) error {
	if json.Valid(b) {
		return nil
	}
	var whole json.RawMessage
	err := json.Unmarshal(b, &whole) // once more, for the place
	offset, what := len(b), "this is not JSON"
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset, what = syntaxFault(b, syntax)
	}
	p := placeAt(b, offset)
	p.Offset += skipped
	return p.invalid("%s", what)
}

func syntaxFault(b []byte, err *json.SyntaxError) (offset int, what string) {
	if len(strings.TrimSpace(string(b))) == 0 {
		return 0, "there is nothing here"
	}
	if strings.HasPrefix(err.Error(), "unexpected end") {
		return len(b), "the JSON stops before it is complete"
	}
	return max(0, int(err.Offset)-1), "this is not JSON: " + syntaxHelp(err.Error())
}

// syntaxHelp turns the scanner's state into advice. The states are matched at the end, where no character is quoted.
func syntaxHelp(message string) string {
	for _, s := range [][2]string{
		{"after top-level value", "something stands after the end"},
		{"in string literal", "a line break or other control character inside quotes must be written as an escape, such as \\n"},
		{"in string escape code", "an unknown escape after a backslash"},
		{"in \\u hexadecimal character escape", "\\u needs four hexadecimal digits"},
		{"looking for beginning of object key string", "a key in double quotes is missing, or a comma is left over"},
		{"after object key", "a colon is missing after a key"},
		{"after object key:value pair", "a comma or a closing brace is missing, or a quote inside the text lacks its backslash"},
		{"after array element", "a comma or a closing bracket is missing"},
		{"looking for beginning of value", "a value is missing, or text lacks its double quotes"},
		{"exceeded max depth", "it is nested too deeply"},
	} {
		if strings.HasSuffix(message, s[0]) {
			return s[1]
		}
	}
	return "a value is missing, or text lacks its double quotes" // a true, false or null that is cut short
}
