package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"bedside"
)

// Baseline is how an earlier state did on each draft of the open set: ids and counts, no text.
type Baseline struct {
	Commit  string                       `json:"commit"`
	Metrics []string                     `json:"metrics"`
	Cases   map[string][metricCount]pick `json:"cases"`
}

// pick is a count as two numbers, to keep the file short.
type pick [2]int

// Baseline notes how the set does now. A sealed set refuses.
func (s *Scores) Baseline(commit string) (*Baseline, error) {
	if s.sealed {
		return nil, errSealed()
	}
	b := &Baseline{Commit: commit, Cases: map[string][metricCount]pick{}}
	for m := range metricCount {
		b.Metrics = append(b.Metrics, m.info().key)
	}
	for _, o := range s.outcomes {
		var picks [metricCount]pick
		for m, c := range o.counts {
			picks[m] = pick{c.Hits, c.Of}
		}
		b.Cases[o.record.ID] = picks
	}
	return b, nil
}

// Bytes writes the baseline as JSON with one draft a line, so that a change of it can be read.
func (b *Baseline) Bytes() []byte {
	var out bytes.Buffer
	head, _ := json.Marshal(b.Metrics) // texts and numbers always encode
	commit, _ := json.Marshal(b.Commit)
	fmt.Fprintf(&out, "{\n \"commit\": %s,\n \"metrics\": %s,\n \"cases\": {", commit, head)
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

// ParseBaseline reads what Bytes wrote. One with other metrics must be made anew.
func ParseBaseline(data []byte) (*Baseline, error) {
	b := &Baseline{}
	if err := json.Unmarshal(data, b); err != nil {
		return nil, bedside.Errorf(bedside.CodeInvalid, "this is not a baseline")
	}
	for m := range metricCount {
		if int(m) >= len(b.Metrics) || b.Metrics[m] != m.info().key {
			return nil, bedside.Errorf(bedside.CodeInvalid, "the baseline has other metrics: write it anew with -update")
		}
	}
	return b, nil
}

// Change is a metric on the drafts that both states have.
type Change struct {
	Key    string `json:"key"`
	Title  string `json:"title"`
	Before Rate   `json:"before"`
	Now    Rate   `json:"now"`
	Fell   bool   `json:"fell"` // beyond what drawing the drafts anew explains
}

// Against compares with an earlier state, draft by draft. A sealed set refuses.
func (s *Scores) Against(b *Baseline) ([]Change, error) {
	if s.sealed {
		return nil, errSealed()
	}
	records := make([]Record, len(s.outcomes))
	for i, o := range s.outcomes {
		records[i] = *o.record
	}
	groups := twinGroups(records)
	var out []Change
	for m := range metricCount {
		by := map[string]*pair{}
		for i, o := range s.outcomes {
			before, ok := b.Cases[o.record.ID]
			if !ok {
				continue
			}
			if by[groups[i]] == nil {
				by[groups[i]] = &pair{}
			}
			by[groups[i]].before.add(Count{before[m][0], before[m][1]})
			by[groups[i]].now.add(o.counts[m])
		}
		if len(by) == 0 {
			continue
		}
		c := Change{Key: m.info().key, Title: m.info().title}
		c.Before, c.Now, c.Fell = drop(m, inOrder(by))
		out = append(out, c)
	}
	return out, nil
}

func inOrder(by map[string]*pair) []pair {
	var out []pair
	for _, g := range slices.Sorted(maps.Keys(by)) {
		out = append(out, *by[g])
	}
	return out
}
