package mastodon_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/mastodon"
)

const (
	self      = "https://social.example/users/rowan"
	public    = `"to":["https://www.w3.org/ns/activitystreams#Public"],"cc":["` + self + `/followers"]`
	unlisted  = `"to":["` + self + `/followers"],"cc":["https://www.w3.org/ns/activitystreams#Public"]`
	followers = `"to":["` + self + `/followers"],"cc":[]`
	direct    = `"to":"https://social.example/users/kim","cc":[]`
)

// note is an activity that puts up a post.
func note(id int, to, content, more string) string {
	address := fmt.Sprintf("%s/statuses/%d", self, id)
	return fmt.Sprintf(`{"id":"%s/activity","type":"Create","actor":%q,"published":"2026-03-02T10:00:00Z",%s,
 "object":{"id":%q,"type":"Note","summary":null,"inReplyTo":null,"published":"2026-03-02T10:00:00Z","url":"https://social.example/@rowan/%d",
 "attributedTo":%q,%s,"conversation":"tag:%d","content":%q,"contentMap":{"en":%q},"attachment":[]%s}}`, address, self, to, address, id, self, to, id, content, content, more)
}

func export() map[string]string {
	items := []string{
		note(1, public, "<p>Tea &amp; cake marker</p>", ""),
		note(2, unlisted, "<p>Second<br>line</p><p>and <a href=\"https://example.org/long\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">example.org</span><span class=\"invisible\">/long</span></a></p>", `,"summary":"a warning","attachment":[{"type":"Document","url":"/media_attachments/files/1/a.png","name":"a cake marker"},{"type":"Document","url":"/media_attachments/files/2/b.png","name":null}]`),
		note(3, followers, "<p>a choice</p>", `,"type":"Question","oneOf":[{"type":"Note","name":"yes"},{"type":"Note","name":"no"}]`),
		note(4, direct, `<p><span class="h-card"><a href="https://social.example/@kim">@<span>kim</span></a></span> ring the clinic</p>`, `,"inReplyTo":"https://social.example/users/kim/statuses/9"`),
		note(5, public, "<p>to a stranger</p>", `,"inReplyTo":"https://other.example/users/q/statuses/9"`),
		note(6, public, "<p>to myself</p>", `,"inReplyTo":"`+self+`/statuses/1"`),
		`{"id":"x","type":"Announce","actor":"` + self + `","object":"https://other.example/users/q/statuses/77"}`,
		`{"id":"y","type":"Like","actor":"` + self + `","object":"https://other.example/users/q/statuses/77"}`,
		`{"id":"z","type":"Create","actor":"` + self + `","object":7}`,
	}
	return map[string]string{
		"outbox.json":                     `{"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":9,"orderedItems":[` + strings.Join(items, ",\n") + "]}",
		"actor.json":                      `{"id":"` + self + `","type":"Person","preferredUsername":"rowan","name":"Rowan","summary":"<p>nurse marker</p>","url":"https://social.example/@rowan","manuallyApprovesFollowers":true,"discoverable":false,"attachment":[{"type":"PropertyValue","name":"Ward","value":"<b>Seven</b>"}]}`,
		"likes.json":                      `{"id":"likes.json","type":"OrderedCollection","orderedItems":["https://other.example/users/q/statuses/77"]}`,
		"media_attachments/files/1/a.png": "png",
	}
}

type short struct{ Kind, Audience, Text, URL, Thread string }

func shorts(items []archive.Item) []short {
	var out []short
	for _, i := range items {
		out = append(out, short{i.Draft.Kind, i.Draft.Account.Audience, i.Draft.Text, i.URL, i.Thread})
	}
	return out
}

func TestRead(t *testing.T) {
	t.Parallel()
	fsys := archivetest.Files(export())
	if !(mastodon.Format{}).Recognize(fsys) {
		t.Fatal("not recognised")
	}
	items, report, err := archivetest.Read(t, mastodon.Format{}, fsys)
	if err != nil {
		t.Fatal(err)
	}
	at := "https://social.example/@rowan"
	want := []short{
		{"bio", "public", "nurse marker\n\nWard: Seven", at, ""},
		{"post", "public", "Tea & cake marker", at + "/1", "mastodon-tag:1"},
		{"post", "public", "a warning\n\nSecond\nline\n\nand https://example.org/long", at + "/2", "mastodon-tag:2"},
		{"post", "followers", "a choice\n\nyes\n\nno", at + "/3", "mastodon-tag:3"},
		{"message", "direct", "@kim ring the clinic", at + "/4", "mastodon-tag:4"},
		{"reply", "public", "to a stranger", at + "/5", "mastodon-tag:5"},
		{"post", "public", "to myself", at + "/6", "mastodon-tag:6"},
	}
	if diff := cmp.Diff(want, shorts(items)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"a boost of somebody else's words": 1, "not a post": 1, "of an unknown shape": 1}, archivetest.Skips(report)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]archive.Setting{{Name: "locked", Value: "true"}, {Name: "discoverable", Value: "false"}}, report.Settings); diff != "" {
		t.Error(diff)
	}
	pictures := items[2]
	if diff := cmp.Diff([]string{"media_attachments/files/1/a.png", ""}, pictures.Media) + cmp.Diff("a cake marker", pictures.Draft.Media[0].Alt); diff != "" {
		t.Error(diff)
	}
	account := bedside.Account{Platform: "mastodon", Handle: "rowan@social.example", Audience: "public", Bio: "nurse marker\n\nWard: Seven"}
	if diff := cmp.Diff(account, pictures.Draft.Account) + cmp.Diff("en", pictures.Draft.Lang); diff != "" {
		t.Error(diff)
	}
	for _, i := range items {
		if strings.Contains(i.Draft.ID, "rowan") {
			t.Error("an id holds the author's name")
		}
	}
}

