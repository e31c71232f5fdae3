package learn

import (
	"bedside"
	"bedside/internal/eval"
	"bedside/internal/packfile"
	"bedside/pack"
)

// RuleExamples are the examples of the rules as labelled drafts: plainly worded, where the corpus is not. Each rule is a writer
// of its own. An example counts as the contrary for the heads of all other topics: it was written for one.
func RuleExamples(src *packfile.Source) ([]eval.Record, error) {
	topics := map[string]string{}
	for i := range src.Pack.Rules {
		topics[src.Pack.Rules[i].ID] = src.Pack.Rules[i].Topic
	}
	var out []eval.Record
	for _, e := range src.Examples {
		if ownEcho(src, e.Rule) || len(e.Seen) > 0 { // what is seen is not read between the lines
			continue
		}
		d, err := bedside.DecodeDraft(e.Draft)
		if err != nil {
			return nil, err
		}
		r := eval.Record{ID: e.File, Draft: d, Meta: eval.Meta{Writer: "rule " + e.Rule}}
		if e.Allow {
			r.Gold.Verdict = e.Verdict
		} else {
			r.Gold.Verdict = e.Severity
			r.Gold.Findings = []eval.GoldFinding{{Topic: topics[e.Rule], Severity: e.Severity}}
		}
		out = append(out, r)
	}
	return out, nil
}

// ownEcho reports whether a rule only repeats what the reader says: its examples would teach the reader its own words.
func ownEcho(src *packfile.Source, id string) bool {
	for i := range src.Pack.Rules {
		if src.Pack.Rules[i].ID == id {
			_, echo := EchoOf(&src.Pack.Rules[i])
			return echo
		}
	}
	return false
}

// EchoOf returns the head that a rule only repeats, if it does.
func EchoOf(r *pack.Rule) (bedside.Head, bool) {
	for h := range bedside.Head(bedside.HeadCount) {
		if r.Starts[0] == bedside.LearnedFact(h, bedside.Sure).String() {
			return h, true
		}
	}
	return 0, false
}
