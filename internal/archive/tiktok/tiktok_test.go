package tiktok_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/tiktok"
)

const today = `{
	"Comment": {"Comments": {"CommentsList": [
		{"date": "2025-03-02 10:00:00", "comment": "Same marker", "photo": "N/A", "url": "https://www.tiktok.com/@sam/video/1"},
		{"date": "not a date", "comment": "Later", "url": "N/A"}, {"date": "2025-03-02 10:00:00", "comment": ""}, 4]}},
	"Direct Message": {"Direct Messages": {"ChatHistory": {"Chat History with sam.marker:": [
		{"Date": "2025-03-01 10:00:00", "From": "sam.marker", "Content": "Is it broken?"}, {"Date": "2025-03-01 10:01:00", "From": "robin.t", "Content": "Looks like it"}]}}},
	"Likes and Favorites": {"Like List": {"ItemFavoriteList": [{"date": "2025-01-01", "link": "marker"}]}},
	"Your Activity": {"Watch History": {"VideoList": [{"Date": "2025-01-01 10:00:00", "Link": "https://x.example/marker"}]}},
	"Tiktok Live": {"Watch Live History": {"WatchLiveMap": {"77": {"WatchTime": "2025-01-01 10:00:00", "Link": "l", "Comments": [{"CommentTime": "2025-01-02 10:00:00", "CommentContent": "Hi all", "RawTime": 1}], "Questions": null}}}},
	"Post": {"Posts": {"VideoList": [
		{"Date": "2025-03-03 09:00:00", "Link": "https://www.tiktok.com/@robin.t/video/2", "Likes": "3", "WhoCanView": "Friends", "Title": "Day in my life marker", "Location": "Larkfield General"},
		{"Date": "2025-03-04 09:00:00", "Link": "https://www.tiktok.com/@robin.t/video/3", "WhoCanView": "Only you", "Title": "marker"},
		{"Date": "2025-03-05 09:00:00", "Link": "https://www.tiktok.com/@robin.t/video/4", "Title": ""}]},
		"Recently Deleted Posts": {"PostList": [{"Date": "2025-03-06 09:00:00", "Title": "marker"}]}},
	"Profile And Settings": {"Profile Info": {"ProfileMap": {"userName": "robin.t", "bioDescription": "ED doctor marker", "birthDate": "1-Jan"}},
		"Settings": {"SettingsMap": {"Private Account": "Disabled", "App Language": "en", "Content Preferences": {"Keyword filters": []}}}},
	"Brand New": {"Things": [{"words": "marker"}, {"words": "marker"}]}
}`

const older = `{
	"Activity": {"Follower List": {"FansList": [{"Date": "2021-01-01 10:00:00", "UserName": "marker"}]}},
	"App Settings": {"Settings": {"SettingsMap": {"Private Account": "Enabled"}}},
	"Direct Messages": {"Chat History": {"ChatHistory": {"Chat History with sam:": [{"Date": "2021-03-01 10:01:00", "From": "robin", "Content": "Two"}, {"Date": "2021-03-01 10:00:00", "From": "sam", "Content": "One"}]}}},
	"Video": {"Videos": {"VideoList": [{"Date": "2021-03-02 09:00:00", "Link": "https://www.tiktok.com/@robin/video/1", "Likes": "3"}]}}
}`

func TestRead(t *testing.T) {
	t.Parallel()
	items, report := archivetest.Recognized(t, tiktok.Format{}, map[string]string{"user_data_tiktok.json": today})
	want := []string{
		"bio public: ED doctor marker",
		"comment 2025-03-02T10:00:00 public: Same marker [url https://www.tiktok.com/@sam/video/1]",
		"comment public: Later",
		"comment 2025-01-02T10:00:00 public: Hi all",
		"post 2025-03-03T09:00:00 friends: Day in my life marker\nat Larkfield General [url https://www.tiktok.com/@robin.t/video/2] [media \"\" \"\"]",
		`post 2025-03-05T09:00:00 public:  [url https://www.tiktok.com/@robin.t/video/4] [media "" ""]`,
		"message 2025-03-01T10:01:00 direct: Looks like it [answers Is it broken?]",
	}
	if diff := cmp.Diff(want, archivetest.Lines(items)); diff != "" {
		t.Error(diff)
	}
	wantReasons := []string{
		"1 user_data_tiktok.json: a deleted post",
		"1 user_data_tiktok.json: a list that is not known here",
		"1 user_data_tiktok.json: a post that only you can see",
		"1 user_data_tiktok.json: an entry of unknown shape",
		"1 user_data_tiktok.json: an entry without words and pictures",
	}
	if diff := cmp.Diff(wantReasons, archivetest.Reasons(report)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]archive.Setting{{Name: "Private Account", Value: "Disabled"}}, report.Settings); diff != "" {
		t.Error(diff)
	}
	if items[1].Thread == "" || strings.Contains(items[1].Thread, "sam") || items[1].Draft.Account.Handle != "robin.t" {
		t.Errorf("thread %q", items[1].Thread)
	}
}

func TestReadOlder(t *testing.T) {
	t.Parallel()
	items, report := archivetest.Recognized(t, tiktok.Format{}, map[string]string{"user_data.json": older, "drafts.json": `{"text": "a"}`})
	want := []string{
		`post 2021-03-02T09:00:00 followers:  [url https://www.tiktok.com/@robin/video/1] [media "" ""]`,
		"message 2021-03-01T10:01:00 direct: Two [answers One]",
	}
	if diff := cmp.Diff(want, archivetest.Lines(items)); diff != "" || len(report.Skipped) > 0 {
		t.Error(diff, archivetest.Reasons(report))
	}
}

func TestRecognize(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file, text string
		want             bool
	}{
		{"a file of any name", "export.json", older, true},
		{"empty lists", "x.json", `{"Comment": {"Comments": {"CommentsList": []}}}`, true},
		{"lists under other headings", "user_data_tiktok.json", `{"a": {"b": {"videoList": [{}]}}}`, false},
		{"headings without lists", "user_data_tiktok.json", `{"Post": {"Title": "a"}}`, false},
		{"further down", "tiktok/user_data.json", older, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := (tiktok.Format{}).Recognize(fstest.MapFS{c.file: {Data: []byte(c.text)}}); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestTextIsRefused(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{}
	for _, name := range []string{"Comment/Comments.txt", "Post/Posts.txt", "Your Activity/Searches.txt", "Your Activity/Watch History.txt"} {
		fsys[name] = &fstest.MapFile{Data: []byte("Date: marker")}
	}
	if !(tiktok.Format{}).Recognize(fsys) {
		t.Fatal("not recognised")
	}
	err := tiktok.Format{}.Read(t.Context(), fsys, archive.NewImport(nil))
	if ours, ok := errors.AsType[*bedside.Error](err); !ok || !strings.Contains(ours.Message, "JSON") {
		t.Errorf("got %v", err)
	}
	if (tiktok.Format{}).Recognize(fstest.MapFS{"Posts.txt": {}, "Comments.txt": {}}) {
		t.Error("two names are not enough")
	}
}

func TestSpoilt(t *testing.T) {
	t.Parallel()
	archivetest.Broken(t, tiktok.Format{}, archivetest.Files(map[string]string{"user_data_tiktok.json": today}))
	archivetest.Broken(t, tiktok.Format{}, archivetest.Files(map[string]string{"user_data.json": older}))
}

func FuzzRead(f *testing.F) {
	f.Add(today)
	f.Add(older)
	f.Fuzz(func(t *testing.T, text string) {
		archivetest.Check(t, tiktok.Format{}, archivetest.Files(map[string]string{"user_data.json": text}))
	})
}
