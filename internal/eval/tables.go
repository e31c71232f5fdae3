package eval

import (
	"cmp"
	"maps"
	"slices"

	"bedside"
)

// TopicScore is how one topic does at revise or block, over all drafts.
type TopicScore struct {
	Topic     string `json:"topic"`
	Precision Rate   `json:"precision"`
	Recall    Rate   `json:"recall"`
	Spans     Rate   `json:"spans"`
}

func (s *Scores) byTopic() []TopicScore {
	var out []TopicScore
	for _, t := range bedside.Topics() {
		var precision, recall, spans Count
		for _, o := range s.outcomes {
			gold, got := slices.Contains(o.record.Gold.topics(bedside.Revise), t), slices.Contains(topicsOf(o.result, bedside.Revise), t)
			if got {
				precision.add(one(gold))
			}
			if gold {
				recall.add(one(got))
			}
			spans.add(o.words.byTopic[t])
		}
		out = append(out, TopicScore{t, rateOf(precision), rateOf(recall), rateOf(spans)})
	}
	return out
}

// RuleScore is how often a rule speaks on a draft, and how often the label has its topic at that strength.
type RuleScore struct {
	Rule     string `json:"rule"`
	SendBack Count  `json:"send_back"` // drafts on which it says revise or block; hits: the topic is labelled so
	Advise   Count  `json:"advise"`    // drafts on which it only advises; hits: the topic is labelled at all
	OnOK     int    `json:"on_ok"`     // drafts labelled ok on which it says anything
}

func (s *Scores) byRule() []RuleScore {
	by := map[string]*RuleScore{}
	for _, o := range s.outcomes {
		for rule, f := range strongest(o.result) {
			if by[rule] == nil {
				by[rule] = &RuleScore{Rule: rule}
			}
			by[rule].add(f, o.record.Gold)
		}
	}
	var out []RuleScore
	for _, r := range by {
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b RuleScore) int {
		return cmp.Or(cmp.Compare(b.wrong(), a.wrong()), cmp.Compare(a.Rule, b.Rule))
	})
	return out
}

func (r *RuleScore) add(f bedside.Finding, gold Gold) {
	if sendBack(f.Severity) {
		r.SendBack.add(one(slices.Contains(gold.topics(bedside.Revise), f.Topic)))
	} else {
		r.Advise.add(one(slices.Contains(gold.topics(bedside.Advise), f.Topic)))
	}
	if gold.Verdict == bedside.OK {
		r.OnOK++
	}
}

func (r RuleScore) wrong() int { return r.SendBack.Of - r.SendBack.Hits + r.OnOK }

// strongest is each rule's strongest finding in a result.
func strongest(r *bedside.Result) map[string]bedside.Finding {
	out := map[string]bedside.Finding{}
	for _, f := range r.Findings {
		if before, ok := out[f.Rule]; !ok || f.Severity > before.Severity {
			out[f.Rule] = f
		}
	}
	return out
}

// rulesOf lists the rules of a result with what they say.
func rulesOf(r *bedside.Result, least bedside.Severity) []string {
	by := strongest(r)
	var out []string
	for _, id := range slices.Sorted(maps.Keys(by)) {
		if by[id].Severity >= least {
			out = append(out, id+" "+by[id].Severity.String())
		}
	}
	return out
}
