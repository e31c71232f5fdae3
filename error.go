package bedside

import (
	"errors"
	"fmt"
)

// Code is a machine-readable kind of failure. Exit status, HTTP status and browser errors each map from it in one table.
type Code string

// The codes of errors.
const (
	CodeInvalid     Code = "invalid"     // the input is not what it should be
	CodeTooLarge    Code = "too_large"   // over a stated limit
	CodeNotFound    Code = "not_found"   // no such file, clause, rule, pack
	CodeConflict    Code = "conflict"    // somebody else changed it first
	CodeUnavailable Code = "unavailable" // something outside did not answer
	CodeInternal    Code = "internal"    // a fault of ours
)

// Error is a failure with a sentence that may be shown. Message never holds text of a draft. Err is for the operator.
type Error struct {
	Code    Code
	Message string
	Err     error
}

// Error returns the sentence that may be shown.
func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an error with a code and a message. The message must not hold text of a draft.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// CodeOf is the code of an error: empty for none, CodeInternal for one that was not made to be shown.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return CodeInternal
}
