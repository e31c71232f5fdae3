package learn

import (
	"slices"
	"strings"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/internal/eval"
	"bedside/read"
)

// Samples reads labelled drafts through the first tier. What the labels send back is an example; what they only advise on
// teaches nothing. With a vocabulary, samples know the pieces that the encoder reads.
func Samples(e *engine.Engine, words *read.Vocabulary, records []eval.Record, asOf func(bedside.Draft) time.Time) []Sample {
	out := make([]Sample, len(records))
	for i := range records {
		r := &records[i]
		seen := e.Seen(r.Draft, asOf(r.Draft))
		s := sampleOf(r.Meta.Writer, words, seen)
		s.Any = label(r.Gold.Verdict)
		for h := range s.Heads {
			s.Heads[h] = label(severity(r.Gold.Findings, bedside.Head(h).Topic()))
			if s.Heads[h] == Yes {
				s.Tokens = append(s.Tokens, tokensOf(seen, bedside.Head(h), r.Gold.Findings)...)
			}
		}
		s.Rules, s.Tuned = ruled(e, r.Draft, asOf(r.Draft)), slices.Contains(tunedOn, r.Meta.Writer) || strings.HasPrefix(r.Meta.Writer, "rule ")
		out[i] = s
	}
	return out
}

// ordinaryGroup begins the groups of posts that are nobody's of the corpus.
const ordinaryGroup = "ordinary-"

// tunedOn are the writers whose drafts the rules and lists were made with: there the rules look better than they are.
var tunedOn = []string{"w1", "w2", "w3"}

// ruled is what the first tier alone says of each topic.
func ruled(e *engine.Engine, d bedside.Draft, asOf time.Time) (out [bedside.HeadCount]bedside.Severity) {
	result, err := e.Check(d, asOf)
	if err != nil {
		return out
	}
	for _, f := range result.Findings {
		for h := range out {
			if bedside.Head(h).Topic() == f.Topic {
				out[h] = max(out[h], f.Severity)
			}
		}
	}
	return out
}

// severity is the highest that the labels give a topic.
func severity(findings []eval.GoldFinding, topic string) bedside.Severity {
	var out bedside.Severity
	for _, f := range findings {
		if f.Topic == topic {
			out = max(out, f.Severity)
		}
	}
	return out
}

func label(s bedside.Severity) Label {
	switch {
	case s >= bedside.Revise:
		return Yes
	case s == bedside.Advise:
		return Doubtful
	}
	return No
}

// distinct is some features, each once.
func distinct(features []uint64) []uint64 {
	slices.Sort(features)
	return slices.Compact(features)
}

// Ordinary makes samples of posts that nobody would send back, dealt to 26 writers, so that every fold has some.
func Ordinary(e *engine.Engine, words *read.Vocabulary, drafts []bedside.Draft, asOf time.Time) []Sample {
	out := make([]Sample, len(drafts))
	for i := range drafts {
		out[i] = sampleOf(ordinaryGroup+string(rune('a'+i%26)), words, e.Seen(drafts[i], asOf))
		out[i].Rules = ruled(e, drafts[i], asOf)
	}
	return out
}

func sampleOf(group string, words *read.Vocabulary, seen *read.Seen) Sample {
	s := Sample{Group: group, Features: distinct(read.Features(seen))}
	if words != nil {
		s.Pieces = words.Pieces(seen)
	}
	return s
}

// IsOrdinary reports whether a sample is a post of nobody's of the corpus.
func (s *Sample) IsOrdinary() bool { return strings.HasPrefix(s.Group, ordinaryGroup) }
