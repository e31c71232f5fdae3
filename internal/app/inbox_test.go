package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/internal/app"
	"bedside/internal/store/sqlite/sqlitetest"
	"bedside/packs"
	"bedside/tables"
)

func newInbox(t *testing.T) (app.Inbox, *app.App) {
	t.Helper()
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: tables.Reader(), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	a := &app.App{Checker: e, Fill: student, Now: time.Now, Store: sqlitetest.Open(t, t.TempDir(), time.Now)}
	return a.Inbox(), a
}

// TestRepliesSayNothingAmiss: every scripted reply, as an answer to each of those it is for and by everybody, is one in which the checks
// find nothing; and every case has one.
func TestRepliesSayNothingAmiss(t *testing.T) {
	t.Parallel()
	_, a := newInbox(t)
	replies, err := app.Replies()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range app.IncomingKinds() {
		for _, who := range app.Whos() {
			n := 0
			for _, s := range replies {
				if slices.Contains(s.Kinds, kind) && slices.Contains(s.Who, who) {
					n++
				}
			}
			if n != 1 {
				t.Errorf("%s by %s has %d replies, want 1", kind, who, n)
			}
		}
	}
	for _, s := range replies {
		if s.ID == "" || s.Title == "" || s.Why == "" || len(s.Texts) == 0 {
			t.Errorf("reply %q is not whole", s.ID)
		}
		for _, text := range s.Texts {
			for _, who := range s.Who {
				for _, role := range []string{"medical_student", "physician", "nurse"} {
					checkReply(t, a, s, who, role, strings.ReplaceAll(text, "{page}", "larkfield-clinic.example/news"))
				}
			}
		}
	}
}

func checkReply(t *testing.T, a *app.App, s app.Reply, who, role, text string) {
	t.Helper()
	if who == "unknown" || who == app.WhoHide {
		who = "patient" // who knows
	}
	kind := s.Kinds[0]
	if kind == "comment" {
		kind = "reply"
	}
	d := bedside.Draft{Kind: kind, Text: text}
	d.Author.Role = role
	d.Account.Persona = "personal"
	d.Context.Relationship = who
	if who != "colleague" && who != "student" {
		d.Context.ReplyTo = bedside.ReplyTo{Text: "Since you put me on Lantus I had three lows at night, is that normal?", Relationship: who}
	}
	r, err := a.Checker.Check(d, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		t.Errorf("%s, to %s by a %s: %s (%s)\n%s", s.ID, who, role, f.Rule, f.Severity, text)
	}
}

// TestAdvise: what the rules say depends on who it is, and a comment that tells of somebody's health is to be hidden.
func TestAdvise(t *testing.T) {
	t.Parallel()
	b, _ := newInbox(t)
	lantus := "Loved this! Since Dr Patel put me on Lantus my sugars are under 180, but I had three lows at night this week."
	for _, tt := range []struct {
		name    string
		n       app.Incoming
		verdict bedside.Severity
		hide    bool
		reply   string
	}{
		{"a patient asks to connect", app.Incoming{Kind: "contact_request", Who: "patient"}, bedside.Block, false, "request-patient"},
		{"a former patient does", app.Incoming{Kind: "contact_request", Who: "former_patient"}, bedside.Revise, false, "request-former"},
		{"a patient's family does", app.Incoming{Kind: "contact_request", Who: "patient_family"}, bedside.Revise, false, "request-family"},
		{"a colleague does", app.Incoming{Kind: "contact_request", Who: "colleague"}, bedside.OK, false, "request-colleague"},
		{"a student does", app.Incoming{Kind: "contact_request", Who: "student"}, bedside.OK, false, "request-student"},
		{"a stranger does", app.Incoming{Kind: "contact_request", Who: "stranger"}, bedside.OK, false, "request-stranger"},
		{"nobody knows who", app.Incoming{Kind: "contact_request", Who: "unknown"}, bedside.Advise, false, "request-unknown"},
		{"a patient's comment tells of health", app.Incoming{Kind: "comment", Who: "patient", Text: lantus}, bedside.Block, true, "comment-care"},
		{"a colleague's comment tells nothing", app.Incoming{Kind: "comment", Who: "colleague", Text: "Great talk, see you on Friday."}, bedside.OK, false, "comment-other"},
		{"a patient's message", app.Incoming{Kind: "message", Who: "patient", Text: "Could you look at my wound tomorrow?"}, bedside.Revise, false, "message-care"},
		{"a student's message", app.Incoming{Kind: "message", Who: "student", Text: "Are the slides of Monday online?"}, bedside.OK, false, "message-peer"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := b.Advise(t.Context(), &tt.n)
			if err != nil {
				t.Fatal(err)
			}
			if got.Result.Verdict != tt.verdict || got.Hide != tt.hide || got.Reply.ID != tt.reply {
				t.Errorf("got %v, hide %v, %s; want %v, %v, %s", got.Result.Verdict, got.Hide, got.Reply.ID, tt.verdict, tt.hide, tt.reply)
			}
			if got.Hide && len(got.HideText.Texts) == 0 {
				t.Error("nothing is said with the hiding")
			}
			for _, text := range got.Reply.Texts {
				if strings.Contains(text, "{page}") {
					t.Error("no page is filled in")
				}
			}
		})
	}
}

