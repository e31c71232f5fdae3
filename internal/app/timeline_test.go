package app_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/engine"
	"bedside/internal/app"
	"bedside/internal/archive"
	"bedside/internal/archive/platforms"
	"bedside/internal/audit"
	"bedside/internal/jobs"
	"bedside/internal/jobs/lease"
	"bedside/internal/store/sqlite/sqlitetest"
	"bedside/packs"
	"bedside/tables"
)

// room is a timeline under test, with a worker.
type room struct {
	*testing.T
	*app.Timeline
	queue *jobs.Queue
	stop  func()
}

func newRoom(t *testing.T) room {
	t.Helper()
	dir := t.TempDir()
	s := sqlitetest.Open(t, dir, time.Now)
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: tables.Reader(), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	q := lease.New(s, jobs.Options{Now: time.Now, Poll: 10 * time.Millisecond, Backoff: 10 * time.Millisecond})
	r := room{T: t, Timeline: &app.Timeline{Store: s, Jobs: q, Engine: e, Fill: student, Now: time.Now, Uploads: filepath.Join(dir, "uploads")}, queue: q}
	r.work()
	t.Cleanup(func() { r.stop() })
	return r
}

func student(d bedside.Draft) bedside.Draft { d.Author.Role = "medical_student"; return d }

// work starts a worker, as a program that is started does.
func (r *room) work() {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan bool)
	go func() {
		r.queue.Work(ctx, 1, r.Handlers())
		close(done)
	}()
	r.stop = func() { cancel(); <-done }
}

// post is a line of an archive.
type post struct{ ID, Day, Platform, Text string }

func (p post) line() string {
	b, _ := json.Marshal(map[string]any{
		"id": p.ID, "kind": "post", "state": "published", "text": p.Text, "time": p.Day + "T12:00:00Z", "account": map[string]string{"platform": p.Platform},
	})
	return string(b)
}

func lines(posts []post) string {
	var all []string
	for _, p := range posts {
		all = append(all, p.line())
	}
	return strings.Join(all, "\n") + "\n"
}

const named = "Ms Denise Whitlow in bed 12 is 43 and has leukaemia."

func years() []post {
	return []post{
		{"1", "2019-03-01", "x", "Proud of the team tonight."},
		{"2", "2020-05-02", "x", "Feet up, soup on, quiet Sunday."},
		{"3", "2021-06-11", "mastodon", named},
		{"4", "2026-02-11", "instagram", "First day on the burns unit at St Brannock’s. Terrified. Thrilled."},
		{"5", "2026-02-19", "mastodon", "My favourite patient keeps bees. Today she taught me to tell a queen from a drone between dressings."},
		{"6", "2026-03-02", "x", "58 years old and her whole village sent a cake shaped like a hive. I am not crying."},
		{"7", "2026-03-09", "instagram", "Going-home day! My beekeeper left the burns unit with both hands bandaged and a jar of honey for us all."},
	}
}

// bring imports an archive and waits until nothing is under way any more.
func (r *room) bring(name, content string) app.Kept[app.Import] {
	r.Helper()
	imp, err := r.Import(r.Context(), name, strings.NewReader(content))
	if err != nil {
		r.Fatal(err)
	}
	r.settle()
	return imp
}

func (r *room) settle() app.Overview {
	r.Helper()
	deadline := time.After(3 * time.Minute) // on a machine that does much else
	for {
		o, err := r.Overview(r.Context())
		if err != nil {
			r.Fatal(err)
		}
		if o.Progress.Stage == "" {
			return o
		}
		select {
		case <-deadline:
			r.Fatalf("still at it after three minutes: %+v", o.Progress)
		case <-time.After(5 * time.Millisecond):
		}
	}
}

func (r *room) list(states ...string) []app.KeptTask {
	r.Helper()
	found, more, err := r.Tasks(r.Context(), app.Choice{States: states, Limit: 100})
	if err != nil || more {
		r.Fatal(err, more)
	}
	return found
}

// about is the task that is about a post.
func (r *room) about(id string, states ...string) *app.KeptTask {
	r.Helper()
	all := r.list(states...)
	i := slices.IndexFunc(all, func(k app.KeptTask) bool { return k.Noun.Task.Post.ID == id })
	if i < 0 {
		return nil
	}
	return &all[i]
}

