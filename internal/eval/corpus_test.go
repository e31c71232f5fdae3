package eval_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"bedside"
	"bedside/internal/eval"
)

// Invented records: an acceptable twin, a privacy draft with words to mark, a picture, and a draft that may be advised on.
const (
	recordOK     = `{"id":"a-1","draft":{"text":"my dog Biscuit finished chemo"},"gold":{"verdict":"ok","band":["ok","ok"],"findings":[],"person":"animal","recognisable":[]},"meta":{"writer":"a","topic":"patient_privacy","twin":"a-2","variety":"UK","voice":"x","ordinary":true}}`
	recordBlock  = `{"id":"a-2","draft":{"text":"my patient Mrs Alvarez finished chemo, well done her and the team on the ward"},"gold":{"verdict":"block","band":["revise","block"],"findings":[{"topic":"patient_privacy","severity":"block","clauses":["jh.bp3"],"spans":["Mrs Alvarez"]}],"person":"patient","recognisable":["stranger"]},"meta":{"writer":"a","topic":"patient_privacy","twin":"a-1","variety":"UK","voice":"x","ordinary":false}}`
	recordAlt    = `{"id":"b-1","draft":{"media":[{"alt":"a wound"}]},"gold":{"verdict":"revise","band":["advise","block"],"findings":[{"topic":"patient_privacy","severity":"revise","clauses":["jh.bp3"],"spans":[{"part":"alt","text":"wound"},{"part":"note","text":"x"}]},{"topic":"respect","severity":"revise","clauses":["jh.bp1"],"spans":[]}],"person":"patient","recognisable":[]},"meta":{"writer":"b","topic":"patient_privacy","variety":"IN","voice":"x","ordinary":false}}`
	recordAdvise = `{"id":"b-2","draft":{"text":"Dr Quill teaches badly"},"gold":{"verdict":"advise","band":["ok","advise"],"findings":[{"topic":"colleague","severity":"advise","clauses":["jh.s5"],"spans":["Dr Quill"]}],"person":"colleague","recognisable":[]},"meta":{"writer":"b","topic":"colleague","variety":"IN","voice":"x","ordinary":false}}`
)

func corpus(dev, lockbox []string) fstest.MapFS {
	return fstest.MapFS{
		"dev/a.jsonl":          {Data: []byte(strings.Join(dev, "\n") + "\n")},
		"lockbox/a.jsonl":      {Data: []byte(strings.Join(lockbox, "\n") + "\n")},
		"lockbox/scores.jsonl": {Data: []byte("{\"commit\":\"x\"}\n")},
	}
}

func devSet(t *testing.T, records ...string) eval.Set {
	t.Helper()
	set, err := eval.ReadDev(corpus(records, nil))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// finding is what the stub checker says; start and end are bytes of a part.
func finding(topic string, s bedside.Severity, part bedside.PartKind, start, end int) bedside.Finding {
	return bedside.Finding{
		Rule: topic + ".rule", Topic: topic, Severity: s, Evidence: []bedside.Evidence{{Part: part, Start: start, End: end}},
	}
}

// stub answers by the draft's text.
func stub(answers map[string]*bedside.Result) eval.Check {
	return func(d bedside.Draft) (*bedside.Result, error) {
		if r, ok := answers[d.Text]; ok {
			return r, nil
		}
		return &bedside.Result{}, nil
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	outside := strings.Replace(recordOK, `"band":["ok","ok"]`, `"band":["revise","block"]`, 1)
	badDraft := strings.Replace(recordAdvise, `"text"`, `"txt"`, 1)
	set := devSet(t, recordOK, recordOK, outside, badDraft, "{", recordAlt)
	n, where := set.Unreadable()
	if len(set.Records) != 2 || n != 4 {
		t.Fatalf("%d records, %d unreadable", len(set.Records), n)
	}
	for i, want := range []string{"dev/a.jsonl:2: the id is used twice", "dev/a.jsonl:3: a-1: the verdict lies outside its band", "dev/a.jsonl:4: ", "dev/a.jsonl:5: "} {
		if !strings.HasPrefix(where[i], want) {
			t.Errorf("got %q, want %q", where[i], want)
		}
		if strings.Contains(where[i], "Quill") {
			t.Errorf("%q tells the text", where[i])
		}
	}
	if spans := set.Records[1].Gold.Findings[0].Spans; spans[0] != (eval.GoldSpan{Part: bedside.PartAlt, Text: "wound"}) {
		t.Errorf("got %v", spans)
	}
}

// The lock-box gives totals; everything that tells of one draft refuses.
func TestLockboxIsSealed(t *testing.T) {
	t.Parallel()
	set, err := eval.ReadLockbox(corpus(nil, []string{recordOK, recordBlock, "{"}))
	if err != nil || !set.Sealed() || len(set.Records) != 2 {
		t.Fatalf("%d records, sealed %v, %v", len(set.Records), set.Sealed(), err)
	}
	if n, where := set.Unreadable(); n != 1 || where != nil {
		t.Errorf("%d unreadable, told where: %v", n, where)
	}
	s := eval.Evaluate(set, stub(nil))
	if s.Totals().Drafts != 2 {
		t.Error("no totals")
	}
	_, details := s.Details()
	_, misses := s.Misses(eval.Filter{})
	_, baseline := s.Baseline("x")
	_, changes := s.Against(&eval.Baseline{})
	for name, err := range map[string]error{"details": details, "misses": misses, "baseline": baseline, "changes": changes} {
		if err == nil {
			t.Errorf("%s of the lock-box were told", name)
		}
	}
	if dev, _ := eval.ReadDev(corpus(nil, []string{recordOK})); len(dev.Records) != 0 {
		t.Error("the open set holds drafts of the lock-box")
	}
}
