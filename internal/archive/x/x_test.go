package x_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/x"
)

func ytd(variable, json string) string { return "window.YTD." + variable + " = " + json }

const created = "Mon Mar 02 10:00:00 +0000 2026"

// tweet is an element of tweets.js; more is put in behind.
func tweet(id, text, more string) string {
	return fmt.Sprintf(`{ "tweet" : { "id_str" : %q, "id" : %q, "created_at" : %q, "full_text" : %q, "lang" : "en"%s } }`, id, id, created, text, more)
}

func export() map[string]string {
	reply := func(id, user, name string) string {
		return fmt.Sprintf(`, "in_reply_to_status_id_str" : %q, "in_reply_to_user_id_str" : %q, "in_reply_to_screen_name" : %q`, id, user, name)
	}
	photo := `, "entities" : { "media" : [ { "url" : "https://t.co/pic", "media_url_https" : "https://pbs.example/media/AbC.jpg" } ] },
		"extended_entities" : { "media" : [ { "url" : "https://t.co/pic", "media_url_https" : "https://pbs.example/media/AbC.jpg", "ext_alt_text" : "a cake marker" }, { "url" : "https://t.co/pic", "media_url_https" : "https://pbs.example/media/Gone.jpg" } ] }`
	links := `, "entities" : { "urls" : [ { "url" : "https://t.co/x1", "expanded_url" : "https://example.org/long" } ] }`
	return map[string]string{
		"data/account.js":           ytd("account.part0", `[ { "account" : { "accountId" : "7", "username" : "rowan_example", "accountDisplayName" : "Rowan" } } ]`),
		"data/profile.js":           ytd("profile.part0", `[ { "profile" : { "description" : { "bio" : "Nurse &amp; gardener marker", "website" : "", "location" : "Examplefield" } } } ]`),
		"data/protected-history.js": ytd("protected_history.part0", `[ { "protectedHistory" : { "protectedAt" : "2026-01-02T00:00:00.000Z", "action" : "Protect" } }, { "protectedHistory" : { "protectedAt" : "2025-12-01T00:00:00.000Z", "action" : "Unprotect" } } ]`),
		"data/tweets.js": ytd("tweets.part0", "[\n"+strings.Join([]string{
			tweet("103", "third of the thread", reply("102", "7", "rowan_example")),
			tweet("102", "second of the thread", reply("101", "7", "rowan_example")),
			tweet("101", "Tea &lt;3 &amp; cake https://t.co/x1 marker", links),
			tweet("104", "@kim_example yes", reply("50", "9", "kim_example")),
			tweet("105", "RT @kim_example: words of Kim", ""),
			tweet("106", "Look https://t.co/pic", photo),
			tweet("107", "A long story that is told here and does not end where you would think it would… https://t.co/n1", ""),
		}, ",\n")+"\n]"),
		"data/tweets-part1.js":                   ytd("tweets.part1", "["+tweet("99", "from the second part", "")+"]"),
		"data/community-tweet.js":                ytd("community_tweet.part0", "["+tweet("98", "in a community", "")+"]"),
		"data/twitter-circle-tweet.js":           ytd("twitter_circle_tweet.part0", "["+tweet("96", "to a few", "")+"]"),
		"data/deleted-tweets.js":                 ytd("deleted_tweets.part0", "["+tweet("97", "deleted marker", "")+"]"),
		"data/note-tweet.js":                     ytd("note_tweet.part0", `[ { "noteTweet" : { "noteTweetId" : "900", "createdAt" : "2026-03-02T10:00:00.000Z", "core" : { "text" : "A long story that is told here and does not end where you would think it would, but at https://t.co/n2 of all places.", "urls" : [ { "shortUrl" : "https://t.co/n2", "expandedUrl" : "https://example.org/end" } ] } } }, { "noteTweet" : { "noteTweetId" : "901", "createdAt" : "2026-03-05T10:00:00.000Z", "core" : { "text" : "Whose post is gone." } } } ]`),
		"data/direct-messages.js":                ytd("direct_messages.part0", `[ { "dmConversation" : { "conversationId" : "7-9", "messages" : [ { "messageCreate" : { "id" : "502", "senderId" : "7", "recipientId" : "9", "text" : "Ring the clinic, please", "createdAt" : "2026-03-02T11:01:00.000Z", "mediaUrls" : [ "https://ton.example/dm/502/1/pic.jpg" ], "urls" : [ ] } }, { "messageCreate" : { "id" : "501", "senderId" : "9", "recipientId" : "7", "text" : "Are you the nurse? marker", "createdAt" : "2026-03-02T11:00:00.000Z" } } ] } } ]`),
		"data/direct-messages-group.js":          ytd("direct_messages_group.part0", `[ { "dmConversation" : { "conversationId" : "77", "messages" : [ { "joinConversation" : { "initiatingUserId" : "9" } }, { "messageCreate" : { "id" : "601", "senderId" : "7", "text" : "Hello all", "createdAt" : "2026-03-02T12:00:00.000Z" } } ] } } ]`),
		"data/like.js":                           ytd("like.part0", `[ { "like" : { "tweetId" : "1", "fullText" : "liked marker" } } ]`),
		"data/tweets_media/106-AbC.jpg":          "jpg",
		"data/direct_messages_media/502-pic.jpg": "jpg",
		"data/tweets_media/1060-other-post.jpg":  "jpg",
		"Your archive.html":                      "<html>",
	}
}

