package eval

import (
	"hash/fnv"
	"maps"
	"slices"
)

// folds is how many parts the cross-validation by twins has.
const folds = 5

// Ngram is how the baseline does: each draft judged by a model that saw neither it nor anything bound to it.
type Ngram struct {
	Name       string `json:"name"`
	Side       Rate   `json:"side"`
	LetThrough Rate   `json:"let_through"`
	SentBack   Rate   `json:"sent_back"`
}

// Baselines cross-validates the n-gram baseline twice: with twins kept together, and with each writer new.
func Baselines(set Set) []Ngram {
	twins := twinGroups(set.Records)
	byTwins := func(i int) string { return string(rune('0' + number(twins[i])%folds)) }
	byWriter := func(i int) string { return set.Records[i].Meta.Writer }
	return []Ngram{crossValidate("n-grams, twins together", set.Records, byTwins), crossValidate("n-grams, writer new", set.Records, byWriter)}
}

// BaselineOn trains on one set and judges another.
func BaselineOn(name string, learn, judge Set) Ngram {
	if len(learn.Records) == 0 {
		return tell(name, [metricCount]Count{})
	}
	m := train(samplesOf(learn.Records))
	var counts [metricCount]Count
	for _, s := range samplesOf(judge.Records) {
		countSide(&counts, s, m)
	}
	return tell(name, counts)
}

func crossValidate(name string, records []Record, fold func(int) string) Ngram {
	samples := samplesOf(records)
	parts := map[string][]int{}
	for i := range records {
		parts[fold(i)] = append(parts[fold(i)], i)
	}
	var counts [metricCount]Count
	for _, part := range slices.Sorted(maps.Keys(parts)) {
		var rest []sample
		for i, s := range samples {
			if fold(i) != part {
				rest = append(rest, s)
			}
		}
		if len(rest) == 0 {
			continue // one writer only: nobody is new
		}
		m := train(rest)
		for _, i := range parts[part] {
			countSide(&counts, samples[i], m)
		}
	}
	return tell(name, counts)
}

func samplesOf(records []Record) []sample {
	out := make([]sample, len(records))
	for i, r := range records {
		out[i] = sample{features(r.Draft.Text), sendBack(r.Gold.Verdict)}
	}
	return out
}

func countSide(counts *[metricCount]Count, s sample, m *model) {
	got := m.score(s.features) > 0
	counts[side].add(one(got == s.back))
	if s.back {
		counts[letThrough].add(one(!got))
	} else {
		counts[sentBack].add(one(got))
	}
}

func tell(name string, c [metricCount]Count) Ngram {
	return Ngram{name, rateOf(c[side]), rateOf(c[letThrough]), rateOf(c[sentBack])}
}

// twinGroups names, for each record, the group of twins it belongs to: the least id of the group.
func twinGroups(records []Record) []string {
	at := map[string]int{}
	parent := make([]int, len(records))
	for i, r := range records {
		at[r.ID], parent[i] = i, i
	}
	find := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	for i, r := range records {
		if j, ok := at[r.Meta.Twin]; ok {
			a, b := find(i), find(j)
			parent[max(a, b)] = min(a, b)
		}
	}
	out := make([]string, len(records))
	for i := range records {
		out[i] = records[find(i)].ID
	}
	return out
}

func number(id string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()
}
