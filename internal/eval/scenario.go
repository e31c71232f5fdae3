package eval

import (
	"io/fs"
	"path"
	"strings"

	"bedside"
)

// Scenario is one of the nine scenarios of Johns Hopkins, as a file examples/s1*.json to s9*.json.
type Scenario struct {
	Name    string              `json:"name"`
	Want    [2]bedside.Severity `json:"want"` // the lowest and the highest verdict
	Got     bedside.Severity    `json:"got"`
	Right   bool                `json:"right"`
	Rewrite bool                `json:"rewrite"`
	Failure string              `json:"failure,omitempty"`
}

// Scenarios checks every scenario in a folder.
func Scenarios(folder fs.FS, check Check) ([]Scenario, error) {
	files, err := fs.Glob(folder, "s[1-9]*.json")
	if err != nil {
		return nil, err
	}
	var out []Scenario
	for _, name := range files {
		b, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		out = append(out, scenario(strings.TrimSuffix(path.Base(name), ".json"), b, check))
	}
	return out, nil
}

func scenario(name string, b []byte, check Check) Scenario {
	s := Scenario{Name: name}
	d, err := bedside.DecodeDraft(b)
	if err != nil {
		s.Failure = err.Error()
		return s
	}
	s.Want = scenarioBand(name[:2], d)
	r, err := check(d)
	if err != nil {
		s.Failure = err.Error()
		return s
	}
	s.Got, s.Rewrite = r.Verdict, r.Rewrite != nil
	s.Right = s.Want[0] <= r.Verdict && r.Verdict <= s.Want[1]
	return s
}

// scenarioBand is the design's table. The first scenario turns on whether the care has ended.
func scenarioBand(name string, d bedside.Draft) [2]bedside.Severity {
	const advise, revise, block = bedside.Advise, bedside.Revise, bedside.Block
	if name == "s1" {
		switch d.Context.Relationship {
		case "patient":
			return [2]bedside.Severity{block, block}
		case "former_patient":
			return [2]bedside.Severity{revise, revise}
		}
	}
	return map[string][2]bedside.Severity{
		"s1": {revise, block}, "s2": {revise, block}, "s3": {revise, block}, "s4": {block, block}, "s5": {advise, revise},
		"s6": {advise, revise}, "s7": {revise, revise}, "s8": {revise, block}, "s9": {advise, revise},
	}[name]
}