func (r *room) must(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

// TestTimelineSaysWhatAnAuditSays: what is imported, checked in batches and held together is what "bedside audit" says of the archive.
func TestTimelineSaysWhatAnAuditSays(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	content := lines(years()) + `{"broken":` + "\n"
	r.bring("posts.jsonl", content)
	o := r.settle()

	file := filepath.Join(t.TempDir(), "posts.jsonl")
	r.must(os.WriteFile(file, []byte(content), 0o600))
	source, err := archive.Open(t.Context(), file, platforms.All()...)
	r.must(err)
	defer source.Close()
	want, err := audit.Run(t.Context(), []audit.Archive{{Name: "posts.jsonl", Source: source}}, audit.Options{Engine: r.Engine, Now: time.Now, Fill: student})
	r.must(err)

	var tasks []bedside.AuditTask
	for _, k := range r.list() {
		tasks = append(tasks, k.Noun.Whole())
	}
	groups, _, err := r.Groups(t.Context(), app.Choice{Limit: 100})
	r.must(err)
	var clusters []bedside.AuditCluster
	for i := range groups {
		clusters = append(clusters, groups[i].Noun.Whole())
	}
	if len(tasks) == 0 || len(clusters) == 0 {
		t.Fatal("the archive reveals nothing: this test tells nothing")
	}
	got := *o.Sum.Audit
	got.CleanUp, got.Clusters, got.AsOf = tasks, clusters, want.AsOf
	if diff := cmp.Diff(asJSON(t, want), asJSON(t, &got)); diff != "" {
		t.Errorf("-audit +timeline:\n%s", diff)
	}
	if a := o.Imports[0]; a.State != app.ImportDone || a.Noun.Archive.Found != 8 || a.Noun.Archive.Read != 7 || len(a.Noun.Archive.Skipped) != 1 {
		t.Errorf("the import says %+v in state %s", a.Noun.Archive, a.State)
	}
	if left, err := os.ReadDir(r.Uploads); err != nil || len(left) > 0 {
		t.Errorf("%d archives are left in the folder for uploads (%v)", len(left), err)
	}
}

func asJSON(t *testing.T, a *bedside.Audit) any {
	t.Helper()
	b, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(b), ":null", ":[]")), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestImportingAgain brings posts up to date and doubles none; what was settled is looked at in the light of it.
func TestImportingAgain(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	posts := years()
	r.bring("a.jsonl", lines(posts))
	first := r.about("3")
	if first == nil {
		t.Fatal("a named patient is no task")
	}
	r.must(r.Settle(t.Context(), first.ID, app.TaskChanged, ""))
	r.must(r.LookAgain(t.Context()))
	r.settle()
	if r.about("3", app.TaskChanged) == nil {
		t.Error("without a newer export, what was changed is not changed any more")
	}

	r.bring("a.jsonl", lines(posts))
	back := r.about("3")
	if back == nil || back.Noun.Back.IsZero() {
		t.Error("what the newer export still shows is not said to be found again")
	}
	kept, _, err := r.Posts(t.Context(), app.Choice{Limit: 100})
	r.must(err)
	if len(kept) != len(posts) {
		t.Errorf("%d posts are kept, want %d", len(kept), len(posts))
	}

	posts[2].Text = "A hard night. I am glad of my team."
	o := r.bringThen("b.jsonl", lines(posts))
	changed := r.about("3", app.TaskChanged)
	if changed == nil || changed.Noun.By != "import" {
		t.Error("what an export shows changed is not settled")
	} else if changed.Noun.Draft.Text != named {
		t.Error("the copy of what was found is gone")
	}
	if len(o.Imports) != 3 || o.Sum.Audit.Posts != len(posts) {
		t.Errorf("%d imports and %d posts", len(o.Imports), o.Sum.Audit.Posts)
	}
}

func (r *room) bringThen(name, content string) app.Overview {
	r.Helper()
	r.bring(name, content)
	return r.settle()
}

// TestKeeping a post needs a reason, lasts, and can be taken back.
func TestKeeping(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.bring("a.jsonl", lines(years()))
	id := r.about("3").ID
	if err := r.Settle(t.Context(), id, app.TaskKept, "  "); bedside.CodeOf(err) != bedside.CodeInvalid {
		t.Errorf("without a reason: %v", err)
	}
	r.must(r.Settle(t.Context(), id, app.TaskKept, "She signed a consent for this wording."))
	r.bring("a.jsonl", lines(years()))
	if k := r.about("3", app.TaskKept); k == nil || k.Noun.Reason != "She signed a consent for this wording." {
		t.Error("what was kept is asked again")
	}
	before := len(r.list())
	r.must(r.Settle(t.Context(), id, "", ""))
	if after := r.list(); len(after) != before+1 || r.about("3").Noun.Reason != "" {
		t.Error("it cannot be taken back")
	}
}

// TestNotTheSamePerson settles what only the group asked for, also after the next audit, until it is taken back.
func TestNotTheSamePerson(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.bring("a.jsonl", lines([]post{ // none of them alone asks for what they ask for together
		{"1", "2024-02-04", "x", "the lighthouse lad made it through another night"},
		{"2", "2024-06-09", "x", "lighthouse lad got drafted today! goalkeeper, I shouted in the bakery"},
		{"3", "2024-08-20", "x", "Sad news for my lighthouse lad. cardiomyopathy is in the genes and they are putting a defib in, so that is football over. He is 16. some things are not fair"},
	}))
	groups, _, err := r.Groups(t.Context(), app.Choice{Limit: 10})
	r.must(err)
	if len(groups) == 0 {
		t.Fatal("no group")
	}
	left := len(r.list())
	for _, g := range groups {
		r.must(r.Apart(t.Context(), g.ID, true))
	}
	for range 2 {
		if all, _, err := r.Groups(t.Context(), app.Choice{Limit: 10}); err != nil || len(all) != 0 {
			t.Fatalf("%d groups are still shown (%v)", len(all), err)
		}
		if n := len(r.list(app.TaskKept)); n == 0 || n+len(r.list()) != left {
			t.Errorf("%d tasks are settled, %d left, of %d", n, len(r.list()), left)
		}
		r.must(r.LookAgain(t.Context()))
		r.settle()
	}
	for _, g := range groups {
		r.must(r.Apart(t.Context(), g.ID, false))
	}
	if n := len(r.list()); n != left {
		t.Errorf("%d tasks are left after it was taken back, want %d", n, left)
	}
}

