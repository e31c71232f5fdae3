package main

import (
	"fmt"
	"maps"
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
	d, left := s.completed(d)
	r, err = s.engine.Check(d, s.time(d))
	if err != nil {
		return nil, err
	}
	if !s.Mentions {
		r.Mentions = nil
	}
	if left > 0 {
		r.Complete, r.NotChecked = false, append(r.NotChecked, noRoom(left))
	}
	return r, nil
}

var errBroke = fmt.Errorf("panic in a check")

// completed is the draft with what the command line knows, and how many earlier posts had no room in it.
func (s *session) completed(d bedside.Draft) (bedside.Draft, int) {
	d = s.author.Fill(d)
	if len(s.Answer) > 0 {
		answers := maps.Clone(s.Answer)
		maps.Copy(answers, d.Context.Answers)
		d.Context.Answers = answers
	}
	return withEarlier(d, s.earlier)
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
