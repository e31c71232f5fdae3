package engine_test

import (
	"encoding/json"
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"

	"bedside"
	"bedside/remedy"
)

// TestResults asks of every answer what the contract promises (DESIGN.md, section 4).
func TestResults(t *testing.T) {
	t.Parallel()
	for _, d := range drafts(t) {
		checkResult(t, d, check(t, d))
	}
}

func encodeAny(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func checkResult(t *testing.T, d bedside.Draft, r *bedside.Result) {
	t.Helper()
	verdict, ids := bedside.OK, map[string]bool{}
	for i := range r.Findings {
		f := &r.Findings[i]
		checkFinding(t, d, f)
		if ids[f.ID] {
			t.Errorf("the id %s is used twice", f.ID)
		}
		ids[f.ID] = true
		if i > 0 && f.Severity > r.Findings[i-1].Severity {
			t.Errorf("%s comes after a milder one", f.ID)
		}
		verdict = max(verdict, f.Severity)
	}
	if r.Verdict != verdict {
		t.Errorf("the verdict is %s, the gravest finding %s", r.Verdict, verdict)
	}
	for _, q := range r.Questions {
		checkEvidence(t, d, q.Evidence)
		if len(q.Options) < 2 || q.Prompt == "" {
			t.Errorf("question %s cannot be answered", q.ID)
		}
	}
	for _, m := range r.Mentions {
		if s := wordsOf(d, m.Part, m.Index); m.Start < 0 || m.End <= m.Start || m.End > len(s) || m.Class == bedside.Derived {
			t.Errorf("a %s (%s) stands at [%d, %d) of %d bytes", m.Type, m.Class, m.Start, m.End, len(s))
		}
	}
	if r.Schema != bedside.Schema || r.ID != d.ID || r.Version != "test" || len(r.Packs) != 1 || !r.AsOf.Equal(now) {
		t.Errorf("schema %d, id %q, version %q, %d packs, as of %s", r.Schema, r.ID, r.Version, len(r.Packs), r.AsOf)
	}
	if len(r.NotChecked) == 0 || r.Findings == nil || r.Questions == nil || r.People == nil {
		t.Errorf("something that is always there is not: %+v", r.NotChecked)
	}
	checkRewrite(t, d, r)
}

func checkFinding(t *testing.T, d bedside.Draft, f *bedside.Finding) {
	t.Helper()
	if f.Severity == bedside.OK || len(f.Clauses) == 0 || f.Message == "" || f.Why == "" || f.Remedy.Text == "" || !slices.Contains(bedside.Topics(), f.Topic) {
		t.Errorf("%s does not say everything", f.ID)
	}
	checkEvidence(t, d, f.Evidence)
	at := 0
	for _, e := range f.Remedy.Edits {
		if e.Start < at || e.End < e.Start || e.End > len(d.Text) {
			t.Fatalf("%s: an edit of [%d, %d) behind %d in %d bytes", f.ID, e.Start, e.End, at, len(d.Text))
		}
		if splits(d.Text, e.Start) || splits(d.Text, e.End) {
			t.Errorf("%s: an edit of [%d, %d) cuts a character", f.ID, e.Start, e.End)
		}
		at = e.End
	}
	if after := remedy.Apply(d.Text, f.Remedy.Edits); !utf8.ValidString(after) {
		t.Errorf("%s: the edits make no valid text", f.ID)
	}
}

// checkEvidence: within its part, and the words that it quotes stand there.
func checkEvidence(t *testing.T, d bedside.Draft, evidence []bedside.Evidence) {
	t.Helper()
	for _, e := range evidence {
		s := wordsOf(d, e.Part, e.Index)
		if e.Start < 0 || e.End <= e.Start || e.End > len(s) {
			t.Fatalf("evidence [%d, %d) in %d bytes of %s", e.Start, e.End, len(s), e.Part)
		}
		if s[e.Start:e.End] != e.Text {
			t.Errorf("evidence of %d bytes is not what stands at [%d, %d)", len(e.Text), e.Start, e.End)
		}
	}
}

// checkRewrite: what is offered instead gets the verdict that it is offered with, and that one may be published.
func checkRewrite(t *testing.T, d bedside.Draft, r *bedside.Result) {
	t.Helper()
	if r.Rewrite == nil {
		return
	}
	if r.Verdict < bedside.Revise || r.Rewrite.Verdict > bedside.Advise {
		t.Errorf("a rewrite with the verdict %s for a draft with %s", r.Rewrite.Verdict, r.Verdict)
	}
	d.Text = r.Rewrite.Text
	if again := check(t, d); again.Verdict != r.Rewrite.Verdict {
		t.Errorf("a rewrite offered as %s is %s", r.Rewrite.Verdict, again.Verdict)
	}
}

func wordsOf(d bedside.Draft, part bedside.PartKind, index int) string {
	switch part {
	case bedside.PartText:
		return d.Text
	case bedside.PartAlt:
		return d.Media[index].Alt
	case bedside.PartCaption:
		return d.Media[index].Caption
	case bedside.PartBio:
		return d.Account.Bio
	case bedside.PartReplyTo:
		return d.Context.ReplyTo.Text
	default:
		return ""
	}
}

// splits reports whether a place lies inside a character as people see it.
func splits(s string, at int) bool {
	if at == 0 || at == len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return !utf8.RuneStart(s[at]) || unicode.In(r, unicode.Mn, unicode.Me) || r == '\u200d' || r >= 0x1f3fb && r <= 0x1f3ff
}
