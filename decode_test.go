package bedside_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bedside"
)

func TestDecodeDraftReadsTheWholeContract(t *testing.T) {
	t.Parallel()
	got, err := bedside.DecodeDraft([]byte(`{"schema":1,"id":"d1","kind":"reply","action":"publish","state":"draft","posted_by":"self",
	"text":"Zoë \ud83d\ude00","lang":"en","time":"2026-03-04T15:04:05+02:00","x_note":{"a":[1,{"b":"}"}]},
	"media":[{"path":"a.png","alt":"A","caption":"C","declared":["face","me"],"x_":null}],
	"author":{"name":"M","role":"ward clown","licensed":false,"institution":"I","specialty":"S","location":"L","jurisdiction":"US-MD","handles":["@m"]},
	"account":{"platform":"somewhere new","handle":"@m","persona":"personal","audience":"friends","bio":"B"},
	"context":{"relationship":"my neighbour","note":"N","reply_to":{"text":"T","relationship":"patient"},
	"consents":["she said yes",{"person":"p1","form":"written","text_hash":"ab"}],
	"interests":["my brother sells it",{"party":"P","amount":12.5}],
	"answers":{"subject.patient@p1":"no"},"timeline":[{"text":"E","time":"2026-01-02","kind":"post"}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	no := false
	want := bedside.Draft{
		Schema: 1, ID: "d1", Kind: "reply", Action: "publish", State: "draft", PostedBy: "self", Text: "Zoë 😀", Lang: "en",
		Time:  bedside.Time{Time: time.Date(2026, 3, 4, 13, 4, 5, 0, time.UTC)},
		Media: []bedside.Media{{Path: "a.png", Alt: "A", Caption: "C", Declared: []string{"face", "me"}}},
		Author: bedside.Author{
			Name: "M", Role: "ward clown", Licensed: &no, Institution: "I", Specialty: "S", Location: "L",
			Jurisdiction: "US-MD", Handles: []string{"@m"},
		},
		Account: bedside.Account{Platform: "somewhere new", Handle: "@m", Persona: "personal", Audience: "friends", Bio: "B"},
		Context: bedside.Context{
			Relationship: "my neighbour", Note: "N", ReplyTo: bedside.ReplyTo{Text: "T", Relationship: "patient"},
			Consents:  []bedside.Consent{{Prose: "she said yes"}, {Person: "p1", Form: "written", TextHash: "ab"}},
			Interests: []bedside.Interest{{Prose: "my brother sells it"}, {Party: "P", Amount: 12.5}},
			Answers:   map[string]string{"subject.patient@p1": "no"},
			Timeline:  []bedside.TimelinePost{{Text: "E", Time: bedside.Time{Time: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)}, Kind: "post"}},
		},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApproxTime(0)); diff != "" {
		t.Errorf("draft differs (-want +got):\n%s", diff)
	}
}

func TestDecodeDraftRefusesClearly(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, in, want string }{
		{"unknown key", `{"txt":"hello"}`, `txt: unknown key, did you mean "text"? (line 1, column 2)`},
		{"unknown key below", "{\"text\":\"a\",\n \"context\":{\"consents\":[{\"frm\":\"\"}]}}", `context.consents[0].frm: unknown key, did you mean "form"? (line 2, column 26)`},
		{"key of another place", `{"text":"a","audience":"public"}`, `audience: unknown key, did you mean "account.audience"? (line 1, column 13)`},
		{"unknown key near none", `{"text":"a","context":{"reply_to":{"zebra":1}}}`, `context.reply_to.zebra: unknown key, known are text, relationship (line 1, column 36)`},
		{"key that may be text", `{"text":"a","she was 34, from Larkfield":1}`, `(a key of 26 bytes): unknown key, known are schema, id, kind, action, state, posted_by, text, lang, time, media, author, account, context (line 1, column 13)`},
		{"key in other case", `{"Text":"a"}`, `Text: unknown key, did you mean "text"? (line 1, column 2)`},
		{"key twice", `{"text":"a","text":"b"}`, `text: this key is there twice (line 1, column 13)`},
		{"key twice, escaped", `{"text":"a","te\u0078t":"b"}`, `text: this key is there twice (line 1, column 13)`},
		{"answer twice", `{"text":"a","context":{"answers":{"a":"1","a":"2"}}}`, `context.answers.a: this key is there twice (line 1, column 43)`},
		{"wrong kind", `{"text":["a"]}`, `text: wanted a string, found a list (line 1, column 9)`},
		{"wrong kind in a list", `{"media":[{"declared":["face",4]}]}`, `media[0].declared[1]: wanted a string, found a number (line 1, column 31)`},
		{"wrong kind for a list", `{"media":{}}`, `media: wanted a list, found an object (line 1, column 10)`},
		{"wrong kind for an object", `{"text":"a","author":"Maya"}`, `author: wanted an object, found a string (line 1, column 22)`},
		{"wrong kind for a truth", `{"text":"a","author":{"licensed":"yes"}}`, `author.licensed: wanted true or false, found a string (line 1, column 34)`},
		{"not an object", `["a"]`, `wanted an object, found a list (line 1, column 1)`},
		{"schema of the future", `{"schema":2,"text":"a"}`, `schema: this version reads schema 1 only`},
		{"schema in parts", `{"schema":1.5,"text":"a"}`, `schema: wanted a whole number, found another number (line 1, column 11)`},
		{"unknown kind", `{"text":"a","kind":"coment"}`, `kind: unknown word (did you mean "comment"?); it is one of post, comment, reply, review_reply, message, bio, contact_request, alt_text, group_page (line 1, column 20)`},
		{"unknown action", `{"action":"burn"}`, `action: unknown word; it is one of publish, accept, share, hide, report (line 1, column 11)`},
		{"unknown state", `{"text":"a","state":"sent"}`, `state: unknown word; it is one of draft, published (line 1, column 21)`},
		{"unknown poster", `{"text":"a","posted_by":"me"}`, `posted_by: unknown word; it is one of self, other (line 1, column 25)`},
		{"unknown persona", `{"text":"a","account":{"persona":"private"}}`, `account.persona: unknown word; it is one of personal, professional, institutional, anonymous (line 1, column 34)`},
		{"unknown audience", `{"text":"a","account":{"audience":"friend"}}`, `account.audience: unknown word (did you mean "friends"?); it is one of public, followers, friends, closed_group, direct (line 1, column 35)`},
		{"unknown kind of an earlier post", `{"text":"a","context":{"timeline":[{"kind":"toot"}]}}`, `context.timeline[0].kind: unknown word; it is one of post, comment, reply, review_reply, message, bio, contact_request, alt_text, group_page (line 1, column 44)`},
		{"time in words", `{"text":"a","time":"yesterday"}`, `time: wanted a time such as 2026-03-04T15:04:05Z, or a date such as 2026-03-04 (line 1, column 20)`},
		{"time as a number", `{"text":"a","time":1700000000}`, `time: wanted a time as a string, found a number (line 1, column 20)`},
		{"nothing", " \n", `there is nothing here (line 1, column 1)`},
		{"nothing to check", `{"author":{"role":"nurse"}}`, `a draft needs at least one of text, media and action`},
		{"null", `null`, `a draft needs at least one of text, media and action`},
		{"cut off", `{"text":"a`, `the JSON stops before it is complete (line 1, column 11)`},
		{"quote in the text", `{"text":"he said "no" to it"}`, `this is not JSON: a comma or a closing brace is missing, or a quote inside the text lacks its backslash (line 1, column 19)`},
		{"line break in the text", "{\"text\":\"a\nb\"}", `this is not JSON: a line break or other control character inside quotes must be written as an escape, such as \n (line 1, column 11)`},
		{"two drafts", "{\"text\":\"a\"}\n{\"text\":\"b\"}", `this is not JSON: something stands after the end (line 2, column 1)`},
		{"bare words", `{"text":hello}`, `this is not JSON: a value is missing, or text lacks its double quotes (line 1, column 9)`},
		{"comma left over", `{"text":"a",}`, `this is not JSON: a key in double quotes is missing, or a comma is left over (line 1, column 13)`},
		{"column counts characters", "\ufeff{\"text\":\"Zoë 😀\",\"kind\":1}", `kind: wanted a string, found a number (line 1, column 24)`},
		{"not UTF-8", "{\"text\":\"Zo\xeb\"}", `this is not UTF-8: byte 11 (line 1, column 12)`},
		{"UTF-16", "\xff\xfe{\x00", `this looks like UTF-16; save it as UTF-8: byte 0 (line 1, column 1)`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := bedside.DecodeDraft([]byte(test.in))
			if err == nil {
				t.Fatal("got no error")
			}
			if err.Error() != test.want {
				t.Errorf("got  %s\nwant %s", err, test.want)
			}
			var coded *bedside.Error
			if !errors.As(err, &coded) || coded.Code != bedside.CodeInvalid {
				t.Errorf("code is not %q", bedside.CodeInvalid)
			}
		})
	}
}

func TestDecodeDraftReadsKindly(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, in, text string }{
		{"byte order mark", "\ufeff{\"text\":\"a\"}", "a"},
		{"half a surrogate pair", `{"text":"a\ud83d b"}`, "a\ufffd b"},
		{"keys for others", `{"x_id":{"text":[{}, "]"]},"text":"a","media":[{"x_y":-1.5e3}]}`, "a"},
		{"nulls are absent", `{"text":"a","media":null,"author":{"licensed":null},"time":null}`, "a"},
		{"empty words are absent", `{"text":"a","kind":"","time":"","account":{"persona":""}}`, "a"},
		{"line endings stay", `{"text":"a\r\nb"}`, "a\r\nb"},
		{"an escaped key", `{"te\u0078t":"a"}`, "a"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			d, err := bedside.DecodeDraft([]byte(test.in))
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != test.text {
				t.Errorf("got text %q, want %q", d.Text, test.text)
			}
		})
	}
}

