package eval_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/eval"
)

const (
	textBlock  = "my patient Mrs Alvarez finished chemo, well done her and the team on the ward"
	textAdvise = "Dr Quill teaches badly"
)

// answered is a checker that sends the block draft back for the name and one word more, mends it, lets the picture through,
// and sends back what deserves a thought.
func answered(rewrite string) eval.Check {
	return stub(map[string]*bedside.Result{
		textBlock: {
			Verdict: bedside.Revise, Rewrite: &bedside.Rewrite{Text: rewrite, Verdict: bedside.OK},
			Findings: []bedside.Finding{
				finding("patient_privacy", bedside.Revise, bedside.PartText, 11, 22), finding("respect", bedside.Advise, bedside.PartText, 23, 31),
			},
		},
		textAdvise: {Verdict: bedside.Revise, Findings: []bedside.Finding{finding("colleague", bedside.Revise, bedside.PartText, 3, 8)}},
	})
}

func values(t eval.Totals) map[string]eval.Count {
	out := map[string]eval.Count{}
	for _, m := range t.Metrics {
		out[m.Key] = m.Count
	}
	return out
}

func TestTotals(t *testing.T) {
	t.Parallel()
	set := devSet(t, recordOK, recordBlock, recordAlt, recordAdvise)
	got := eval.Evaluate(set, answered("my patient finished chemo, well done her and the team on the ward")).Totals()
	want := map[string]eval.Count{
		"side":            {Hits: 2, Of: 4},
		"band":            {Hits: 2, Of: 4},
		"silence":         {Hits: 1, Of: 1},
		"topic_f1":        {Hits: 1, Of: 3}, // privacy twice and respect labelled, privacy told once
		"topic_precision": {Hits: 1, Of: 1},
		"topic_recall":    {Hits: 1, Of: 3},
		"words_hit":       {Hits: 2, Of: 3}, // Mrs Alvarez and Dr Quill, not the wound; the note cannot be marked
		"words_inside":    {Hits: 3, Of: 4}, // "finished" is not gold
		"words_inside_labelled": {
			Hits: 3, Of: 4,
		},
		"rewrite":        {Hits: 1, Of: 1},
		"let_through":    {Hits: 1, Of: 2},
		"sent_back":      {Hits: 1, Of: 2},
		"asked_of_care":  {Hits: 0, Of: 2},
		"asked_ordinary": {Hits: 0, Of: 1},
	}
	if diff := cmp.Diff(want, values(got)); diff != "" {
		t.Error(diff)
	}
}

func TestRewrites(t *testing.T) {
	t.Parallel()
	facts := func(names ...string) []bedside.Person { return []bedside.Person{{ID: "p1", Facts: names}} }
	tests := map[string]struct {
		rewrite string
		again   *bedside.Result
		want    int
	}{
		"kept":         {"my patient finished chemo, well done her and the team on the ward", &bedside.Result{}, 1},
		"too short":    {"my patient finished chemo", &bedside.Result{}, 0},
		"sent back":    {"my patient finished chemo, well done her and the team on the ward", &bedside.Result{Verdict: bedside.Revise}, 0},
		"adds a fact":  {"my patient finished chemo, well done her and the team on the ward", &bedside.Result{People: facts("age")}, 0},
		"keeps a fact": {"my patient finished chemo, well done her and the team on the ward", &bedside.Result{People: facts("condition", "care.act")}, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			first := &bedside.Result{
				Verdict: bedside.Block, People: facts("condition"), Rewrite: &bedside.Rewrite{Text: tt.rewrite, Verdict: bedside.OK},
			}
			check := stub(map[string]*bedside.Result{textBlock: first, tt.rewrite: tt.again})
			got := values(eval.Evaluate(devSet(t, recordBlock), check).Totals())["rewrite"]
			if got != (eval.Count{Hits: tt.want, Of: 1}) {
				t.Errorf("got %v", got)
			}
		})
	}
}

