package eval

import (
	"encoding/json"
	"time"
)

// Report is everything that one run tells.
type Report struct {
	Commit    string         `json:"commit"`
	Corpus    Totals         `json:"corpus"`
	Natural   Rate           `json:"natural"` // of the good rewrites that somebody read
	Details   *Details       `json:"details"`
	Ngrams    []Ngram        `json:"ngrams"`
	Misses    []Miss         `json:"misses,omitempty"`
	Scenarios []Scenario     `json:"scenarios,omitempty"`
	Tweets    []TweetPart    `json:"tweets,omitempty"`
	People    []PeopleScore  `json:"people,omitempty"`
	Respect   []RespectWay   `json:"respect,omitempty"`
	Lockbox   *LockboxReport `json:"lockbox,omitempty"`
	Changes   []Change       `json:"changes,omitempty"`
	// Unreadable are lines of the open set that are no labelled drafts; they are not scored.
	Unreadable []string `json:"unreadable,omitempty"`
	Notes      []string `json:"notes,omitempty"` // what was left out, and why
}

// LockboxReport is all that may be told of the lock-box.
type LockboxReport struct {
	Totals     Totals        `json:"totals"`
	People     []PeopleScore `json:"people,omitempty"`
	Ngram      Ngram         `json:"ngram"`      // trained on the open part
	Unreadable int           `json:"unreadable"` // lines that are no labelled drafts
}

// Fell lists the metrics that fell beyond their margin.
func (r *Report) Fell() []string {
	var out []string
	for _, c := range r.Changes {
		if c.Fell {
			out = append(out, c.Key)
		}
	}
	return out
}

// Whole reports whether every line of the corpus could be read.
func (r *Report) Whole() bool {
	return len(r.Unreadable) == 0 && (r.Lockbox == nil || r.Lockbox.Unreadable == 0)
}

// ScoringLine is the line that a scoring of the lock-box leaves in corpus/lockbox/scores.jsonl.
func ScoringLine(commit string, at time.Time, totals Totals) []byte {
	line, _ := json.Marshal(struct { // numbers and names only: it always encodes
		Commit string    `json:"commit"`
		Time   time.Time `json:"time"`
		Totals Totals    `json:"totals"`
	}{commit, at.UTC().Truncate(time.Second), totals})
	return append(line, '\n')
}
