package facebook_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/facebook"
)

const (
	profile = `{"profile_v2": {"name": {"full_name": "Robin Q. Testperson", "first_name": "Robin"}, "other_names": [{"name": "Robin Former", "timestamp": 1}],
		"username": "robin.q.t", "intro_bio": {"name": "Nurse by night \u00e2\u0080\u0094 marker", "timestamp": 1600000000}}}`
	posts = `[
		{"timestamp": 1700000000, "data": [{"post": "Caf\u00c3\u00a9 after nights marker"}, {"update_timestamp": 1700000001}], "title": "Robin Q. Testperson updated his status."},
		{"timestamp": 1700000100, "data": [{"post": "The view"}], "attachments": [{"data": [
			{"media": {"uri": "your_facebook_activity/posts/media/p/1.jpg", "creation_timestamp": 1700000099, "description": "The view"}},
			{"media": {"uri": "your_facebook_activity/posts/media/p/2.jpg", "description": "From the roof"}},
			{"place": {"name": "Larkfield Pier", "address": ""}}, {"external_context": {"url": "https://example.org"}}, {"text": "somebody else's marker"}]}]},
		{"timestamp": 1700000200, "title": "Robin Q. Testperson was at Larkfield General.", "attachments": [{"data": [{"place": {"name": "Larkfield General"}}]}]},
		{"timestamp": 1700000300, "title": "Robin Q. Testperson shared a link.", "attachments": [{"data": [{"external_context": {"url": "https://example.org", "name": "marker"}}]}]},
		"a marker", 7, {"timestamp": 1700000400, "data": "marker"}
	]`
	comments = `{"comments_v2": [
		{"timestamp": 1700001000, "data": [{"comment": {"timestamp": 1700001001, "comment": "So true marker", "author": "Robin Q. Testperson"}}], "title": "Robin Q. Testperson commented on Sam Invented's post."},
		{"timestamp": 1700001100, "data": [{"comment": {"comment": "Me too", "author": "Robin Former", "group": "Night Nurses (private)"}}], "title": "Robin replied to Sam Invented's comment."},
		{"timestamp": 1700001200, "data": [{"comment": {"comment": "Not mine marker", "author": "Sam Invented"}}], "title": "x"},
		{"timestamp": 1700001300, "attachments": [{"data": [{"media": {"uri": "gone.jpg"}}]}], "title": "Robin Q. Testperson commented on a photo."}
	]}`
	talk2 = `{"participants": [{"name": "Sam Invented"}, {"name": "Robin Q. Testperson"}], "messages": [
		{"sender_name": "Sam Invented", "timestamp_ms": 1700002000000, "content": "Did the marker scan come back?"}], "title": "Sam Invented", "thread_path": "inbox/sam_1"}`
	talk1 = `{"participants": [{"name": "Sam Invented"}, {"name": "Robin Q. Testperson"}], "messages": [
		{"sender_name": "Robin Q. Testperson", "timestamp_ms": 1700002300000, "call_duration": 3, "content": "Robin called Sam."},
		{"sender_name": "Robin Q. Testperson", "timestamp_ms": 1700002200000, "is_unsent": true},
		{"sender_name": "Robin Q. Testperson", "timestamp_ms": 1700002100000, "content": "It\u00e2\u0080\u0099s clear", "photos": [{"uri": "your_facebook_activity/posts/media/p/1.jpg"}]}]}`
)

