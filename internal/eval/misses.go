package eval

import (
	"slices"

	"bedside"
)

// Miss is a draft of the open set that came out otherwise than it is labelled.
type Miss struct {
	ID    string           `json:"id"`
	Kind  string           `json:"kind"` // one of MissKinds
	Gold  bedside.Severity `json:"gold"`
	Got   bedside.Severity `json:"got"`
	Want  []string         `json:"want"`  // the labelled topics with their severities
	Rules []string         `json:"rules"` // what was said, by rule
	Spans Count            `json:"spans"`
	Text  string           `json:"text,omitempty"` // our own invented draft, when asked for
}

// MissKinds are the ways in which a draft can come out otherwise: let through; sent back; a finding on a draft labelled ok;
// a topic at revise or block that was not told, or told and not labelled; gold words that were not marked.
func MissKinds() []string { return []string{"missed", "false", "noise", "topic", "words"} }

// Filter chooses misses. The zero value is drafts on the wrong side.
type Filter struct {
	Topic string // labelled or said
	Kind  string // one of MissKinds; "" is missed and false
	Text  bool   // with the text
}

// Misses lists what came out otherwise. A sealed set refuses.
func (s *Scores) Misses(f Filter) ([]Miss, error) {
	if s.sealed {
		return nil, errSealed()
	}
	var out []Miss
	for _, o := range s.outcomes {
		kind := o.missKind(f.Kind)
		if kind == "" || f.Topic != "" && !o.touches(f.Topic) {
			continue
		}
		m := Miss{
			ID: o.record.ID, Kind: kind, Gold: o.record.Gold.Verdict, Got: o.result.Verdict,
			Want: o.record.Gold.wants(), Rules: rulesOf(o.result, bedside.Advise), Spans: o.words.hit,
		}
		if f.Text {
			m.Text = o.record.Draft.Text
		}
		out = append(out, m)
	}
	return out, nil
}

// missKind is the wanted kind if the outcome is of it. Without a wish it is missed or false.
func (o outcome) missKind(want string) string {
	c := o.counts
	is := map[string]bool{
		"missed": c[letThrough].Hits > 0,
		"false":  c[sentBack].Hits > 0,
		"noise":  c[silence].Of > c[silence].Hits,
		"topic":  c[topicF1].Of > c[topicF1].Hits,
		"words":  c[spansHit].Of > c[spansHit].Hits,
	}
	switch {
	case want != "" && is[want]:
		return want
	case want == "" && is["missed"]:
		return "missed"
	case want == "" && is["false"]:
		return "false"
	}
	return ""
}

func (o outcome) touches(topic string) bool {
	return slices.Contains(o.record.Gold.topics(bedside.Advise), topic) || slices.Contains(topicsOf(o.result, bedside.Advise), topic)
}

func (g Gold) wants() []string {
	var out []string
	for _, f := range g.Findings {
		out = append(out, f.Topic+" "+f.Severity.String())
	}
	return out
}
