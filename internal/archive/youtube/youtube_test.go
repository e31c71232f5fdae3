package youtube_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/youtube"
)

const channel = "UCabcdefghijklmnopqrstuv"

func export() map[string]string {
	return map[string]string{
		"comments.csv": "Comment ID,Channel ID,Comment create timestamp,Price,Parent comment ID,Post ID,Video ID,Comment text,Top-level comment ID\n" +
			`UgA1,` + channel + `,2026-03-02T10:00:00.123456+00:00,0,,,vid00000001,"{""text"":""First line marker""},{""text"":""\n""},{""text"":""second""}",` + "\n" +
			`UgA1.9b,` + channel + `,2026-03-02T11:00:00+00:00,0,UgA1,,vid00000001,"{""mention"":{""displayName"":""@kim""}},{""text"":"" at ""},{""videoLink"":{""displayText"":""1:22""}}",UgA1` + "\n" +
			`UgA3,` + channel + `,2025-03-02T10:00:00+00:00,0,,UgkxPost1,,Plain words,` + "\n",
		"live chats.csv": "Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Video ID,Live Chat Text\n" +
			`LCC.x,` + channel + `,2026-03-02T12:00:00+00:00,0,vid00000002,"{""text"":""hello stream marker""}"` + "\n",
	}
}

// localised is a table with headers that nobody here can read.
func localised() map[string]string {
	return map[string]string{
		"komentarze.csv": "Ą,B,Ć,D,Ę,F,G,H,I\n" +
			`UgxAAAAAAAAAAAAAAAAA,` + channel + `,2026-03-02T10:00:00+00:00,0,,,vid00000001,"{""text"":""words marker""}",` + "\n" +
			`UgxAAAAAAAAAAAAAAAAA.9c,` + channel + `,2026-03-02T10:05:00+00:00,0,UgxAAAAAAAAAAAAAAAAA,,vid00000001,"{""text"":""more""}",UgxAAAAAAAAAAAAAAAAA` + "\n",
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	type short struct{ Kind, Text, Time, URL, Thread string }
	watch := "https://www.youtube.com/watch?v=vid0000000"
	tests := map[string]struct {
		files map[string]string
		want  []short
	}{
		"in English": {export(), []short{
			{"comment", "First line marker\nsecond", "2026-03-02 10:00", watch + "1&lc=UgA1", "youtube-comment-UgA1"},
			{"reply", "@kim at 1:22", "2026-03-02 11:00", watch + "1&lc=UgA1.9b", "youtube-comment-UgA1"},
			{"comment", "Plain words", "2025-03-02 10:00", "https://www.youtube.com/post/UgkxPost1?lc=UgA3", "youtube-comment-UgA3"},
			{"comment", "hello stream marker", "2026-03-02 12:00", watch + "2&lc=LCC.x", ""},
		}},
		"in any language": {localised(), []short{
			{"comment", "words marker", "2026-03-02 10:00", watch + "1&lc=UgxAAAAAAAAAAAAAAAAA", "youtube-comment-UgxAAAAAAAAAAAAAAAAA"},
			{"reply", "more", "2026-03-02 10:05", watch + "1&lc=UgxAAAAAAAAAAAAAAAAA.9c", "youtube-comment-UgxAAAAAAAAAAAAAAAAA"},
		}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fsys := archivetest.Files(test.files)
			if !(youtube.Format{}).Recognize(fsys) {
				t.Fatal("not recognised")
			}
			items, _, err := archivetest.Read(t, youtube.Format{}, fsys)
			if err != nil {
				t.Fatal(err)
			}
			var got []short
			for _, i := range items {
				got = append(got, short{i.Draft.Kind, i.Draft.Text, i.Draft.Time.Format("2006-01-02 15:04"), i.URL, i.Thread})
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNotYouTube(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"other columns":  "id,date,body\n1,2026-01-01,words\n",
		"a header alone": "Ą,B,Ć\n",
		"history":        "Channel ID,Video ID,Time\n" + channel + ",vid00000001,2026-03-02T10:00:00+00:00\n",
	} {
		if (youtube.Format{}).Recognize(archivetest.Files(map[string]string{"comments.csv": text})) {
			t.Errorf("%s is recognised", name)
		}
	}
}

func TestPagesAreRefused(t *testing.T) {
	t.Parallel()
	fsys := archivetest.Files(map[string]string{"my-comments.html": `<html><body><ul><li><a href="http://www.youtube.com/watch?v=vid00000001&amp;lc=UgA1">marker</a></li></ul>`})
	if !(youtube.Format{}).Recognize(fsys) {
		t.Fatal("not recognised")
	}
	_, _, err := archivetest.Read(t, youtube.Format{}, fsys)
	if ours, ok := errors.AsType[*bedside.Error](err); !ok || ours.Code != bedside.CodeInvalid || !strings.Contains(ours.Message, "CSV") {
		t.Errorf("got %v", err)
	}
}

func TestBroken(t *testing.T) {
	t.Parallel()
	archivetest.Broken(t, youtube.Format{}, archivetest.Files(export()))
	archivetest.Broken(t, youtube.Format{}, archivetest.Files(localised()))
}

func FuzzRead(f *testing.F) {
	for _, text := range export() {
		f.Add([]byte(text))
	}
	f.Add([]byte(localised()["komentarze.csv"]))
	f.Fuzz(func(t *testing.T, b []byte) {
		archivetest.Check(t, youtube.Format{}, archivetest.Files(map[string]string{"a.csv": strings.ReplaceAll(string(b), "marker", "")}))
	})
}
