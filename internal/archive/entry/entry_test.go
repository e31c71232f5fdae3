package entry_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/entry"
)

func account(items *[]archive.Item) (*entry.Account, *archive.Import) {
	out := archive.NewImport(func(i archive.Item) error {
		*items = append(*items, i)
		return nil
	})
	fsys := fstest.MapFS{"media/a.jpg": {}, "media/folder/b.jpg": {}}
	a := entry.NewAccount("facebook", fsys, out)
	a.Handle, a.Audience, a.Bio = "avery", "public", "doctor"
	return a, out
}

func at(minute int) time.Time { return time.Date(2026, 3, 4, 5, minute, 0, 0, time.UTC) }

func TestAddMakesADraft(t *testing.T) {
	t.Parallel()
	var items []archive.Item
	a, _ := account(&items)
	err := a.Add(entry.Entry{
		File: "posts.json", Kind: "post", Text: " Good morning \n", Time: at(1), URL: "https://example.org/1", Thread: "inbox/pat_1", Answers: "hello", Audience: "friends",
		ByOther: true, Accept: true,
		Media: []entry.Media{{Name: "media/a.jpg", Caption: "c", Alt: "a"}, {Name: "gone.jpg"}, {Name: "../a.jpg"}, {Name: "/media/./a.jpg"}, {Name: "media/folder"}, {}},
	})
	if err != nil || len(items) != 1 {
		t.Fatal(err, len(items))
	}
	i := items[0]
	want := bedside.Draft{
		ID: i.Draft.ID, Kind: "post", Action: "accept", State: "published", PostedBy: "other", Text: "Good morning", Time: bedside.Time{Time: at(1)},
		Media:   []bedside.Media{{Path: "media/a.jpg", Caption: "c", Alt: "a"}, {Path: "gone.jpg"}, {Path: "../a.jpg"}, {Path: "/media/./a.jpg"}, {Path: "media/folder"}, {}},
		Account: bedside.Account{Platform: "facebook", Handle: "avery", Audience: "friends", Bio: "doctor"},
		Context: bedside.Context{ReplyTo: bedside.ReplyTo{Text: "hello"}},
	}
	if diff := cmp.Diff(want, i.Draft); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"media/a.jpg", "", "", "media/a.jpg", "", ""}, i.Media); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(i.Thread, "pat") || i.Thread == "" || i.URL != "https://example.org/1" || i.File != "posts.json" {
		t.Errorf("thread %q, address %q, file %q", i.Thread, i.URL, i.File)
	}
}

// TestIDs stay the same when an export is read again in other pieces, and are given once.
func TestIDs(t *testing.T) {
	t.Parallel()
	read := func(entries ...entry.Entry) (ids []string) {
		var items []archive.Item
		a, _ := account(&items)
		for _, e := range entries {
			if err := a.Add(e); err != nil {
				t.Fatal(err)
			}
		}
		for _, i := range items {
			ids = append(ids, i.Draft.ID)
		}
		return ids
	}
	one := entry.Entry{File: "posts_1.json", Kind: "post", Text: "a", Time: at(1)}
	moved := one
	moved.File = "posts_2.json"
	later, comment, named := one, one, one
	later.Time, comment.Kind, named.ID = at(2), "comment", "17"
	ids := read(one, one, later, comment, named, named)
	seen := map[string]bool{}
	for _, id := range ids {
		seen[id] = true
	}
	if len(seen) != 6 {
		t.Errorf("six entries have the ids %q", ids)
	}
	if diff := cmp.Diff(ids, read(moved, one, later, comment, named, named)); diff != "" {
		t.Error(diff)
	}
}

