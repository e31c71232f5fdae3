package eval_test

import (
	"testing"

	"bedside"
	"bedside/internal/eval"
)

// sides is a checker that is right about the first n of the numbered records and lets the others through.
func sides(n int) eval.Check {
	i := 0
	return func(bedside.Draft) (*bedside.Result, error) {
		i++
		if (i-1)%2 == 0 && i <= n {
			return &bedside.Result{Verdict: bedside.Block}, nil
		}
		return &bedside.Result{}, nil
	}
}

func TestAgainst(t *testing.T) {
	t.Parallel()
	set := devSet(t, numbered(80, true)...)
	before, err := eval.Evaluate(set, sides(80)).Baseline("then")
	if err != nil {
		t.Fatal(err)
	}
	read, err := eval.ParseBaseline(before.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		right int
		fell  bool
	}{"the same": {80, false}, "one draft": {78, false}, "half": {40, true}} {
		changes, err := eval.Evaluate(set, sides(tt.right)).Against(read)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range changes {
			if (c.Key == "side" || c.Key == "let_through") && c.Fell != tt.fell {
				t.Errorf("%s: %s from %.2f to %.2f fell: %v", name, c.Key, c.Before.Value, c.Now.Value, c.Fell)
			}
		}
	}
}

func TestParseBaseline(t *testing.T) {
	t.Parallel()
	for _, data := range []string{"", "[]", "{}", `{"metrics":["side"],"cases":{}}`} {
		if _, err := eval.ParseBaseline([]byte(data)); err == nil {
			t.Errorf("%q was taken", data)
		}
	}
}
