package remedy_test

import (
	"math/rand/v2"
	"testing"
	"unicode"
	"unicode/utf8"

	"bedside"
	"bedside/remedy"
	"bedside/text"
)

// FuzzPlan marks tokens at random and asks for sorted edits that lie apart, on the boundaries of what people see as characters.
func FuzzPlan(f *testing.F) {
	for i, s := range []string{
		"A lovely 34-year-old teacher, today, at our hospital. She died.", "👩🏽\u200d⚕️ Zoe\u0308 died 👍🏾", "Tuesday's man. \n\nMrs Alvarez’s bed 4",
		"a a a the the , , - - my our", "", " . ", "é́́", "It is   over .Then  on\u00a0Monday",
	} {
		f.Add(s, uint64(i))
	}
	kinds := []bedside.FactKind{
		bedside.FactAge, bedside.FactName, bedside.FactPersonPatient, bedside.FactOccupation, bedside.FactRecent, bedside.FactRoom,
		bedside.FactCondition, bedside.FactFinding, bedside.FactStory, bedside.FactNone,
	}
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		doc := parse(s)
		marks := randomMarks(rand.New(rand.NewPCG(seed, 1)), doc, kinds)
		for _, way := range []string{"generalise", "leave_out", "prepend", "append", "reply", ""} {
			edits := remedy.Plan(doc, remedy.Task{Edit: way, Insert: "So.", Marks: marks})
			checkEdits(t, s, edits)
			for _, e := range edits {
				checkBoundary(t, s, e.Start)
				checkBoundary(t, s, e.End)
			}
			if after := remedy.Apply(s, edits); !utf8.ValidString(after) {
				t.Errorf("%s makes %q", way, after)
			}
			if joined := remedy.Join(append(edits, edits...)); len(joined) != len(edits) {
				t.Errorf("%s: %d edits twice are %d", way, len(edits), len(joined))
			}
		}
	})
}

// randomMarks draws stretches of whole tokens, in order of place, which may overlap.
func randomMarks(random *rand.Rand, doc *text.Document, kinds []bedside.FactKind) []remedy.Mark {
	var out []remedy.Mark
	for i, tok := range doc.Tokens {
		if tok.Kind == text.Newline || random.IntN(3) > 0 {
			continue
		}
		last := min(len(doc.Tokens)-1, i+random.IntN(3))
		if atMiddle(doc.Text, int(tok.Start)) || atMiddle(doc.Text, int(doc.Tokens[last].End)) {
			continue
		}
		if doc.Tokens[last].Sentence != tok.Sentence || doc.Tokens[last].Kind == text.Newline {
			last = i
		}
		m := remedy.Mark{Kind: kinds[random.IntN(len(kinds))], Start: int(tok.Start), End: int(doc.Tokens[last].End)}
		if random.IntN(2) == 0 {
			m.General = "a condition"
		}
		out = append(out, m)
	}
	return out
}

// checkBoundary: no character with its marks, tones and joiners is cut in two.
func checkBoundary(t *testing.T, s string, at int) {
	t.Helper()
	if atMiddle(s, at) {
		t.Errorf("an edit cuts %q at %d", s, at)
	}
}

// atMiddle reports whether a place lies inside a character as people see it.
func atMiddle(s string, at int) bool {
	if at == 0 || at == len(s) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	r, _ := utf8.DecodeRuneInString(s[at:])
	return !utf8.RuneStart(s[at]) || unicode.In(r, unicode.Mn, unicode.Me) || r == '\u200d' ||
		before == '\u200d' && unicode.Is(unicode.So, r) ||
		r >= 0x1f3fb && r <= 0x1f3ff || before == '\r' && r == '\n'
}
