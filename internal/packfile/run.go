package packfile

import (
	"fmt"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/locate"
)

// Status is how an example ended.
type Status string

// The ways in which an example ends. An error means that it could not be tried.
const (
	Pass  Status = "PASS"
	Fail  Status = "FAIL"
	Error Status = "ERROR"
)

// Outcome is an example with how it ended. Reason names the rule, the file and the line, and is empty for a pass.
type Outcome struct {
	Example Example
	Status  Status
	Reason  string
}

// RunExamples checks the draft of every example and compares. It needs nothing but the checker.
func RunExamples(examples []Example, check func(bedside.Draft) (*bedside.Result, error)) []Outcome {
	out := make([]Outcome, len(examples))
	for i, e := range examples {
		status, reason := e.run(check)
		out[i] = Outcome{Example: e, Status: status}
		if status != Pass {
			out[i].Reason = fmt.Sprintf("%s:%d: %s: %s", e.File, e.Line, e.Rule, reason)
		}
	}
	return out
}

func (e Example) run(check func(bedside.Draft) (*bedside.Result, error)) (Status, string) {
	d, err := e.decode()
	if err != nil {
		return Error, err.Error()
	}
	result, err := check(d)
	if err != nil {
		return Error, err.Error()
	}
	reason := e.compareFlag(d, result)
	if e.Allow {
		reason = e.compareAllow(result)
	}
	if reason != "" {
		return Fail, reason
	}
	return Pass, ""
}

func (e Example) compareAllow(r *bedside.Result) string {
	if f := e.own(r); len(f) > 0 {
		return fmt.Sprintf("this is allowed, and the rule says %s", worst(f))
	}
	if r.Verdict > e.Verdict {
		return fmt.Sprintf("the verdict may be %s at most, it is %s (%s)", e.Verdict, r.Verdict, above(r, e.Verdict))
	}
	return ""
}

func (e Example) compareFlag(d bedside.Draft, r *bedside.Result) string {
	own := e.own(r)
	switch {
	case len(own) == 0 && len(r.Findings) == 0:
		return fmt.Sprintf("wanted %s, nothing was found", e.Severity)
	case len(own) == 0:
		return fmt.Sprintf("wanted %s, the rule is silent (%s)", e.Severity, above(r, bedside.OK))
	case worst(own) != e.Severity:
		return fmt.Sprintf("wanted %s, the rule says %s", e.Severity, worst(own))
	}
	for i, words := range e.Evidence {
		if !marked(d, words, own) {
			return fmt.Sprintf("evidence %d is not marked", i+1)
		}
	}
	if subjects := subjectsOf(own, r.People); e.Person != "" && !slices.Contains(subjects, e.Person) {
		return fmt.Sprintf("wanted a finding about %s, it is about %s", e.Person, orNobody(subjects))
	}
	return ""
}

// own are the findings of the example's rule.
func (e Example) own(r *bedside.Result) []bedside.Finding {
	var out []bedside.Finding
	for _, f := range r.Findings {
		if f.Rule == e.Rule {
			out = append(out, f)
		}
	}
	return out
}

func worst(findings []bedside.Finding) bedside.Severity {
	w := bedside.OK
	for _, f := range findings {
		w = max(w, f.Severity)
	}
	return w
}

// above names the rules that say more than a bound.
func above(r *bedside.Result, bound bedside.Severity) string {
	var out []string
	for _, f := range r.Findings {
		if said := f.Rule + " " + f.Severity.String(); f.Severity > bound && !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	return strings.Join(out, ", ")
}

// marked reports whether some place of the words is overlapped by what the findings mark.
func marked(d bedside.Draft, words string, findings []bedside.Finding) bool {
	for _, span := range locate.Find(d, "", words) {
		for _, f := range findings {
			for _, e := range f.Evidence {
				if span.Overlaps(bedside.Span{Part: e.Part, Index: e.Index, Start: e.Start, End: e.End}) {
					return true
				}
			}
		}
	}
	return false
}

func subjectsOf(findings []bedside.Finding, people []bedside.Person) []string {
	var out []string
	for _, f := range findings {
		for _, p := range people {
			if slices.Contains(f.People, p.ID) && !slices.Contains(out, p.Subject) {
				out = append(out, p.Subject)
			}
		}
	}
	return out
}

func orNobody(subjects []string) string {
	if len(subjects) == 0 {
		return "nobody"
	}
	return strings.Join(subjects, ", ")
}
