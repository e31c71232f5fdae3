package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"bedside/internal/eval"
)

// people scores whose the mentions of a set are.
func people(set eval.Set, o options, e env) ([]eval.PeopleScore, error) {
	labels, err := eval.ReadPeople(os.DirFS(o.corpus), set)
	if err != nil {
		return nil, err
	}
	return eval.EvaluatePeople(labels, e.check), nil
}

// lockbox scores the sealed drafts and logs that it did.
func lockbox(r *eval.Report, dev eval.Set, o options, e env) error {
	sealed, err := eval.ReadLockbox(os.DirFS(o.corpus))
	if err != nil {
		return err
	}
	if len(sealed.Records) == 0 {
		r.Notes = append(r.Notes, "the lock-box is empty")
		return nil
	}
	unreadable, _ := sealed.Unreadable()
	totals := eval.Evaluate(sealed, e.check).Totals()
	r.Lockbox = &eval.LockboxReport{Totals: totals, Ngram: eval.BaselineOn("n-grams, trained on dev", dev, sealed), Unreadable: unreadable}
	if r.Lockbox.People, err = people(sealed, o, e); err != nil {
		return err
	}
	log, err := os.OpenFile(filepath.Join(o.corpus, "lockbox", "scores.jsonl"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := log.Write(eval.ScoringLine(e.commit, e.now(), totals)); err != nil {
		return errors.Join(err, log.Close())
	}
	return log.Close()
}

// natural tells what people thought of the rewrites that are offered.
func natural(r *eval.Report, scores *eval.Scores, o options) error {
	if o.readings == "" {
		return nil
	}
	b, err := os.ReadFile(o.readings)
	if err != nil {
		return err
	}
	readings, err := eval.ParseReadings(b)
	r.Natural = scores.Natural(readings)
	return err
}

// compare tells what changed since the baseline, and writes it anew when asked.
func compare(r *eval.Report, scores *eval.Scores, o options) error {
	if o.baseline == "" {
		return nil
	}
	if o.update {
		return writeBaseline(scores, r.Commit, o.baseline)
	}
	b, err := os.ReadFile(o.baseline)
	if errors.Is(err, fs.ErrNotExist) {
		r.Notes = append(r.Notes, "no baseline at "+o.baseline+" yet: -update writes it")
		return nil
	}
	if err != nil {
		return err
	}
	before, err := eval.ParseBaseline(b)
	if err != nil {
		return err
	}
	r.Changes, err = scores.Against(before)
	return err
}

func writeBaseline(scores *eval.Scores, commit, file string) error {
	b, err := scores.Baseline(commit)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}
