package bedside

import (
	"fmt"
	"io"
)

// Severity orders what Bedside may say of something. The zero value says nothing.
type Severity uint8

// The severities. OK is a verdict only, never the severity of a finding.
const (
	OK     Severity = iota // nothing to say
	Advise                 // publish if you like, here is a thought
	Revise                 // change it first
	Block                  // do not publish
)

var severityNames = [...]string{"ok", "advise", "revise", "block"} //nolint:gochecknoglobals // a read-only table

// String returns the name in the JSON contract.
func (s Severity) String() string { return severityNames[min(s, Block)] }

// MarshalText writes the name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a name.
func (s *Severity) UnmarshalText(b []byte) error {
	for i, n := range severityNames {
		if n == string(b) {
			*s = Severity(i)
			return nil
		}
	}
	return Errorf(CodeInvalid, "a severity is one of ok, advise, revise, block")
}

// Topics lists the fifteen topics, in the order in which they are told.
func Topics() []string {
	return []string{
		"patient_privacy", "boundaries", "advice", "disclosure", "disclaimer", "respect", "copyright", "proprietary", "claims",
		"politics", "academic_integrity", "own_privacy", "work_commitments", "colleague", "credentials",
	}
}

// Result is the answer to one draft.
type Result struct {
	Schema     int          `json:"schema"`
	ID         string       `json:"id,omitempty"`
	Verdict    Severity     `json:"verdict"`
	Complete   bool         `json:"complete"` // false when something of this very draft could not be checked
	Findings   []Finding    `json:"findings"`
	Questions  []Question   `json:"questions"`
	People     []Person     `json:"people"`
	Rewrite    *Rewrite     `json:"rewrite"`
	NotChecked []NotChecked `json:"not_checked"`
	Packs      []PackInfo   `json:"packs"`
	AsOf       Time         `json:"as_of"`
	Version    string       `json:"version"`
	Mentions   []MentionOut `json:"mentions,omitempty"`
}

// Finding is one thing to say, with what, where, why, the clauses and a way out.
type Finding struct {
	ID       string     `json:"id"` // stable over re-checks of the same draft
	Rule     string     `json:"rule"`
	Topic    string     `json:"topic"`
	Severity Severity   `json:"severity"`
	Clauses  []Clause   `json:"clauses"`
	Evidence []Evidence `json:"evidence"`
	People   []string   `json:"people,omitempty"`
	Message  string     `json:"message"`
	Why      string     `json:"why"`
	Remedy   Remedy     `json:"remedy"`
}

// Clause is a norm as a finding cites it.
type Clause struct {
	ID     string `json:"id"`
	Source string `json:"source"` // the source and the place in it, as people cite it
	Text   string `json:"text"`   // our own paraphrase
}

// Evidence is where a finding or a question looks.
type Evidence struct {
	Part  PartKind `json:"part"`
	Index int      `json:"index"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Text  string   `json:"text,omitempty"` // left out by --no-text
	Box   *[4]int  `json:"box,omitempty"`
}

// Remedy is the way out: a sentence, and edits where an honest one exists.
type Remedy struct {
	Text  string `json:"text"`
	Edits []Edit `json:"edits,omitempty"`
}

// Edit replaces bytes of the draft's text.
type Edit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Question is asked where the author knows and the words do not say. Its id is FACT or FACT@person.
type Question struct {
	ID       string     `json:"id"`
	Fact     string     `json:"fact"`
	Person   string     `json:"person,omitempty"`
	Prompt   string     `json:"prompt"`
	Options  []string   `json:"options"`
	Evidence []Evidence `json:"evidence"`
}

// Person is somebody the draft speaks of.
type Person struct {
	ID             string   `json:"id"`
	Subject        string   `json:"subject"`
	Facts          []string `json:"facts"`
	RecognisableBy []string `json:"recognisable_by"`
	Crowd          *Crowd   `json:"crowd"` // null when it cannot be said honestly
	Costliest      string   `json:"costliest,omitempty"`
	Costs          []Cost   `json:"-"` // the costliest first; for pages, not part of the contract
}

// Cost is a detail that is told of a person, and how many people would fit without its words.
type Cost struct {
	Evidence Evidence
	Without  Crowd
}

// Crowd is how many people fit what is told.
type Crowd struct {
	Low    int `json:"low"`
	Likely int `json:"likely"`
	High   int `json:"high"`
}

// Rewrite is the draft with every needed edit, checked again.
type Rewrite struct {
	Text    string   `json:"text"`
	Verdict Severity `json:"verdict"`
}

// NotChecked is something that this answer says nothing about.
type NotChecked struct {
	Code    string   `json:"code"`
	Part    PartKind `json:"part,omitempty"`
	Index   int      `json:"index,omitempty"` // of the part, as in Evidence
	Message string   `json:"message"`
}

// PackInfo names a pack in force.
type PackInfo struct {
	ID       string   `json:"id"`
	Version  string   `json:"version"`
	SHA256   string   `json:"sha256"`
	Disabled []string `json:"disabled"`
}

// MentionOut is a mention as --mentions prints it.
type MentionOut struct {
	Type   string   `json:"type"`
	Class  Class    `json:"class"`
	Part   PartKind `json:"part,omitempty"`
	Index  int      `json:"index,omitempty"`
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Person string   `json:"person,omitempty"`
}

// Format prints counts only, whatever the verb: evidence holds words of the draft.
func (f Finding) Format(w fmt.State, _ rune) { formatFinding(w, f) }

func formatFinding(w io.Writer, f Finding) {
	fmt.Fprintf(w, "finding{%s %s, evidence: %d}", f.Rule, f.Severity, len(f.Evidence))
}
