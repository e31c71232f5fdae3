package learn

import (
	"slices"
	"strings"
	"testing"

	"bedside"
	"bedside/internal/eval"
	"bedside/internal/packfile"
	"bedside/packs"
)

func record(writer, text string, verdict bedside.Severity, findings ...eval.GoldFinding) eval.Record {
	return eval.Record{ID: writer, Draft: bedside.Draft{Text: text}, Gold: eval.Gold{Verdict: verdict, Findings: findings}, Meta: eval.Meta{Writer: writer}}
}

// TestLabels: the graver of the labels of a head's topic decides; what is only advised on teaches nothing.
func TestLabels(t *testing.T) {
	t.Parallel()
	gold := func(topic string, s bedside.Severity) eval.GoldFinding {
		return eval.GoldFinding{Topic: topic, Severity: s}
	}
	tests := []struct {
		name                     string
		verdict                  bedside.Severity
		findings                 []eval.GoldFinding
		all, contempt, promotion Label
	}{
		{"acceptable", bedside.OK, nil, No, No, No},
		{"advised on", bedside.Advise, []eval.GoldFinding{gold("respect", bedside.Advise)}, Doubtful, Doubtful, No},
		{"sent back", bedside.Revise, []eval.GoldFinding{gold("respect", bedside.Revise)}, Yes, Yes, No},
		{"blocked", bedside.Block, []eval.GoldFinding{gold("respect", bedside.Block)}, Yes, Yes, No},
		{"two topics", bedside.Revise, []eval.GoldFinding{gold("respect", bedside.Advise), gold("disclosure", bedside.Revise)}, Yes, Doubtful, Yes},
		{"one topic twice", bedside.Revise, []eval.GoldFinding{gold("respect", bedside.Revise), gold("respect", bedside.Advise)}, Yes, Yes, No},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := samplesOf(t, record("w9", "Long day.", tt.verdict, tt.findings...))[0]
			if s.Any != tt.all || s.Heads[bedside.HeadContempt] != tt.contempt || s.Heads[bedside.HeadPromotion] != tt.promotion {
				t.Errorf("got %d, %d and %d", s.Any, s.Heads[bedside.HeadContempt], s.Heads[bedside.HeadPromotion])
			}
			for h, l := range s.Heads {
				if topic := bedside.Head(h).Topic(); l != No && topic != "respect" && topic != "disclosure" {
					t.Errorf("%s is labelled %d", bedside.Head(h), l)
				}
			}
		})
	}
}

// TestSamples: what the first tier says, who wrote it, and each feature once.
func TestSamples(t *testing.T) {
	t.Parallel()
	const told = "Mrs Alvarez in bed 12 coded twice last night. Mrs Alvarez!"
	all := samplesOf(
		t, record("w1", told, bedside.Block), record("w12", told, bedside.Block), record("rule privacy.x", told, bedside.Block),
		record("w4", "Long shift, good coffee.", bedside.OK),
	)
	for i, want := range []struct {
		group string
		tuned bool
		rule  bedside.Severity
	}{{"w1", true, bedside.Block}, {"w12", false, bedside.Block}, {"rule privacy.x", true, bedside.Block}, {"w4", false, bedside.OK}} {
		s := all[i]
		if s.Group != want.group || s.Tuned != want.tuned || s.Rules[bedside.HeadToldStory] != want.rule {
			t.Errorf("got %s, tuned %v, %s; want %+v", s.Group, s.Tuned, s.Rules[bedside.HeadToldStory], want)
		}
		if len(s.Features) == 0 || !slices.IsSorted(s.Features) || len(slices.Compact(slices.Clone(s.Features))) != len(s.Features) {
			t.Errorf("the features of %s are not each there once", s.Group)
		}
	}
	if got := samplesOf(t); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

// TestOrdinary: posts of others are no examples, and every fold has some.
func TestOrdinary(t *testing.T) {
	t.Parallel()
	e, err := firstTier()
	if err != nil {
		t.Fatal(err)
	}
	drafts := make([]bedside.Draft, 60)
	for i := range drafts {
		drafts[i].Text = "Long shift, good coffee."
	}
	var folds [Folds]int
	for _, s := range Ordinary(e, nil, drafts, day) {
		if s.Any != No || s.Heads != [bedside.HeadCount]Label{} || s.Tuned || len(s.Features) == 0 || !strings.HasPrefix(s.Group, ordinaryGroup) {
			t.Fatalf("got %+v", s)
		}
		folds[Fold(s.Group)]++
	}
	if slices.Contains(folds[:], 0) {
		t.Errorf("by fold: %v", folds)
	}
}

// TestRuleExamples: every rule is a writer of its own but those that say what the reader says; what it flags is of its topic, and
// what it allows of none.
func TestRuleExamples(t *testing.T) {
	t.Parallel()
	src, err := packfile.Load(packs.Sources())
	if err != nil {
		t.Fatal(err)
	}
	records, err := RuleExamples(src)
	if err != nil {
		t.Fatal(err)
	}
	given := map[string][]eval.Record{}
	for _, r := range records {
		given[r.Meta.Writer] = append(given[r.Meta.Writer], r)
	}
	inWords := map[string]int{} // examples that are told in words alone
	for _, e := range src.Examples {
		if len(e.Seen) == 0 && !strings.HasSuffix(e.Rule, ".between-the-lines") {
			inWords[e.Rule]++
		}
	}
	echoes := 0
	for _, rule := range src.Pack.Rules {
		own := given["rule "+rule.ID]
		if strings.HasSuffix(rule.ID, ".between-the-lines") {
			echoes++
			if len(own) != 0 {
				t.Errorf("%s teaches the reader its own words", rule.ID)
			}
			continue
		}
		flagged := 0
		for _, r := range own {
			for _, f := range r.Gold.Findings {
				flagged++
				if f.Topic != rule.Topic || f.Severity != r.Gold.Verdict || f.Severity == bedside.OK {
					t.Errorf("an example of %s is labelled %s, %s", rule.ID, f.Topic, f.Severity)
				}
			}
		}
		if len(own) != inWords[rule.ID] || (flagged < 3 || len(own)-flagged < 3) && !ofSights(src, rule.ID) {
			t.Errorf("%s gives %d flagged examples and %d others", rule.ID, flagged, len(own)-flagged)
		}
	}
	if echoes != bedside.HeadCount || len(given) != len(inWords) {
		t.Errorf("%d rules, %d of them of the reader alone, are %d writers", len(src.Pack.Rules), echoes, len(given))
	}
}

// ofSights reports whether examples of a rule have something seen in a picture: what is left of them is few.
func ofSights(src *packfile.Source, id string) bool {
	return slices.ContainsFunc(src.Examples, func(e packfile.Example) bool { return e.Rule == id && len(e.Seen) > 0 })
}
