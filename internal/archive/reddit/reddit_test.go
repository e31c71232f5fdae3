package reddit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/archive"
	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/reddit"
)

func export() map[string]string {
	return map[string]string{
		"posts.csv": "\ufeffid,permalink,date,ip,subreddit,gildings,title,url,body\r\n" +
			"p1,https://www.reddit.com/r/nursing/comments/p1/t/,2026-03-03 10:00:00 UTC,,nursing,0,A quiet night marker,,\"Not one call,\nnot one.\"\r\n" +
			"p2,https://www.reddit.com/r/nursing/comments/p2/t/,2026-03-04 10:00:00 UTC,,nursing,0,My plant,https://i.redd.it/abc.jpg,\r\n" +
			"p3,https://www.reddit.com/r/nursing/comments/p3/t/,2026-03-05 10:00:00 UTC,,nursing,0,Gone,,[deleted]\r\n",
		"comments.csv": "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n" +
			"c1,https://www.reddit.com/r/x/comments/q9/_/c1/,2026-03-02 10:00:00 UTC,,x,0,https://www.reddit.com/r/x/comments/q9/,,\"He said \"\"thank you\"\" &amp; marker\",\n" +
			"c2,https://www.reddit.com/r/x/comments/q9/_/c2/,2026-03-02 11:00:00 UTC,,x,0,https://www.reddit.com/r/x/comments/q9/,c0,Same here,\n",
		"messages.csv": "id,permalink,thread_id,date,ip,from,to,subject,body\n" +
			"m1,https://www.reddit.com/message/m1,t1,2026-01-01 00:00:00 UTC,,rowan_example,kim_example,Rota,Swap with me?\n" +
			"m2,https://www.reddit.com/message/m2,t1,2026-01-01 01:00:00 UTC,,kim_example,rowan_example,Re: Rota,Gladly marker\n" +
			"m3,https://www.reddit.com/message/m3,t2,2026-01-02 01:00:00 UTC,,sam_example,rowan_example,Hello,Who are you?\n",
		"chat_history.csv": "message_id,created_at,updated_at,username,message,thread_parent_message_id,channel_url,subreddit,channel_name,conversation_type\n" +
			"h1,2026-03-03 11:00:00 UTC,,kim_example,are you there,,ch1,,,direct\n" +
			"h2,2026-03-03 11:01:00 UTC,,Rowan_Example,I am,,ch1,,,direct\n" +
			"h3,2026-03-03 11:02:00 UTC,,rowan_example,hello all,,ch2,,,group\n",
		"user_preferences.csv":      "preference,value\nhide_from_robots,True\nlang,en\n",
		"subscribed_subreddits.csv": "subreddit\nnursing\n",
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	items, report, err := archivetest.Read(t, reddit.Format{}, archivetest.Files(export()))
	if err != nil {
		t.Fatal(err)
	}
	type short struct{ ID, Kind, Text, Time, Audience, Thread string }
	var got []short
	for _, i := range items {
		d := i.Draft
		got = append(got, short{d.ID, d.Kind, d.Text, d.Time.Format("2006-01-02 15:04"), d.Account.Audience, i.Thread})
	}
	want := []short{
		{"reddit-h2", "message", "I am", "2026-03-03 11:01", "direct", "reddit-chat-ch1"},
		{"reddit-h3", "message", "hello all", "2026-03-03 11:02", "closed_group", "reddit-chat-ch2"},
		{"reddit-c1", "comment", `He said "thank you" & marker`, "2026-03-02 10:00", "public", "reddit-post-q9"},
		{"reddit-c2", "reply", "Same here", "2026-03-02 11:00", "public", "reddit-post-q9"},
		{"reddit-m1", "message", "Rota\n\nSwap with me?", "2026-01-01 00:00", "direct", "reddit-message-t1"},
		{"reddit-p1", "post", "A quiet night marker\n\nNot one call,\nnot one.", "2026-03-03 10:00", "public", "reddit-post-p1"},
		{"reddit-p2", "post", "My plant", "2026-03-04 10:00", "public", "reddit-post-p2"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"written by somebody else": 3, "deleted already": 1}, archivetest.Skips(report)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]archive.Setting{{Name: "hide_from_robots", Value: "True"}}, report.Settings); diff != "" {
		t.Error(diff)
	}
	if last := items[6]; len(last.Draft.Media) != 1 || items[5].URL != "https://www.reddit.com/r/nursing/comments/p1/t/" || last.Draft.Account.Handle != "rowan_example" {
		t.Errorf("media %d, url %q, handle %q", len(last.Draft.Media), items[5].URL, last.Draft.Account.Handle)
	}
}

func TestWhoseExportItIs(t *testing.T) {
	t.Parallel()
	head := "id,permalink,thread_id,date,ip,from,to,subject,body\n"
	row := func(from, to string) string { return "1,,t,2026-01-01 00:00:00 UTC,," + from + "," + to + ",,words\n" }
	tests := map[string]struct {
		messages, statistics string
		want                 int
		reason               string
	}{
		"it says so":               {head + row("b", "a") + row("c", "d"), "statistic,value\naccount name,C\n", 1, "written by somebody else"},
		"one is in all messages":   {head + row("b", "a") + row("a", "c"), "", 1, "written by somebody else"},
		"two write to each other":  {head + row("b", "a") + row("a", "b"), "", 0, "a message whose sender cannot be told: the export does not say whose it is"},
		"nobody is in all of them": {head + row("b", "a") + row("c", "d") + row("a", "c"), "", 0, "a message whose sender cannot be told: the export does not say whose it is"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := map[string]string{"messages.csv": test.messages}
			if test.statistics != "" {
				files["statistics.csv"] = test.statistics
			}
			items, report, err := archivetest.Read(t, reddit.Format{}, archivetest.Files(files))
			if err != nil || len(items) != test.want || archivetest.Skips(report)[test.reason] == 0 {
				t.Errorf("got %d, %v, %v", len(items), report.Skipped, err)
			}
		})
	}
}

func TestRecognize(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		files map[string]string
		want  bool
	}{
		"an export":                 {export(), true},
		"files under other names":   {map[string]string{"a.csv": export()["comments.csv"]}, true},
		"names without the columns": {map[string]string{"comments.csv": "a,b\n", "posts.csv": "id,title\n"}, false},
		"settings alone":            {map[string]string{"user_preferences.csv": export()["user_preferences.csv"]}, false},
		"nothing":                   {nil, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := (reddit.Format{}).Recognize(archivetest.Files(test.files)); got != test.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestBroken(t *testing.T) {
	t.Parallel()
	archivetest.Broken(t, reddit.Format{}, archivetest.Files(export()))
}

func FuzzRead(f *testing.F) {
	for _, text := range export() {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		archivetest.Check(t, reddit.Format{}, archivetest.Files(map[string]string{"a.csv": strings.ReplaceAll(string(b), "marker", "")}))
	})
}