func TestDecodeDraftLimitsText(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		in   string
		code bedside.Code
	}{
		{"at the limit", `{"text":"` + strings.Repeat("a", bedside.MaxText) + `"}`, ""},
		{"over the limit", `{"text":"a","account":{"bio":"` + strings.Repeat("a", bedside.MaxText) + `"}}`, bedside.CodeTooLarge},
		{"over the limit of JSON", `{"text":"a","x_":"` + strings.Repeat("a", bedside.MaxJSON) + `"}`, bedside.CodeTooLarge},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := bedside.DecodeDraft([]byte(test.in))
			var coded *bedside.Error
			if errors.As(err, &coded); test.code != "" && (coded == nil || coded.Code != test.code) {
				t.Errorf("got %v, want code %q", err, test.code)
			}
			if test.code == "" && err != nil {
				t.Errorf("got %v, want no error", err)
			}
		})
	}
}

func TestValidText(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, in, want string }{
		{"plain", "Zoë\r\n", ""},
		{"byte order mark", "\ufeffa", ""},
		{"not UTF-8", "ab\nc\xff", "this is not UTF-8: byte 4 (line 2, column 2)"},
		{"cut character", "Zo\xc3", "this is not UTF-8: byte 2 (line 1, column 3)"},
		{"too large", strings.Repeat("a", bedside.MaxText+1), "the text is longer than 1 MiB (1048576 bytes), the most that one draft may hold"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := ""
			if err := bedside.ValidText([]byte(test.in)); err != nil {
				got = err.Error()
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestPlaceIsInTheError(t *testing.T) {
	t.Parallel()
	_, err := bedside.DecodeDraft([]byte("\ufeff{\"text\":\"a\",\n\"kind\":1}"))
	var got *bedside.Place
	if !errors.As(err, &got) {
		t.Fatal("no place in the error")
	}
	want := &bedside.Place{Path: "kind", What: "kind: wanted a string, found a number", Line: 2, Column: 8, Offset: 23}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("place differs (-want +got):\n%s", diff)
	}
}

// marker is text that no error may repeat. It holds a blank, as text does and keys do not.
const marker = "Quillfeather at 3 Lark St"

func FuzzDecodeDraft(f *testing.F) {
	for _, seed := range []string{
		`{"text":"MARKER"}`, `{"txt":"MARKER"}`, `{"text":"MARKER`, `{"text":"a "MARKER" b"}`, `{"text":MARKER}`, `{MARKER}`,
		`{"kind":"MARKER"}`, `{"time":"MARKER","text":1}`, `{"context":{"answers":{"MARKER":1}}}`, `{"text":"a\uMARKER"}`,
		`{"context":{"consents":["MARKER"],"interests":[{"amount":"MARKER"}]}}`, "{\"text\":\"MARKER\xff\"}", `MARKER`,
		`{"media":[{"alt":"MARKER","MARKER":2}],"x_":{"MARKER":[[[]]]},"MARKER":null}`, `{"schema":1e999,"text":"MARKER"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		b = []byte(strings.ReplaceAll(string(b), "MARKER", marker))
		d, err := bedside.DecodeDraft(b)
		if err == nil {
			decodesAgain(t, b, d)
			return
		}
		for cause := err; cause != nil; cause = errors.Unwrap(cause) {
			if strings.Contains(cause.Error(), "Quillfeather") {
				t.Errorf("the error repeats text of the draft: %v", cause)
			}
		}
	})
}

func decodesAgain(t *testing.T, b []byte, first bedside.Draft) {
	t.Helper()
	again, err := bedside.DecodeDraft(b)
	if err != nil || !cmp.Equal(first, again) {
		t.Errorf("the second reading differs: %v", err)
	}
	written, err := json.Marshal(first)
	if err != nil {
		return // a time of the year 10000, say
	}
	if again, err = bedside.DecodeDraft(written); err != nil || !cmp.Equal(first, again, cmpopts.EquateEmpty()) {
		t.Errorf("the draft does not survive being written: %v", err)
	}
	if first.Size() > bedside.MaxText {
		t.Errorf("%d bytes of text passed", first.Size())
	}
}

func BenchmarkDecodeDraft(b *testing.B) {
	in := []byte(`{"id":"w1-001","text":"PGY2 is crying at a Subaru commercial at 6am while eating string cheese over the sink. anyway happy friday","author":{"role":"resident"},"account":{"platform":"x"}}`)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := bedside.DecodeDraft(in); err != nil {
			b.Fatal(err)
		}
	}
}
