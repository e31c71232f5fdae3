package audit_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/audit"
)

func TestPostsAreInTheOrderOfTheirTimes(t *testing.T) {
	t.Parallel()
	day := func(y, m int) bedside.Time {
		return bedside.Time{Time: time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)}
	}
	archives := append(
		from(bedside.Draft{ID: "c", Text: "today", Time: day(2024, 5)}, bedside.Draft{ID: "a", Text: "Larkfield", Time: day(2022, 1)}),
		from(bedside.Draft{ID: "z", Text: "fine"}, bedside.Draft{ID: "b", Text: "fine", Time: day(2022, 1)})...)
	got := run(t, archives, options(fake{}))
	want := []bedside.AuditYear{
		{
			Year: 2022, Posts: 2, Months: []bedside.AuditMonth{{Month: 1, Posts: 2, Revise: 1}},
			Topics: []bedside.AuditTopic{{Topic: "patient_privacy", Revise: 1}},
		},
		{
			Year: 2024, Posts: 1, Months: []bedside.AuditMonth{{Month: 5, Posts: 1, Advise: 1}},
			Topics: []bedside.AuditTopic{{Topic: "patient_privacy", Advise: 1}},
		},
		{Year: 0, Posts: 1, Months: []bedside.AuditMonth{{Posts: 1}}},
	}
	if diff := cmp.Diff(want, got.Years); diff != "" {
		t.Error(diff)
	}
	if got.Posts != 4 || got.Verdict != bedside.Revise || got.Complete {
		t.Errorf("got %d posts, %s, complete %v", got.Posts, got.Verdict, got.Complete)
	}
}

func TestWhatToDo(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		draft bedside.Draft
		want  string
	}{
		"a wording":              {bedside.Draft{Text: "Larkfield"}, bedside.AuditEdit},
		"no wording":             {bedside.Draft{Text: "Alvarez"}, bedside.AuditDelete},
		"a thought":              {bedside.Draft{Text: "today"}, bedside.AuditEdit},
		"somebody else's":        {bedside.Draft{Text: "Alvarez", PostedBy: "other"}, bedside.AuditUntag},
		"a bio":                  {bedside.Draft{Text: "Alvarez", Kind: "bio"}, bedside.AuditEdit},
		"a patient's request":    {bedside.Draft{Text: "Alvarez", Kind: "contact_request"}, bedside.AuditDecline},
		"somebody's request":     {bedside.Draft{Text: "today", Kind: "contact_request", PostedBy: "other"}, bedside.AuditAsk},
		"turns on a question":    {bedside.Draft{Text: "maybe Larkfield"}, bedside.AuditAsk},
		"block beside questions": {bedside.Draft{Text: "maybe Alvarez"}, bedside.AuditDelete},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test.draft.ID = "1"
			got := run(t, from(test.draft), options(fake{}))
			if len(got.CleanUp) != 1 || got.CleanUp[0].Do != test.want {
				t.Errorf("got %d tasks: %s; want %s", len(got.CleanUp), got.CleanUp[0].Do, test.want)
			}
			if got.BeforeDeleting == "" {
				t.Error("nobody asked whether the posts are evidence")
			}
		})
	}
}

func TestNothingToDoAsksNothing(t *testing.T) {
	t.Parallel()
	got := run(t, from(bedside.Draft{ID: "1", Text: "fine"}), options(fake{}))
	if got.BeforeDeleting != "" || len(got.CleanUp) != 0 || got.Verdict != bedside.OK {
		t.Errorf("got %q, %d tasks, %s", got.BeforeDeleting, len(got.CleanUp), got.Verdict)
	}
}

func TestNearlyTheSameIsGathered(t *testing.T) {
	t.Parallel()
	archives := from(
		bedside.Draft{ID: "1", Text: "What a night at Larkfield with the whole team, proud of all of you!"},
		bedside.Draft{ID: "2", Text: "what a night at Larkfield with the whole team. Proud of all of you https://t.co/x @team"},
		bedside.Draft{ID: "3", Text: "Larkfield again, and this time the boiler is gone for good"},
	)
	got := run(t, archives, options(fake{}))
	if len(got.CleanUp) != 2 {
		t.Fatalf("got %d tasks, want 2", len(got.CleanUp))
	}
	same := 0
	for _, task := range got.CleanUp {
		same += len(task.Same)
	}
	if same != 1 {
		t.Errorf("got %d gathered, want 1", same)
	}
}

func TestOnePostInTwoArchivesIsReadOnce(t *testing.T) {
	t.Parallel()
	d := bedside.Draft{ID: "1", Text: "Larkfield", Account: bedside.Account{Platform: "x"}}
	got := run(t, append(from(d), from(d)...), options(fake{}))
	if got.Posts != 1 || !hasGap(got, "twice") {
		t.Errorf("got %d posts, %v", got.Posts, got.NotChecked)
	}
}

func TestWhatGoesWrongIsCounted(t *testing.T) {
	t.Parallel()
	var failed []string
	o := options(fake{})
	o.Failed = func(name string, _ error) { failed = append(failed, name) }
	archives := append(
		from(bedside.Draft{ID: "1", Text: "PANIC Quillfeather"}, bedside.Draft{ID: "2", Text: "FAULT Quillfeather"}, bedside.Draft{ID: "3", Text: "fine", Media: []bedside.Media{{Path: "a"}}}),
		audit.Archive{Name: "broken.zip", Source: source{err: errors.New("Quillfeather"), posts: []bedside.Draft{{ID: "4", Text: "Larkfield"}}}})
	got := run(t, archives, o)
	for _, code := range []string{"failed", "media", "archive", "undated", "truth"} {
		if !hasGap(got, code) {
			t.Errorf("%s is not told", code)
		}
	}
	if got.Complete || len(got.CleanUp) != 1 || !cmp.Equal(failed, []string{"broken.zip"}) {
		t.Errorf("complete %v, %d tasks, failed %v", got.Complete, len(got.CleanUp), failed)
	}
	if strings.Contains(asJSON(t, got), "Quillfeather") {
		t.Error("the report repeats what went wrong inside")
	}
}

func hasGap(a *bedside.Audit, code string) bool {
	for _, g := range a.NotChecked {
		if g.Code == code {
			return true
		}
	}
	return false
}

func TestNothingToAudit(t *testing.T) {
	t.Parallel()
	_, err := audit.Run(t.Context(), from(), options(fake{}))
	if be, ok := errors.AsType[*bedside.Error](err); !ok || be.Code != bedside.CodeInvalid {
		t.Errorf("got %v", err)
	}
}

func TestStoppedWithoutState(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	o := options(fake{})
	o.Progress = func(stage audit.Stage, done, _ int) {
		if stage == audit.Checking && done > 100 {
			cancel()
		}
	}
	_, err := audit.Run(ctx, from(posts(1000)...), o)
	stopped, ok := errors.AsType[*audit.StoppedError](err)
	if !ok || stopped.Kept || stopped.Done == 0 || stopped.Total != 1000 {
		t.Errorf("got %v", err)
	}
}
