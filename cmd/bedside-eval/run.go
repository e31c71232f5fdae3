package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"bedside/internal/eval"
	"bedside/internal/eval/spans"
	"bedside/internal/eval/timelines"
)

// env is the world that a run touches.
type env struct {
	check          eval.Check
	crossValidate  crossValidation
	timelines      timelines.Engine // nil where none are measured
	commit         string
	now            func() time.Time
	stdout, stderr io.Writer
}

// crossValidation is checks that did not learn from a record's writer, and the records that there are such checks for. It is told the
// file of what encoders said of drafts that they had not seen.
type crossValidation func(dev eval.Set, answers string) (eval.Set, func(*eval.Record) eval.Check, error)

type options struct {
	corpus, examples, shared, baseline, readings, answers string
	filter                                                eval.Filter
	misses                                                string // where to write the rows of misses
	list, lockbox, update, json                           bool
	identifiers, timelines, metadata, pictures            bool
	crowds                                                int
	faces                                                 bool
	nobody                                                string // a folder of pictures without people
}

// run answers with the exit status: 0 measured, 1 a figure fell, 2 wrong use or unreadable input.
func run(args []string, e env) int {
	o, err := parseOptions(args, e.stderr)
	if err != nil {
		return 2
	}
	if o.identifiers {
		return runIdentifiers(o, e)
	}
	if o.metadata {
		return runMetadata(o, e)
	}
	if o.crowds > 0 {
		return runCrowds(o, e)
	}
	if o.pictures {
		return runPictures(o, e)
	}
	if o.faces {
		return runFaces(o, e)
	}
	if o.timelines {
		return runTimelines(o, e)
	}
	report, err := measure(o, e)
	var together *togetherReport
	if err == nil {
		together, err = measureTimelines(o, e)
	}
	if err == nil {
		err = write(report, identifiers(o, e), together, o, e.stdout)
	}
	if err != nil {
		fmt.Fprintln(e.stderr, "bedside-eval:", err)
		return 2
	}
	if fell := slices.Concat(report.Fell(), together.Fell); len(fell) > 0 {
		fmt.Fprintln(e.stderr, "bedside-eval: these fell:", strings.Join(fell, ", "))
		return 1
	}
	if !report.Whole() || together.Unreadable > 0 {
		fmt.Fprintln(e.stderr, "bedside-eval: some lines of the corpus are no labelled drafts")
		return 2
	}
	return 0
}

func parseOptions(args []string, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("bedside-eval", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.corpus, "corpus", "corpus", "the folder that holds dev and lockbox")
	f.StringVar(&o.examples, "examples", "examples", "the folder of the nine scenarios")
	f.StringVar(&o.shared, "shared", "../shared", "the folder of public development sets")
	f.StringVar(&o.baseline, "baseline", "", "compare with the figures in this `file`")
	f.StringVar(&o.readings, "readings", "", "what people thought of rewrites, from this `file`")
	f.StringVar(&o.answers, "answers", "eval/answers.bin", "what encoders said of drafts whose writers they never saw, from this `file`")
	f.BoolVar(&o.update, "update", false, "write the baseline anew")
	f.BoolVar(&o.lockbox, "lockbox", false, "score the lock-box too, and log that it was scored")
	f.BoolVar(&o.list, "list", false, "list the misses, and the open tweets that something was said of")
	f.StringVar(&o.filter.Topic, "topic", "", "list misses of this topic")
	f.StringVar(&o.filter.Kind, "kind", "", "list misses of this kind: "+strings.Join(eval.MissKinds(), ", "))
	f.BoolVar(&o.filter.Text, "v", false, "list misses with the text of our own drafts")
	f.BoolVar(&o.identifiers, "identifiers", false, "measure only which identifying details are found in the public sets")
	f.BoolVar(&o.metadata, "metadata", false, "measure only what is read of files' metadata, and what stripping leaves, beside exiftool")
	f.IntVar(&o.crowds, "crowds", 0, "measure only how well crowds are counted, of this `many` simulated people")
	f.BoolVar(&o.pictures, "pictures", false, "measure only what is seen in pictures")
	f.BoolVar(&o.timelines, "timelines", false, "measure only what posts reveal together")
	f.BoolVar(&o.faces, "faces", false, "measure only which faces are found in pictures (needs the photographs in the shared folder, and -tags weights)")
	f.StringVar(&o.nobody, "nobody", "", "with -faces: look for faces in this `folder` of pictures without people too")
	f.StringVar(&o.misses, "misses", "", "with -identifiers: write rows and types of what was missed or wrongly found, of the halves that may be looked at, to this `file`")
	f.BoolVar(&o.json, "json", false, "write JSON")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	o.list = o.list || o.filter != eval.Filter{}
	if k := o.filter.Kind; k != "" && !slices.Contains(eval.MissKinds(), k) || f.NArg() > 0 || o.update && o.baseline == "" || o.misses != "" && !o.identifiers {
		f.Usage()
		return o, flag.ErrHelp
	}
	return o, nil
}

// write tells the report, and which identifying details were found.
func write(r *eval.Report, found *spans.Report, together *togetherReport, o options, w io.Writer) error {
	if o.json {
		return writeJSON(struct {
			*eval.Report
			Identifiers *spans.Report   `json:"identifiers"`
			Timelines   *togetherReport `json:"timelines"`
		}{r, found, together}, w)
	}
	if err := r.Print(w); err != nil {
		return err
	}
	if err := found.Print(w); err != nil {
		return err
	}
	return together.print(w)
}

func writeJSON(v any, w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}

// measure does the parts in order. A part whose data are not there is left out and said.
func measure(o options, e env) (*eval.Report, error) {
	dev, err := eval.ReadDev(os.DirFS(o.corpus))
	if err != nil {
		return nil, err
	}
	unseen, checkOf, err := e.crossValidate(dev, o.answers)
	if err != nil {
		return nil, err
	}
	scores := eval.EvaluateEach(unseen, checkOf)
	r := &eval.Report{Commit: e.commit, Corpus: scores.Totals(), Ngrams: eval.Baselines(dev)}
	_, r.Unreadable = dev.Unreadable()
	if err := natural(r, scores, o); err != nil {
		return nil, err
	}
	if r.Details, err = scores.Details(); err != nil {
		return nil, err
	}
	if o.list {
		if r.Misses, err = scores.Misses(o.filter); err != nil {
			return nil, err
		}
	}
	if err := surroundings(r, o, e); err != nil {
		return nil, err
	}
	if r.People, err = people(dev, o, e); err != nil {
		return nil, err
	}
	if r.Respect, err = eval.Respect(os.DirFS(o.corpus), e.check); err != nil {
		return nil, err
	}
	if o.lockbox {
		if err := lockbox(r, dev, o, e); err != nil {
			return nil, err
		}
	}
	return r, compare(r, scores, o)
}

// surroundings are the scenarios and the tweets.
func surroundings(r *eval.Report, o options, e env) (err error) {
	if r.Scenarios, err = eval.Scenarios(os.DirFS(o.examples), e.check); err != nil {
		return err
	}
	if len(r.Scenarios) == 0 {
		r.Notes = append(r.Notes, "no scenarios in "+o.examples)
	}
	tweets := o.shared + "/data"
	if r.Tweets, err = eval.Tweets(os.DirFS(tweets), e.check); err != nil {
		r.Notes = append(r.Notes, "tweets are left out: "+tweets+": "+err.Error())
	}
	if !o.list {
		for i := range r.Tweets {
			r.Tweets[i].Rows = nil
		}
	}
	return nil
}
