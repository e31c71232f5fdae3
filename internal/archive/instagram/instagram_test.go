package instagram_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/instagram"
)

func export() map[string]string {
	return map[string]string{
		"personal_information/personal_information/personal_information.json": `{"profile_user": [{"title": "User Information", "string_map_data": {
			"Benutzername": {"href": "", "value": "robin.t", "timestamp": 0}, "Name": {"value": "Robin \u00c3\u0096"}, "Steckbrief": {"value": "Nurse marker"}, "Privates Konto": {"value": "True"}}}]}`,
		"your_instagram_activity/media/posts_1.json": `[
			{"media": [{"uri": "media/posts/1.jpg", "creation_timestamp": 1700000000, "title": "Sunrise \u00e2\u0098\u0080 marker"}]},
			{"media": [{"uri": "media/posts/2.jpg", "creation_timestamp": 1700000100, "title": "left"}, [{"uri": "gone.mp4", "title": "Both"}]], "title": "Both", "creation_timestamp": 1700000101},
			{"media": []}, 5, {"media": "marker"}]`,
		"your_instagram_activity/media/stories.json":        `{"ig_stories": [{"uri": "s.jpg", "creation_timestamp": 1700000200, "title": "Handover"}]}`,
		"your_instagram_activity/media/reels.json":          `{"ig_reels_media": [{"media": [{"uri": "r.mp4", "creation_timestamp": 1700000300, "title": "A day"}]}]}`,
		"your_instagram_activity/media/archived_posts.json": `{"ig_archived_post_media": [{"media": [{"uri": "a.jpg", "title": "marker"}]}]}`,
		"media/posts/1.jpg":                                 "jpg",
		"your_instagram_activity/comments/post_comments_1.json": `[
			{"media_list_data": [{"uri": ""}], "string_map_data": {"Kommentar": {"value": "Toll marker"}, "Medieninhaber": {"value": "sam"}, "Zeit": {"timestamp": 1700001000}}},
			{"string_map_data": {"Ummaxx": {"value": "Tongue of no list"}, "Ummayy": {"value": "sam.i"}, "Ummazz": {"timestamp": 1700001100}}}]`,
		"your_instagram_activity/comments/reels_comments.json": `{"comments_reels_comments": [{"string_map_data": {"Comment": {"value": "Ha"}, "Media Owner": {"value": "sam"}, "Time": {"timestamp": 1700001200}}}]}`,
		"your_instagram_activity/messages/inbox/sam_marker/message_1.json": `{"participants": [{"name": "Sam"}, {"name": "Robin \u00c3\u0096"}], "messages": [
			{"sender_name": "Robin \u00c3\u0096", "timestamp_ms": 1700002000000, "content": "Reacted \u00e2\u009d\u00a4 to your message "},
			{"sender_name": "Robin \u00c3\u0096", "timestamp_ms": 1700001900000, "content": "On my way"},
			{"sender_name": "Sam", "timestamp_ms": 1700001800000, "content": "Coming?"}]}`,
		"connections/followers_and_following/follow_requests_you've_received.json": `{"relationships_follow_requests_received": [{"title": "", "string_list_data": [{"href": "https://www.instagram.com/pat", "value": "pat marker", "timestamp": 1700003000}]}]}`,
		"connections/followers_and_following/followers_1.json":                     `[{"title": "", "string_list_data": [{"value": "marker", "timestamp": 1}]}]`,
		"connections/followers_and_following/following.json":                       `{"relationships_following": [{"title": "marker", "string_list_data": []}]}`,
		"personal_information/information_about_you/account_privacy_changes.json":  `{"account_history_account_privacy_history": [{"title": "Switched to Private", "string_map_data": {"Zeit": {"timestamp": 1700004000}}}]}`,
		"preferences/settings/comments_allowed_from.json":                          `{"settings_allow_comments_from": [{"string_map_data": {"Comments Allowed From": {"value": "Everyone"}}}]}`,
		"your_instagram_activity/threads/threads_and_replies.json":                 `{"text_post_app_text_posts": [{"media": [{"uri": "", "title": "Threads'"}]}]}`,
		"your_instagram_activity/likes/liked_posts.json":                           `[{"timestamp": 1, "media": [], "label_values": [{"label": "URL", "value": "https://www.instagram.com/p/1"}], "fbid": "1"}]`,
		"your_instagram_activity/media/posts_2.json":                               `[{"timestamp": 1700005000, "media": [{"uri": "media/posts/1.jpg", "creation_timestamp": 1}], "label_values": [{"label": "Caption", "value": "New layout marker"}]}]`,
		"your_instagram_activity/other/new.json":                                   `{"brand_new": [{"words": "marker"}]}`,
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	items, report := archivetest.Recognized(t, instagram.Format{}, export())
	want := []string{
		"bio followers: Nurse marker",
		"contact_request 2023-11-14T23:03:20 followers:  [url https://www.instagram.com/pat] [action accept]",
		"comment 2023-11-14T22:30:00 followers: Toll marker",
		"comment 2023-11-14T22:31:40 followers: Tongue of no list",
		"comment 2023-11-14T22:33:20 followers: Ha",
		`post 2023-11-14T22:13:20 followers: Sunrise ☀ marker [media "media/posts/1.jpg" ""]`,
		`post 2023-11-14T22:15:01 followers: Both [media "" "left"] [media "" ""]`,
		`post 2023-11-14T23:36:40 followers: New layout marker [media "media/posts/1.jpg" ""]`,
		`post 2023-11-14T22:18:20 followers: A day [media "" ""]`,
		`post 2023-11-14T22:16:40 followers: Handover [media "" ""]`,
		"message 2023-11-14T22:45:00 direct: On my way [answers Coming?]",
	}
	if diff := cmp.Diff(want, archivetest.Lines(items)); diff != "" {
		t.Error(diff)
	}
	wantReasons := []string{
		"1 your_instagram_activity/likes/liked_posts.json: entries whose labels are not known to stand for words",
		"1 your_instagram_activity/media/archived_posts.json: an archived post: nobody else sees it",
		"1 your_instagram_activity/media/posts_1.json: an entry without words and pictures",
		"1 your_instagram_activity/other/new.json: a list that is not known here",
		"2 your_instagram_activity/media/posts_1.json: an entry of unknown shape",
	}
	if diff := cmp.Diff(wantReasons, archivetest.Reasons(report)); diff != "" {
		t.Error(diff)
	}
	var settings []string
	for _, s := range report.Settings {
		settings = append(settings, s.Name+"="+s.Value)
	}
	if diff := cmp.Diff([]string{"private account=True", "privacy of the account=Switched to Private", "Comments Allowed From=Everyone"}, settings); diff != "" {
		t.Error(diff)
	}
	if a := items[1].Draft.Account; a.Platform != "instagram" || a.Handle != "robin.t" || a.Bio == "" {
		t.Error("the account is another")
	}
}

func flat() map[string]string {
	return map[string]string{
		"media.json": `{"stories": [{"caption": "Night marker", "taken_at": "2020-10-20T11:52:06+02:00", "path": "stories/1.jpg", "location": "Larkfield General"}],
			"photos": [{"caption": "", "taken_at": "2020-10-21T11:52:06", "path": "photos/1.jpg"}], "profile": [{"caption": "x", "taken_at": "", "path": "p.jpg"}], "videos": [{"caption": 4}]}`,
		"photos/1.jpg":     "jpg",
		"comments.json":    `{"media_comments": [["2020-10-19T16:39:30+00:00", "Lovely marker", "sam"], ["2020-10-19T16:39:30+00:00"], "x"]}`,
		"profile.json":     `{"biography": "Junior doctor", "date_joined": "2020-01-01T00:00:00", "private_account": false, "name": "Robin", "username": "robin_t", "gender": "x"}`,
		"settings.json":    `{"allow_comments_from": "Everyone", "upgraded_to_cross_app_messaging": [false, null]}`,
		"connections.json": `{"followers": {"marker": "2020-10-14T18:11:07+00:00"}, "permanent_follow_requests": {"marker": "2020-10-14T18:11:07+00:00"}}`,
		"messages.json": `[{"participants": ["robin_t", "sam"], "conversation": [{"sender": "robin_t", "created_at": "2020-10-14T18:12:00+00:00", "text": "Fine"}, {"sender": "robin_t", "created_at": "2020-10-14T18:12:30+00:00", "heart": "x"},
			{"sender": "sam", "created_at": "2020-10-14T18:11:00+00:00", "text": "How is he?"}]}]`,
		"saved.json": `["You have no data in this section"]`,
	}
}

func TestReadOf2020(t *testing.T) {
	t.Parallel()
	items, report := archivetest.Recognized(t, instagram.Format{}, flat())
	want := []string{
		"bio public: Junior doctor",
		"comment 2020-10-19T16:39:30 public: Lovely marker",
		"post 2020-10-20T09:52:06 public: Night marker\nat Larkfield General [media \"\" \"\"]",
		`post 2020-10-21T11:52:06 public:  [media "photos/1.jpg" ""]`,
		"message 2020-10-14T18:12:00 direct: Fine [answers How is he?]",
	}
	if diff := cmp.Diff(want, archivetest.Lines(items)); diff != "" {
		t.Error(diff)
	}
	wantReasons := []string{"1 media.json: an entry of unknown shape", "2 comments.json: an entry of unknown shape"}
	if diff := cmp.Diff(wantReasons, archivetest.Reasons(report)); diff != "" {
		t.Error(diff)
	}
	if len(report.Settings) != 2 {
		t.Errorf("%d settings", len(report.Settings))
	}
}

func TestHTMLIsRefused(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"your_instagram_activity/media/posts_1.html": {Data: []byte("<html>marker")}}
	if !(instagram.Format{}).Recognize(fsys) {
		t.Fatal("not recognised")
	}
	err := instagram.Format{}.Read(t.Context(), fsys, archive.NewImport(nil))
	if ours, ok := errors.AsType[*bedside.Error](err); !ok || !strings.Contains(ours.Message, "JSON") {
		t.Errorf("got %v", err)
	}
}

func TestSpoilt(t *testing.T) {
	t.Parallel()
	archivetest.Broken(t, instagram.Format{}, archivetest.Files(export()))
	archivetest.Broken(t, instagram.Format{}, archivetest.Files(flat()))
}

func FuzzRead(f *testing.F) {
	for _, files := range []map[string]string{export(), flat()} {
		for name, text := range files {
			f.Add(strings.ReplaceAll(name, "marker", "x"), text)
		}
	}
	anchor := `{"ig_stories": [{"uri": "s.jpg", "creation_timestamp": 1700000200, "title": "Handover"}]}`
	f.Fuzz(func(t *testing.T, name, text string) {
		fsys := archivetest.Files(map[string]string{"content/anchor.json": anchor})
		archivetest.Put(fsys, name, text)
		archivetest.Check(t, instagram.Format{}, fsys)
	})
}