func TestOutboxByItself(t *testing.T) {
	t.Parallel()
	items, _, err := archivetest.Read(t, mastodon.Format{}, archivetest.Files(map[string]string{"outbox.json": export()["outbox.json"]}))
	if err != nil || len(items) != 6 {
		t.Fatalf("got %d, %v", len(items), err)
	}
	if last := items[5].Draft; last.Kind != "post" || last.Account.Handle != "rowan@social.example" {
		t.Errorf("got a %s by %q", last.Kind, last.Account.Handle)
	}
}

func apiStatus(id, account, visibility, content, more string) string {
	return fmt.Sprintf(`{"id":%q,"created_at":"2026-03-02T10:00:00.000Z","uri":"https://social.example/s/%s","url":"https://social.example/@a/%s","spoiler_text":"","visibility":%q,"language":"en","content":%q,"account":{"id":%q,"username":"a","url":"https://social.example/@a"}%s}`, id, id, id, visibility, content, account, more)
}

func answers() map[string]string {
	return map[string]string{
		"account_statuses.json": "[" + strings.Join([]string{
			apiStatus("1", "me", "public", "<p>one marker</p>", `,"media_attachments":[{"url":"https://m.example/1.png","description":"a cake"}],"poll":{"options":[{"title":"yes"}]}`),
			apiStatus("2", "me", "private", "<p>two</p>", `,"in_reply_to_id":"9","in_reply_to_account_id":"kim"`),
			apiStatus("3", "me", "direct", "<p>three</p>", ""),
			apiStatus("4", "me", "public", "<p></p>", `,"reblog":{"id":"5"}`),
			apiStatus("5", "kim", "public", "<p>of Kim</p>", ""),
		}, ",") + "]",
		"status_created.json":     apiStatus("1", "me", "public", "<p>one marker</p>", ""),
		"verify_credentials.json": `{"id":"me","username":"rowan","display_name":"Rowan","note":"<p>nurse</p>","url":"https://social.example/@rowan","locked":true,"source":{"privacy":"unlisted"}}`,
		"follow_requests.json":    `[{"id":"kim","username":"kim","url":"https://social.example/@kim"},{"name":"marker"}]`,
		"followers.json":          `[{"id":"sam","username":"sam","url":"https://social.example/@sam"}]`,
	}
}

func TestAnswersOfTheAPI(t *testing.T) {
	t.Parallel()
	fsys := archivetest.Files(answers())
	if !(mastodon.Format{}).Recognize(fsys) {
		t.Fatal("not recognised")
	}
	items, report, err := archivetest.Read(t, mastodon.Format{}, fsys)
	if err != nil {
		t.Fatal(err)
	}
	at := "https://social.example/@a"
	want := []short{
		{"bio", "public", "nurse", "https://social.example/@rowan", ""},
		{"post", "public", "one marker\n\nyes", at + "/1", "mastodon-1"},
		{"reply", "followers", "two", at + "/2", "mastodon-9"},
		{"message", "direct", "three", at + "/3", "mastodon-3"},
		{"contact_request", "", "", "https://social.example/@kim", ""},
	}
	if diff := cmp.Diff(want, shorts(items)); diff != "" {
		t.Error(diff)
	}
	skips := map[string]int{"a boost of somebody else's words": 1, "written by somebody else": 1, "a post that another file holds as well": 1, "of an unknown shape": 1}
	if diff := cmp.Diff(skips, archivetest.Skips(report)); diff != "" {
		t.Error(diff)
	}
	if last := items[4].Draft; last.Action != "accept" || last.PostedBy != "other" {
		t.Errorf("got %q by %q", last.Action, last.PostedBy)
	}
}

func TestWhoseAnswersTheyAre(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		second string
		want   int
	}{"all of one": {"me", 2}, "of two": {"kim", 0}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fsys := archivetest.Files(map[string]string{"a.json": "[" + apiStatus("1", "me", "public", "a", "") + "," + apiStatus("2", test.second, "public", "b", "") + "]"})
			items, report, err := archivetest.Read(t, mastodon.Format{}, fsys)
			if err != nil || len(items) != test.want || report.Found != 2 {
				t.Errorf("got %d, %v, %v", len(items), report.Skipped, err)
			}
		})
	}
}

func TestNotMastodon(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"outbox.json": `{"orderedItems":["https://a.example"]}`, "likes.json": export()["likes.json"], "posts.json": `[{"id":"1","content":"words"}]`,
		"followers.json": answers()["followers.json"], "a.json": "[]", "b.json": "{}", "c.txt": export()["outbox.json"],
	} {
		if (mastodon.Format{}).Recognize(archivetest.Files(map[string]string{name: text})) {
			t.Errorf("%s is recognised", name)
		}
	}
	if !(mastodon.Format{}).Recognize(archivetest.Files(map[string]string{"outbox.json": `{"orderedItems":[]}`})) {
		t.Error("an empty outbox is not recognised")
	}
}

func TestBroken(t *testing.T) {
	t.Parallel()
	archivetest.Broken(t, mastodon.Format{}, archivetest.Files(export()))
	archivetest.Broken(t, mastodon.Format{}, archivetest.Files(answers()))
}

func FuzzRead(f *testing.F) {
	for _, files := range []map[string]string{export(), answers()} {
		for _, text := range files {
			f.Add([]byte(text))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		text := strings.ReplaceAll(string(b), "marker", "")
		archivetest.Check(t, mastodon.Format{}, archivetest.Files(map[string]string{"outbox.json": text}))
		archivetest.Check(t, mastodon.Format{}, archivetest.Files(map[string]string{"actor.json": text, "outbox.json": `{"orderedItems":[]}`}))
	})
}
