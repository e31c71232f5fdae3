package eval_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"bedside"
	"bedside/internal/eval"
)

const conll = "My\tO\npatient\tO\n's\tO\ndog\tO\n:\tO\n)\tO\n\n@\tB-PER\nann\tI-PER\nhi\tO\n!\tO\n#\tO\nfun\tO\n\n\n'\"'\tO\nno\tO\n'\"'\tO\nhe\tO\nsaid\tO\n:\tO\nca\tO\nn't\tO\n(\tO\n5\tO\n%\tO\n)\tO\n.\tO\n\nlast\tO\n"

func TestTweets(t *testing.T) {
	t.Parallel()
	var texts []string
	check := func(d bedside.Draft) (*bedside.Result, error) {
		texts = append(texts, d.Text)
		r := &bedside.Result{}
		if strings.Contains(d.Text, "@ann") {
			r.Verdict, r.Findings = bedside.Revise, []bedside.Finding{finding("patient_privacy", bedside.Revise, bedside.PartText, 0, 1)}
		}
		return r, nil
	}
	parts, err := eval.Tweets(fstest.MapFS{"btc/btc.train": {Data: []byte(conll)}, "btc/btc.dev": {Data: []byte(conll)}}, check)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"My patient's dog :)", "@ann hi! #fun", `"no" he said: can't (5%).`, "last"}
	if got := strings.Join(texts[:4], "|"); got != strings.Join(want, "|") {
		t.Errorf("got %s", got)
	}
	if open := parts[0]; open.Posts != 2 || len(open.Rows) != 1 || open.Rows[0].Row != 2 || open.Rates[0].Value != 500 {
		t.Errorf("open part: %+v", open)
	}
	for _, held := range parts[1:] {
		if !held.HeldOut || held.Rows != nil {
			t.Errorf("%s tells rows", held.Name)
		}
	}
	if parts[2].Rates[1].Count != 1 || parts[2].Posts != 4 {
		t.Errorf("held out: %+v", parts[2])
	}
}

// TestEpidemicTweets: the table is read where it is there, and what is no table is told.
func TestEpidemicTweets(t *testing.T) {
	t.Parallel()
	const name = "checkthat2020_t1/v2_dev_v2.tsv"
	for _, tt := range []struct {
		name, table string
		posts       int
	}{
		{"two", "topic_id\ttweet_text\tclaim\na\tso \"quoted\" here\t1\nb\tmore\t0\n", 2},
		{"no text", "topic_id\tclaim\na\t1\n", -1},
		{"not there", "", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			files := fstest.MapFS{"btc/btc.train": {Data: []byte(conll)}, "btc/btc.dev": {Data: []byte(conll)}}
			if tt.table != "" {
				files[name] = &fstest.MapFile{Data: []byte(tt.table)}
			}
			parts, err := eval.Tweets(files, func(bedside.Draft) (*bedside.Result, error) { return &bedside.Result{}, nil })
			got := 0
			switch {
			case err != nil:
				got = -1
			case len(parts) == 4:
				got = parts[3].Posts
			}
			if got != tt.posts {
				t.Errorf("%d posts, want %d: %v", got, tt.posts, err)
			}
		})
	}
}

func TestTweetsMissing(t *testing.T) {
	t.Parallel()
	if _, err := eval.Tweets(fstest.MapFS{}, nil); err == nil || err.Error() != "btc.train is not there" {
		t.Errorf("got %v", err)
	}
}

func TestScenarios(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{
		"s1-former.json": {Data: []byte(`{"kind":"contact_request","action":"accept","context":{"relationship":"former_patient"}}`)},
		"s1.json":        {Data: []byte(`{"kind":"contact_request","action":"accept","context":{"relationship":"patient"}}`)},
		"s5.json":        {Data: []byte(`{"text":"no"}`)},
		"s9.json":        {Data: []byte(`{}`)},
		"other.json":     {Data: []byte(`{}`)},
	}
	check := func(bedside.Draft) (*bedside.Result, error) { return &bedside.Result{Verdict: bedside.Revise}, nil }
	got, err := eval.Scenarios(files, check)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		name   string
		right  bool
		failed bool
	}{{"s1-former", true, false}, {"s1", false, false}, {"s5", true, false}, {"s9", false, true}} {
		if g := got[i]; g.Name != want.name || g.Right != want.right || (g.Failure != "") != want.failed {
			t.Errorf("got %+v, want %+v", g, want)
		}
	}
}
