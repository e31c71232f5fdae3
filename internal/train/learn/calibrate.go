package learn

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"

	"bedside"
)

// Thresholds are scores by head: unlikely below the first, doubtful below the second, likely from there on, sure from the third on.
type Thresholds [bedside.HeadCount][3]int32

// Folds is into how many parts the writers are dealt.
const Folds = 5

// Fold is the part that a writer belongs to.
func Fold(group string) int {
	h := fnv.New32a()
	h.Write([]byte(group))
	return int(h.Sum32() % Folds)
}

// Margins judges every sample by a model that never saw its writer.
func Margins(samples []Sample) [][bedside.HeadCount]float64 {
	out := make([][bedside.HeadCount]float64, len(samples))
	for fold := range Folds {
		m := fit(Without(samples, fold))
		at := map[uint64]int{}
		for i, f := range m.order {
			at[f] = i
		}
		for i := range samples {
			if Fold(samples[i].Group) == fold {
				out[i] = m.margins(&samples[i], at)
			}
		}
	}
	return out
}

// FoldModels are stored models by fold, none of which saw the writers of its fold.
func FoldModels(samples []Sample, t Thresholds) [Folds][]byte {
	var out [Folds][]byte
	for fold := range out {
		out[fold] = Train(Without(samples, fold), t)
	}
	return out
}

// Without leaves out the writers of a fold.
func Without(samples []Sample, fold int) []Sample {
	var out []Sample
	for i := range samples {
		if Fold(samples[i].Group) != fold {
			out = append(out, samples[i])
		}
	}
	return out
}

func (m *linear) margins(s *Sample, at map[uint64]int) [bedside.HeadCount]float64 {
	out, n := [bedside.HeadCount]float64{}, 0
	for _, f := range s.Features {
		if i, ok := at[f]; ok {
			n++
			for h, w := range m.rows[i] {
				out[h] += w
			}
		}
	}
	for h := range out {
		out[h] = m.bias[h] + out[h]/math.Sqrt(float64(n+floor))
	}
	return out
}

// Calibrate finds the thresholds from margins on writers never seen, so that rules and reader together err least. Likely
// parts, among what the rules send back, what should be from what should not; sure does so among the drafts that are left.
// Drafts on which rules were tuned do not count.
func Calibrate(samples []Sample, margins [][bedside.HeadCount]float64) Thresholds {
	likely := split(flagged(samples, margins), falselyKept)
	sure := max(likely, split(silent(samples, margins, likely), falselyFound))
	var out Thresholds
	for h := range out {
		var examples []float64
		for i := range samples {
			if samples[i].Heads[h] == Yes {
				examples = append(examples, margins[i][h])
			}
		}
		out[h] = [3]int32{stored(min(likely, lowest(examples))), stored(likely), stored(sure)}
	}
	return out
}

// flagged is every topic that the rules send a draft back for.
func flagged(samples []Sample, margins [][bedside.HeadCount]float64) []judged {
	var out []judged
	for i := range samples {
		for h, severity := range samples[i].Rules {
			if severity >= bedside.Revise && !samples[i].Tuned {
				out = append(out, judged{margins[i][h], samples[i].Any == Yes})
			}
		}
	}
	return out
}

// silent is every draft that the rules, held to likely, let through, by the head that speaks loudest.
func silent(samples []Sample, margins [][bedside.HeadCount]float64, likely float64) []judged {
	var out []judged
	for i := range samples {
		s := &samples[i]
		found, loudest := s.Tuned, math.Inf(-1)
		for h, severity := range s.Rules {
			found = found || (severity >= bedside.Revise && margins[i][h] >= likely)
			loudest = max(loudest, margins[i][h])
		}
		if !found {
			out = append(out, judged{loudest, s.Any == Yes})
		}
	}
	return out
}

// judged is the margin of a draft and whether it is an example.
type judged struct {
	margin float64
	yes    bool
}

func stored(margin float64) int32 { return int32(math.Round(margin * unit)) }

// What a wrong finding costs, where a missed one costs 1. Words that a rule found speak for themselves, so the reader needs
// good reason to doubt them; where no rule found any, it needs good reason to speak.
const (
	falselyKept  = 1.75
	falselyFound = 1.75
)

// split is the margin from which on findings cost least: examples below it are missed, others above it are false alarms. What has
// one margin is found together or not at all.
func split(all []judged, falseAlarm float64) float64 {
	slices.SortStableFunc(all, func(a, b judged) int { return cmp.Compare(b.margin, a.margin) })
	best, at, gain := 0.0, math.Inf(1), 0.0
	for i, j := range all {
		if j.yes {
			gain++
		} else {
			gain -= falseAlarm
		}
		if last := i+1 == len(all) || all[i+1].margin != j.margin; last && gain > best {
			best, at = gain, j.margin
		}
	}
	if math.IsInf(at, 1) {
		return 4 // above whatever was seen: nothing is gained
	}
	return at
}

// unlikelyMiss is the share of a head's examples that may lie below unlikely.
const unlikelyMiss = 0.12

// lowest is the margin that nearly all examples lie above.
func lowest(examples []float64) float64 {
	if len(examples) == 0 {
		return -1
	}
	slices.Sort(examples)
	return examples[int(unlikelyMiss*float64(len(examples)))]
}
