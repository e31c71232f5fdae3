package eval_test

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"bedside/internal/eval"
)

// TestNatural: a reading counts while the rewrite that was read is the one that is offered.
func TestNatural(t *testing.T) {
	t.Parallel()
	good := "my patient finished chemo, well done her and the team on the ward"
	sum := sha256.Sum256([]byte(good))
	hash := hex.EncodeToString(sum[:])
	s := eval.Evaluate(devSet(t, recordOK, recordBlock), answered(good))
	id := "a-2"
	for _, tt := range []struct {
		name, file string
		want       eval.Count
	}{
		{"none", "", eval.Count{}},
		{"natural", `{"id":"` + id + `","sha256":"` + hash + `","natural":true}`, eval.Count{Hits: 1, Of: 1}},
		{"not natural", `{"id":"` + id + `","sha256":"` + hash + `","natural":false}`, eval.Count{Of: 1}},
		{"another wording", `{"id":"` + id + `","sha256":"` + hash[2:] + `00","natural":true}`, eval.Count{}},
	} {
		readings, err := eval.ParseReadings([]byte(tt.file))
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Natural(readings).Count; got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	for _, file := range []string{"{}", "no", `{"id":"a","sha256":"b"}`} {
		if _, err := eval.ParseReadings([]byte(file)); err == nil {
			t.Errorf("%s is taken for a reading", file)
		}
	}
}
