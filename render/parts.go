package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bedside"
)

// part is one of the draft's texts with the marks on it.
type part struct {
	key   bedside.Span // kind and index
	label string
	text  string
	marks []mark
}

// card is a finding with its number, the most severe first.
type card struct {
	number  int
	finding bedside.Finding
}

// parts lists the texts that carry marks, the draft's own text first.
func parts(d bedside.Draft, cards []card) (out []part) {
	place := make(map[bedside.Span]int)
	for _, c := range cards {
		for _, e := range c.finding.Evidence {
			text := partText(d, e)
			if e.Start >= e.End || e.Start < 0 || e.End > len(text) {
				continue
			}
			key := bedside.Span{Part: e.Part, Index: e.Index}
			at, ok := place[key]
			if !ok {
				at = len(out)
				place[key] = at
				out = append(out, part{key: key, label: partLabel(d, e), text: text})
			}
			out[at].marks = append(out[at].marks, mark{e.Start, e.End, c.number, c.finding.Severity})
		}
	}
	slices.SortFunc(out, func(a, b part) int {
		return cmp.Or(cmp.Compare(partOrder(a.key.Part), partOrder(b.key.Part)), cmp.Compare(a.key.Index, b.key.Index))
	})
	return out
}

// partOrder is the order in which parts are shown.
func partOrder(k bedside.PartKind) int {
	return slices.Index([]bedside.PartKind{
		bedside.PartText, bedside.PartAlt, bedside.PartCaption, bedside.PartPictureText, bedside.PartBio, bedside.PartReplyTo, bedside.PartTimeline,
	}, k)
}

// partText is the text that evidence lies in, or nothing when the draft does not hold it.
func partText(d bedside.Draft, e bedside.Evidence) string {
	media := func(text func(bedside.Media) string) string {
		if e.Index < 0 || e.Index >= len(d.Media) {
			return ""
		}
		return text(d.Media[e.Index])
	}
	switch e.Part { //nolint:exhaustive // a picture as a whole has no text
	case bedside.PartText:
		return d.Text
	case bedside.PartAlt:
		return media(func(m bedside.Media) string { return m.Alt })
	case bedside.PartCaption:
		return media(func(m bedside.Media) string { return m.Caption })
	case bedside.PartPictureText:
		return media(func(m bedside.Media) string {
			words, _ := m.Seen.Words()
			return words
		})
	case bedside.PartBio:
		return d.Account.Bio
	case bedside.PartReplyTo:
		return d.Context.ReplyTo.Text
	case bedside.PartTimeline:
		if e.Index >= 0 && e.Index < len(d.Context.Timeline) {
			return d.Context.Timeline[e.Index].Text
		}
	}
	return ""
}

// partLabel says in words which part this is.
func partLabel(d bedside.Draft, e bedside.Evidence) string {
	switch e.Part {
	case bedside.PartAlt:
		return "The description of " + picture(d, e.Index)
	case bedside.PartCaption:
		return "The caption of " + picture(d, e.Index)
	case bedside.PartPictureText:
		return "Words in " + picture(d, e.Index)
	case bedside.PartMedia:
		return capital(picture(d, e.Index))
	case bedside.PartBio:
		return "The bio"
	case bedside.PartReplyTo:
		return "What this answers"
	case bedside.PartTimeline:
		return earlier(d, e.Index)
	default:
		return "The text"
	}
}

// inPicture says which place of which picture evidence is: "A face, upper left", and of which picture where there are several.
func inPicture(d bedside.Draft, e bedside.Evidence, s *bedside.Seen) string {
	if len(d.Media) <= 1 {
		return boxed(s, e)
	}
	return capital(picture(d, e.Index)) + ": " + strings.ToLower(boxed(s, e)[:1]) + boxed(s, e)[1:]
}

func picture(d bedside.Draft, index int) string {
	if len(d.Media) <= 1 {
		return "the picture"
	}
	return fmt.Sprintf("picture %d", index+1)
}

func earlier(d bedside.Draft, index int) string {
	if index >= 0 && index < len(d.Context.Timeline) && !d.Context.Timeline[index].Time.IsZero() {
		return "The post of " + d.Context.Timeline[index].Time.Format("2 January 2006")
	}
	return fmt.Sprintf("Earlier post %d", index+1)
}

// elsewhere says where a card looks when nothing shown is marked for it: in a picture, or at a part as a whole.
// Without text it says where in bytes.
func elsewhere(d bedside.Draft, f bedside.Finding, noText bool) string {
	var said []string
	for _, e := range f.Evidence {
		where := partLabel(d, e)
		if s := seenAt(d, e); s != nil && e.Box != nil {
			said = append(said, inPicture(d, e, s))
			continue
		}
		switch text := partText(d, e); {
		case noText && e.Start < e.End:
			where += fmt.Sprintf(", bytes %d to %d", e.Start, e.End)
		case text != "" && e.Start < e.End && e.End <= len(text), e.Part == bedside.PartText:
			continue
		case e.Text != "" && !noText:
			where += fmt.Sprintf(": “%s”", clean(e.Text))
		}
		said = append(said, where)
	}
	return strings.Join(compact(said), "; ")
}

// compact leaves out what was said before.
func compact(list []string) (out []string) {
	seen := make(map[string]bool)
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
