package audit_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/audit"
)

// ticking is a clock that moves on by so much whenever it is read, so that a state is written often.
func ticking(step time.Duration) func() time.Time {
	var reads atomic.Int64
	return func() time.Time {
		return time.Date(2026, 3, 4, 15, 4, 5, 0, time.UTC).Add(time.Duration(reads.Add(1)) * step)
	}
}

// TestKilledAtTwentyPoints ends a run without warning after each of twenty stretches: what is left is the file as it was written
// last. Each time another run goes on from there, and must say what an unbroken one says.
func TestKilledAtTwentyPoints(t *testing.T) {
	t.Parallel()
	all := posts(1400)
	whole := options(fake{})
	whole.State = stateFile(t)
	want := asJSON(t, run(t, from(all...), whole))

	const kills = 20
	dir := t.TempDir()
	var left []string // the state as a kill would leave it
	o := options(fake{})
	o.State, o.Now = filepath.Join(dir, "state.json"), ticking(3*time.Second)
	o.Progress = func(stage audit.Stage, done, total int) {
		b, err := os.ReadFile(o.State)
		if stage == audit.Checking && done > len(left)*total/kills && err == nil && len(left) < kills {
			path := filepath.Join(dir, "left"+string(rune('a'+len(left))))
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Error(err)
			}
			left = append(left, path)
		}
	}
	run(t, from(all...), o)
	if len(left) != kills {
		t.Fatalf("got %d states, want %d", len(left), kills)
	}
	for i, state := range left {
		var checked atomic.Int64
		again := options(fake{checked: func(bedside.Draft) { checked.Add(1) }})
		again.State = state
		got := run(t, from(all...), again)
		got.AsOf = bedside.Time{Time: again.Now()} // the broken run began by another clock
		if diff := cmp.Diff(want, asJSON(t, got)); diff != "" {
			t.Fatalf("killed at point %d: %s", i, diff)
		}
		if i == kills-1 && checked.Load() > int64(len(all)/5) {
			t.Errorf("killed near the end, %d of %d posts were checked again", checked.Load(), len(all))
		}
	}
}

func TestStoppedAndResumedGoesOnWithItsTime(t *testing.T) {
	t.Parallel()
	all := posts(900)
	ctx, cancel := context.WithCancel(t.Context())
	o := options(fake{})
	o.State, o.Now = stateFile(t), func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }
	o.Progress = func(stage audit.Stage, done, total int) {
		if stage == audit.Checking && 2*done > total {
			cancel()
		}
	}
	_, err := audit.Run(ctx, from(all...), o)
	stopped, ok := errors.AsType[*audit.StoppedError](err)
	if !ok || !stopped.Kept || stopped.Total != len(all) || stopped.Done < len(all)/3 {
		t.Fatalf("got %v", err)
	}
	o.Progress, o.Now = nil, func() time.Time { return time.Date(2026, 2, 2, 0, 0, 0, 0, time.UTC) }
	var checked atomic.Int64
	o.Engine = fake{checked: func(bedside.Draft) { checked.Add(1) }}
	got := run(t, from(all...), o)
	if got.AsOf.Month() != time.January {
		t.Errorf("the run went on as of %s", got.AsOf)
	}
	if n := checked.Load(); n > int64(len(all)*2/3) {
		t.Errorf("%d of %d posts were checked again", n, len(all))
	}
}

func TestChangedRulesAndPostsAreCheckedAgain(t *testing.T) {
	t.Parallel()
	all := posts(300)
	o := options(fake{})
	o.State = stateFile(t)
	run(t, from(all...), o)
	count := func(rules string) int {
		var checked atomic.Int64
		o.Engine = fake{rules: rules, checked: func(bedside.Draft) { checked.Add(1) }}
		run(t, from(all...), o)
		return int(checked.Load())
	}
	if n := count(""); n > 30 {
		t.Errorf("nothing has changed, and %d posts were checked again", n)
	}
	for i := range 5 {
		all[20+i].Text += " Edited."
	}
	before := count("")
	if before < 5 || before > 35 {
		t.Errorf("five posts have changed, and %d were checked again", before)
	}
	if n := count("new"); n != len(all)+1 {
		t.Errorf("the rules have changed, and %d posts were checked again, want %d", n, len(all)+1)
	}
}

