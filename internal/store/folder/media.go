package folder

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
)

// split takes out of a body what is a file of its own: all of a body that is no JSON, and what stands in base64 under the key data.
func (f *file) split(body []byte) map[string][]byte {
	if !json.Valid(body) {
		f.Files = map[string]string{}
		return map[string][]byte{"": body}
	}
	f.Body = body
	var fields map[string]json.RawMessage
	var content []byte
	if json.Unmarshal(body, &fields) != nil || json.Unmarshal(fields[dataKey], &content) != nil || len(content) == 0 || !restorable(fields[dataKey], content) {
		return nil
	}
	delete(fields, dataKey)
	rest, err := json.Marshal(fields)
	if err != nil {
		return nil
	}
	f.Body, f.Files = rest, map[string]string{}
	return map[string][]byte{dataKey: content}
}

// dataKey is under which nouns keep the bytes of a picture or a document.
const dataKey = "data"

// restorable reports whether bytes lead back to the same JSON.
func restorable(was json.RawMessage, content []byte) bool {
	return string(was) == `"`+base64.StdEncoding.EncodeToString(content)+`"`
}

// join puts the files of a record back into its body.
func (f *file) join(read func(name string) ([]byte, error)) ([]byte, error) {
	var body []byte
	if len(f.Body) > 0 { // as it was before it was set out for reading
		var compact bytes.Buffer
		if err := json.Compact(&compact, f.Body); err != nil {
			return nil, err
		}
		body = compact.Bytes()
	}
	if len(f.Files) > 1 { // what split makes has one: in which order more would be put back nobody could tell
		return nil, errTooManyFiles
	}
	for key, name := range f.Files {
		content, err := read(name)
		if err != nil || key == "" {
			return content, err
		}
		if body, err = with(body, key, content); err != nil {
			return nil, err
		}
	}
	return body, nil
}

// errTooManyFiles is of a record that Export did not write.
var errTooManyFiles = errors.New("a record with more than one file")

// with puts a field into a body.
func with(body []byte, key string, content []byte) ([]byte, error) {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil, err
	}
	field, err := json.Marshal(content)
	if err != nil {
		return nil, err
	}
	fields[key] = field
	return json.Marshal(fields)
}

// extension says what a file is, as far as its first bytes tell.
func extension(content []byte) string {
	switch http.DetectContentType(content) {
	case "image/jpeg":
		return ".jpg"
	case "image/png":
		return ".png"
	case "image/gif":
		return ".gif"
	case "image/webp":
		return ".webp"
	case "application/pdf":
		return ".pdf"
	case "video/mp4":
		return ".mp4"
	case "video/webm":
		return ".webm"
	default:
		return ".bin"
	}
}
