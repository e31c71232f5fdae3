// Package locate finds where quoted words stand in the parts of a draft: the examples of rules and the labels of the
// corpus quote words, results mark bytes. It never changes or keeps a draft. Start at Find.
package locate

import (
	"strings"

	"bedside"
)

// Part is one text of a draft.
type Part struct {
	Kind  bedside.PartKind
	Index int
	Text  string
}

// Parts lists the texts of a draft that a result can point into.
func Parts(d bedside.Draft) []Part {
	out := []Part{{bedside.PartText, 0, d.Text}}
	for i, m := range d.Media {
		words, _ := m.Seen.Words()
		out = append(out, Part{bedside.PartAlt, i, m.Alt}, Part{bedside.PartCaption, i, m.Caption}, Part{bedside.PartPictureText, i, words})
	}
	out = append(out, Part{bedside.PartBio, 0, d.Account.Bio}, Part{bedside.PartReplyTo, 0, d.Context.ReplyTo.Text})
	for i, t := range d.Context.Timeline {
		out = append(out, Part{bedside.PartTimeline, i, t.Text})
	}
	return out
}

// Find lists every place of the words in parts of a kind, or in all parts when kind is empty.
func Find(d bedside.Draft, kind bedside.PartKind, words string) []bedside.Span {
	var out []bedside.Span
	if words == "" {
		return out
	}
	for _, p := range Parts(d) {
		if kind != "" && p.Kind != kind {
			continue
		}
		for from := 0; ; {
			at := strings.Index(p.Text[from:], words)
			if at < 0 {
				break
			}
			start := from + at
			out = append(out, bedside.Span{Part: p.Kind, Index: p.Index, Start: start, End: start + len(words)})
			from = start + len(words)
		}
	}
	return out
}