func TestAddCountsWhatIsNoDraft(t *testing.T) {
	t.Parallel()
	var items []archive.Item
	a, out := account(&items)
	for _, e := range []entry.Entry{
		{File: "inbox/pat_1/message_1.json", Kind: "message", Text: " "},
		{File: "posts.json", Kind: "post", Text: strings.Repeat("a", bedside.MaxText)},
		{File: "requests.json", Kind: "contact_request", Accept: true},
	} {
		if err := a.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	want := archive.Report{Found: 3, Read: 1, Skipped: []archive.Skipped{
		{File: "inbox/…/message_1.json", Reason: "an entry without words and pictures", Count: 1},
		{File: "posts.json", Reason: "more words than a draft may have", Count: 1},
	}}
	if diff := cmp.Diff(want, out.Report); diff != "" {
		t.Error(diff)
	}
}

func TestConversations(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		owner []string
		said  []entry.Message
		want  []string
		skips int
	}{
		{"what was answered goes with the answer, in any order of the file", []string{"Avery"}, []entry.Message{
			{Sender: "avery", Text: "d", Time: at(4)}, {Sender: "Avery", Text: "c", Time: at(3)}, {Sender: "Pat", Text: "b", Time: at(2)}, {Sender: "AVERY ", Text: "a", Time: at(1)},
		}, []string{"a|", "c|b", "d|b"}, 0},
		{"calls and reactions answer nothing", []string{"Avery"}, []entry.Message{
			{Sender: "Pat", Text: "a", Time: at(1)},
			{Sender: "Pat", Text: "Reacted", Time: at(2), Note: true},
			{Sender: "Avery", Note: true, Text: "call", Time: at(3)},
			{Sender: "Avery", Text: "b", Time: at(4)},
		}, []string{"b|a"}, 0},
		{"what was taken back is counted", []string{"Avery"}, []entry.Message{{Sender: "Avery", Text: "a", Back: true}}, nil, 1},
		{"an unknown owner wrote nothing", nil, []entry.Message{{Sender: "Avery", Text: "a"}, {Sender: "Pat", Text: "b"}}, nil, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var items []archive.Item
			a, out := account(&items)
			owner := &entry.Names{}
			for _, name := range c.owner {
				owner.Add(name)
			}
			talks := entry.NewConversations(a, owner)
			for _, m := range c.said {
				if err := talks.Say("one", m); err != nil {
					t.Fatal(err)
				}
			}
			if err := talks.End(); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, i := range items {
				got = append(got, i.Draft.Text+"|"+i.Draft.Context.ReplyTo.Text)
				if i.Draft.Kind != "message" || i.Draft.Account.Audience != "direct" {
					t.Errorf("a %s to %s", i.Draft.Kind, i.Draft.Account.Audience)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if out.Report.Found-out.Report.Read != c.skips {
				t.Errorf("skipped %d, want %d", out.Report.Found-out.Report.Read, c.skips)
			}
		})
	}
}

// TestConversationsApart hands nothing of one conversation to another.
func TestConversationsApart(t *testing.T) {
	t.Parallel()
	var items []archive.Item
	a, _ := account(&items)
	owner := &entry.Names{}
	owner.Add("Avery")
	talks := entry.NewConversations(a, owner)
	for _, s := range []struct{ name, sender string }{{"one", "Pat"}, {"two", "Avery"}, {"one", "Avery"}, {"two", "Quinn"}, {"two", "Avery"}} {
		if err := talks.Say(s.name, entry.Message{Sender: s.sender, Text: s.name + s.sender, Time: at(len(items))}); err != nil {
			t.Fatal(err)
		}
	}
	if err := talks.End(); err != nil {
		t.Fatal(err)
	}
	if len(items) != 3 || items[0].Thread != items[2].Thread || items[0].Thread == items[1].Thread {
		t.Fatalf("%d items in the wrong threads", len(items))
	}
	if got := items[2].Draft.Context.ReplyTo.Text; got != "twoQuinn" || items[0].Draft.Context.ReplyTo.Text != "" {
		t.Errorf("answers %q", got)
	}
}

func TestNamesOfConversations(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		threads map[string][]string
		is      string
	}{
		{"one between two", map[string][]string{"patother_123": {"Pat Other", "Avery"}}, "Avery"},
		{"a file by itself", map[string][]string{"Pat Other_7": {"Avery", "Pat Other"}}, "Avery"},
		{"letters that names of files lack", map[string][]string{"zomller_1": {"Zoë Müller", "Avery"}}, "Avery"},
		{"a group says nothing", map[string][]string{"patother_1": {"Pat Other", "Avery", "Sam"}}, ""},
		{"a number says nothing", map[string][]string{"123": {"Pat Other", "Avery"}}, ""},
		{"two answers are none", map[string][]string{"patother_1": {"Pat Other", "Avery"}, "sam_2": {"Sam", "Quinn"}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			n := &entry.Names{}
			for name, people := range c.threads {
				n.JoinNamed(people, name)
			}
			n.Settle()
			if n.Known() != (c.is != "") || c.is != "" && !n.Is(c.is) {
				t.Errorf("known %v, is %v", n.Known(), n.Is(c.is))
			}
		})
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		profile []string
		threads [][]string
		is, not string
	}{
		{"the profile says it", []string{"Zoë Sample"}, [][]string{{"Pat", "zoë  sample"}}, "Zoe\u0308 Sample", "Pat"},
		{"who is in every conversation", nil, [][]string{{"Pat", "Avery"}, {"Avery", "Quinn"}, {"Avery", "Sam", "Pat"}}, "Avery", "Pat"},
		{"one conversation says nothing", nil, [][]string{{"Pat", "Avery"}}, "", "Avery"},
		{"two in every conversation say nothing", nil, [][]string{{"Pat", "Avery"}, {"Pat", "Avery", "Sam"}}, "", "Avery"},
		{"a profile under an old name", []string{"A. Former"}, [][]string{{"Pat", "Avery"}, {"Avery", "Quinn"}}, "Avery", "Quinn"},
		{"an empty name is nobody's", []string{""}, nil, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			n := &entry.Names{}
			for _, p := range c.profile {
				n.Add(p)
			}
			for _, thread := range c.threads {
				n.Join(thread)
			}
			n.Settle()
			if n.Known() != (c.is != "") || c.is != "" && !n.Is(c.is) || n.Is(c.not) {
				t.Errorf("known %v, is %v, is not %v", n.Known(), n.Is(c.is), n.Is(c.not))
			}
		})
	}
}
