// Package pack reads compiled guideline packs: the clauses of each body, the rules that check them and the questions that
// go with them. A pack is written as YAML (packs/, docs/adr/0004-rule-format.md), compiled to JSON by internal/packfile,
// and read here with the standard library only. It judges nothing; package assess does. Start at Load.
package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"bedside"
)

// File is a compiled pack as it is stored.
type File struct {
	ID        string     `json:"id"`
	Version   string     `json:"version"`
	Bodies    []Body     `json:"bodies"`
	Law       []Law      `json:"law"`
	Conflicts []Conflict `json:"conflicts"`
	Rules     []Rule     `json:"rules"`
	Questions []Question `json:"questions"`
	Disabled  []string   `json:"disabled,omitempty"` // rules that an overlay switched off
	// Caps is, by topic, the highest severity that any finding of it may have. It never applies to patient_privacy.
	Caps map[string]bedside.Severity `json:"caps,omitempty"`
}

// Body is a source of clauses.
type Body struct {
	ID        string     `json:"body"`
	Source    string     `json:"source"`
	Title     string     `json:"title"`
	Year      int        `json:"year,omitempty"`
	URL       string     `json:"url,omitempty"`
	Clauses   []Clause   `json:"clauses"`
	Positions []Position `json:"positions"`
}

// Clause is one norm, in our words.
type Clause struct {
	ID    string   `json:"id"`
	Cite  string   `json:"cite"` // the place in the source, as people cite it
	Text  string   `json:"text"`
	Binds []string `json:"binds"`
	// Carried names the room of the web application, or the command, whose procedure the clause is. Planned: not built yet.
	Carried string `json:"carried,omitempty"`
	Planned bool   `json:"planned,omitempty"`
}

// Position is what a body holds on a point where bodies differ.
type Position struct {
	Point  string `json:"point"`
	Stance string `json:"stance"`
	Text   string `json:"text"`
}

// Conflict is a point where bodies differ, and what Bedside does there by default.
type Conflict struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Rule    string   `json:"rule"`
	Clauses []string `json:"clauses"` // the clauses that speak on the point, followed or not
	Follows []string `json:"follows"`
}

// Law is a fact of law that a rule may cite. An unverified one may not block.
type Law struct {
	ID     string `json:"id"`
	Cite   string `json:"cite"`
	Text   string `json:"text"`
	Status string `json:"status"` // verified, computed or unverified
	Source string `json:"source"`
}

// Rule turns facts into a finding.
type Rule struct {
	ID       string              `json:"id"`
	Topic    string              `json:"topic"`
	Clauses  []string            `json:"clauses"`
	Each     string              `json:"each"` // person, sentence, part or draft
	Starts   []string            `json:"starts"`
	Evidence []string            `json:"evidence,omitempty"`
	Grades   []Grade             `json:"grades"`
	Raise    []string            `json:"raise,omitempty"`
	Lower    []string            `json:"lower,omitempty"`
	Band     *Band               `json:"band,omitempty"`
	Also     map[string][]string `json:"also,omitempty"`
}

// Band is how far the learned reader may move a rule's findings. Where it finds the head doubtful they sink to Lowest, and are
// dropped when Lowest is ok and it finds it unlikely; where it is sure they rise to Highest. Lowest block is never to sink,
// Highest ok never to rise. A finding about a person who is identified never sinks.
type Band struct {
	Head    string           `json:"head"`
	Lowest  bedside.Severity `json:"lowest"`
	Highest bedside.Severity `json:"highest"`
}

// Grade is a condition with what is said when it is the first to hold.
type Grade struct {
	When     When             `json:"when"`
	Severity bedside.Severity `json:"severity"`
	Message  string           `json:"message"`
	Why      string           `json:"why"`
	Remedy   string           `json:"remedy"`
	Edit     string           `json:"edit,omitempty"`
	Insert   string           `json:"insert,omitempty"`
}

// When is a condition: every item of All, one of Any, none of None.
type When struct {
	All  []Item `json:"all,omitempty"`
	Any  []Item `json:"any,omitempty"`
	None []Item `json:"none,omitempty"`
}

// Item is a fact by name, with an optional scope ("sentence:drug"), or a nested condition.
type Item struct {
	Fact string
	When *When
}

// MarshalJSON writes a fact as a string, a condition as an object.
func (i Item) MarshalJSON() ([]byte, error) {
	if i.When != nil {
		return json.Marshal(i.When)
	}
	return json.Marshal(i.Fact)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (i *Item) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &i.Fact)
	}
	i.When = &When{}
	return json.Unmarshal(b, i.When)
}

// Question asks the author what the words do not say. Answering one sets facts.
type Question struct {
	ID     string   `json:"id"`   // the fact that is asked for
	Each   string   `json:"each"` // person or draft
	Starts []string `json:"starts"`
	When   When     `json:"when"`
	Prompt string   `json:"prompt"`
	// Options in the order in which they are shown.
	Options  []Option `json:"options"`
	Evidence []string `json:"evidence,omitempty"`
	Clauses  []string `json:"clauses,omitempty"`
}

// Option is an answer and the facts that it asserts or takes back.
type Option struct {
	Value  string   `json:"value"`
	Label  string   `json:"label"`
	Sets   []string `json:"sets,omitempty"`
	Clears []string `json:"clears,omitempty"`
}

// Edits lists the ways of mending that a grade may name.
func Edits() []string {
	return []string{"", "generalise", "leave_out", "leave_out_sentence", "prepend", "append", "reply"}
}

// Units lists what a rule may look at.
func Units() []string { return []string{"person", "sentence", "part", "draft"} }

// Pack is a loaded pack with its fingerprint.
type Pack struct {
	File
	SHA256  string
	clauses map[string]bedside.Clause
}

// Load reads a compiled pack and checks that every name in it is known.
func Load(b []byte) (*Pack, error) {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	p := &Pack{}
	if err := dec.Decode(&p.File); err != nil {
		return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "load pack: not a compiled pack", Err: err}
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, bedside.Errorf(bedside.CodeInvalid, "load pack: something follows the compiled pack")
	}
	sum := sha256.Sum256(b)
	p.SHA256 = hex.EncodeToString(sum[:])
	p.clauses = map[string]bedside.Clause{}
	for _, body := range p.Bodies {
		for _, c := range body.Clauses {
			p.clauses[c.ID] = bedside.Clause{ID: c.ID, Source: body.Source + ", " + c.Cite, Text: c.Text}
		}
	}
	for _, l := range p.Law {
		p.clauses[l.ID] = bedside.Clause{ID: l.ID, Source: l.Cite, Text: l.Text}
	}
	if err := p.validate(); err != nil {
		return nil, err
	}
	return p, nil
}

// Clause finds a clause or a fact of law by its id.
func (p *Pack) Clause(id string) (bedside.Clause, bool) {
	c, ok := p.clauses[id]
	return c, ok
}

// Info describes the pack as a result names it.
func (p *Pack) Info() bedside.PackInfo {
	return bedside.PackInfo{ID: p.ID, Version: p.Version, SHA256: p.SHA256, Disabled: append([]string{}, p.Disabled...)}
}

// Disables reports whether an overlay switched a rule off.
func (p *Pack) Disables(rule string) bool { return slices.Contains(p.Disabled, rule) }
