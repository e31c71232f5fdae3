package packfile_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"bedside"
	"bedside/internal/packfile"
	"bedside/pack"
)

func base(t *testing.T) *pack.File {
	t.Helper()
	rule := strings.NewReplacer("advice.dose\ntopic: advice", "privacy.dose\ntopic: patient_privacy").Replace(doseRule)
	src, err := packfile.Load(small(map[string]string{"rules/patient_privacy/dose.yaml": rule}))
	if err != nil {
		t.Fatal(err)
	}
	return src.Pack
}

func overlay(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestLay(t *testing.T) {
	t.Parallel()
	below := base(t)
	before := string(packfile.Compile(below))
	o, err := packfile.Open(below, overlay(map[string]string{
		"overlay.yaml":           "id: here\nversion: \"2\"\ndisable: [advice.dose]\nseverity: {advice.dose: advise, privacy.dose: revise}\nlower_privacy: [privacy.dose]\nlists: [brands.txt]\n",
		"brands.txt":             "acme\n",
		"bodies/here.yaml":       "body: here\nsource: Here\ntitle: Our policy\nclauses: [{id: here.1, cite: section 1, text: Do not., binds: [staff]}]\n",
		"rules/advice/here.yaml": strings.NewReplacer("advice.dose\ntopic", "advice.here\ntopic", "amsa.no-advice", "here.1").Replace(doseRule),
	}))
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Load(packfile.Compile(o.Pack))
	if err != nil {
		t.Fatal(err)
	}
	if p.ID != "small+here" || p.Version != "1+2" || !p.Disables("advice.dose") || len(p.Rules) != 3 || string(o.Lists["brands.txt"]) != "acme\n" {
		t.Errorf("got %s %s, disabled %v, %d rules, %d lists", p.ID, p.Version, p.Disabled, len(p.Rules), len(o.Lists))
	}
	if got := p.Rules[0]; got.ID != "privacy.dose" || got.Grades[0].Severity != bedside.Revise {
		t.Errorf("%s is %s", got.ID, got.Grades[0].Severity)
	}
	if len(o.Examples) != 6 {
		t.Errorf("%d examples", len(o.Examples))
	}
	if after := string(packfile.Compile(below)); after != before {
		t.Error("the pack below was changed")
	}
}

func TestLayProblems(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ text, want string }{
		"privacy lowered": {"severity: {privacy.dose: revise}", "overlay.yaml:3:12: this rule keeps patients private and blocks; list it under lower_privacy as well to lower it"},
		"unknown rule":    {"disable: [advice.doze]", `overlay.yaml:3:11: unknown rule "advice.doze", did you mean "advice.dose"?`},
		"missing list":    {"lists: [none.txt]", `overlay.yaml:3:9: the word list "none.txt" cannot be read`},
		"unknown key":     {"disabled: []", `overlay.yaml:3:1: unknown key "disabled", did you mean "disable"?`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := packfile.Lay(base(t), overlay(map[string]string{"overlay.yaml": "id: here\nversion: \"2\"\n" + tt.text + "\n"}))
			if err == nil || err.Error() != tt.want {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestLayDisclaimer(t *testing.T) {
	t.Parallel()
	rule := strings.NewReplacer("advice.dose\ntopic: advice", "disclaimer.dose\ntopic: disclaimer").Replace(doseRule)
	src, err := packfile.Load(small(map[string]string{"rules/disclaimer/dose.yaml": rule}))
	if err != nil {
		t.Fatal(err)
	}
	o, err := packfile.Lay(src.Pack, overlay(map[string]string{"overlay.yaml": "id: here\nversion: \"2\"\ndisclaimer: Opinions are mine.\n"}))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range o.Pack.Rules {
		want := "Please ask your own doctor."
		if r.Topic == "disclaimer" {
			want = "Opinions are mine."
		}
		if got := r.Grades[0].Insert; got != want {
			t.Errorf("%s inserts %q", r.ID, got)
		}
	}
}

func TestOpenWhole(t *testing.T) {
	t.Parallel()
	o, err := packfile.Open(base(t), small(nil))
	if err != nil || o.Pack.ID != "small" || len(o.Examples) != 6 {
		t.Errorf("got %v", err)
	}
}