type short struct{ ID, Kind, Text, URL, Thread, Audience string }

func TestRead(t *testing.T) {
	t.Parallel()
	fsys := archivetest.Files(export())
	if !(x.Format{}).Recognize(fsys) {
		t.Fatal("not recognised")
	}
	items, report, err := archivetest.Read(t, x.Format{}, fsys)
	if err != nil {
		t.Fatal(err)
	}
	var got []short
	byID := map[string]archive.Item{}
	for _, i := range items {
		d := i.Draft
		byID[d.ID] = i
		got = append(got, short{strings.TrimPrefix(d.ID, "x-"), d.Kind, d.Text, strings.TrimPrefix(i.URL, "https://x.com/rowan_example"), i.Thread, d.Account.Audience})
	}
	want := []short{
		{"bio", "bio", "Nurse & gardener marker", "", "", "followers"},
		{"98", "post", "in a community", "/status/98", "x-98", "followers"},
		{"99", "post", "from the second part", "/status/99", "x-99", "followers"},
		{"103", "post", "third of the thread", "/status/103", "x-101", "followers"},
		{"102", "post", "second of the thread", "/status/102", "x-101", "followers"},
		{"101", "post", "Tea <3 & cake https://example.org/long marker", "/status/101", "x-101", "followers"},
		{"104", "reply", "@kim_example yes", "/status/104", "x-50", "followers"},
		{"106", "post", "Look", "/status/106", "x-106", "followers"},
		{"107", "post", "A long story that is told here and does not end where you would think it would, but at https://example.org/end of all places.", "/status/107", "x-107", "followers"},
		{"96", "post", "to a few", "/status/96", "x-96", "closed_group"},
		{"901", "post", "Whose post is gone.", "", "", "followers"},
		{"601", "message", "Hello all", "https://x.com/messages/77", "x-77", "closed_group"},
		{"502", "message", "Ring the clinic, please", "https://x.com/messages/7-9", "x-7-9", "direct"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"a repost of somebody else's words": 1, "deleted already": 1, "written by somebody else": 1}, archivetest.Skips(report)); diff != "" {
		t.Error(diff)
	}
	if len(report.Settings) != 2 || report.Settings[0].Value != "Protect" {
		t.Errorf("got %v", report.Settings)
	}
	photo := byID["x-106"]
	if diff := cmp.Diff([]string{"data/tweets_media/106-AbC.jpg", ""}, photo.Media) + cmp.Diff("a cake marker", photo.Draft.Media[0].Alt); diff != "" {
		t.Error(diff)
	}
	message := byID["x-502"]
	if diff := cmp.Diff("Are you the nurse? marker", message.Draft.Context.ReplyTo.Text) + cmp.Diff([]string{"data/direct_messages_media/502-pic.jpg"}, message.Media); diff != "" {
		t.Error(diff)
	}
	account := bedside.Account{Platform: "x", Handle: "rowan_example", Audience: "followers", Bio: "Nurse & gardener marker"}
	if diff := cmp.Diff(account, photo.Draft.Account) + cmp.Diff("2026-03-02T10:00:00Z", photo.Draft.Time.Format("2006-01-02T15:04:05Z07:00")) + cmp.Diff("en", photo.Draft.Lang); diff != "" {
		t.Error(diff)
	}
	if bio := byID["x-bio"].Draft.Author; bio.Location != "Examplefield" || bio.Name != "Rowan" {
		t.Errorf("got %+v", bio)
	}
}

// TestMessagesInEitherOrder: what a message answers is what was written before it, wherever it stands in the file.
func TestMessagesInEitherOrder(t *testing.T) {
	t.Parallel()
	message := func(id int, sender string) string {
		return fmt.Sprintf(`{"messageCreate":{"id":"%d","senderId":%q,"text":"words %d","createdAt":"2026-03-02T11:0%d:00.000Z"}}`, id, sender, id, id)
	}
	oldestFirst := []string{message(1, "9"), message(2, "7"), message(3, "7"), message(4, "9"), message(5, "7")}
	newestFirst := slices.Clone(oldestFirst)
	slices.Reverse(newestFirst)
	for name, list := range map[string][]string{"oldest first": oldestFirst, "newest first": newestFirst} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fsys := archivetest.Files(map[string]string{
				"account.js":         ytd("account.part0", `[{"account":{"accountId":"7","username":"rowan_example"}}]`),
				"direct-messages.js": ytd("direct_messages.part0", `[{"dmConversation":{"conversationId":"7-9","messages":[`+strings.Join(list, ",")+`]}},{"dmConversation":{"conversationId":"7-8","messages":[`+message(6, "7")+`]}}]`),
			})
			items, _, err := archivetest.Read(t, x.Format{}, fsys)
			got := map[string]string{}
			for _, i := range items {
				got[i.Draft.Text] = i.Draft.Context.ReplyTo.Text + " in " + i.Thread
			}
			want := map[string]string{"words 2": "words 1 in x-7-9", "words 3": " in x-7-9", "words 5": "words 4 in x-7-9", "words 6": " in x-7-8"}
			if diff := cmp.Diff(want, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
		})
	}
}

