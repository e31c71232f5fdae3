package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"bedside"
)

// Record is a labelled draft, as corpus/GUIDE.md describes it.
type Record struct {
	ID    string
	Draft bedside.Draft
	Gold  Gold
	Meta  Meta
}

// Gold is the label of a draft.
type Gold struct {
	Verdict      bedside.Severity    `json:"verdict"`
	Band         [2]bedside.Severity `json:"band"`
	Findings     []GoldFinding       `json:"findings"`
	Person       string              `json:"person"`
	Recognisable []string            `json:"recognisable"`
}

// GoldFinding is a topic that deserves a word.
type GoldFinding struct {
	Topic    string           `json:"topic"`
	Severity bedside.Severity `json:"severity"`
	Clauses  []string         `json:"clauses"`
	Spans    []GoldSpan       `json:"spans"`
}

// GoldSpan quotes words of a part; a plain string quotes the text.
type GoldSpan struct {
	Part bedside.PartKind
	Text string
}

// UnmarshalJSON reads a string or an object.
func (g *GoldSpan) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		g.Part = bedside.PartText
		return json.Unmarshal(b, &g.Text)
	}
	return json.Unmarshal(b, &struct {
		Part *bedside.PartKind `json:"part"`
		Text *string           `json:"text"`
	}{&g.Part, &g.Text})
}

// Meta says where a draft comes from.
type Meta struct {
	Writer   string `json:"writer"`
	Topic    string `json:"topic"`
	Twin     string `json:"twin"`
	Variety  string `json:"variety"`
	Voice    string `json:"voice"`
	Ordinary bool   `json:"ordinary"`
}

// Set is some records. Of a sealed one nothing but totals may be told.
type Set struct {
	Records    []Record
	unreadable []string // file, line and reason of what is not a labelled draft
	sealed     bool
}

// Sealed reports whether the set is the lock-box.
func (s Set) Sealed() bool { return s.sealed }

// Unreadable counts the lines that are no labelled drafts, and says where and why unless the set is sealed.
func (s Set) Unreadable() (int, []string) {
	if s.sealed {
		return len(s.unreadable), nil
	}
	return len(s.unreadable), s.unreadable
}

// ReadDev reads the open part of the corpus, dev/*.jsonl.
func ReadDev(corpus fs.FS) (Set, error) { return readFolder(corpus, "dev", false) }

// ReadLockbox reads the sealed part, lockbox/*.jsonl.
func ReadLockbox(corpus fs.FS) (Set, error) { return readFolder(corpus, "lockbox", true) }

// scoresFile is the log of scorings, which stands beside the drafts of the lock-box.
const scoresFile = "scores.jsonl"

func readFolder(corpus fs.FS, dir string, sealed bool) (Set, error) {
	set := Set{sealed: sealed}
	files, err := fs.Glob(corpus, dir+"/*.jsonl")
	if err != nil {
		return set, err
	}
	seen := map[string]bool{}
	for _, name := range files {
		if path.Base(name) == scoresFile {
			continue
		}
		b, err := fs.ReadFile(corpus, name)
		if err != nil {
			return set, bedside.Errorf(bedside.CodeNotFound, "%s: cannot be read", name)
		}
		set.read(name, b, seen)
	}
	return set, nil
}

// read adds the records of a file. A line that is none is noted, and the rest go on.
func (s *Set) read(name string, b []byte, seen map[string]bool) {
	n := 0
	for line := range bytes.Lines(b) {
		if n++; len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		r, err := parseRecord(line)
		if err == nil && seen[r.ID] {
			err = bedside.Errorf(bedside.CodeInvalid, "the id is used twice")
		}
		if err != nil {
			s.unreadable = append(s.unreadable, fmt.Sprintf("%s:%d: %v", name, n, err))
			continue
		}
		seen[r.ID] = true
		s.Records = append(s.Records, r)
	}
}

func parseRecord(line []byte) (Record, error) {
	var raw struct {
		ID    string          `json:"id"`
		Draft json.RawMessage `json:"draft"`
		Gold  Gold            `json:"gold"`
		Meta  Meta            `json:"meta"`
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&raw); err != nil {
		return Record{}, err
	}
	d, err := bedside.DecodeDraft(raw.Draft)
	if err != nil {
		return Record{}, err
	}
	return Record{raw.ID, d, raw.Gold, raw.Meta}, raw.Gold.validate(raw.ID)
}

func (g Gold) validate(id string) error {
	if id == "" {
		return bedside.Errorf(bedside.CodeInvalid, "the record has no id")
	}
	if g.Verdict < g.Band[0] || g.Verdict > g.Band[1] {
		return bedside.Errorf(bedside.CodeInvalid, "%s: the verdict lies outside its band", id)
	}
	for _, f := range g.Findings {
		if !slices.Contains(bedside.Topics(), f.Topic) {
			return bedside.Errorf(bedside.CodeInvalid, "%s: unknown topic", id)
		}
	}
	return nil
}