func TestReaudit(t *testing.T) {
	t.Parallel()
	all := posts(200)
	o := options(fake{})
	o.State = stateFile(t)
	first := run(t, from(all...), o)
	if first.Compared != nil {
		t.Error("the first audit was compared with something")
	}
	all[7].Text = "Edited: a hospital."                              // fixed
	all = append(all[:11], all[12:]...)                              // deleted
	all[50].Text = "At Larkfield, which was said here never before." // new
	got := run(t, from(all...), o).Compared
	want := &bedside.AuditChange{
		Since: bedside.Time{Time: o.Now()}, New: 1, StillThere: 5,
		Fixed: []bedside.AuditFixed{
			{Post: "p7", Platform: "x", Rule: "privacy.Larkfield"},
			{Post: "p11", Platform: "x", Rule: "privacy.Alvarez", Gone: true},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestOneOfTwoArchives audits one platform of two, and then both again: what was not read is neither fixed nor forgotten.
func TestOneOfTwoArchives(t *testing.T) {
	t.Parallel()
	other := audit.Archive{Name: "m", Source: source{platform: "mastodon", posts: []bedside.Draft{{ID: "m1", Text: "Alvarez", Account: bedside.Account{Platform: "mastodon"}}}}}
	x := from(posts(100)...)
	o := options(fake{})
	o.State = stateFile(t)
	run(t, append(x, other), o)
	if got := run(t, x, o).Compared; len(got.Fixed) != 0 || got.New != 0 {
		t.Errorf("without the other archive: %d fixed, %d new", len(got.Fixed), got.New)
	}
	if got := run(t, append(x, other), o).Compared; len(got.Fixed) != 0 || got.New != 0 {
		t.Errorf("with both again: %d fixed, %d new", len(got.Fixed), got.New)
	}
}

func TestStatesThatDoNotFit(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{
		"other JSON":     `{"text":"Quillfeather"}`,
		"text":           "Quillfeather",
		"a newer schema": `{"bedside":"state of an audit","schema":9,"salt":"Quillfeather"}`,
		"a broken salt":  `{"bedside":"state of an audit","schema":1,"salt":"Quillfeather"}`,
		"a broken hash":  `{"bedside":"state of an audit","schema":1,"salt":"MDEyMzQ1Njc4OWFiY2RlZg","posts":["Quillfeather"]}`,
		"cut off":        `{"bedside":"state of an audit","schema":1,"salt":"MDEyMzQ1Njc4OWFiY2R`,
		"other posts":    `{"bedside":"state of an audit","schema":1,"salt":"MDEyMzQ1Njc4OWFiY2RlZg","posts":["AAAAAAAAAAAAAAAAAAAAAA"]}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := options(fake{})
			o.State = stateFile(t)
			if err := os.WriteFile(o.State, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := audit.Run(t.Context(), from(posts(3)...), o)
			be, ok := errors.AsType[*bedside.Error](err)
			if !ok || be.Code != bedside.CodeInvalid || strings.Contains(be.Message, "Quillfeather") || !strings.Contains(be.Message, "--state") {
				t.Errorf("got %v", err)
			}
			if b, err := os.ReadFile(o.State); err != nil || string(b) != content {
				t.Errorf("the file was changed: %v", err)
			}
		})
	}
}

func TestStateThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	o := options(fake{})
	o.State = filepath.Join(t.TempDir(), "missing", "state.json")
	var read bool
	o.Progress = func(audit.Stage, int, int) { read = true }
	_, err := audit.Run(t.Context(), from(posts(3)...), o)
	if be, ok := errors.AsType[*bedside.Error](err); !ok || be.Code != bedside.CodeInvalid || read {
		t.Errorf("got %v, posts read before it was told: %v", err, read)
	}
}

// TestStateHoldsNoText puts a marker into everything that a post may hold.
func TestStateHoldsNoText(t *testing.T) {
	t.Parallel()
	const marker = "Quillfeather"
	o := options(fake{})
	o.State, o.Now = stateFile(t), ticking(3*time.Second)
	d := bedside.Draft{
		ID: "1", Kind: "post", Text: "Larkfield " + marker, Media: []bedside.Media{{Alt: marker, Caption: marker}},
		Author: bedside.Author{Name: marker}, Account: bedside.Account{Handle: marker, Bio: marker}, Context: bedside.Context{Note: marker},
	}
	quiet := d
	quiet.ID, quiet.Text = "2", marker
	run(t, from(append(posts(200), d, quiet)...), o)
	b, err := os.ReadFile(o.State)
	if err != nil || strings.Contains(string(b), marker) {
		t.Errorf("the state holds text, or is not there: %v", err)
	}
	if info, err := os.Stat(o.State); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the state: %v", err)
	}
}

func TestStatesDifferBySalt(t *testing.T) {
	t.Parallel()
	read := func(salt string) string {
		o := options(fake{})
		o.State, o.Random = stateFile(t), strings.NewReader(salt)
		run(t, from(posts(5)...), o)
		b, err := os.ReadFile(o.State)
		if err != nil {
			t.Fatal(err)
		}
		_, hashes, _ := strings.Cut(string(b), `"posts"`)
		return hashes
	}
	if a, b := read("0123456789abcdef"), read("fedcba9876543210"); a == b {
		t.Error("two salts give the same hashes")
	}
}

// TestStateLostOnTheWay takes the state's folder away during a run: the report is made all the same, and the error told.
func TestStateLostOnTheWay(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "gone")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	o := options(fake{})
	o.State, o.Now = filepath.Join(dir, "state.json"), ticking(3*time.Second)
	o.Progress = func(stage audit.Stage, done, _ int) {
		if stage == audit.Checking && done > 100 {
			_ = os.RemoveAll(dir)
		}
	}
	got, err := audit.Run(t.Context(), from(posts(500)...), o)
	if be, ok := errors.AsType[*bedside.Error](err); !ok || be.Code != bedside.CodeUnavailable || got == nil || got.Posts != 500 {
		t.Errorf("got %v, and a report: %v", err, got != nil)
	}
}

func TestStoppedWhileReading(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := audit.Run(ctx, from(posts(10)...), options(fake{}))
	if stopped, ok := errors.AsType[*audit.StoppedError](err); !ok || stopped.Total != 0 || !strings.Contains(err.Error(), "archives") {
		t.Errorf("got %v", err)
	}
}
