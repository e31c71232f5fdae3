package packfile_test

import (
	"errors"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/packfile"
	"bedside/pack"
)

func TestLoad(t *testing.T) {
	t.Parallel()
	src, err := packfile.Load(small(nil))
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Load(packfile.Compile(src.Pack))
	if err != nil {
		t.Fatal(err)
	}
	want := pack.Rule{
		ID: "advice.dose", Topic: "advice", Clauses: []string{"amsa.no-advice"}, Each: "sentence",
		Starts: []string{"advice.dose"}, Evidence: []string{"advice.*", "drug"},
		Grades: []pack.Grade{{
			When: pack.When{All: []pack.Item{
				{Fact: "advice.dose"}, {When: &pack.When{Any: []pack.Item{{Fact: "drug"}, {Fact: "sentence:advice.directive"}}}},
			}},
			Severity: bedside.Block, Message: "A dose is told to one person", Why: "Nobody here has examined them. A dose can harm.",
			Remedy: "Point to their own doctor.", Edit: "append", Insert: "Please ask your own doctor.",
		}},
	}
	if diff := cmp.Diff([]pack.Rule{want}, p.Rules); diff != "" {
		t.Error(diff)
	}
	if c := p.Bodies[0].Clauses[0]; c.Carried != "Inbox" || !c.Planned {
		t.Errorf("carried by %q, planned %v", c.Carried, c.Planned)
	}
	if p.Caps["colleague"] != bedside.Revise || len(p.Questions) != 1 || len(p.Law) != 1 {
		t.Errorf("caps %v, %d questions, %d facts of law", p.Caps, len(p.Questions), len(p.Law))
	}
}

func TestLoadExamples(t *testing.T) {
	t.Parallel()
	src, err := packfile.Load(small(nil))
	if err != nil {
		t.Fatal(err)
	}
	if len(src.Examples) != 6 {
		t.Fatalf("%d examples", len(src.Examples))
	}
	want := packfile.Example{
		Rule: "advice.dose", File: "rules/advice/dose.yaml", Line: 17, Severity: bedside.Block,
		Draft: []byte(`{"text":"take 400 mg of ibuprofen","time":"2026-05-01T10:00:00Z"}`), Evidence: []string{"400 mg"}, Person: "other",
	}
	if diff := cmp.Diff(want, src.Examples[0]); diff != "" {
		t.Error(diff)
	}
	if e := src.Examples[4]; !e.Allow || e.Verdict != bedside.Advise {
		t.Errorf("allow %v, verdict %v", e.Allow, e.Verdict)
	}
}

