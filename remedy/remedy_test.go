package remedy_test

import (
	"testing"

	"bedside"
	"bedside/remedy"
)

func TestLeaveOut(t *testing.T) {
	t.Parallel()
	checkWordings(t, "leave_out", []wording{
		{"the first sentence", "She coded. I cried all night. Rest well.", "death coded", "I cried all night. Rest well."},
		{"one in the middle", "It was a long day. She coded. I cried.", "death coded", "It was a long day. I cried."},
		{"the last", "It was a long day. She coded.", "death coded", "It was a long day."},
		{"two marks in one", "She coded on Tuesday. I cried all night.", "death coded; date Tuesday", "I cried all night."},
		{"two sentences", "She coded. I cried all night. He coded. Rest.", "death coded; death coded", "I cried all night. Rest."},
		{"nothing marked", "She slept.", "", "She slept."},
	})
}

// TestLeaveOutClause: where no sentence would be left, a clause is taken out.
func TestLeaveOutClause(t *testing.T) {
	t.Parallel()
	checkWordings(t, "leave_out", []wording{
		{"behind a comma", "A long night on call, she coded twice", "death coded", "A long night on call"},
		{"between dashes", "A long night on call — she coded — and no coffee", "death coded", "A long night on call — and no coffee"},
		{"behind and", "I am tired of all this and she coded", "death coded", "I am tired of all this"},
		{"on its own line", "I am tired of all this\nshe coded\ngood night", "death coded", "I am tired of all this\ngood night"},
		{"all there is", "She coded.", "death coded", ""},
	})
}

// TestApplySpace: a sentence left out and one put in behind it bring one space between them.
func TestApplySpace(t *testing.T) {
	t.Parallel()
	edits := []bedside.Edit{{Start: 10, End: 19}, {Start: 19, End: 19, Text: " I work there."}}
	if got, want := remedy.Apply("Go there. Best one.", edits), "Go there. I work there."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPutIn(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, edit, text, want string }{
		{"before", "prepend", "Take two.", "See your own doctor. Take two."},
		{"behind", "append", "Take two.", "Take two. See your own doctor."},
		{"behind a space", "append", "Take two. ", "Take two. See your own doctor."},
		{"behind a line", "append", "Take two.\n", "Take two.\nSee your own doctor."},
		{"behind a word", "append", "Take two", "Take two\nSee your own doctor."},
		{"behind nothing", "append", "", "See your own doctor."},
		{"behind who spoke for all", "append", "On behalf of the unit, take two.", "On behalf of the unit, take two."},
		{"instead", "reply", "Take two.", "See your own doctor."},
		{"no way", "", "Take two.", "Take two."},
		{"an unknown way", "mask", "Take two.", "Take two."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := mended(t, tt.text, tt.edit, ""); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestJoin(t *testing.T) {
	t.Parallel()
	edit := func(start, end int, s string) bedside.Edit { return bedside.Edit{Start: start, End: end, Text: s} }
	tests := []struct {
		name     string
		in, want []bedside.Edit
	}{
		{"none", nil, nil},
		{"sorted", []bedside.Edit{edit(5, 6, ""), edit(1, 2, "")}, []bedside.Edit{edit(1, 2, ""), edit(5, 6, "")}},
		{"touching", []bedside.Edit{edit(1, 3, "a"), edit(3, 5, "b")}, []bedside.Edit{edit(1, 3, "a"), edit(3, 5, "b")}},
		{"overlapping", []bedside.Edit{edit(2, 6, "b"), edit(1, 3, "a")}, []bedside.Edit{edit(1, 3, "a")}},
		{"inside", []bedside.Edit{edit(2, 3, "b"), edit(1, 9, "a")}, []bedside.Edit{edit(1, 9, "a")}},
		{"the longer of two that begin together", []bedside.Edit{edit(1, 3, "a"), edit(1, 9, "b")}, []bedside.Edit{edit(1, 9, "b")}},
		{"the same twice", []bedside.Edit{edit(1, 3, "a"), edit(1, 3, "a")}, []bedside.Edit{edit(1, 3, "a")}},
		{"put in before what is left out", []bedside.Edit{edit(0, 4, ""), edit(0, 0, "a")}, []bedside.Edit{edit(0, 0, "a"), edit(0, 4, "")}},
		{"the same put in twice", []bedside.Edit{edit(0, 0, "a"), edit(0, 0, "a")}, []bedside.Edit{edit(0, 0, "a")}},
		{"put in and replaced", []bedside.Edit{edit(0, 0, "a "), edit(4, 6, "b")}, []bedside.Edit{edit(0, 0, "a "), edit(4, 6, "b")}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := remedy.Join(tt.in)
			if len(got) != len(tt.want) {
				t.Fatalf("got %v, want %v", got, tt.want)
			}
			for i := range got {
				if got[i] != tt.want[i] {
					t.Errorf("got %v, want %v", got, tt.want)
				}
			}
		})
	}
}

func TestApply(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		edits []bedside.Edit
		want  string
	}{
		{"none", nil, "héllo"},
		{"put in", []bedside.Edit{{Start: 0, End: 0, Text: "o "}, {Start: 6, End: 6, Text: "!"}}, "o héllo!"},
		{"replace", []bedside.Edit{{Start: 1, End: 3, Text: "e"}}, "hello"},
		{"leave out", []bedside.Edit{{Start: 0, End: 1}, {Start: 3, End: 6}}, "é"},
		{"all", []bedside.Edit{{Start: 0, End: 6, Text: "bye"}}, "bye"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := remedy.Apply("héllo", tt.edits); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