func export() map[string]string {
	return map[string]string{
		"personal_information/profile_information/profile_information.json":            profile,
		"your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json": posts,
		"your_facebook_activity/posts/media/p/1.jpg":                                   "jpg",
		"your_facebook_activity/comments_and_reactions/comments.json":                  comments,
		"your_facebook_activity/messages/inbox/saminvented_marker/message_1.json":      talk1,
		"your_facebook_activity/messages/inbox/saminvented_marker/message_2.json":      talk2,
		"your_facebook_activity/comments_and_reactions/likes_and_reactions_1.json":     `[{"timestamp": 1, "data": [{"reaction": {"reaction": "LIKE", "actor": "Robin"}}], "title": "x"}]`,
		"your_facebook_activity/groups/group_posts_and_comments.json":                  `{"group_posts_v2": [{"timestamp": 1700003000, "data": [{"post": "Tips?"}], "title": "Robin posted in Night Nurses (private)."}, {"timestamp": 1700003100, "data": [{"post": "Hello"}], "title": "Robin posted in Larkfield Allotments."}]}`,
		"your_facebook_activity/posts/posts_on_other_pages_and_profiles.json":          `[{"timestamp": 1700004000, "media": [], "label_values": [{"label": "Message", "value": "Many happy returns"}, {"label": "URL", "value": "https://www.facebook.com/1"}], "fbid": "17"}]`,
		"your_facebook_activity/activity_you're_tagged_in/photos_and_videos.json":      `[{"timestamp": 1700004100, "label_values": [{"label": "Photographer", "value": "Sam marker"}]}, {"timestamp": 1700004101, "label_values": [{"label": "x"}]}]`,
		"your_facebook_activity/posts/other_people's_posts_to_your_timeline.json":      `{"wall_posts_sent_to_you": {"activity_log_data": [{"timestamp": 1700005000, "data": [{"post": "Saw Robin with the twins"}], "title": "Sam wrote on your timeline."}]}}`,
		"your_facebook_activity/posts/archive.json":                                    `[{"timestamp": 1700005500, "data": [{"post": "marker"}], "title": "x"}]`,
		"your_facebook_activity/posts/album/0.json":                                    `{"name": "Ward", "photos": [{"uri": "your_facebook_activity/posts/media/p/1.jpg", "creation_timestamp": 1}, {"uri": "b.jpg", "creation_timestamp": 1700006000, "description": "Our room marker"}], "cover_photo": {"uri": "b.jpg"}, "description": ""}`,
		"your_facebook_activity/stories/archived_stories.json":                         `{"archived_stories_v2": [{"timestamp": 1700006500, "attachments": [{"data": [{"media": {"uri": "s.jpg", "description": "Handover"}}]}], "title": "x"}]}`,
		"your_facebook_activity/other_activity/notes.json":                             `{"notes_v2": [{"title": "On nights", "created_timestamp": 1700007000, "text": "They are long."}]}`,
		"your_facebook_activity/events/your_events.json":                               `{"your_events_v2": [{"name": "Leaving do", "create_timestamp": 1700007500, "place": {"name": "The Crown"}, "description": "All of ward 6"}]}`,
		"connections/friends/received_friend_requests.json":                            `{"received_requests_v2": [{"name": "Pat marker", "timestamp": 1700008000}]}`,
		"connections/friends/your_friends.json":                                        `{"friends_v2": [{"name": "Sam marker", "timestamp": 1700008000}]}`,
		"preferences/preferences/privacy_settings.json":                                `{"media": [], "label_values": [{"label": "Your activity", "dict": [{"label": "Who can see your future posts?", "value": "Friends"}]}], "fbid": "1"}`,
		"your_facebook_activity/new_thing/new.json":                                    `{"brand_new_v3": [{"words": "marker"}, {"words": "marker"}]}`,
		"your_instagram_activity/media/posts_1.json":                                   `[{"media": [{"uri": "", "creation_timestamp": 1, "title": "Instagram's"}]}]`,
		"your_facebook_activity/messages/e2ee_cutover/x.json":                          `{"participants": ["Sam Invented", "Robin Q. Testperson"], "messages": [{"senderName": "Robin Q. Testperson", "timestamp": 1700009000000, "text": "naïve – ok", "isUnsent": false, "media": [], "type": "text"}], "threadName": "Sam_1"}`,
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	items, report := archivetest.Recognized(t, facebook.Format{}, export())
	want := []string{
		"bio 2020-09-13T12:26:40: Nurse by night — marker",
		"contact_request 2023-11-15T00:26:40:  [action accept]",
		"comment 2023-11-14T22:30:01: So true marker",
		"reply 2023-11-14T22:31:40 closed_group: Me too",
		`comment 2023-11-14T22:35:00:  [media "" ""]`,
		`post 2023-11-15T00:18:20: Leaving do` + "\nAll of ward 6\nat The Crown",
		"post 2023-11-14T23:03:20 closed_group: Tips?",
		"post 2023-11-14T23:05:00: Hello",
		"message 2023-11-15T00:43:20 direct: naïve – ok",
		"post 2023-11-15T00:10:00: On nights\nThey are long.",
		"post 2023-11-14T23:36:40: Saw Robin with the twins [by other]",
		"post 2023-11-14T23:20:00: Many happy returns [url https://www.facebook.com/1]",
		"post 2023-11-14T22:13:20: Café after nights marker",
		"post 2023-11-14T22:15:00: The view\nat Larkfield Pier [media \"your_facebook_activity/posts/media/p/1.jpg\" \"\"] [media \"\" \"From the roof\"]",
		"post 2023-11-14T22:16:40: at Larkfield General",
		`post 2023-11-15T00:01:40:  [media "" "Handover"]`,
		`message 2023-11-14T22:48:20 direct: It’s clear [answers Did the marker scan come back?] [media "your_facebook_activity/posts/media/p/1.jpg" ""]`,
		`post 2023-11-14T23:53:20: Our room marker [media "" ""]`,
	}
	if diff := cmp.Diff(want, archivetest.Lines(items)); diff != "" {
		t.Error(diff)
	}
	wantReasons := []string{
		"1 your_facebook_activity/activity_you're_tagged_in/photos_and_videos.json: entries whose labels are not known to stand for words",
		"1 your_facebook_activity/comments_and_reactions/comments.json: a comment under another name than the account's",
		"1 your_facebook_activity/messages/inbox/…/message_1.json: a message that was taken back",
		"1 your_facebook_activity/new_thing/new.json: a list that is not known here",
		"1 your_facebook_activity/posts/archive.json: an archived post: nobody else sees it",
		"1 your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json: an entry without words and pictures",
		"2 your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json: an entry of unknown shape",
	}
	got := archivetest.Reasons(report)
	if diff := cmp.Diff(wantReasons, got); diff != "" {
		t.Error(diff)
	}
	settings := []archive.Setting{{Name: "Who can see your future posts?", Value: "Friends"}}
	if diff := cmp.Diff(settings, report.Settings); diff != "" {
		t.Error(diff)
	}
	last := items[len(items)-1].Draft.Account
	if last.Platform != "facebook" || last.Handle != "robin.q.t" || !strings.HasPrefix(last.Bio, "Nurse") || items[0].Draft.Account.Bio != "" {
		t.Error("the account is another")
	}
}

func TestReadOlder(t *testing.T) {
	t.Parallel()
	items, report := archivetest.Recognized(t, facebook.Format{}, map[string]string{
		"profile_information/profile_information.json": `{"profile": {"name": "Robin Testperson", "registration_timestamp": 1}}`,
		"posts/your_posts.json":                        `{"status_updates": [{"timestamp": 1500000000, "data": [{"post": "First day"}], "title": "Robin"}]}`,
		"comments/comments.json":                       `{"comments": [{"timestamp": 1500000100, "data": [{"comment": {"timestamp": 1500000100, "comment": "Yes", "author": "Robin Testperson"}}], "title": "x"}]}`,
		"groups/your_posts_and_comments_in_groups.json": `{"group_posts": {"activity_log_data": [{"timestamp": 1500000200, "data": [{"post": "Question"}], "title": "Robin posted in A (closed)"},
			{"timestamp": 1500000300, "data": [{"comment": {"comment": "Answer", "author": "Robin Testperson", "group": "B"}}], "title": "x"}]}}`,
		"photos_and_videos/album/1.json": `{"name": "Timeline photos", "photos": [{"uri": "p.jpg", "creation_timestamp": 1500000400, "comments": [{"timestamp": 1, "comment": "Nice", "author": "Sam"}]}]}`,
	})
	want := []string{
		"comment 2017-07-14T02:41:40: Yes",
		"post 2017-07-14T02:43:20 closed_group: Question",
		"comment 2017-07-14T02:45:00: Answer",
		"post 2017-07-14T02:40:00: First day",
		`post 2017-07-14T02:46:40:  [media "" ""]`,
	}
	if diff := cmp.Diff(want, archivetest.Lines(items)); diff != "" {
		t.Error(diff)
	}
	if len(report.Skipped) != 0 {
		t.Errorf("skipped %q", archivetest.Reasons(report))
	}
}

func TestConversationsWithoutAProfile(t *testing.T) {
	t.Parallel()
	talk := func(other, words string) string {
		return `{"participants": [{"name": "` + other + `"}, {"name": "Robin"}], "messages": [{"sender_name": "` + other + `", "timestamp_ms": 1500000000000, "content": "marker"},
			{"sender_name": "Robin", "timestamp_ms": 1500000001000, "content": "` + words + `"}]}`
	}
	files := map[string]string{"messages/inbox/a_1/message_1.json": talk("Pat", "one")}
	items, report := archivetest.Recognized(t, facebook.Format{}, files)
	if len(items) != 0 || report.Found != 2 {
		t.Errorf("who is who in one conversation cannot be known: read %d of %d", len(items), report.Found)
	}
	files["messages/inbox/b_1/message_1.json"] = talk("Sam", "two")
	items, _ = archivetest.Recognized(t, facebook.Format{}, files)
	if diff := cmp.Diff([]string{"message 2017-07-14T02:40:01 direct: one [answers marker]", "message 2017-07-14T02:40:01 direct: two [answers marker]"}, archivetest.Lines(items)); diff != "" {
		t.Error(diff)
	}
}

func TestHTMLIsRefused(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"your_facebook_activity/posts/your_posts_1.html": {Data: []byte("<html>marker")}}
	if !(facebook.Format{}).Recognize(fsys) {
		t.Fatal("not recognised")
	}
	err := facebook.Format{}.Read(t.Context(), fsys, archive.NewImport(nil))
	if ours, ok := errors.AsType[*bedside.Error](err); !ok || ours.Code != bedside.CodeInvalid || !strings.Contains(ours.Message, "JSON") {
		t.Errorf("got %v", err)
	}
}

