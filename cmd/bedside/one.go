package main

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"bedside"
)

// check answers one draft: it completes the draft with what the command line knows, and asks the engine.
func (s *session) check(d bedside.Draft) (r *bedside.Result, err error) {
	defer func() {
		if v := recover(); v != nil { // the value may hold words of the draft: it goes nowhere
			r, err = nil, &bedside.Error{Code: bedside.CodeInternal, Message: "the check of this draft broke off", Err: errBroke}
		}
	}()
	d = s.completed(d)
	if s.earlier == nil {
		r, err = s.engine.Check(d, s.time(d))
	} else if r, err = s.engine.CheckWith(d, s.time(d), s.earlier.timeline); err == nil {
		s.earlier.quote(r, len(d.Context.Timeline))
	}
	if err != nil {
		return nil, err
	}
	if !s.Mentions {
		r.Mentions = nil
	}
	return r, nil
}

var errBroke = fmt.Errorf("panic in a check")

// completed is the draft with what the command line knows.
func (s *session) completed(d bedside.Draft) bedside.Draft {
	d = s.author.Fill(d)
	if len(s.Answer) > 0 {
		answers := maps.Clone(s.Answer)
		maps.Copy(answers, d.Context.Answers)
		d.Context.Answers = answers
	}
	return d
}

// shown is the draft as it is shown beside its result: with the earlier posts that the result speaks of.
func (s *session) shown(d bedside.Draft, r *bedside.Result) bedside.Draft {
	d = s.completed(d)
	if s.earlier != nil && slices.ContainsFunc(r.Findings, ofTimeline) {
		d.Context.Timeline = slices.Concat(d.Context.Timeline, s.earlier.posts)
	}
	return d
}

func ofTimeline(f bedside.Finding) bool {
	return slices.ContainsFunc(f.Evidence, func(e bedside.Evidence) bool { return e.Part == bedside.PartTimeline })
}

// time is as of when a draft is checked: as asked, else its own time, else now.
func (s *session) time(d bedside.Draft) time.Time {
	switch {
	case !s.asOf.IsZero():
		return s.asOf
	case !d.Time.IsZero():
		return d.Time.Time
	default:
		return s.started
	}
}

// judge says what a result means for the exit status.
func (s *session) judge(r *bedside.Result) outcome {
	return outcome{found: r.Verdict >= s.severity || s.FailOnUnchecked && !r.Complete}
}