// TestInboxIsWorkedToDone: what is typed in waits, is settled, and can be opened again.
func TestInboxIsWorkedToDone(t *testing.T) {
	t.Parallel()
	b, _ := newInbox(t)
	if _, problems, err := b.Keep(t.Context(), app.Kept[app.Incoming]{Noun: app.Incoming{Kind: "comment"}}); err != nil || len(problems) != 1 || problems[0].Field != "text" {
		t.Errorf("a comment without words: %v, %v", problems, err)
	}
	k, problems, err := b.Keep(t.Context(), app.Kept[app.Incoming]{Noun: app.Incoming{Kind: "contact_request", From: "T."}})
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	count := func(open, done int) {
		t.Helper()
		counts, err := b.Count(t.Context())
		if err != nil || counts[app.IncomingOpen] != open || counts[app.IncomingDone] != done {
			t.Errorf("%v (%v), want %d open and %d done", counts, err, open, done)
		}
	}
	count(1, 0)
	if err := b.Say(t.Context(), k.ID, "patient"); err != nil {
		t.Fatal(err)
	}
	if err := b.Say(t.Context(), k.ID, "emperor"); bedside.CodeOf(err) != bedside.CodeInvalid {
		t.Errorf("somebody unheard of: %v", err)
	}
	if err := b.Settle(t.Context(), k.ID, "declined"); err != nil {
		t.Fatal(err)
	}
	count(0, 1)
	if err := b.Settle(t.Context(), k.ID, ""); err != nil {
		t.Fatal(err)
	}
	count(1, 0)
	if err := b.Destroy(t.Context(), k.ID); err != nil {
		t.Fatal(err)
	}
	count(0, 0)
}

// TestImportFillsTheInbox: requests in an export wait in the inbox, once, and go with the import.
func TestImportFillsTheInbox(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	content := lines(years()[:2]) + `{"id":"r1","kind":"contact_request","action":"accept","posted_by":"other","time":"2026-03-01T10:00:00Z","account":{"platform":"facebook"}}` + "\n"
	imp := r.bring("a.jsonl", content)
	b := (&app.App{Store: r.Store, Now: time.Now}).Inbox()
	open := func() []app.Kept[app.Incoming] {
		t.Helper()
		all, _, err := b.List(t.Context(), app.Choice{Limit: 10})
		r.must(err)
		return all
	}
	if all := open(); len(all) != 1 || all[0].Noun.Kind != "contact_request" || all[0].Noun.Platform != "facebook" {
		t.Fatalf("%d in the inbox", len(all))
	}
	if tasks := r.list(); len(tasks) != 0 {
		t.Errorf("%d tasks in the clean-up, too", len(tasks))
	}
	r.must(b.Settle(t.Context(), open()[0].ID, "declined"))
	again := r.bring("a.jsonl", content)
	if all := open(); len(all) != 1 || all[0].State != app.IncomingDone {
		t.Error("importing again doubles it, or opens it again")
	}
	r.must(r.Timeline.Delete(t.Context(), again.ID))
	r.settle()
	r.must(r.Timeline.Delete(t.Context(), imp.ID))
	r.settle()
	if n := len(open()); n != 0 {
		t.Errorf("%d are left after the import was deleted", n)
	}
}
