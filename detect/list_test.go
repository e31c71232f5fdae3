package detect_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"bedside/detect"
)

// TestListErrors: a fault in a list is named with its file, line and column.
func TestListErrors(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, list, want string }{
		{"unknown section", "[condition]\nsepsis\n[conditions]\n", "concepts/x.txt:3:1: [conditions] is not in the vocabulary of facts"},
		{"empty section", "[]\n", "concepts/x.txt:1:1: [] is not in the vocabulary of facts"},
		{"before a section", "# first\nsepsis\n", "concepts/x.txt:2:1: a pattern before the first [section]"},
		{"open bracket", "[condition]\n\nan (a|b\n", "concepts/x.txt:3:8: a bracket is not closed"},
		{"closing bracket", "[condition]\na b) c\n", "concepts/x.txt:2:4: ')' without an opening bracket"},
		{"bar", "[condition]\na | b\n", "concepts/x.txt:2:3: '|' without an opening bracket"},
		{"open class", "[condition]\na <drug\n", "concepts/x.txt:2:3: a < is not closed"},
		{"unknown class", "[condition]\na <drugs>\n", "concepts/x.txt:2:1: <drugs> is neither a fact nor a class of tokens"},
		{"unknown class inside", "[condition]\n((a <>)? b)\n", "concepts/x.txt:2:1: <> is neither a fact nor a class of tokens"},
		{"gap of nothing", "[condition]\na ..0 b\n", "concepts/x.txt:2:5: a gap is written ..1 to ..6"},
		{"gap too long", "[condition]\na ..7 b\n", "concepts/x.txt:2:5: a gap is written ..1 to ..6"},
		{"gap without a number", "[condition]\na ..\n", "concepts/x.txt:2:5: a gap is written ..1 to ..6"},
		{"too deep", "[condition]\n(((((((((a)))))))))\n", "concepts/x.txt:2:9: brackets nested more than 8 deep"},
		{"nothing but a wording", "[condition]\n=> an illness\n", "concepts/x.txt:2:1: a pattern needs a word"},
		{"nothing but an exception", "[condition]\n!\n", "concepts/x.txt:2:2: a pattern needs a word"},
		{"in an exception", "[condition]\n!a (b\n", "concepts/x.txt:2:6: a bracket is not closed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := withLists(map[string]string{"x.txt": tt.list})
			if le, ok := errors.AsType[*detect.ListError](err); !ok || le.Error() != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func TestListErrorHasFields(t *testing.T) {
	t.Parallel()
	_, err := withLists(map[string]string{"a.txt": "[condition]\nsepsis\n", "b.txt": "[condition]\nsepsis\nof (a\n"})
	le, ok := errors.AsType[*detect.ListError](err)
	if !ok || le.File != "concepts/b.txt" || le.Line != 3 || le.Column != 6 || le.Message != "a bracket is not closed" {
		t.Errorf("got %+v", le)
	}
}

// TestCircles: sections that use each other cannot be put in an order.
func TestCircles(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		list string
		want string // "" where there is no circle
	}{
		{"itself", "[drug]\nnew <drug>\n", "[drug] uses itself"},
		{"two", "[drug]\nnew <condition>\n[condition]\nold <drug>\n", "uses itself"},
		{"three", "[drug]\na <condition>\n[condition]\nb <finding>\n[finding]\n(c|d <drug>)\n", "uses itself"},
		{"in an exception", "[drug]\naspirin\n! <condition> aspirin\n[condition]\n<drug> rash\n", "uses itself"},
		{"a line", "[drug]\na <condition>\n[condition]\nb <finding>\n[finding]\nc\n", ""},
		{"a diamond", "[drug]\na\n[condition]\n<drug>\n[finding]\n<drug>\n[procedure]\n<condition> <finding>\n", ""},
		{"no such section", "[drug]\na <phone>\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := withLists(map[string]string{"x.txt": tt.list})
			if got := err != nil; got != (tt.want != "") || got && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

// TestSectionsGather: a fact's lines may stand in several files, before and after what they use.
func TestSectionsGather(t *testing.T) {
	t.Parallel()
	d, err := withLists(map[string]string{
		"a.txt": "[advice.dose]\ntake <drug>\n[drug]\naspirin\n",
		"b.txt": "[drug]\nibuprofen\n! ibuprofen free\n[condition]\nsepsis\n[drug]\nnaproxen\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	checkFound(t, d, []found{
		{"first file", "take aspirin", "advice.dose take aspirin; drug aspirin"},
		{"second file", "take ibuprofen", "advice.dose take ibuprofen; drug ibuprofen"},
		{"taken up again", "take naproxen", "advice.dose take naproxen; drug naproxen"},
		{"exception of another file", "ibuprofen free", ""},
	})
}

func TestNoLists(t *testing.T) {
	t.Parallel()
	d, err := detect.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	checkFound(t, d, []found{
		{"scanners need none", "34yo at 215-555-0143", "age 34yo; phone 215-555-0143"},
	})
}

// TestKnown: the parser may cut hashtags and undo spellings into words of the lists and common words only.
func TestKnown(t *testing.T) {
	t.Parallel()
	d := withList(t, "[condition]\nsepsis\nrun+\n[care.setting]\nthe =OR\n")
	var got []string
	for _, w := range []string{"sepsis", "runs", "grace", "tom", "alvarez", "xylo", "OR", ""} {
		if d.Known(w) {
			got = append(got, w)
		}
	}
	if want := []string{"sepsis", "runs", "grace"}; !slices.Equal(got, want) {
		t.Errorf("known are %q, want %q", got, want)
	}
}
