package engine

import (
	"slices"
	"strings"

	"bedside"
	"bedside/text"
)

// withNames adds names that no list of names has, where a label or a screen says that one stands there: behind "Patient:" on what belongs to
// a patient, and beside the bed on a monitor.
func withNames(p *passageWords, mentions []bedside.Mention) []bedside.Mention {
	watched := p.vitals() >= 2
	if !watched && !slices.ContainsFunc(mentions, p.isBirth) {
		return mentions
	}
	for first := 0; first < len(p.doc.Tokens); first++ {
		last := first
		for last < len(p.doc.Tokens) && p.doc.Tokens[last].Kind != text.Newline {
			last++
		}
		from, to := p.behindLabel(first, last)
		if from == to && watched {
			from, to = p.besideBed(first, last, mentions)
		}
		if p.isName(from, to) && !overlaps(mentions, from, to) {
			mentions = p.with(mentions, bedside.FactName, from, to)
		}
		first = last
	}
	return mentions
}

// behindLabel is what stands in a row behind a label that asks for a name.
func (p *passageWords) behindLabel(first, last int) (from, to int) {
	for i := first; i < last-1; i++ {
		switch p.doc.Tokens[i].Form {
		case "patient", "name", "pt", "surname":
		case ":":
			if i > first {
				return i + 1, last
			}
			return last, last
		default:
			return last, last
		}
	}
	return last, last
}

// besideBed is what stands in a row before or behind a bed.
func (p *passageWords) besideBed(first, last int, mentions []bedside.Mention) (from, to int) {
	for _, m := range mentions {
		if m.Kind != bedside.FactRoom || m.First < first || m.Last > last || !isBed(p.doc.Text[m.Span.Start:m.Span.End]) {
			continue
		}
		if m.First == first {
			return m.Last, last
		}
		return first, m.First
	}
	return last, last
}

// isName holds for one to three words with capitals that say nothing of how somebody is or of what a monitor does.
func (p *passageWords) isName(from, to int) bool {
	words := 0
	for i := from; i < to; i++ {
		t := p.doc.Tokens[i]
		switch {
		case t.Kind == text.Word && t.Flags&(text.Capital|text.Upper) != 0 && !isState(t.Form):
			words++
		case words > 0 && (t.Form == "," || t.Form == "-" || t.Form == "'" || t.Form == "."):
		default:
			return false
		}
	}
	return words >= 1 && words <= 3 && len(p.doc.Tokens[from].Form) >= 2
}

// isState holds for words that stand where a name may, beside a bed.
func isState(word string) bool {
	return slices.Contains(strings.Fields("adult neonate neonatal neo pediatric paediatric paed ped alarm alarms paused pause off on standby discharged discharge admit admitted admission vacant empty free clean occupied closed "+
		"icu nicu picu ccu hdu ward unit bay room bed monitor monitoring ecg sinus rhythm paced isolation contact droplet airborne fall falls risk unknown male female stable critical nurse doctor dr call transport "+
		"mode lead leads demo test no not patient name none new low high silent night main screen trend trends setup menu"), word)
}

func overlaps(mentions []bedside.Mention, first, last int) bool {
	return slices.ContainsFunc(mentions, func(m bedside.Mention) bool { return m.First < last && first < m.Last })
}

// with adds a mention in its place among others.
func (p *passageWords) with(mentions []bedside.Mention, kind bedside.FactKind, first, last int) []bedside.Mention {
	span := bedside.Span{Part: bedside.PartPictureText, Index: p.index, Start: int(p.doc.Tokens[first].Start), End: int(p.doc.Tokens[last-1].End)}
	at, _ := slices.BinarySearchFunc(mentions, first, func(m bedside.Mention, first int) int { return m.First - first })
	return slices.Insert(mentions, at, bedside.Mention{Kind: kind, Span: span, Passage: p.passage, First: first, Last: last})
}
