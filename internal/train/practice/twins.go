package main

import (
	"cmp"
	"hash/fnv"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/eval"
)

// item is one draft to practise on. Its answer is not in it: that is the engine's, when somebody asks.
type item struct {
	ID    string           `json:"id"`
	Topic string           `json:"topic"`
	Label bedside.Severity `json:"label"`          // what careful readers gave it
	Twin  string           `json:"twin,omitempty"` // the near miss
	Draft bedside.Draft    `json:"draft"`
}

type check = func(bedside.Draft) (*bedside.Result, error)

// scenariosIn reads the nine scenarios. Their label is the engine's verdict: examples/ and its test hold the two together.
func scenariosIn(files fs.FS, check check) ([]item, error) {
	names, err := fs.Glob(files, "s*.json")
	if err != nil {
		return nil, err
	}
	var out []item
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		d, err := bedside.DecodeDraft(b)
		if err != nil {
			return nil, err
		}
		r, err := check(d)
		if err != nil {
			return nil, err
		}
		d.Schema = 0
		out = append(out, item{ID: strings.TrimSuffix(path.Base(name), ".json"), Topic: "scenarios", Label: r.Verdict, Draft: d})
	}
	return out, nil
}

// pair is two drafts that differ in a few words, and in their verdict.
type pair struct {
	topic string
	a, b  *eval.Record
}

// twinsOf chooses pairs of each topic, each by another writer as long as there are some.
func twinsOf(records []eval.Record, check check, each int) ([]item, error) {
	pairs, err := agreed(records, check)
	if err != nil {
		return nil, err
	}
	var out []item
	for _, topic := range topics() {
		for _, p := range someOf(pairs, topic, each) {
			for _, x := range [][2]*eval.Record{{p.a, p.b}, {p.b, p.a}} {
				d := x[0].Draft
				d.Schema, d.ID = 0, x[0].ID
				out = append(out, item{ID: x[0].ID, Topic: topic, Label: x[0].Gold.Verdict, Twin: x[1].ID, Draft: d})
			}
		}
	}
	return out, nil
}

// agreed are the pairs in which the engine gives both drafts the label's verdict, and finds the label's topic.
func agreed(records []eval.Record, check check) ([]pair, error) {
	at := map[string]*eval.Record{}
	for i := range records {
		at[records[i].ID] = &records[i]
	}
	var out []pair
	for i := range records {
		a := &records[i]
		b, ok := at[a.Meta.Twin]
		if !ok || a.ID >= b.ID || a.Gold.Verdict == b.Gold.Verdict || !readable(a) || !readable(b) {
			continue
		}
		topic, ok := topicOf(a, b)
		if !ok {
			continue
		}
		for _, r := range []*eval.Record{a, b} {
			good, err := agrees(r, topic, check)
			if err != nil {
				return nil, err
			}
			ok = ok && good
		}
		if ok {
			out = append(out, pair{topic, a, b})
		}
	}
	return out, nil
}

// shortest and longest bound the bytes of a draft that is read at a glance.
const shortest, longest = 50, 420

// readable reports whether a draft can be practised on by itself: it has words of a middling length, and nothing left out by a reader.
func readable(r *eval.Record) bool {
	n := len(r.Draft.Text)
	return n >= shortest && n <= longest && !slices.Contains(leftOut(), r.ID)
}

// topicOf is the topic that the graver of two twins is about.
func topicOf(a, b *eval.Record) (string, bool) {
	graver := a
	if b.Gold.Verdict > a.Gold.Verdict {
		graver = b
	}
	if len(graver.Gold.Findings) == 0 {
		return "", false
	}
	gravest := slices.MaxFunc(graver.Gold.Findings, func(x, y eval.GoldFinding) int { return cmp.Compare(x.Severity, y.Severity) })
	return gravest.Topic, gravest.Severity >= bedside.Revise
}

// agrees reports whether the engine says of a draft what its label says.
func agrees(r *eval.Record, topic string, check check) (bool, error) {
	result, err := check(r.Draft)
	if err != nil || result.Verdict != r.Gold.Verdict {
		return false, err
	}
	if r.Gold.Verdict < bedside.Revise {
		return r.Gold.Verdict != bedside.OK || len(result.Findings) == 0, nil
	}
	return slices.ContainsFunc(result.Findings, func(f bedside.Finding) bool { return f.Topic == topic && f.Severity == result.Verdict }), nil
}

// someOf takes pairs of a topic by a fixed shuffle, first one of every writer.
func someOf(pairs []pair, topic string, each int) []pair {
	var of []pair
	for _, p := range pairs {
		if p.topic == topic {
			of = append(of, p)
		}
	}
	slices.SortFunc(of, func(x, y pair) int { return cmp.Compare(shuffle(x.a.ID), shuffle(y.a.ID)) })
	var first, rest []pair
	writers := map[string]bool{}
	for _, p := range of {
		if writers[p.a.Meta.Writer] {
			rest = append(rest, p)
			continue
		}
		writers[p.a.Meta.Writer] = true
		first = append(first, p)
	}
	of = append(first, rest...)
	return of[:min(each, len(of))]
}

// shuffle gives an id its place in an order that means nothing and is always the same.
func shuffle(id string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(id)) // a hash takes anything
	return h.Sum64()
}

// topics are the fifteen fields, in the order of the design.
func topics() []string {
	return []string{
		"patient_privacy", "boundaries", "advice", "disclosure", "disclaimer", "respect", "copyright", "proprietary", "claims",
		"politics", "academic_integrity", "own_privacy", "work_commitments", "colleague", "credentials",
	}
}

// leftOut are drafts that a reader left out: in a language that few would follow.
func leftOut() []string { return []string{"w47-470", "w37-116"} }