// TestDeleteImport leaves nothing of it.
func TestDeleteImport(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.bring("old.jsonl", lines(years()[:3]))
	imp := r.bring("new.jsonl", lines(years()[3:]))
	r.must(r.Delete(t.Context(), imp.ID))
	o := r.settle()
	kept, _, err := r.Posts(t.Context(), app.Choice{Limit: 100})
	r.must(err)
	groups, _, err := r.Groups(t.Context(), app.Choice{Limit: 100})
	r.must(err)
	if len(kept) != 3 || len(groups) != 0 || len(o.Imports) != 1 || o.Sum.Audit.Posts != 3 {
		t.Errorf("%d posts, %d groups, %d imports, %d posts in the audit", len(kept), len(groups), len(o.Imports), o.Sum.Audit.Posts)
	}
	r.must(r.Delete(t.Context(), o.Imports[0].ID))
	if o := r.settle(); o.Sum.Audit.Posts != 0 || len(r.list()) != 0 || len(r.list(app.TaskChanged, app.TaskKept)) != 0 {
		t.Error("something is left of the last import")
	}
}

// TestBrokenOffImport: a program that ends in the middle loses nothing, and what is read twice is kept once.
func TestBrokenOffImport(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	var posts []post
	for i := range 1500 {
		p := years()[i%3]
		p.ID += "-" + time.Duration(i).String()
		posts = append(posts, p)
	}
	_, err := r.Import(t.Context(), "many.jsonl", strings.NewReader(lines(posts)))
	r.must(err)
	for range 6 { // the program ends, and is started again
		time.Sleep(30 * time.Millisecond)
		r.stop()
		r.work()
	}
	o := r.settle()
	kept, more, err := r.Posts(t.Context(), app.Choice{Limit: 2000})
	r.must(err)
	if len(kept) != len(posts) || more || o.Sum.Audit.Posts != len(posts) || o.Unread != 0 {
		t.Errorf("%d posts are kept, %d in the audit, %d not checked; want %d", len(kept), o.Sum.Audit.Posts, o.Unread, len(posts))
	}
}

// TestStop ends what is under way; what was read can be checked later.
func TestStop(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.stop()
	imp, err := r.Import(t.Context(), "a.jsonl", strings.NewReader(lines(years())))
	r.must(err)
	r.must(r.Cancel(t.Context()))
	r.work()
	o := r.settle()
	if o.Imports[0].State != app.ImportCancelled {
		t.Errorf("the import is %s", o.Imports[0].State)
	}
	if _, err := os.Stat(filepath.Join(r.Uploads, imp.ID)); err == nil {
		t.Error("the archive is still there")
	}
	r.bring("a.jsonl", lines(years()))
	if o := r.settle(); o.Sum.Audit.Posts != len(years()) {
		t.Errorf("%d posts after another import", o.Sum.Audit.Posts)
	}
}

// TestUnreadableArchives say why, and hold nothing of what was in them.
func TestUnreadableArchives(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	for name, content := range map[string]string{
		"a.zip": "MARKER", "b.jsonl": `{"text":"MARKER`, "../../c.tar.gz": "\x1f\x8bMARKER", "d.bin": "MARKER", "e.zip": "PK\x03\x04MARKER",
	} {
		imp := r.bring(name, content)
		o := r.settle()
		i := slices.IndexFunc(o.Imports, func(k app.Kept[app.Import]) bool { return k.ID == imp.ID })
		if a := o.Imports[i]; a.State != app.ImportFailed || a.Noun.Archive.Problem == "" || strings.Contains(a.Noun.Archive.Problem, "MARKER") {
			t.Errorf("%s: %s, %q", name, a.State, a.Noun.Archive.Problem)
		}
	}
	if _, err := r.Import(t.Context(), "empty.zip", strings.NewReader("")); bedside.CodeOf(err) != bedside.CodeInvalid {
		t.Errorf("an empty file: %v", err)
	}
}

// TestNobodyElseReadsAnUpload: what waits to be read is readable by its owner only.
func TestNobodyElseReadsAnUpload(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.stop()
	_, err := r.Import(t.Context(), `..\..\evil/../a.jsonl`, strings.NewReader(lines(years())))
	r.must(err)
	r.must(filepath.WalkDir(r.Uploads, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has the mode %v", path, info.Mode())
		}
		return err
	}))
	r.work()
	r.settle()
}
