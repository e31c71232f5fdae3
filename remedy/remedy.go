// Package remedy turns a finding into edits of the draft's text: more general words for details that point at one person,
// sentences left out, a disclosure put first, a neutral reply. It says the same of more people; it never masks with dots
// and never adds a fact. Whether the edited draft is better is not its to say: the engine checks it again. Start at Plan.
package remedy

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"bedside"
	"bedside/text"
)

// Task is one finding to be mended.
type Task struct {
	Edit   string // generalise, leave_out, leave_out_sentence, prepend, append or reply
	Insert string
	Marks  []Mark // what is marked, or for generalise everything told of the person, in order of place
}

// Mark is a stretch of the text with what it is.
type Mark struct {
	Kind       bedside.FactKind
	Start, End int
	General    string
	Who        string // what the person may be called: "a patient", "a colleague"; empty: "someone"
	Again      bool   // the person was spoken of before
	People     bool   // it is about somebody: what is told of them may be said in general words
	Title      bool   // a title or qualification is what is wrong with it
}

// Plan returns the edits for a task on a parsed text, sorted, without overlaps and on grapheme boundaries; nil when no honest edit exists.
func Plan(doc *text.Document, t Task) []bedside.Edit {
	return Compose(doc, plan(doc, t))
}

func plan(doc *text.Document, t Task) []bedside.Edit {
	switch t.Edit {
	case "prepend":
		return []bedside.Edit{{Start: 0, End: 0, Text: t.Insert + " "}}
	case "append":
		if speaksForAll(doc) {
			return nil // who has just spoken for all does not speak for themselves
		}
		return []bedside.Edit{{Start: len(doc.Text), End: len(doc.Text), Text: appended(doc.Text, t.Insert)}}
	case "reply":
		return []bedside.Edit{{Start: 0, End: len(doc.Text), Text: t.Insert}}
	case "leave_out":
		return leaveOut(doc, t.Marks)
	case "leave_out_sentence":
		return leaveOutSentences(doc, t.Marks)
	case "generalise":
		return generalise(doc, t.Marks)
	default:
		return nil
	}
}

// snapped draws edits out to whole letters: a mark that combines with the letter before it goes with it, and so does the
// second half of a line end.
func snapped(s string, edits []bedside.Edit) []bedside.Edit {
	for i := range edits {
		e := &edits[i]
		for e.Start > 0 && continues(s, e.Start) {
			_, size := utf8.DecodeLastRuneInString(s[:e.Start])
			e.Start -= size
		}
		for e.End < len(s) && continues(s, e.End) {
			_, size := utf8.DecodeRuneInString(s[e.End:])
			e.End += size
		}
	}
	return edits
}

// continues reports whether what stands at a place belongs to the letter before it.
func continues(s string, at int) bool {
	if at >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	return unicode.Is(unicode.M, r) || r == 0x200D || before == 0x200D || r >= 0x1F3FB && r <= 0x1F3FF || before == '\r' && r == '\n'
}

// appended puts a sentence behind others: on its own line where what stands before it has no full stop.
func appended(before, insert string) string {
	end := strings.TrimRight(before, " \n")
	switch {
	case end != before || before == "":
		return insert
	case strings.HasSuffix(end, ".") || strings.HasSuffix(end, "!") || strings.HasSuffix(end, "?") || strings.HasSuffix(end, "…"):
		return " " + insert
	default:
		return "\n" + insert
	}
}

// before orders edits: by place, what puts in first, then the longest.
func before(a, b bedside.Edit) bool {
	if a.Start != b.Start {
		return a.Start < b.Start
	}
	if putIn := a.Start == a.End; putIn != (b.Start == b.End) {
		return putIn
	}
	return a.End > b.End
}

// Join merges edits of several findings: sorted, and of two that overlap the one that begins first, drawn out over what the
// other leaves out.
func Join(edits []bedside.Edit) []bedside.Edit {
	edits = slices.Clone(edits)
	sort.SliceStable(edits, func(i, j int) bool { return before(edits[i], edits[j]) })
	out := edits[:0]
	for _, e := range edits {
		n := len(out)
		if n == 0 || e.Start >= out[n-1].End && e != out[n-1] {
			out = append(out, e)
			continue
		}
		if e.Text == "" {
			out[n-1].End = max(out[n-1].End, e.End)
		}
	}
	return out
}

// Apply makes the edits. They must be sorted and must not overlap.
func Apply(s string, edits []bedside.Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(s[at:e.Start])
		b.WriteString(withoutSecondSpace(b.String(), e.Text))
		at = e.End
	}
	b.WriteString(s[at:])
	return b.String()
}

// withoutSecondSpace is a wording put in behind others: two findings may each bring the space between them.
func withoutSecondSpace(before, wording string) string {
	if strings.HasSuffix(before, " ") {
		return strings.TrimPrefix(wording, " ")
	}
	return wording
}

// Before is the place in the text as written that a place in the mended text stands for.
func Before(edits []bedside.Edit, at int) int {
	shift := 0
	for _, e := range edits {
		start := e.Start + shift
		if at < start {
			break
		}
		if at < start+len(e.Text) {
			return e.Start
		}
		shift += len(e.Text) - (e.End - e.Start)
	}
	return at - shift
}

// speaksForAll reports whether a text says that it speaks for an institution: a sentence put behind it would only contradict it.
func speaksForAll(doc *text.Document) bool {
	for k := range doc.Tokens {
		next := ""
		if k+1 < len(doc.Tokens) {
			next = doc.Tokens[k+1].Form
		}
		switch w := doc.Tokens[k].Form; {
		case w == "behalf" && next == "of", w == "speaking" && next == "for", w == "we" && next == "at", w == "us" && next == "at", w == "our" && (next == "position" || next == "trust"),
			w == "official" && (next == "line" || next == "position" || next == "statement"), w == "'s" && next == "position":
			return true
		}
	}
	return false
}
