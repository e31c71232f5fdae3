package eval

import (
	"maps"
	"slices"

	"bedside"
)

// Scores is a set, checked. Totals may always be told; Details only when the set is not sealed.
type Scores struct {
	outcomes []outcome
	sealed   bool
}

// Evaluate checks every record of a set.
func Evaluate(set Set, check Check) *Scores {
	return EvaluateEach(set, func(*Record) Check { return check })
}

// EvaluateEach checks every record by a check of its own: what is learned must not be judged on what it learned from.
func EvaluateEach(set Set, checkOf func(*Record) Check) *Scores {
	s := &Scores{outcomes: make([]outcome, len(set.Records)), sealed: set.sealed}
	for i := range set.Records {
		s.outcomes[i] = judge(&set.Records[i], checkOf(&set.Records[i]))
	}
	tellNoEdit(s.outcomes)
	return s
}

// Totals is what is told of a whole set.
type Totals struct {
	Drafts  int      `json:"drafts"`
	Failed  int      `json:"failed"` // the check ended in an error
	Metrics []Metric `json:"metrics"`
	// Rewrites says why the drafts without a good rewrite have none.
	Rewrites Rewrites `json:"rewrites"`
}

// Totals sums the set.
func (s *Scores) Totals() Totals {
	t := Totals{Drafts: len(s.outcomes)}
	for _, o := range s.outcomes {
		if o.failed {
			t.Failed++
		}
	}
	t.Metrics = metricsOf(sum(s.outcomes))
	t.Rewrites = rewritesOf(s.outcomes)
	return t
}

func sum(outcomes []outcome) [metricCount]Count {
	var counts [metricCount]Count
	for _, o := range outcomes {
		for m := range counts {
			counts[m].add(o.counts[m])
		}
	}
	return counts
}

// Details is what is told of an open set.
type Details struct {
	Topics    []TopicScore `json:"topics"`
	Rules     []RuleScore  `json:"rules"`
	Varieties []GroupScore `json:"varieties"`
	Writers   []GroupScore `json:"writers"`
	Unfound   []string     `json:"unfound,omitempty"` // records with a gold span that their part does not hold
}

// Details tells by topic, rule, variety and writer. A sealed set refuses.
func (s *Scores) Details() (*Details, error) {
	if s.sealed {
		return nil, errSealed()
	}
	d := &Details{Topics: s.byTopic(), Rules: s.byRule()}
	d.Varieties = s.groups(func(r *Record) string { return r.Meta.Variety })
	d.Writers = s.groups(func(r *Record) string { return r.Meta.Writer })
	for _, o := range s.outcomes {
		if o.words.unfound > 0 {
			d.Unfound = append(d.Unfound, o.record.ID)
		}
	}
	return d, nil
}

func errSealed() error {
	return bedside.Errorf(bedside.CodeInvalid, "the lock-box is sealed: only totals are told")
}

// GroupScore is the audit of a group of drafts.
type GroupScore struct {
	Name       string `json:"name"`
	Side       Rate   `json:"side"`
	LetThrough Rate   `json:"let_through"`
	SentBack   Rate   `json:"sent_back"`
}

func (s *Scores) groups(key func(*Record) string) []GroupScore {
	by := map[string][]outcome{}
	for _, o := range s.outcomes {
		by[key(o.record)] = append(by[key(o.record)], o)
	}
	var out []GroupScore
	for _, name := range slices.Sorted(maps.Keys(by)) {
		c := sum(by[name])
		out = append(out, GroupScore{name, rateOf(c[side]), rateOf(c[letThrough]), rateOf(c[sentBack])})
	}
	return out
}
