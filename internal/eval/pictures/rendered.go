package pictures

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"bedside/internal/eval"
)

// Rendered is how much was read of the eight pictures in the folder of shared test data.
type Rendered struct {
	Words   eval.Count `json:"words"`
	Seconds Seconds    `json:"seconds"`
}

// Rendered measures the pictures of data/images/ocr-rendered, whose truth.json has their words. Their boxes are not known.
func (m Measure) Rendered(folder fs.FS) (*Rendered, error) {
	data, err := fs.ReadFile(folder, "truth.json")
	if err != nil {
		return nil, err
	}
	truth := map[string]string{}
	if err := json.Unmarshal(data, &truth); err != nil {
		return nil, fmt.Errorf("read truth.json: %w", err)
	}
	r := &Rendered{}
	for _, name := range slices.Sorted(maps.Keys(truth)) {
		file, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		seen, took, err := m.look(file)
		if err != nil {
			return nil, fmt.Errorf("look at %s: %w", name, err)
		}
		p := Picture{}
		for w := range strings.FieldsSeq(truth[name]) {
			p.Words = append(p.Words, Word{Text: w})
		}
		count(&r.Words, wordsRead(&p, seen)...)
		r.Seconds.add(took)
	}
	return r, nil
}
