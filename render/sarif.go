//go:build !js

package render

import (
	"encoding/json"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"bedside"
)

// SARIF writes answers as one SARIF 2.1.0 log, for the systems that show findings beside files. It carries no words of
// the drafts: places, rules and the packs' own sentences only.
func SARIF(w io.Writer, version string, answers []Answer) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints"}
	run.Tool.Driver = sarifDriver{Name: "Bedside", Version: version, Rules: []sarifRule{}}
	run.Invocations = []sarifInvocation{{Successful: true, Notifications: []sarifNotification{}}}
	run.Results = []sarifResult{}
	for _, a := range answers {
		run.add(a)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

func (r *sarifRun) add(a Answer) {
	in := &r.Invocations[0]
	if a.Err != nil {
		in.Successful = false
		in.note("error", string(a.Err.Code), a.Err.Message, a)
		return
	}
	for _, n := range a.Result.NotChecked {
		in.note("note", n.Code, n.Message, a)
	}
	for _, f := range a.Result.Findings {
		r.Results = append(r.Results, sarifResult{
			RuleID: f.Rule, RuleIndex: r.rule(f), Level: sarifLevel(f.Severity),
			Message:      sarifText{strings.TrimSpace(f.Message + ". " + f.Why + " " + f.Remedy.Text)},
			Locations:    sarifLocations(a, f),
			Fingerprints: map[string]string{"bedside/v1": f.ID},
		})
	}
}

// rule finds a rule among those cited so far, or adds it.
func (r *sarifRun) rule(f bedside.Finding) int {
	rules := &r.Tool.Driver.Rules
	for i, known := range *rules {
		if known.ID == f.Rule {
			return i
		}
	}
	var clauses []string
	for _, c := range f.Clauses {
		clauses = append(clauses, strings.TrimSuffix(c.Source+": "+c.Text, ": "))
	}
	rule := sarifRule{ID: f.Rule, Short: sarifText{f.Message}, Properties: sarifProperties{Tags: []string{f.Topic}}}
	if len(clauses) > 0 {
		rule.Help = &sarifText{strings.Join(clauses, "\n")}
	}
	*rules = append(*rules, rule)
	return len(*rules) - 1
}

func (in *sarifInvocation) note(level, code, message string, a Answer) {
	in.Notifications = append(in.Notifications, sarifNotification{
		Level: level, Descriptor: sarifDescriptor{code}, Message: sarifText{message},
		Locations: []sarifLocation{{Physical: &sarifPhysical{Artifact: sarifArtifact{sarifURI(a.Name)}}}},
	})
}

func sarifLevel(s bedside.Severity) string {
	switch s {
	case bedside.Block:
		return "error"
	case bedside.Revise:
		return "warning"
	default:
		return "note"
	}
}

// sarifLocations says where a finding looks: by line and column where the file is the text, else by the draft's part.
func sarifLocations(a Answer, f bedside.Finding) []sarifLocation {
	file := sarifArtifact{sarifURI(a.Name)}
	var out []sarifLocation
	for _, e := range f.Evidence {
		l := sarifLocation{Physical: &sarifPhysical{Artifact: file}}
		if a.Plain && e.Part == bedside.PartText && inside(e, a.Draft.Text) {
			l.Physical.Region = sarifRegionOf(a.Draft.Text, e.Start, e.End)
		} else {
			l.Logical = []sarifLogical{{placeOf(a.Draft, e), "member"}}
		}
		out = append(out, l)
	}
	if out == nil {
		out = []sarifLocation{{Physical: &sarifPhysical{Artifact: file}}}
	}
	return out
}

// placeOf says in words where evidence lies: the draft's part, or the place in a picture.
func placeOf(d bedside.Draft, e bedside.Evidence) string {
	if s := seenAt(d, e); s != nil && e.Box != nil {
		return inPicture(d, e, s)
	}
	return partLabel(d, e)
}

func inside(e bedside.Evidence, text string) bool {
	return 0 <= e.Start && e.Start < e.End && e.End <= len(text)
}

func sarifRegionOf(text string, start, end int) *sarifRegion {
	line, column := lineColumn(text, start)
	endLine, endColumn := lineColumn(text, end)
	return &sarifRegion{line, column, endLine, endColumn}
}

// lineColumn counts lines and characters from 1.
func lineColumn(text string, offset int) (line, column int) {
	before := text[:offset]
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}

func sarifURI(name string) string {
	return (&url.URL{Path: strings.ReplaceAll(name, "\\", "/")}).String()
}
