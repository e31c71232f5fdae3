package main

import (
	"slices"

	"bedside/engine"
	"bedside/internal/eval"
	"bedside/internal/packfile"
	"bedside/internal/train/learn"
	"bedside/packs"
	"bedside/read"
	"bedside/tables"
)

// crossValidate trains a reader for each fold of the writers, with the thresholds of the one that is shipped, so that every
// draft is judged by a reader that never saw its writer.
func crossValidate(first *engine.Engine, dev eval.Set) (func(*eval.Record) eval.Check, error) {
	shipped, err := read.Load(tables.Reader())
	if err != nil {
		return nil, err
	}
	src, err := packfile.Load(packs.Sources())
	if err != nil {
		return nil, err
	}
	examples, err := learn.RuleExamples(src)
	if err != nil {
		return nil, err
	}
	samples := learn.Samples(first, slices.Concat(dev.Records, examples), asOf)
	var checks [learn.Folds]eval.Check
	for fold, stored := range learn.FoldModels(samples, shipped.Thresholds()) {
		e, err := first.WithReader(stored)
		if err != nil {
			return nil, err
		}
		checks[fold] = checkBy(e)
	}
	return func(r *eval.Record) eval.Check { return checks[learn.Fold(r.Meta.Writer)] }, nil
}