func TestOlderArchives(t *testing.T) {
	t.Parallel()
	fsys := archivetest.Files(map[string]string{
		"account.js": ytd("account.part0", `[{"account":{"accountId":"7","username":"rowan_example"}}]`),
		"tweet.js":   ytd("tweet.part0", `[{"id_str":"1","text":"older words","created_at":"Mon Mar 02 10:00:00 +0000 2015","lang":"und"},{"id":2,"full_text":"a number for an id","created_at":"Mon Mar 02 10:00:00 +0000 2015","lang":"iw"}]`),
	})
	items, report, err := archivetest.Read(t, x.Format{}, fsys)
	if err != nil || len(items) != 2 || items[0].Draft.Lang != "" || items[1].Draft.Lang != "he" || items[1].Draft.ID != "x-2" {
		t.Errorf("got %v, %v, %v", archivetest.Texts(items), report.Skipped, err)
	}
}

func TestWithoutAnAccount(t *testing.T) {
	t.Parallel()
	files := export()
	delete(files, "data/account.js")
	items, report, err := archivetest.Read(t, x.Format{}, archivetest.Files(files))
	if err != nil || archivetest.Skips(report)["a message whose sender cannot be told: the archive does not say whose it is"] != 3 {
		t.Errorf("got %v, %v", report.Skipped, err)
	}
	for _, i := range items {
		if i.Draft.ID == "x-99" && i.URL != "https://x.com/i/status/99" {
			t.Errorf("got %q", i.URL)
		}
	}
}

func TestPartOfAFile(t *testing.T) {
	t.Parallel()
	files := export()
	files["data/tweets.js"] = files["data/tweets.js"][:strings.Index(files["data/tweets.js"], "103")+700]
	items, report, err := archivetest.Read(t, x.Format{}, archivetest.Files(files))
	if err != nil || archivetest.Texts(items)[3] != "third of the thread" || len(report.Skipped) == 0 {
		t.Errorf("got %d items, %v, %v", len(items), report.Skipped, err)
	}
}

func TestThreadsThatTurnInACircle(t *testing.T) {
	t.Parallel()
	circle := func(id, to string) string {
		return tweet(id, "words", fmt.Sprintf(`, "in_reply_to_status_id_str" : %q`, to))
	}
	fsys := archivetest.Files(map[string]string{"tweets.js": ytd("tweets.part0", "["+circle("5", "6")+","+circle("6", "5")+","+circle("7", "7")+"]")})
	items, _, err := archivetest.Read(t, x.Format{}, fsys)
	if err != nil || len(items) != 3 {
		t.Errorf("got %d, %v", len(items), err)
	}
}

func TestLongThread(t *testing.T) {
	t.Parallel()
	var list []string
	for i := 40_000; i > 0; i-- {
		list = append(list, fmt.Sprintf(`{"tweet":{"id_str":"%d","full_text":"w","in_reply_to_status_id_str":"%d"}}`, i+1, i))
	}
	fsys := archivetest.Files(map[string]string{"tweets.js": ytd("tweets.part0", "["+strings.Join(list, ",")+"]")})
	n := 0
	out := archive.NewImport(func(i archive.Item) error {
		if n++; i.Thread != "x-1" {
			t.Errorf("got %q", i.Thread)
		}
		return nil
	})
	if err := (x.Format{}).Read(t.Context(), fsys, out); err != nil || n != 40_000 {
		t.Errorf("got %d, %v", n, err)
	}
}

func TestNotX(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{"tweets.js": "var tweets = []", "tweets.json": "window.YTD.tweets.part0 = []", "data/a.js": "window.YTD", "b.js": ""} {
		if (x.Format{}).Recognize(archivetest.Files(map[string]string{name: text})) {
			t.Errorf("%s is recognised", name)
		}
	}
}

func TestBroken(t *testing.T) {
	t.Parallel()
	files := export()
	for name := range files {
		if !strings.HasSuffix(name, ".js") {
			delete(files, name)
		}
	}
	archivetest.Broken(t, x.Format{}, archivetest.Files(files))
}

func FuzzRead(f *testing.F) {
	for name, text := range export() {
		if strings.HasSuffix(name, ".js") {
			f.Add([]byte(text))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		text := strings.ReplaceAll(string(b), "marker", "")
		archivetest.Check(t, x.Format{}, archivetest.Files(map[string]string{"data/a.js": text, "data/account.js": export()["data/account.js"], "data/note-tweet.js": export()["data/note-tweet.js"]}))
	})
}
