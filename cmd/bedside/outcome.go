package main

import (
	"errors"

	"bedside"
)

// outcome gathers what happened until the exit status is due.
type outcome struct {
	wrong bool // wrong use, or an input that could not be read or decoded
	fault bool // a fault of ours, or of the machine
	found bool // a finding at or above --fail-on, or something unchecked where that counts
}

// status is the exit status, the most urgent first.
func (o outcome) status() int {
	switch {
	case o.wrong:
		return 2
	case o.fault:
		return 3
	case o.found:
		return 1
	default:
		return 0
	}
}

// add counts an error: this is the one table from codes to exit statuses.
func (o *outcome) add(err error) {
	switch coded(err).Code {
	case bedside.CodeInternal, bedside.CodeUnavailable:
		o.fault = true
	case bedside.CodeInvalid, bedside.CodeTooLarge, bedside.CodeNotFound, bedside.CodeConflict:
		o.wrong = true
	}
}

// merge adds what another has gathered.
func (o *outcome) merge(other outcome) {
	o.wrong, o.fault, o.found = o.wrong || other.wrong, o.fault || other.fault, o.found || other.found
}

// coded finds the error that may be shown. One that was not made to be shown is a fault of ours, and stays unseen.
func coded(err error) *bedside.Error {
	if e, ok := errors.AsType[*bedside.Error](err); ok {
		return e
	}
	return &bedside.Error{Code: bedside.CodeInternal, Message: "something went wrong inside Bedside", Err: err}
}
