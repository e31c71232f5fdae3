package main

import (
	"os"
	"slices"

	"bedside/engine"
	"bedside/internal/eval"
	"bedside/internal/packfile"
	"bedside/internal/train/learn"
	"bedside/packs"
	"bedside/read"
	"bedside/tables"
)

// crossValidate trains a reader for each fold of the writers, with the thresholds and the mix of the one that is shipped, so that every
// draft is judged by a reader that never saw its writer. What an encoder without that fold says was written down when it was fitted
// (answers); the drafts of writers of whom nothing was written down are left out.
func crossValidate(first *engine.Engine, dev eval.Set, answers string) (eval.Set, func(*eval.Record) eval.Check, error) {
	shipped, err := read.Load(tables.Reader())
	if err != nil {
		return dev, nil, err
	}
	src, err := packfile.Load(packs.Sources())
	if err != nil {
		return dev, nil, err
	}
	examples, err := learn.RuleExamples(src)
	if err != nil {
		return dev, nil, err
	}
	samples := learn.Samples(first, shipped.Second().Words(), slices.Concat(dev.Records, examples), asOf)
	recorded, known, err := recall(shipped.Second(), samples, answers)
	if err != nil {
		return dev, nil, err
	}
	var checks [learn.Folds]eval.Check
	for fold, stored := range learn.FoldModels(samples, shipped.Thresholds()) {
		m, err := read.Load(stored)
		if err != nil {
			return dev, nil, err
		}
		checks[fold] = checkBy(first.WithModel(m.WithSecond(recorded)))
	}
	dev.Records = slices.DeleteFunc(slices.Clone(dev.Records), func(r eval.Record) bool { return known != nil && !known[r.Meta.Writer] })
	return dev, func(r *eval.Record) eval.Check { return checks[learn.Fold(r.Meta.Writer)] }, nil
}

// recall is the second stage with answers that were written down, and whose drafts they are about; nil where all are.
func recall(s *read.Second, samples []learn.Sample, file string) (*read.Second, map[string]bool, error) {
	if s == nil {
		return nil, nil, nil
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	answers, err := learn.ParseAnswers(b)
	if err != nil {
		return nil, nil, err
	}
	return s.Recorded(func(key uint64) []int32 { return answers[key] }), answers.Known(samples), nil
}
