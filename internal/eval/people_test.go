package eval_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/eval"
)

// labelled is a corpus of two drafts, of a tuned and of another writer, with lines of labels.
func labelled(t *testing.T, lines ...string) (eval.PeopleLabels, error) {
	t.Helper()
	even := strings.ReplaceAll(strings.Replace(recordBlock, `"a-2"`, `"w2-1"`, 1), `"writer":"a"`, `"writer":"w2"`)
	odd := strings.ReplaceAll(strings.Replace(recordAdvise, `"b-2"`, `"w3-1"`, 1), `"writer":"b"`, `"writer":"w3"`)
	files := corpus([]string{even, odd}, nil)
	files["people/dev-w2.jsonl"] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n") + "\n")}
	set, err := eval.ReadDev(files)
	if err != nil || len(set.Records) != 2 {
		t.Fatal(len(set.Records), err)
	}
	return eval.ReadPeople(files, set)
}

const (
	labelsTuned = `{"id":"w2-1","mentions":[{"start":0,"end":10,"subject":"patient","kind":"role"},{"start":11,"end":22,"subject":"patient","kind":"name"},{"start":51,"end":59,"subject":"colleague","kind":"role"},{"start":67,"end":71,"subject":"patient_family","kind":"role"}]}`
	labelsOther = `{"id":"w3-1","mentions":[{"start":0,"end":8,"subject":"colleague","kind":"name"}]}`
)

func TestPeople(t *testing.T) {
	t.Parallel()
	labels, err := labelled(t, labelsTuned, labelsOther)
	if err != nil {
		t.Fatal(err)
	}
	result := &bedside.Result{
		People: []bedside.Person{{ID: "p1", Subject: "patient"}, {ID: "p2", Subject: "unsure"}},
		Mentions: []bedside.MentionOut{
			{Type: "person.self", Part: "text", Start: 0, End: 2, Person: "p9"},
			{Type: "person.patient", Part: "text", Start: 0, End: 10, Person: "p1"},
			{Type: "name", Part: "text", Start: 15, End: 22, Person: "p2"},
			{Type: "condition", Part: "text", Start: 51, End: 59, Person: "p1"},
			{Type: "ward", Part: "text", Start: 67, End: 71},
			{Type: "person.kin", Part: "text", Start: 67, End: 71, Person: "p1"},
		},
	}
	scores := eval.EvaluatePeople(labels, stub(map[string]*bedside.Result{
		"my patient Mrs Alvarez finished chemo, well done her and the team on the ward": result,
	}))
	if len(scores) != 2 {
		t.Fatalf("%d halves", len(scores))
	}
	type counts struct{ Side, Patients, Others, Family, Unsure, UnseenPatients, UnseenOthers eval.Count }
	got := []counts{}
	for _, s := range scores {
		got = append(got, counts{s.Side.Count, s.Patients.Count, s.Others.Count, s.Family.Count, s.Unsure.Count, s.Unseen[0].Count, s.Unseen[1].Count})
	}
	want := []counts{
		{Side: eval.Count{Hits: 1, Of: 2}, Patients: eval.Count{Hits: 1, Of: 2}, Family: eval.Count{Of: 1}, Unsure: eval.Count{Hits: 1, Of: 2}, UnseenPatients: eval.Count{Of: 2}, UnseenOthers: eval.Count{Hits: 1, Of: 1}},
		{UnseenOthers: eval.Count{Hits: 1, Of: 1}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(scores[0].Groups) != 3 || scores[1].Groups != nil {
		t.Errorf("groups: %d of the tuned half, %d of the other", len(scores[0].Groups), len(scores[1].Groups))
	}
}

func TestPeopleLabelsMustFit(t *testing.T) {
	t.Parallel()
	for name, line := range map[string]string{
		"no such draft":   `{"id":"w2-9","mentions":[]}`,
		"unknown key":     `{"id":"w2-1","people":[]}`,
		"outside":         `{"id":"w2-1","mentions":[{"start":70,"end":99,"subject":"patient","kind":"name"}]}`,
		"empty":           `{"id":"w2-1","mentions":[{"start":7,"end":7,"subject":"patient","kind":"name"}]}`,
		"overlap":         `{"id":"w2-1","mentions":[{"start":0,"end":9,"subject":"patient","kind":"name"},{"start":5,"end":12,"subject":"patient","kind":"name"}]}`,
		"unknown subject": `{"id":"w2-1","mentions":[{"start":0,"end":9,"subject":"unsure","kind":"name"}]}`,
		"unknown kind":    `{"id":"w2-1","mentions":[{"start":0,"end":9,"subject":"patient","kind":"pronoun"}]}`,
		"twice":           labelsTuned,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := labelled(t, labelsTuned, line)
			if name != "twice" {
				_, err = labelled(t, line)
			}
			if err == nil || !strings.HasPrefix(err.Error(), "people/dev-w2.jsonl:") || strings.Contains(err.Error(), "Alvarez") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestPeopleOfTheCorpus reads every label of the open corpus: each fits its draft, and there are as many as the guide asks for.
func TestPeopleOfTheCorpus(t *testing.T) {
	t.Parallel()
	folder := os.DirFS("../../corpus")
	set, err := eval.ReadDev(folder)
	if err != nil {
		t.Fatal(err)
	}
	labels, err := eval.ReadPeople(folder, set)
	if err != nil {
		t.Fatal(err)
	}
	patients, others := 0, 0
	for _, s := range eval.EvaluatePeople(labels, stub(nil)) {
		patients, others = patients+s.Unseen[0].Of, others+s.Unseen[1].Of
	}
	if patients < 600 || others < 600 {
		t.Errorf("%d mentions of patients and %d of others are labelled, of each there should be 600", patients, others)
	}
}
