package meta_test

import (
	"encoding/json"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/archive/meta"
)

func TestStamp(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, json, want string }{
		{"seconds", `1772400000`, "2026-03-01T21:20:00Z"},
		{"milliseconds", `1772400050123`, "2026-03-01T21:20:50.123Z"},
		{"as a string", `"1772400000"`, "2026-03-01T21:20:00Z"},
		{"with a fraction", `1772400000.75`, "2026-03-01T21:20:00Z"},
		{"none", `0`, ""},
		{"before there were posts", `-62169958800`, ""},
		{"too large", `99999999999999999999`, ""},
		{"beyond all years", `900000000000000`, ""},
		{"no number", `{"a":1}`, ""},
		{"null", `null`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var s meta.Stamp
			if err := json.Unmarshal([]byte(c.json), &s); err != nil {
				t.Fatal(err)
			}
			got := ""
			if !s.IsZero() {
				got = s.Format("2006-01-02T15:04:05.999Z07:00")
			}
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestLabels(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, json string }{
		{"an object", `{"Opmerking": {"value": "mooi"}, "Media-eigenaar": {"value": "pat"}, "Tijd": {"timestamp": 1772400000}}`},
		{"a list", `[{"label": "Tijd", "timestamp_value": 1772400000}, {"dict": [{"dict": [{"label": "Opmerking", "value": "mooi"}]}], "title": "x"}, {"label": "Auteur", "value": "pat"}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var l meta.Labels
			if err := json.Unmarshal([]byte(c.json), &l); err != nil {
				t.Fatal(err)
			}
			if got := []string{l.Value(meta.Comment), l.Value(meta.Owner), l.Value(meta.Bio)}; !slices.Equal(got, []string{"mooi", "pat", ""}) {
				t.Errorf("got %q", got)
			}
			if l.When().Unix() != 1772400000 {
				t.Errorf("got %v", l.When())
			}
		})
	}
	var l meta.Labels
	if json.Unmarshal([]byte(`"text"`), &l) == nil || json.Unmarshal([]byte(`{"a":4}`), &l) == nil {
		t.Error("neither is a list of labels")
	}
}

func TestMediaList(t *testing.T) {
	t.Parallel()
	var l meta.MediaList
	if err := json.Unmarshal([]byte(`[{"uri":"a"},[{"uri":"b"},{"uri":"c"}],4]`), &l); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range l {
		got = append(got, string(m.URI))
	}
	if diff := cmp.Diff([]string{"a", "b", "c"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestOrderHasTheOldestMessagesFirst(t *testing.T) {
	t.Parallel()
	got := []string{"m/inbox/b/message_1.json", "m/inbox/a/message_1.json", "m/inbox/a/message_10.json", "m/inbox/a/message_2.json", "posts/p_10.json", "posts/p_2.json"}
	meta.Order(got)
	want := []string{"m/inbox/a/message_10.json", "m/inbox/a/message_2.json", "m/inbox/a/message_1.json", "m/inbox/b/message_1.json", "posts/p_2.json", "posts/p_10.json"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRecognize(t *testing.T) {
	t.Parallel()
	const (
		post     = `[{"timestamp": 1772400000, "data": [{"post": "a"}], "title": "b"}]`
		picture  = `[{"media": [{"uri": "a.jpg", "creation_timestamp": 1772400000, "title": "a"}]}]`
		labelled = `[{"timestamp": 1772400000, "media": [], "label_values": [{"label": "a", "value": "b"}], "fbid": "1"}]`
		talk     = `{"participants": [{"name": "a"}], "messages": [{"sender_name": "a", "timestamp_ms": 1772400000000, "content": "b"}]}`
		profile  = `{"profile_v2": {"name": {"full_name": "a"}}}`
	)
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"posts of 2018", map[string]string{"posts/your_posts_1.json": post}, []string{"facebook"}},
		{"posts of 2024", map[string]string{"your_facebook_activity/posts/x.json": post}, []string{"facebook"}},
		{"a file by itself", map[string]string{"whatever.json": `{"comments_v2": [{"timestamp": 1}]}`}, []string{"facebook"}},
		{"labels in Facebook's folder", map[string]string{"your_facebook_activity/posts/x.json": labelled}, []string{"facebook"}},
		{"labels in Instagram's folder", map[string]string{"your_instagram_activity/media/x.json": labelled}, []string{"instagram"}},
		{"folders in another language", map[string]string{"beiträge/x.json": post, "kommentare/y.json": `{"comments_v2": [{}]}`}, []string{"facebook"}},
		{"two exports side by side begin further down", map[string]string{"a/x.json": profile, "b/x.json": profile}, nil},
		{"an export in a folder begins further down", map[string]string{"facebook-avery/posts/your_posts_1.json": post}, nil},
		{"a folder that is called like one of an export", map[string]string{"threads/your_instagram_activity/threads/t.json": `{"text_post_app_text_posts": [{}]}`}, nil},
		{"pictures of 2021", map[string]string{"content/posts_1.json": picture}, []string{"instagram"}},
		{"files of 2020", map[string]string{"media.json": `{"photos": [{"caption": "", "taken_at": "2020-01-01T00:00:00", "path": "a.jpg"}]}`}, []string{"instagram"}},
		{"Threads beside Instagram", map[string]string{"your_instagram_activity/media/posts_1.json": picture, "your_instagram_activity/threads/t.json": `{"text_post_app_text_posts": []}`}, []string{"instagram", "threads"}},
		{"conversations alone", map[string]string{"messages/inbox/a_1/message_1.json": talk}, []string{"facebook"}},
		{"conversations in Instagram's folder", map[string]string{"your_instagram_activity/messages/inbox/a_1/message_1.json": talk}, []string{"instagram"}},
		{"conversations beside Instagram's pictures", map[string]string{"messages/inbox/a_1/message_1.json": talk, "content/posts_1.json": picture}, []string{"instagram"}},
		{"names of files say nothing", map[string]string{"posts/your_posts_1.json": `[{"text": "a"}]`, "facebook/comments.json": `{"comments": [{"id": 1}]}`}, nil},
		{"drafts", map[string]string{"a.json": `{"schema": 1, "text": "a", "time": "2026-01-01", "media": [{"path": "a.jpg"}]}`}, nil},
		{"not JSON", map[string]string{"a.json": `{`, "posts/b.json": ``}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			fsys := fstest.MapFS{}
			for name, text := range c.files {
				fsys[name] = &fstest.MapFile{Data: []byte(text)}
			}
			var got []string
			for _, platform := range []string{"facebook", "instagram", "threads"} {
				if meta.Recognize(fsys, platform) {
					got = append(got, platform)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHTML(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, file, text, want string }{
		{"Facebook's folder", "your_facebook_activity/posts/your_posts_1.html", "<html>", "facebook"},
		{"Instagram's folder", "your_instagram_activity/media/posts_1.html", "<html>", "instagram"},
		{"a start page", "start_here.html", "<html><title>Facebook</title>", "facebook"},
		{"a page of 2019", "posts/your_posts_1.html", `<html><body class="_5vb_ _2yq"><div class="pam _3-95 uiBoxWhite noborder">Facebook</div>`, "facebook"},
		{"a page of Instagram", "content/posts_1.html", `<div class="pam uiBoxWhite">Instagram</div>`, "instagram"},
		{"any page", "posts/a.html", "<html>I left Facebook", ""},
		{"in a folder", "export/your_facebook_activity/posts/a.html", "<html>", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			fsys := fstest.MapFS{c.file: {Data: []byte(c.text)}}
			for _, platform := range []string{"facebook", "instagram"} {
				if got := meta.HTML(fsys, platform); got != (platform == c.want) {
					t.Errorf("%s: got %v", platform, got)
				}
			}
		})
	}
}
