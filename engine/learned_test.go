package engine_test

import (
	"errors"
	"slices"
	"testing"

	"bedside"
	"bedside/engine"
	"bedside/packs"
	"bedside/tables"
)

// words is an engine that has no reader.
func words(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func unread(n bedside.NotChecked) bool { return n.Code == "reader" }

// TestWithoutAReader: an answer says that nothing was read between the lines, and that it is not complete.
func TestWithoutAReader(t *testing.T) {
	t.Parallel()
	first := words(t)
	with, err := first.WithReader(tables.Reader())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range drafts(t) {
		r, err := first.Check(d, now)
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(r.NotChecked, unread)
		if at < 0 || r.NotChecked[at].Message == "" || r.Complete {
			t.Errorf("a draft of %d bytes: not read, and it says so: %v, complete %v", len(d.Text), at >= 0, r.Complete)
		}
		whole, err := with.Check(d, now)
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(whole.NotChecked, unread) || whole.Complete != complete(whole) {
			t.Errorf("a draft of %d bytes was read, and is complete %v", len(d.Text), whole.Complete)
		}
		sameBytes(t, d, encode(t, whole), encode(t, check(t, d)))
	}
	if r, err := first.Check(bedside.Draft{Text: "Long day."}, now); err != nil || !slices.ContainsFunc(r.NotChecked, unread) {
		t.Errorf("the engine without a reader got one with the other: %v", err)
	}
}

// complete reports whether a result leaves out nothing of the draft itself.
func complete(r *bedside.Result) bool {
	return !slices.ContainsFunc(r.NotChecked, func(n bedside.NotChecked) bool {
		return slices.Contains([]string{"media", "language", "answer"}, n.Code) || n.Code == "timeline" && n.Message != "Your other posts were not compared with this one."
	})
}

// TestDamagedReader: weights that are none stop the engine from being made.
func TestDamagedReader(t *testing.T) {
	t.Parallel()
	damaged := tables.Reader()[:1000]
	_, made := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: damaged, Version: "test"})
	_, given := words(t).WithReader(damaged)
	_, none := words(t).WithReader(nil)
	for _, err := range []error{made, given, none} {
		if be, ok := errors.AsType[*bedside.Error](err); !ok || be.Code != bedside.CodeInvalid {
			t.Errorf("got %v", err)
		}
	}
}

// TestSeen: the reader sees the words of every part and what the first tier knows, and of identifiers that they are hidden.
func TestSeen(t *testing.T) {
	t.Parallel()
	s := words(t).Seen(bedside.Draft{
		Text: "Mrs Alvarez coded.", Media: []bedside.Media{{Alt: "room 12", Caption: "Our ward"}},
		Account: bedside.Account{Bio: "Nurse. jane@x.org"}, Context: bedside.Context{ReplyTo: bedside.ReplyTo{Text: "How is @tom?"}},
	}, now)
	type part struct {
		kind   bedside.PartKind
		hidden string
		first  int
	}
	var got []part
	for _, p := range s.Passages {
		hidden := ""
		for _, m := range p.Mentions {
			if m.Kind.Info().Class == bedside.Identifier {
				hidden += p.Doc.Text[p.Doc.Tokens[m.First].Start:p.Doc.Tokens[m.Last-1].End] + ";"
			}
		}
		got = append(got, part{p.Part, hidden, p.FirstSentence})
	}
	want := []part{
		{bedside.PartText, "Mrs Alvarez;", 0},
		{bedside.PartAlt, "room 12;", 1},
		{bedside.PartCaption, "", 2},
		{bedside.PartBio, "jane@x.org;", -1},
		{bedside.PartReplyTo, "@tom;", -1},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if len(s.Facts) == 0 || len(s.Subjects) == 0 {
		t.Errorf("%d facts of %d people", len(s.Facts), len(s.Subjects))
	}
}