// TestEndings: a draft without a good rewrite is counted under the reason.
func TestEndings(t *testing.T) {
	t.Parallel()
	edited := finding("patient_privacy", bedside.Revise, bedside.PartText, 11, 22)
	edited.Remedy.Edits = []bedside.Edit{{Start: 11, End: 22}}
	reply := finding("patient_privacy", bedside.Revise, bedside.PartText, 11, 22)
	reply.Remedy.Edits = []bedside.Edit{{Start: 0, End: len(textBlock), Text: "Please call us."}}
	good := "my patient finished chemo, well done her and the team on the ward"
	tests := map[string]struct {
		findings []bedside.Finding
		rewrite  string
		mendable int
	}{
		"mended":                             {[]bedside.Finding{edited}, good, 1},
		"keeps too little":                   {[]bedside.Finding{edited}, "my patient", 1},
		"a neutral reply instead":            {[]bedside.Finding{reply}, "Please call us.", 0},
		"nothing passes that leaves a text":  {[]bedside.Finding{edited}, "", 1},
		"no honest edit known":               {[]bedside.Finding{finding("patient_privacy", bedside.Revise, bedside.PartText, 11, 22)}, "", 0},
		"not for its words alone":            {[]bedside.Finding{edited, finding("patient_privacy", bedside.Revise, bedside.PartAlt, 0, 2)}, "", 0},
		"adds a fact or does not pass again": {[]bedside.Finding{edited}, textBlock + ".", 1},
	}
	for want, tt := range tests {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			first := &bedside.Result{Verdict: bedside.Block, Findings: tt.findings}
			if tt.rewrite != "" {
				first.Rewrite = &bedside.Rewrite{Text: tt.rewrite, Verdict: bedside.OK}
			}
			results := map[string]*bedside.Result{textBlock: first, textBlock + ".": {Verdict: bedside.Block}}
			got := eval.Evaluate(devSet(t, recordBlock), stub(results)).Totals().Rewrites
			for _, e := range got.Endings {
				if e.Count.Of != 1 || (e.Count.Hits == 1) != (e.Title == want) {
					t.Errorf("%s: %v, want %s", e.Title, e.Count, want)
				}
			}
			if got.Mendable.Of != tt.mendable {
				t.Errorf("%d drafts with words to mend, want %d", got.Mendable.Of, tt.mendable)
			}
			if want == "mended" && got.Altered.Count != (eval.Count{Hits: 1, Of: 1}) {
				t.Errorf("gold spans %v", got.Altered)
			}
		})
	}
}

func TestDetailsAndMisses(t *testing.T) {
	t.Parallel()
	s := eval.Evaluate(devSet(t, recordOK, recordBlock, recordAlt, recordAdvise), answered(""))
	d, err := s.Details()
	if err != nil {
		t.Fatal(err)
	}
	if p := d.Topics[0]; p.Precision.Count != (eval.Count{Hits: 1, Of: 1}) || p.Recall.Count != (eval.Count{Hits: 1, Of: 2}) || p.Spans.Count != (eval.Count{Hits: 1, Of: 2}) {
		t.Errorf("privacy: %+v", p)
	}
	wantRules := []eval.RuleScore{
		{Rule: "colleague.rule", SendBack: eval.Count{Of: 1}},
		{Rule: "patient_privacy.rule", SendBack: eval.Count{Hits: 1, Of: 1}},
		{Rule: "respect.rule", Advise: eval.Count{Of: 1}},
	}
	if diff := cmp.Diff(wantRules, d.Rules); diff != "" {
		t.Error(diff)
	}
	if len(d.Varieties) != 2 || d.Varieties[0].Name != "IN" || d.Varieties[0].Side.Count != (eval.Count{Of: 2}) {
		t.Errorf("varieties: %+v", d.Varieties)
	}
	for name, tt := range map[string]struct {
		filter eval.Filter
		want   string
	}{
		"side":      {eval.Filter{}, "b-1 missed, b-2 false"},
		"missed":    {eval.Filter{Kind: "missed"}, "b-1 missed"},
		"by topic":  {eval.Filter{Topic: "colleague"}, "b-2 false"},
		"topics":    {eval.Filter{Kind: "topic"}, "b-1 topic"},
		"words":     {eval.Filter{Kind: "words"}, "b-1 words"},
		"noise":     {eval.Filter{Kind: "noise"}, ""},
		"none such": {eval.Filter{Topic: "politics"}, ""},
	} {
		misses, err := s.Misses(tt.filter)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range misses {
			got = append(got, m.ID+" "+m.Kind)
			if m.Text != "" {
				t.Errorf("%s: the text is told unasked", name)
			}
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: got %v, want %s", name, got, tt.want)
		}
	}
}

func TestFailedCheck(t *testing.T) {
	t.Parallel()
	check := func(bedside.Draft) (*bedside.Result, error) { return nil, errors.New("broken") }
	got := eval.Evaluate(devSet(t, recordOK, recordBlock), check).Totals()
	if got.Failed != 2 || values(got)["silence"].Hits != 0 || values(got)["let_through"].Hits != 1 {
		t.Errorf("got %+v", got)
	}
}
