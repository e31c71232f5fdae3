package spans_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/eval/spans"
)

// finds answers with every place at which one of the words stands. A word begins with its type: "name:Ann".
func finds(words ...string) spans.Mentions {
	return func(text string) ([]bedside.MentionOut, error) {
		var out []bedside.MentionOut
		for _, w := range words {
			kind, word, _ := strings.Cut(w, ":")
			class := bedside.Identifier
			if kind == "age" || kind == "recent" {
				class = bedside.Quasi
			}
			for at := strings.Index(text, word); at >= 0; at = next(text, word, at) {
				out = append(out, bedside.MentionOut{Type: kind, Class: class, Start: at, End: at + len(word)})
			}
		}
		return out, nil
	}
}

func next(text, word string, at int) int {
	if n := strings.Index(text[at+1:], word); n >= 0 {
		return at + 1 + n
	}
	return -1
}

// figures of one half of one set, counted one way: "name hits/of", with F in percent.
func figures(t *testing.T, r *spans.Report, set, way string, seen bool) map[string]string {
	t.Helper()
	for _, p := range r.Parts {
		if p.Set != set || p.Way != way || p.Seen != seen {
			continue
		}
		out := map[string]string{}
		for _, f := range p.Figures {
			b, _ := json.Marshal([]int{f.Hits, f.Of})
			if f.Of == 0 {
				b, _ = json.Marshal(int(1000*f.Value + .5))
			}
			out[f.Name] = string(b)
		}
		return out
	}
	t.Fatalf("no figures of %s, %s, seen %v", set, way, seen)
	return nil
}

const asq = `===QUERY===
Dose for Ann B., seen at Elm Clinic with Ann?
===PHI_TAGS===
{"identifier_type": "NAME", "value": "Ann B."}
{"identifier_type": "GEOGRAPHIC_LOCATION", "value": "Elm Clinic"}

===QUERY===
Dose for Hidden?
===PHI_TAGS===

===QUERY===
Dose for a man of 40, Apgar by Ann?
===PHI_TAGS===

`

func TestASQ(t *testing.T) {
	t.Parallel()
	r := spans.Measure(fstest.MapFS{"asq_phi/queries_dev.txt": {Data: []byte(asq)}}, finds("name:Ann", "name:Ann B.", "age:40", "name:Hidden"))
	want := map[string]string{"found": "[1,2]", "clean texts flagged": "[1,1]", "rightly found": "[1,3]"}
	if diff := cmp.Diff(want, figures(t, r, "asq_phi", "any overlap", true)); diff != "" {
		t.Error(diff)
	}
	if got := figures(t, r, "asq_phi", "any overlap", false)["clean texts flagged"]; got != "[1,1]" {
		t.Errorf("unseen: %s", got)
	}
	for _, p := range r.Parts {
		if !p.Seen && p.Types != nil {
			t.Error("types are told of the unseen half")
		}
	}
	for _, m := range r.Misses {
		if m.Row%2 == 0 {
			t.Errorf("a miss of the unseen half is told: row %d", m.Row)
		}
	}
	if len(r.Misses) != 3 {
		t.Errorf("misses: %+v", r.Misses)
	}
}

