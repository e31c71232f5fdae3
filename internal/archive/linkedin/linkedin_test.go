package linkedin_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/linkedin"
)

const messagesHead = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT\n"

func export() map[string]string {
	return map[string]string{
		"Profile.csv": "First Name,Last Name,Maiden Name,Headline,Summary,Industry\nRobin,Testperson,,Nurse,\"Nights, mostly marker\",Health\n",
		"Shares.csv": "\uFEFFDate,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\r\n" +
			"2026-03-02 08:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A1,\"First line marker\n\"\"\nThird, with a \"\"word\"\"\",,,MEMBER_NETWORK\r\n" +
			"2026-03-02 09:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A2,\"one\"\"\n\"\"two\"\"\n\"\"three\",,https://media.example/1.jpg,CONNECTIONS\r\n" +
			"2026-03-02 10:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A3,,https://example.org/marker,,PUBLIC\r\n",
		"Comments.csv": "Date,Link,Message\n" +
			"2026-03-03 09:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A2,\"She said \\\"rest\\\", and left marker\"\n" +
			"2026-03-03 09:01:00,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A2?replyUrn=1,\"All \\\"fine\\\"\"\n" +
			"2026-03-03 09:02:00,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A3,\"C:\\\",extra\n" +
			"2026-03-03 09:03:00,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A3,Plain \"quotes\" inside\n\n",
		"messages.csv": messagesHead +
			"c1,,Robin Testperson,https://www.linkedin.com/in/robin-t,Sam Invented,,2026-03-04 10:05:00 UTC,Rota,\"See you\nthere\",INBOX,,No\n" +
			"c2,,Robin Testperson,https://www.linkedin.com/in/robin-t,Pat Other,,2026-03-04 10:03:00 UTC,,Unsent marker,INBOX,,Yes\n" +
			"c1,,Sam Invented,https://www.linkedin.com/in/sam,Robin Testperson,,2026-03-04 10:00:00 UTC,,Is the marker result back?,INBOX,,No\n" +
			"c3,,Robin Testperson,https://www.linkedin.com/in/another-robin,Robin Testperson,,2026-03-04 11:00:00 UTC,,Namesake marker,INBOX,,No\n",
		"Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n" +
			"Pat marker,Robin Testperson,\"3/2/26, 9:10\u202fAM\",You looked after me!,INCOMING,https://www.linkedin.com/in/pat,https://www.linkedin.com/in/robin-t\n" +
			"Robin Testperson,Sam Invented,\"12/31/25, 11:10 PM\",We met on ward 6,OUTGOING,https://www.linkedin.com/in/robin-t,https://www.linkedin.com/in/sam\n" +
			"Robin Testperson,Jo,\"12/31/25, 11:10 PM\",,OUTGOING,,\n",
		"Connections.csv":                             "Notes:\n\"When exporting marker, some \"\"addresses\"\" may be missing\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nSam,Invented,u,,c,p,02 Mar 2026\n",
		"Recommendations_Given.csv":                   "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nSam,Invented,c,p,Sam is kind,\"03/05/26, 09:10 AM\",VISIBLE\nJo,Hidden,c,p,marker,,HIDDEN\n",
		"Recommendations_Received.csv":                "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nSam,Invented,c,p,Robin is kind,\"03/06/26, 09:10 AM\",VISIBLE\n",
		"Reactions.csv":                               "Date,Type,Link\n2026-03-02 11:00:00,LIKE,https://www.linkedin.com/feed/update/marker\n",
		"Articles/Articles/2026-01-01-my-marker.html": "<html><body>marker",
		"Skills.csv":                                  "Name\nmarker\n",
		"New.csv":                                     "When,Content\nx,marker\n",
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	items, report := archivetest.Recognized(t, linkedin.Format{}, export())
	const post = "https://www.linkedin.com/feed/update/urn%3Ali%3A"
	want := []string{
		`comment 2026-03-03T09:00:00: She said "rest", and left marker [url ` + post + `activity%3A2]`,
		`reply 2026-03-03T09:01:00: All "fine" [url ` + post + `activity%3A2?replyUrn=1]`,
		`comment 2026-03-03T09:02:00: C:\ [url ` + post + `activity%3A3]`,
		`comment 2026-03-03T09:03:00: Plain "quotes" inside [url ` + post + `activity%3A3]`,
		"contact_request 2026-03-02T09:10:00:  [answers You looked after me!] [url https://www.linkedin.com/in/pat] [action accept]",
		"message 2025-12-31T23:10:00 direct: We met on ward 6",
		"bio: Nurse\nNights, mostly marker",
		"post 2026-03-05T09:10:00: Sam is kind",
		"post 2026-03-06T09:10:00: Robin is kind [by other]",
		"post 2026-03-02T08:00:00: First line marker\n\nThird, with a \"word\" [url " + post + "share%3A1]",
		"post 2026-03-02T09:00:00 friends: one\ntwo\nthree [url " + post + `share%3A2] [media "" ""]`,
		"message 2026-03-04T10:05:00 direct: Rota\nSee you\nthere [answers Is the marker result back?]",
	}
	if diff := cmp.Diff(want, archivetest.Lines(items)); diff != "" {
		t.Error(diff)
	}
	wantReasons := []string{
		"1 Articles/Articles/….html: an article, which is a web page: check its words by themselves",
		"1 New.csv: a table that is not known here",
		"1 Recommendations_Given.csv: a recommendation that nobody sees",
		"1 Shares.csv: an entry without words and pictures",
		"1 messages.csv: a message that was not sent",
	}
	if diff := cmp.Diff(wantReasons, archivetest.Reasons(report)); diff != "" {
		t.Error(diff)
	}
	if items[0].Thread == "" || items[0].Thread != items[1].Thread || items[0].Thread == items[2].Thread {
		t.Error("comments under one post are not in one thread")
	}
	if a := items[0].Draft.Account; a.Handle != "robin-t" || a.Platform != "linkedin" || a.Bio == "" {
		t.Error("the account is another")
	}
}

func TestMessagesWithoutAProfile(t *testing.T) {
	t.Parallel()
	items, _ := archivetest.Recognized(t, linkedin.Format{}, map[string]string{"messages.csv": messagesHead +
		"c1,,Robin,,Sam,,2026-03-04 10:05:00 UTC,,One,INBOX,,\nc2,,Pat,,Robin,,2026-03-04 10:05:00 UTC,,marker,INBOX,,\n"})
	if diff := cmp.Diff([]string{"message 2026-03-04T10:05:00 direct: One"}, archivetest.Lines(items)); diff != "" {
		t.Error(diff)
	}
}

func TestRecognize(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file, text string
		want             bool
	}{
		{"a table of any name", "a.csv", "Date,ShareLink,ShareCommentary\n", true},
		{"below lines of explanation", "Connections.csv", "Notes:\n\"a, \"\"b\"\"\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n", true},
		{"comments there", "Comments.csv", "Date,Link,Message\nx,https://www.linkedin.com/feed/1,a\n", true},
		{"comments elsewhere", "Comments.csv", "Date,Link,Message\nx,https://example.org/1,a\n", false},
		{"a name alone", "Shares.csv", "Date,Text\nx,y\n", false},
		{"further down", "a/Shares.csv", "Date,ShareLink,ShareCommentary\n", false},
		{"empty", "Shares.csv", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := (linkedin.Format{}).Recognize(fstest.MapFS{c.file: {Data: []byte(c.text)}}); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestSpoilt(t *testing.T) {
	t.Parallel()
	archivetest.Broken(t, linkedin.Format{}, archivetest.Files(export()))
}

func FuzzRead(f *testing.F) {
	for name, text := range export() {
		f.Add(strings.ReplaceAll(name, "marker", "x"), text)
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		fsys := archivetest.Files(map[string]string{"Profile.csv": export()["Profile.csv"]})
		archivetest.Put(fsys, name, text)
		archivetest.Check(t, linkedin.Format{}, fsys)
	})
}