func TestLoadProblems(t *testing.T) {
	t.Parallel()
	file := func(name, text string) fstest.MapFS { return small(map[string]string{name: text}) }
	tests := map[string]struct {
		fsys fstest.MapFS
		want string
	}{
		"unknown key":        {withDose("    message:", "    mesage:"), "rules/advice/dose.yaml:8:5: a grade has no key \"message\"\nrules/advice/dose.yaml:11:5: unknown key \"mesage\", did you mean \"message\"?"},
		"missing key":        {withDose("each: sentence\n", ""), `rules/advice/dose.yaml:1:1: a rule has no key "each"`},
		"wrong type":         {withDose("starts: [advice.dose]", "starts: advice.dose"), "rules/advice/dose.yaml:5:9: a list is wanted here, this is a text"},
		"bare number":        {withDose("message: A dose is told to one person", "message: 400"), "rules/advice/dose.yaml:11:14: a text is wanted here, this is a number, put it in quotes"},
		"syntax":             {withDose("message: A dose", "message: A dose: it"), "rules/advice/dose.yaml:11:14: not YAML: mapping value is not allowed in this context"},
		"anchor":             {withDose("each: sentence", "each: &e sentence"), "rules/advice/dose.yaml:4:7: packs use texts, numbers, lists and tables only: no anchors, aliases or tags"},
		"unknown fact":       {withDose("all: [advice.dose", "all: [advise.dose"), `rules/advice/dose.yaml:9:13: unknown fact "advise.dose", did you mean "advice.dose"?`},
		"unknown prefix":     {withDose("[advice.*, drug]", "[advise.*, drug]"), `rules/advice/dose.yaml:6:12: unknown fact "advise.*", none of the known ones is like it`},
		"unknown clause":     {withDose("[amsa.no-advice]", "[amsa.no-advise]"), `rules/advice/dose.yaml:3:11: unknown clause "amsa.no-advise", did you mean "amsa.no-advice"?`},
		"unknown severity":   {withDose("severity: block", "severity: blocks"), `rules/advice/dose.yaml:10:15: unknown severity "blocks", did you mean "block"?`},
		"severity ok":        {withDose("severity: block", "severity: ok"), `rules/advice/dose.yaml:10:15: unknown severity "ok", known are advise, revise, block`},
		"other topic":        {withDose("topic: advice", "topic: claims"), "rules/advice/dose.yaml:1:5: the id begins with its topic or a word of it, not with \"advice\"\nrules/advice/dose.yaml:2:8: the topic is \"claims\" and the folder is named \"advice\""},
		"other file":         {withDose("id: advice.dose", "id: advice.doses"), "rules/advice/dose.yaml:1:5: the id's last part must be the file's name: advice.dose"},
		"unknown folder":     {file("rules/advise/x.yaml", doseRule), `rules/advise: unknown topic, did you mean "advice"?`},
		"loose rule":         {file("rules/dose.yaml", doseRule), "rules/dose.yaml: a rule belongs in the folder of its topic: rules/<topic>/<slug>.yaml"},
		"yml":                {file("rules/advice/x.yml", doseRule), "rules/advice/x.yml: only .yaml files belong here"},
		"few flags":          {withDose("  - draft: {text: \"double it\"}\n    severity: block\n", ""), "rules/advice/dose.yaml:17:3: 2 flag examples, at least 3 are needed"},
		"few allows":         {withDose("  - draft: {text: \"no\"}\n", ""), "rules/advice/dose.yaml:26:3: 2 allow examples, at least 3 are needed"},
		"draft":              {withDose(`{text: "double it"}`, `{txt: "double it"}`), `rules/advice/dose.yaml:23:13: the draft: `},
		"evidence elsewhere": {withDose("[400 mg]", "[500 mg]"), "rules/advice/dose.yaml:19:16: these words are not in the draft"},
		"insert without":     {withDose("    edit: append\n", ""), "rules/advice/dose.yaml:14:13: insert goes with edit: prepend, append or reply"},
		"edit without":       {withDose("    insert: Please ask your own doctor.\n", ""), "rules/advice/dose.yaml:14:11: append needs the words to put in, under insert"},
		"empty condition":    {withDose("all: [advice.dose, {any: [drug, \"sentence:advice.directive\"]}]", "all: []"), "rules/advice/dose.yaml:9:12: the list is empty"},
		"identifier in none": {withDose("all: [advice.dose,", "none: [name,"), "rules/advice/dose.yaml: rule advice.dose: grade 1: name stands under none"},
		"twice":              {file("questions/pictured.yaml", "id: pictured\neach: draft\nstarts: [media.any]\nprompt: Who\noptions: []\n"), "questions/pictured.yaml:5:10: a question has at least two options"},
		"question's file":    {file("questions/other.yaml", "id: minor\neach: draft\nstarts: [media.any]\nprompt: Who\noptions: [{value: a, label: A}, {value: a, label: B}]\n"), "questions/other.yaml:1:5: the question \"minor\" belongs in a file named minor.yaml\nquestions/other.yaml:5:41: the value \"a\" stands here twice"},
		"duplicate key":      {withDose("each: sentence", "each: sentence\neach: part"), "rules/advice/dose.yaml:5:1: not YAML: mapping key \"each\" already defined at [4:1]"},
		"clause twice":       {file("law/uk.yaml", "jurisdiction: UK\nfacts:\n  - {id: us.x, cite: c, text: t, status: verified, source: s}\n"), "law/uk.yaml:3:10: the id of a fact of law begins with its jurisdiction, here \"uk.\"\nlaw/us.yaml:3:10: the id \"us.x\" is used in law/uk.yaml already"},
		"carried":            {file("carried.yaml", "amsa.none: {room: Attic, planned: 1}\n"), "carried.yaml:1:1: unknown clause \"amsa.none\", known are amsa.no-advice, us.x\ncarried.yaml:1:19: unknown room \"Attic\""},
		"follows":            {file("bodies/conflicts.yaml", "points: [{id: C9, title: t, rule: r, clauses: [], follows: [amsa.no-advice]}]\n"), `bodies/conflicts.yaml:1:61: "amsa.no-advice" is followed and does not stand under clauses`},
		"cap on privacy":     {file("pack.yaml", "id: a\nversion: b\ncaps: {patient_privacy: advise}\n"), "pack.yaml:3:8: patient_privacy has no cap"},
		"empty file":         {file("pack.yaml", "# nothing\n"), "pack.yaml: one document is wanted, here are 0"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := packfile.Load(tt.fsys)
			var shown *bedside.Error
			if !errors.As(err, &shown) || shown.Code != bedside.CodeInvalid {
				t.Fatalf("got %v", err)
			}
			if got := err.Error(); !hasPrefix(got, tt.want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, tt.want)
			}
		})
	}
}

func hasPrefix(got, want string) bool { return len(got) >= len(want) && got[:len(want)] == want }

func TestProblemsHaveFields(t *testing.T) {
	t.Parallel()
	_, err := packfile.Load(withDose("severity: block", "severity: blocks"))
	var ps packfile.Problems
	if !errors.As(err, &ps) || len(ps) != 1 {
		t.Fatalf("got %v", err)
	}
	if p := ps[0]; p.File != "rules/advice/dose.yaml" || p.Line != 10 || p.Column != 15 {
		t.Errorf("got %+v", p)
	}
}

func TestMissingFiles(t *testing.T) {
	t.Parallel()
	_, err := packfile.Load(fstest.MapFS{})
	want := "bodies/conflicts.yaml: the file cannot be read\ncarried.yaml: the file cannot be read\npack.yaml: the file cannot be read"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}
