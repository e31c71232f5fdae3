package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"bedside"
	"bedside/internal/store"
)

// The states of a task that is settled. One that is left has its severity for a state.
const (
	TaskChanged = "changed"
	TaskKept    = "kept"
)

// Task is a post to do something about, and what became of it. It holds the post as it was found: that is the sealed copy.
type Task struct {
	V       int               `json:"v"`
	Task    bedside.AuditTask `json:"task"`
	Draft   keptDraft         `json:"draft"`
	Post    string            `json:"post"`             // id of its record
	Reason  string            `json:"reason,omitempty"` // why it was kept
	Settled time.Time         `json:"settled,omitzero"`
	By      string            `json:"by,omitempty"`  // "import" where an export showed that it was changed
	Back    time.Time         `json:"back,omitzero"` // when an audit found again what was said to be changed
	Round   string            `json:"round"`         // of the audit that found it last
}

// byImport says that nobody settled a task by hand.
const byImport = "import"

// KeptTask is a task as it is kept.
type KeptTask struct{ Kept[Task] }

// Left reports whether there is something to do still.
func (k *KeptTask) Left() bool { return k.State != TaskChanged && k.State != TaskKept }

// Whole is the task as an audit hands it out: with its draft.
func (t *Task) Whole() bedside.AuditTask {
	out := t.Task
	out.Post.Draft = &t.Draft.Draft
	return out
}

// leftStates are the states of tasks that are left, the gravest first.
func leftStates() []string {
	return []string{bedside.Block.String(), bedside.Revise.String(), bedside.Advise.String()}
}

func filterOf(states ...string) store.Filter { return store.Filter{States: states} }

// rankOf orders the clean-up: the place in it, the first highest.
func rankOf(place, of int) int { return of - place }

// rules are the rules that a task rests on, and its groups.
func (t *Task) rules() []string {
	var out []string
	for i := range t.Task.Findings {
		out = append(out, t.Task.Findings[i].Rule)
	}
	return slices.Concat(out, t.Task.Clusters)
}

// found puts in what an audit found now, and decides whether what was settled stays settled.
func (k *KeptTask) found(now *Task, seen, at time.Time) {
	old := k.Noun
	k.Noun.Task, k.Noun.Draft, k.Noun.Post, k.Noun.Round = now.Task, now.Draft, now.Post, now.Round
	left := now.Task.Severity.String()
	switch {
	case k.State == TaskKept && now.Task.Severity <= old.Task.Severity && !adds(old.rules(), now.rules()):
	case k.State == TaskChanged && !seen.After(old.Settled): // no newer export has been read
		k.Noun.Task, k.Noun.Draft = old.Task, old.Draft
	case k.State == TaskChanged:
		k.State, k.Noun.Back, k.Noun.Settled, k.Noun.By = left, at, time.Time{}, ""
	default:
		k.State, k.Noun.Settled = left, time.Time{}
	}
}

// adds reports whether one list holds what another does not.
func adds(old, now []string) bool {
	return slices.ContainsFunc(now, func(s string) bool { return !slices.Contains(old, s) })
}

// Settle notes what a person did about a task: TaskChanged, or TaskKept with a reason. An empty state takes it back.
func (t *Timeline) Settle(ctx context.Context, id, state, reason string) error {
	reason = strings.TrimSpace(reason)
	switch {
	case state != "" && state != TaskChanged && state != TaskKept:
		return bedside.Errorf(bedside.CodeInvalid, "There is no such answer.")
	case state == TaskKept && reason == "":
		return bedside.Errorf(bedside.CodeInvalid, "Say in a few words why it stays. You will know later.")
	case len(reason) > 2000:
		return bedside.Errorf(bedside.CodeTooLarge, "The reason is longer than 2,000 characters. A few words will do.")
	}
	return retried(func() error {
		task, err := t.tasks().Find(ctx, id)
		if err != nil {
			return err
		}
		n := &task.Noun
		n.Reason, n.Settled, n.By, n.Back = "", time.Time{}, "", time.Time{}
		task.State = n.Task.Severity.String()
		if state != "" {
			task.State, n.Settled = state, t.Now()
		}
		if state == TaskKept {
			n.Reason = reason
		}
		_, err = t.tasks().Put(ctx, task)
		return err
	})
}

// Hold notes the answer to the question that is asked before anything is taken down.
func (t *Timeline) Hold(ctx context.Context, answer string) error {
	if answer != HoldNone && answer != HoldOpen && answer != "" {
		return bedside.Errorf(bedside.CodeInvalid, "There is no such answer.")
	}
	return t.changeSum(ctx, func(s *Sum) { s.Hold, s.HeldAt = answer, t.Now() })
}

// Advises reports whether anything may be advised: not before somebody has said that no case is open.
func (t *Timeline) Advises(ctx context.Context) (bool, error) {
	sum, err := t.sum(ctx)
	return sum.Noun.Hold == HoldNone, err
}

// Left counts the tasks that are left.
func (t *Timeline) Left(ctx context.Context) (int, error) {
	counts, err := t.tasks().Count(ctx)
	left := 0
	for _, state := range leftStates() {
		left += counts[state]
	}
	return left, err
}
