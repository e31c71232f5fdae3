package eval

import (
	"slices"

	"bedside"
)

// outcome is one record, checked.
type outcome struct {
	record *Record
	result *bedside.Result // never nil; empty when the check failed
	failed bool
	counts [metricCount]Count
	words  marks
	ending ending
	// altered are gold spans, and those that a good rewrite changes.
	altered Count
}

// sendBack parts the verdicts into the two sides.
func sendBack(s bedside.Severity) bool { return s >= bedside.Revise }

func judge(r *Record, check Check) outcome {
	o := outcome{record: r}
	var err error
	if o.result, err = check(r.Draft); err != nil {
		o.failed, o.result = true, &bedside.Result{}
	}
	gold, got := r.Gold, o.result
	o.counts[side] = one(sendBack(gold.Verdict) == sendBack(got.Verdict))
	o.counts[band] = one(gold.Band[0] <= got.Verdict && got.Verdict <= gold.Band[1])
	if gold.Verdict == bedside.OK {
		o.counts[silence] = one(len(got.Findings) == 0 && !o.failed)
	}
	if sendBack(gold.Verdict) {
		o.counts[letThrough] = one(!sendBack(got.Verdict))
		o.topics()
	} else {
		o.counts[sentBack] = one(sendBack(got.Verdict))
	}
	o.questions()
	o.words = mark(r, got)
	o.counts[spansHit], o.counts[markedInside] = o.words.hit, o.words.inside
	if len(gold.Findings) > 0 {
		o.counts[markedLabelled] = o.words.inside
	}
	if o.ending = rewrite(r, got, check); o.ending != notSought {
		o.counts[rewritten] = one(o.ending == mended)
	}
	if o.ending == mended {
		o.altered = altered(r, got.Rewrite.Text)
	}
	return o
}

// questions counts drafts with a question, of those about a patient or their family and of those that nobody would think of checking.
func (o *outcome) questions() {
	asked := one(len(o.result.Questions) > 0)
	switch o.record.Gold.Person {
	case "patient", "former_patient", "patient_family":
		o.counts[askedOfCare] = asked
	}
	if o.record.Meta.Ordinary {
		o.counts[askedOrdinary] = asked
	}
}

// topics counts the topics at revise or block.
func (o *outcome) topics() {
	gold, got := o.record.Gold.topics(bedside.Revise), topicsOf(o.result, bedside.Revise)
	hits := 0
	for _, t := range got {
		if slices.Contains(gold, t) {
			hits++
		}
	}
	o.counts[topicF1] = Count{hits, len(gold) + len(got) - hits}
	o.counts[topicPrecision] = Count{hits, len(got)}
	o.counts[topicRecall] = Count{hits, len(gold)}
}

// topics lists the labelled topics at or above a severity, each once.
func (g Gold) topics(least bedside.Severity) []string {
	var out []string
	for _, f := range g.Findings {
		if f.Severity >= least && !slices.Contains(out, f.Topic) {
			out = append(out, f.Topic)
		}
	}
	return out
}

// topicsOf lists the topics of a result at or above a severity, each once.
func topicsOf(r *bedside.Result, least bedside.Severity) []string {
	var out []string
	for _, f := range r.Findings {
		if f.Severity >= least && !slices.Contains(out, f.Topic) {
			out = append(out, f.Topic)
		}
	}
	return out
}

// forWords reports whether a draft is to be sent back for words of its text.
func (g Gold) forWords() bool {
	for _, f := range g.Findings {
		for _, s := range f.Spans {
			if sendBack(f.Severity) && s.Part == bedside.PartText {
				return true
			}
		}
	}
	return false
}
