package remedy_test

import (
	"strings"
	"testing"

	"bedside"
	"bedside/remedy"
)

// without leaves out the words in square brackets and says what would be wrong with what is left.
func without(t *testing.T, marked string) (after string, faults []remedy.Fault) {
	t.Helper()
	var raw []bedside.Edit
	s := marked
	for {
		open := strings.Index(s, "[")
		if open < 0 {
			break
		}
		shut := strings.Index(s, "]")
		raw = append(raw, bedside.Edit{Start: open, End: shut - 1})
		s = s[:open] + s[open+1:shut] + s[shut+1:]
	}
	doc := parse(s)
	edits := remedy.Compose(doc, raw)
	checkEdits(t, s, edits)
	return remedy.Apply(s, edits), remedy.NewMender(doc, nil).Faults(edits)
}

// TestSeams: what is left reads as if nothing had stood there.
func TestSeams(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"a sentence", "It rained. [She coded.] I cried.", "It rained. I cried."},
		{"the first sentence", "[She coded.] I cried.", "I cried."},
		{"the last sentence", "I cried. [She coded.]", "I cried."},
		{"a line", "First\n[Second]\nThird", "First\nThird"},
		{"a paragraph", "First.\n\n[Second.]\n\nThird.", "First.\n\nThird."},
		{"the end of a sentence", "I cried[, because she coded].", "I cried."},
		{"behind a comma", "I cried, [she coded].", "I cried."},
		{"the start of a sentence", "[She coded], I cried.", "I cried."},
		{"a joining word at the start", "[She coded] and I cried.", "I cried."},
		{"small letters stay small", "[she coded] and i cried.", "i cried."},
		{"between commas", "I cried, [she coded], it rained.", "I cried, it rained."},
		{"before a joining word", "I cried, [she coded] and it rained.", "I cried and it rained."},
		{"inside", "I cried [on Tuesday] at home.", "I cried at home."},
		{"before a full stop", "I cried [on Tuesday]!", "I cried!"},
		{"in brackets", "I cried ([she coded]) at home.", "I cried at home."},
		{"in brackets at the end", "I cried ([she coded]).", "I cried."},
		{"an article before a vowel", "He is a [brave] engineer.", "He is an engineer."},
		{"an article before a consonant", "He is an [old] nurse.", "He is a nurse."},
		{"an hour", "It took a [long] hour.", "It took an hour."},
		{"a union", "It is an [old] union.", "It is a union."},
		{"two in a row", "I cried, [she coded], [it rained], we left.", "I cried, we left."},
		{"a comma behind emoji", "I cried 😢 [all night], and left.", "I cried 😢 and left."},
		{"before emoji", "I cried, [she coded] 😢", "I cried 😢"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, faults := without(t, tt.text)
			if got != tt.want || len(faults) > 0 {
				t.Errorf("%s\n got %q %v\nwant %q", tt.text, got, faults, tt.want)
			}
		})
	}
}

// TestFaults: what nobody would write is refused.
func TestFaults(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		fault      bool
	}{
		{"half a sentence", "I [cried all night].", true},
		{"an article at the end", "We met the [lady].", true},
		{"a joining word at the end", "I cried because [she coded].", true},
		{"a clause that leans", "[I cried] because she coded.", false},
		{"who", "[The lady] who coded sang.", true},
		{"a verb without its subject", "[She] sang all night.", true},
		{"an introduction alone", "When I left[, she sang].", true},
		{"an introduction with its clause", "When I left, she sang[ all night].", false},
		{"a noun without its verb", "The nurse [and the doctor sang].", true},
		{"a pronoun for nobody", "[The lady coded.] She sang.", true},
		{"a pronoun for somebody", "[It rained.] I met the lady. She sang.", false},
		{"half of a pair", "[I met the nurse and] a doctor from here.", true},
		{"a clause of its own", "[I met the nurse and] she sang.", false},
		{"it, for what went", "[She left her bag], it is at the desk.", true},
		{"a stress on nothing", "[We are the best.] Full stop. Come and see.", true},
		{"an introduction to less than a clause", "For all who asked, [she fell], a broken hip. Good night.", true},
		{"an introduction to nothing", "For balance, [she sang] and he left.", true},
		{"half a quote", "[He said “go] now” and left.", true},
		{"half brackets", "I cried (she [coded) all] night.", true},
		{"whole brackets", "I cried [(she coded)] all night.", false},
		{"nothing", "I cried all night.", false},
		{"as it was", "And so I cried. [It rained.]", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			after, faults := without(t, tt.text)
			if (len(faults) > 0) != tt.fault {
				t.Errorf("%s is %q: faults %v, want %v", tt.text, after, faults, tt.fault)
			}
			for _, f := range faults {
				if f.Start < 0 || f.End <= f.Start || f.Why == "" {
					t.Errorf("a fault %+v", f)
				}
			}
		})
	}
}

// TestLoose: marks that hang loose are seen, unless they did so before.
func TestLoose(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		before, after string
		want          bool
	}{
		{"I cried.", "I cried.", false},
		{"We met Mr J., 71.", "We met someone..", true},
		{"So... tired", "So... tired", false},
		{"I cried #sad", "I cried #", true},
		{"I cried (hard).", "I cried ().", true},
		{"A retired pilot", "A a pilot and and", false},
		{"It is a pilot", "It is a a pilot", true},
	} {
		if got := remedy.Loose(tt.before, tt.after); got != tt.want {
			t.Errorf("%q to %q: %v, want %v", tt.before, tt.after, got, tt.want)
		}
	}
}
