package timelines_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/calendar"
	"bedside/engine"
	"bedside/internal/eval/timelines"
	"bedside/link"
)

// words is an engine that knows a place by "PLACE" and somebody with a rare condition by "RARE".
type words struct{}

func (words) NewTimeline() *engine.Timeline { return link.NewTimeline(nil) }

// Together would have changed what strangers could recognise.
func (words) Together(c engine.Cluster) (bedside.Finding, bool) {
	if slices.Contains(c.Gained, "stranger") {
		return bedside.Finding{Severity: bedside.Revise}, true
	}
	return bedside.Finding{Severity: bedside.Advise}, true
}

func (words) CheckAndRecord(d bedside.Draft, _ time.Time) (*bedside.Result, engine.Record, error) {
	day := calendar.DayOf(d.Time.Time)
	r := engine.Record{Day: day, Dated: true}
	at := func(word string) bedside.Span {
		start := strings.Index(d.Text, word)
		return bedside.Span{Part: bedside.PartText, Start: start, End: start + len(word)}
	}
	if strings.Contains(d.Text, "PLACE") {
		detail := link.Detail{Kind: bedside.FactInstitution, Span: at("PLACE"), Key: 1}
		r.Stays = []link.Stay{{Detail: detail, Sure: true, Days: calendar.Interval{First: day - 20, Last: day + 20}}}
	}
	if strings.Contains(d.Text, "RARE") {
		detail := link.Detail{Kind: bedside.FactRareCondition, Span: at("RARE"), Key: 2}
		r.Tellings = []link.Telling{{Timed: true, Days: calendar.Interval{First: day, Last: day}, Details: []link.Detail{detail}}}
	}
	return &bedside.Result{}, r, nil
}

const posts = `"author":{},"account":{},"posts":[{"id":"a","time":"2026-01-01","text":"PLACE"},{"id":"b","time":"2026-01-05","text":"RARE"},{"id":"c","time":"2026-03-05","text":"rain"}]`

func lines(labels ...string) string {
	var out strings.Builder
	for _, l := range labels {
		out.WriteString("{" + posts + "," + l + "}\n")
	}
	return out.String()
}

func TestEvaluate(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"timelines/x.jsonl": {Data: []byte(lines(
		`"id":"right","label":"reveals","picture":["a","b"],"change":["a","b"]`,
		`"id":"elsewhere","label":"reveals","picture":["c"],"change":["c"]`,
		`"id":"other to change","label":"reveals","picture":["a","b","c"],"change":["c"]`,
		`"id":"false alarm","label":"harmless"`,
		`"id":"alone","label":"harmless","alone":["b"]`,
		`"id":"no such post","label":"reveals","picture":["d"]`,
		`"id":"no picture","label":"reveals"`,
		`"id":"unknown key","label":"harmless","pictures":[]`,
	))}}
	all, unreadable, err := timelines.Read(fsys, "timelines")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"timelines/x.jsonl:6", "timelines/x.jsonl:7", "timelines/x.jsonl:8"}, unreadable); diff != "" {
		t.Errorf("unreadable (-want +got):\n%s", diff)
	}
	got, err := timelines.Evaluate(all, words{}, true)
	if err != nil {
		t.Fatal(err)
	}
	if got.Found.Hits != 2 || got.Found.Of != 3 || got.SentBack.Hits != 1 || got.SentBack.Of != 2 || got.Named.Hits != 1 || got.Named.Of != 2 || got.Posts != 15 {
		t.Errorf("got %+v", got)
	}
	if diff := cmp.Diff([][]string{{"elsewhere"}, {"false alarm"}, {"other to change"}}, [][]string{got.Missed, got.SentBackIDs, got.Misnamed}); diff != "" {
		t.Errorf("what went wrong (-want +got):\n%s", diff)
	}
	if sealed, err := timelines.Evaluate(all, words{}, false); err != nil || sealed.Missed != nil || sealed.SentBackIDs != nil || sealed.Found.Hits != 2 {
		t.Errorf("without ids: %+v, %v", sealed, err)
	}
	var out bytes.Buffer
	if err := got.Print(&out, "timelines"); err != nil || !strings.Contains(out.String(), "66.7 %  2 of 3") {
		t.Errorf("printed %q, %v", out.String(), err)
	}
}

// TestBaseline: a state that finds less than another fell, and the figures survive a file.
func TestBaseline(t *testing.T) {
	t.Parallel()
	var labels []string
	for i := range 40 {
		labels = append(labels, `"id":"t`+strings.Repeat("i", i)+`","label":"reveals","picture":["a","b"],"change":["b"]`)
	}
	all, _, err := timelines.Read(fstest.MapFS{"timelines/x.jsonl": {Data: []byte(lines(labels...))}}, "timelines")
	if err != nil {
		t.Fatal(err)
	}
	good, err := timelines.Evaluate(all, words{}, true)
	if err != nil {
		t.Fatal(err)
	}
	b, err := good.Baseline("abc")
	if err != nil {
		t.Fatal(err)
	}
	again, err := timelines.ParseBaseline(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b, again); diff != "" {
		t.Errorf("the file (-want +got):\n%s", diff)
	}
	for i := range all {
		all[i].Posts[1].Text = "nothing"
	}
	bad, err := timelines.Evaluate(all, words{}, true)
	if err != nil {
		t.Fatal(err)
	}
	if fell := bad.Fell(b); !slices.Contains(fell, "timelines_found") {
		t.Errorf("fell: %v", fell)
	}
	if fell := good.Fell(b); len(fell) != 0 {
		t.Errorf("the same fell: %v", fell)
	}
	sealed, err := timelines.Evaluate(all, words{}, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sealed.Baseline("abc"); err == nil {
		t.Error("a sealed set has a baseline")
	}
}

// TestHeld: the timelines of two writers are kept for measuring, and there are some of both kinds.
func TestHeld(t *testing.T) {
	t.Parallel()
	all, _, err := timelines.Read(os.DirFS("../../../corpus"), "timelines")
	if err != nil {
		t.Fatal(err)
	}
	var held, reveal int
	for i := range all {
		if all[i].Held() {
			held++
			if all[i].Reveals() {
				reveal++
			}
		}
	}
	if held < 100 || held > len(all)/2 || reveal < held/3 || reveal > 2*held/3 {
		t.Errorf("%d of %d are held, %d of them reveal somebody", held, len(all), reveal)
	}
}