// Offsets of the set count characters, ours bytes; ages of children count neither way; the time of day counts here.
func TestHandoffs(t *testing.T) {
	t.Parallel()
	const file = `{"handoffs":[{"text":"Zoë Ünal, 3 days old, fed at 01:22 PM yesterday","template_id":2,"phi_spans":[
		{"entity_type":"PERSON","start":0,"end":8},{"entity_type":"PEDIATRIC_AGE","start":10,"end":20},{"entity_type":"DATE_TIME","start":29,"end":37}]}]}`
	folder := fstest.MapFS{"handoffs/synthetic_handoffs.json": {Data: []byte(file)}}
	r := spans.Measure(folder, finds("name:Ünal", "date:3 days", "recent:01:22 PM", "recent:yesterday", "name:old, fed"))
	want := map[string]string{"found": "[2,2]", "rightly found": "[2,2]", "F2": "1000", "clean texts flagged": "[0,0]"}
	got := figures(t, r, "handoffs", "any overlap", true)
	got["clean texts flagged"] = "[0,0]" // F2 of nothing and nothing of nothing print alike
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// presidio is a file with one sentence, in which brackets mark what it gives away: "[TYPE words]".
func presidio(marked string) []byte {
	type span struct {
		Kind  string `json:"entity_type"`
		Start int    `json:"start_position"`
		End   int    `json:"end_position"`
	}
	text, spans := "", []span{}
	for i, piece := range strings.Split(marked, "[") {
		if i == 0 {
			text = piece
			continue
		}
		kind, rest, _ := strings.Cut(piece, " ")
		words, after, _ := strings.Cut(rest, "]")
		spans = append(spans, span{kind, len(text), len(text) + len(words)})
		text += words + after
	}
	b, _ := json.Marshal([]map[string]any{{"full_text": text, "template_id": 2, "spans": spans}})
	return b
}

func TestPresidio(t *testing.T) {
	t.Parallel()
	file := presidio("[TITLE Mrs.] [PERSON Ann Poe] lives in [GPE Canada], at [STREET_ADDRESS 12 Elm Road, Appin] since [DATE_TIME 1971]")
	r := spans.Measure(fstest.MapFS{"presidio_synth/synth_dataset_v2.json": {Data: file}}, finds("name:Mrs. Ann Poe", "place:Canada", "address:12 Elm ", "place:Road, Appin"))
	for set, tests := range map[string]map[string]map[string]string{
		"presidio_synth, v2": {
			"any overlap":          {"found": "[2,2]", "rightly found": "[3,3]"},
			"as its anchor counts": {"found": "[2,2]", "rightly found": "[2,2]"},
		},
		"presidio_synth, v2, all types": {
			"any overlap":          {"found": "[4,5]", "rightly found": "[4,4]"},
			"as its anchor counts": {"found": "[3,4]", "rightly found": "[3,3]"},
		},
	} {
		for way, want := range tests {
			got := figures(t, r, set, way, true)
			for name, w := range want {
				if got[name] != w {
					t.Errorf("%s, %s, %s: %s, want %s", set, way, name, got[name], w)
				}
			}
		}
	}
}

// What stands in the text is asked for, at each place; an attribute that is only inferred is not.
func TestSPIA(t *testing.T) {
	t.Parallel()
	const file = `{"text":"I'm Ann. Announce Ann, CA-DL-12, a cook","subjects":[{"PIIs":[{"tag":"NAME","keyword":"Ann"},{"tag":"OCCUPATION","keyword":"cook"},
		{"tag":"DRIVER_LICENSE_NUMBER","keyword":"CA-DL-12"},{"tag":"PHONE_NUMBER","keyword":""},{"tag":"NAME","keyword":"Zed"}]}]}`
	r := spans.Measure(fstest.MapFS{"spia/spia_panorama_dev.jsonl": {Data: []byte(strings.ReplaceAll(file, "\n", " "))}}, finds("licence_number:DL-12", "name:I'm Ann"))
	if diff := cmp.Diff(map[string]string{"found": "[2,3]"}, figures(t, r, "spia", "any overlap", true)); diff != "" {
		t.Error(diff)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	const posts = "RT\tO\n@\tB-PER\nann\tI-PER\n:\tO\nJean-Luc\tB-PER\nPoe\tI-PER\n's\tO\nhat\tO\n\nnobody\tO\n\n"
	folder := fstest.MapFS{"btc/btc.dev": {Data: []byte(posts)}}
	r := spans.Measure(folder, finds("name:Poe", "name:#JeanLucPoe", "name:jean-luc poe", "name:@ann", "handle:nobody"))
	for way, want := range map[string]string{
		"as they are, exactly": "[0,1]", "as they are, any overlap": "[1,1]", "lower-cased, exactly": "[1,1]",
		"names as #hashtags, exactly": "[1,1]", "names as hashtags, lower-cased, any overlap": "[0,1]",
	} {
		got := figures(t, r, "BTC dev", way, false)
		if got["found"] != want {
			t.Errorf("%s: found %s, want %s", way, got["found"], want)
		}
		if want == "[1,1]" && got["rightly found"] != "[1,1]" {
			t.Errorf("%s: rightly %s", way, got["rightly found"])
		}
	}
}

func TestMissingSets(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	r := spans.Measure(fstest.MapFS{"spia/spia_panorama_dev.jsonl": {Data: []byte("no\n")}}, finds())
	if err := r.Print(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"left out: asq_phi/queries_dev.txt is not there", "left out: btc/btc.dev is not there", "spia_panorama_dev.jsonl has another form than expected"} {
		if strings.Count(out.String(), want) != 1 {
			t.Errorf("%q is not told once:\n%s", want, &out)
		}
	}
}

// No word of a text may reach a report, not even of one that could not be checked.
func TestNoTextTold(t *testing.T) {
	t.Parallel()
	fails := func(text string) ([]bedside.MentionOut, error) { return nil, errors.New(text) }
	r := spans.Measure(fstest.MapFS{"asq_phi/queries_dev.txt": {Data: []byte(asq)}}, fails)
	var out bytes.Buffer
	if err := r.Print(&out); err != nil {
		t.Fatal(err)
	}
	if err := json.NewEncoder(&out).Encode(r.Misses); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "Ann") || strings.Contains(out.String(), "Elm") || strings.Contains(out.String(), "Dose") {
		t.Errorf("words are told:\n%s", &out)
	}
	if !strings.Contains(out.String(), "2 could not be checked") {
		t.Errorf("failures are not told:\n%s", &out)
	}
}

// A find that takes in much beside the detail, or a part of it only, is none by the anchor's measure.
func TestAnchorIsStrict(t *testing.T) {
	t.Parallel()
	for name, find := range map[string]string{"a part": "name:Poe", "much beside": "name:asked Ann Poe about"} {
		r := spans.Measure(fstest.MapFS{"presidio_synth/synth_dataset_v2.json": {Data: presidio("She asked [PERSON Ann Poe] about it")}}, finds(find))
		got := figures(t, r, "presidio_synth, v2", "as its anchor counts", true)
		if got["found"] != "[0,1]" || got["rightly found"] != "[0,1]" {
			t.Errorf("%s: %v", name, got)
		}
	}
}
