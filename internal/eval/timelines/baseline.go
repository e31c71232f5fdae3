package timelines

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"bedside"
	"bedside/internal/eval"
)

// Baseline is how an earlier state did on each open timeline: ids and counts, no text.
type Baseline struct {
	Commit string               `json:"commit"`
	Cases  map[string][3][2]int `json:"cases"` // found, sent back, named: hits and tries
}

// Baseline notes how the timelines do now. Scores without ids refuse.
func (s *Score) Baseline(commit string) (*Baseline, error) {
	if s.cases == nil {
		return nil, bedside.Errorf(bedside.CodeInvalid, "sealed timelines have no baseline")
	}
	return &Baseline{commit, s.cases}, nil
}

// Bytes writes the baseline as JSON with one timeline a line.
func (b *Baseline) Bytes() []byte {
	var out bytes.Buffer
	commit, _ := json.Marshal(b.Commit) // text always encodes
	fmt.Fprintf(&out, "{\n \"commit\": %s,\n \"cases\": {", commit)
	for i, id := range slices.Sorted(maps.Keys(b.Cases)) {
		name, _ := json.Marshal(id)
		counts, _ := json.Marshal(b.Cases[id])
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(&out, "\n  %s: %s", name, counts)
	}
	out.WriteString("\n }\n}\n")
	return out.Bytes()
}

// ParseBaseline reads what Bytes wrote.
func ParseBaseline(data []byte) (*Baseline, error) {
	b := &Baseline{}
	if err := json.Unmarshal(data, b); err != nil {
		return nil, bedside.Errorf(bedside.CodeInvalid, "this is not a baseline of timelines")
	}
	return b, nil
}

// Fell lists the figures that fell since a baseline, on the timelines that both have, beyond what drawing them anew explains.
func (s *Score) Fell(b *Baseline) []string {
	var out []string
	for m, key := range []string{"timelines_found", "timelines_sent_back", "timelines_named"} {
		var before, now []eval.Count
		for _, id := range slices.Sorted(maps.Keys(s.cases)) {
			if was, ok := b.Cases[id]; ok {
				before = append(before, eval.Count{Hits: was[m][0], Of: was[m][1]})
				now = append(now, eval.Count{Hits: s.cases[id][m][0], Of: s.cases[id][m][1]})
			}
		}
		if eval.Fell(before, now, m == sentBack) {
			out = append(out, key)
		}
	}
	return out
}