func TestTheErrorOfTheHandEndsTheReading(t *testing.T) {
	t.Parallel()
	full := errors.New("full")
	out := archive.NewImport(func(archive.Item) error { return full })
	if err := (facebook.Format{}).Read(t.Context(), archivetest.Files(export()), out); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

func TestSpoilt(t *testing.T) {
	t.Parallel()
	archivetest.Broken(t, facebook.Format{}, archivetest.Files(export()))
}

func FuzzRead(f *testing.F) {
	for name, text := range export() {
		f.Add(strings.ReplaceAll(name, "marker", "x"), text)
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		fsys := archivetest.Files(map[string]string{"personal_information/p.json": profile})
		archivetest.Put(fsys, name, text)
		archivetest.Check(t, facebook.Format{}, fsys)
	})
}

// TestAPostOfManyAttachments takes time in proportion to them.
func TestAPostOfManyAttachments(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&b, `{"media": {"uri": "m/%d.jpg"}}, {"place": {"name": "Place %d"}},`, i, i)
	}
	items, _ := archivetest.Recognized(t, facebook.Format{}, map[string]string{
		"posts/a.json": posts,
		"posts/p.json": `[{"timestamp": 1700000000, "data": [{"post": "a"}], "title": "b", "attachments": [{"data": [` + b.String() + `{}]}]}]`,
	})
	last := items[len(items)-1]
	if len(last.Media) != 50_000 || len(last.Draft.Text) > 200 {
		t.Errorf("%d media", len(last.Media))
	}
}
