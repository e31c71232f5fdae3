package bedside_test

import (
	"encoding/json"
	"errors"
	"testing"

	"bedside"
)

func TestSeverity(t *testing.T) {
	t.Parallel()
	names := map[bedside.Severity]string{bedside.OK: "ok", bedside.Advise: "advise", bedside.Revise: "revise", bedside.Block: "block"}
	for s, name := range names {
		var back bedside.Severity
		b, err := json.Marshal(s)
		if err != nil || string(b) != `"`+name+`"` || s.String() != name {
			t.Errorf("%d is written %s, %v", s, b, err)
		}
		if err := json.Unmarshal(b, &back); err != nil || back != s {
			t.Errorf("%s is read as %d, %v", b, back, err)
		}
	}
	if bedside.OK >= bedside.Advise || bedside.Advise >= bedside.Revise || bedside.Revise >= bedside.Block {
		t.Error("the severities are not in order")
	}
	if got := bedside.Severity(9).String(); got != "block" {
		t.Errorf("an unknown severity is %q", got)
	}
}

func TestNoSeverity(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "OK", "warn", "blocked"} {
		var got bedside.Severity
		err := got.UnmarshalText([]byte(s))
		if be, ok := errors.AsType[*bedside.Error](err); !ok || be.Code != bedside.CodeInvalid {
			t.Errorf("%q is read as %s, %v", s, got, err)
		}
	}
}

func TestPersonID(t *testing.T) {
	t.Parallel()
	for index, want := range map[int]string{0: "p1", 1: "p2", 47: "p48"} {
		if got := bedside.PersonID(index); got != want {
			t.Errorf("person %d is %s, want %s", index, got, want)
		}
	}
}

func TestError(t *testing.T) {
	t.Parallel()
	cause := errors.New("disk full")
	err := error(&bedside.Error{Code: bedside.CodeInternal, Message: "the draft could not be kept", Err: cause})
	if err.Error() != "the draft could not be kept" || !errors.Is(err, cause) {
		t.Errorf("got %q, cause %v", err, errors.Unwrap(err))
	}
	if err := bedside.Errorf(bedside.CodeNotFound, "no rule %q", "a.b"); err.Code != bedside.CodeNotFound || err.Message != `no rule "a.b"` || err.Unwrap() != nil {
		t.Errorf("got %+v", err)
	}
}
