package threads_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/threads"
)

func export() map[string]string {
	return map[string]string{
		"personal_information/personal_information/personal_information.json": `{"profile_user": [{"string_map_data": {"Username": {"value": "robin.t"}, "Bio": {"value": "Instagram's bio"}}}]}`,
		"your_instagram_activity/threads/personal_information.json":           `{"text_post_app_text_post_app_profile": [{"string_map_data": {"Bio": {"value": "Medical student marker"}, "Private Account": {"value": "False"}}}]}`,
		"your_instagram_activity/threads/threads_and_replies.json": `{"text_post_app_text_posts": [
			{"media": [{"uri": "", "creation_timestamp": 1700000000, "title": "Hot take marker \u00e2\u0080\u0093 no", "text_app_post": {"is_reply": true}}]},
			{"title": "Two pictures", "creation_timestamp": 1700000100, "media": [{"uri": "media/1.jpg", "title": "one", "creation_timestamp": 1}, {"uri": "media/2.jpg", "title": ""}]},
			{"media": [{"uri": "", "title": ""}]}, {"media": 4}, "marker"]}`,
		"media/1.jpg": "jpg",
		"your_instagram_activity/threads/received.json":  `{"text_post_app_text_post_app_follow_requests_received": [{"string_list_data": [{"href": "https://www.threads.net/@pat", "value": "marker", "timestamp": 1700000200}]}]}`,
		"your_instagram_activity/threads/liked.json":     `{"text_post_app_media_likes": [{"title": "marker"}]}`,
		"your_instagram_activity/threads/new.json":       `{"text_post_app_brand_new": [{"title": "marker"}, {"title": "marker"}]}`,
		"your_instagram_activity/media/posts_1.json":     `[{"media": [{"uri": "a.jpg", "creation_timestamp": 1, "title": "Instagram's"}]}]`,
		"connections/followers_and_following/x_bad.json": `{"relationships_following": [`,
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	items, report := archivetest.Recognized(t, threads.Format{}, export())
	want := []string{
		"bio public: Medical student marker",
		"contact_request 2023-11-14T22:16:40 public:  [url https://www.threads.net/@pat] [action accept]",
		"reply 2023-11-14T22:13:20 public: Hot take marker – no",
		`post 2023-11-14T22:15:00 public: Two pictures [media "media/1.jpg" "one"] [media "" ""]`,
	}
	if diff := cmp.Diff(want, archivetest.Lines(items)); diff != "" {
		t.Error(diff)
	}
	wantReasons := []string{
		"1 connections/followers_and_following/x_bad.json: the file ends in the middle",
		"1 your_instagram_activity/threads/new.json: a list that is not known here",
		"1 your_instagram_activity/threads/threads_and_replies.json: an entry without words and pictures",
		"2 your_instagram_activity/threads/threads_and_replies.json: an entry of unknown shape",
	}
	if diff := cmp.Diff(wantReasons, archivetest.Reasons(report)); diff != "" {
		t.Error(diff)
	}
	if a := items[1].Draft.Account; a.Platform != "threads" || a.Handle != "robin.t" {
		t.Error("the account is another")
	}
}

func TestSpoilt(t *testing.T) {
	t.Parallel()
	archivetest.Broken(t, threads.Format{}, archivetest.Files(export()))
}

func FuzzRead(f *testing.F) {
	for name, text := range export() {
		f.Add(strings.ReplaceAll(name, "marker", "x"), text)
	}
	anchor := `{"text_post_app_text_posts": [{"title": "a", "creation_timestamp": 1700000100}]}`
	f.Fuzz(func(t *testing.T, name, text string) {
		fsys := archivetest.Files(map[string]string{"anchor.json": anchor})
		archivetest.Put(fsys, name, text)
		archivetest.Check(t, threads.Format{}, fsys)
	})
}
