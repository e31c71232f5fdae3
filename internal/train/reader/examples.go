package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/internal/eval"
	"bedside/internal/packfile"
	"bedside/internal/train/learn"
	"bedside/internal/whole"
	"bedside/pack"
	"bedside/packs"
	"bedside/read"
	"bedside/tables"
)

// The rules that only repeat the reader have examples that hold for these weights and perhaps for no others, so they are
// chosen anew whenever the weights are: from the open corpus, where reader and label agree, the clearest first.

// wanted is how many examples of each kind a rule gets, each by another writer.
const wanted = 3

// shortest and longest bound the bytes of an example's text: it should read at a glance.
const shortest, longest = 40, 260

// example is a draft that may show what a rule says, or does not say.
type example struct {
	draft  bedside.Draft
	writer string
	score  int32 // of the rule's head; the higher, the clearer
}

// chosen are the examples of one rule.
type chosen struct{ flag, allow []example }

// writeExamples chooses examples for every rule that repeats a head and writes them into its file under packs.
func writeExamples(dir string, stored []byte, records []eval.Record) error {
	src, err := packfile.Load(os.DirFS(dir))
	if err != nil {
		return err
	}
	e, err := engine.New(engine.Config{Tables: tables.Files(), Compile: detect.New, Pack: packs.Default(), Reader: stored, Version: "train"})
	if err != nil {
		return err
	}
	m, err := read.Load(stored)
	if err != nil {
		return err
	}
	rules := echoes(src.Pack)
	found := candidates(e, m, rules, records)
	for h, id := range rules {
		c := chosen{flag: pick(found[h].flag), allow: pick(found[h].allow)}
		if len(c.flag) < wanted || len(c.allow) < wanted {
			return fmt.Errorf("%s: the corpus has %d examples to flag and %d to allow; %d of each are wanted", id, len(c.flag), len(c.allow), wanted)
		}
		if err := replaceExamples(filepath.Join(dir, src.Files[id]), c); err != nil {
			return err
		}
	}
	return nil
}

// echoes are, by head, the rules that only repeat it.
func echoes(p *pack.File) (ids [bedside.HeadCount]string) {
	for i := range p.Rules {
		if h, echo := learn.EchoOf(&p.Rules[i]); echo {
			ids[h] = p.Rules[i].ID
		}
	}
	return ids
}

// candidates are, by head, the drafts on which its rule alone speaks and rightly, and near misses on which all are silent.
func candidates(e *engine.Engine, m *read.Model, rules [bedside.HeadCount]string, records []eval.Record) (out [bedside.HeadCount]chosen) {
	for i := range records {
		r := &records[i]
		if !plain(&r.Draft) {
			continue
		}
		result, err := e.Check(r.Draft, time.Time{})
		if err != nil {
			continue
		}
		scores := m.Scores(e.Seen(r.Draft, time.Time{}))
		for h := range out {
			x := example{draft: r.Draft, writer: r.Meta.Writer, score: scores[h]}
			switch topic := bedside.Head(h).Topic(); {
			case speaksAlone(result, rules[h]) && sentBackFor(r, topic):
				out[h].flag = append(out[h].flag, x)
			case len(result.Findings) == 0 && nearMiss(r, topic):
				x.score = -x.score
				out[h].allow = append(out[h].allow, x)
			}
		}
	}
	return out
}

// plain holds for drafts that need no more than their words to be judged.
func plain(d *bedside.Draft) bool {
	return len(d.Text) >= shortest && len(d.Text) <= longest && len(d.Media) == 0 && d.Time.IsZero() && len(d.Context.Consents) == 0
}

func speaksAlone(r *bedside.Result, rule string) bool {
	return len(r.Findings) == 1 && r.Findings[0].Rule == rule && r.Findings[0].Severity == bedside.Revise
}

func sentBackFor(r *eval.Record, topic string) bool {
	return slices.ContainsFunc(r.Gold.Findings, func(f eval.GoldFinding) bool { return f.Topic == topic && f.Severity == bedside.Revise })
}

// nearMiss holds for drafts that were written for a topic and are acceptable by every label.
func nearMiss(r *eval.Record, topic string) bool {
	return r.Meta.Topic == topic && !r.Meta.Ordinary && r.Gold.Band == [2]bedside.Severity{bedside.OK, bedside.OK}
}

// pick takes the clearest, each by another writer.
func pick(from []example) []example {
	slices.SortStableFunc(from, func(a, b example) int { return cmp.Compare(b.score, a.score) })
	var out []example
	for _, x := range from {
		if len(out) < wanted && !slices.ContainsFunc(out, func(o example) bool { return o.writer == x.writer }) {
			out = append(out, x)
		}
	}
	return out
}

// replaceExamples writes a rule's file anew from its examples on, which come last.
func replaceExamples(file string, c chosen) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	head, _, ok := bytes.Cut(b, []byte("\nflag:\n"))
	if !ok {
		return fmt.Errorf("%s: no examples to replace", file)
	}
	out := bytes.NewBuffer(slices.Clone(head))
	out.WriteString("\nflag:\n")
	for _, x := range c.flag {
		fmt.Fprintf(out, "  - draft: %s\n    severity: %s\n", line(&x.draft), bedside.Revise)
	}
	out.WriteString("allow:\n")
	for _, x := range c.allow {
		fmt.Fprintf(out, "  - draft: %s\n    verdict: %s\n", line(&x.draft), bedside.OK)
	}
	return whole.WriteFile(file, out.Bytes(), 0o644)
}

// line writes a draft as JSON, which is YAML too, letters as they are.
func line(d *bedside.Draft) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(d); err != nil {
		panic("reader: a draft that was read cannot be written: " + err.Error())
	}
	return bytes.TrimSpace(b.Bytes())
}
