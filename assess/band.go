package assess

import (
	"strings"

	"bedside"
	"bedside/pack"
)

// band is how far the learned reader may move a rule's findings (docs/adr/0010-learned-reader.md).
type band struct {
	unlikely, doubtful, sure bedside.FactKind
	lowest, highest          bedside.Severity
}

func bandOf(b *pack.Band) *band {
	if b == nil {
		return nil
	}
	h, _ := bedside.ParseHead(b.Head)
	return &band{
		unlikely: bedside.LearnedFact(h, bedside.Unlikely), doubtful: bedside.LearnedFact(h, bedside.Doubtful), sure: bedside.LearnedFact(h, bedside.Sure),
		lowest: b.Lowest, highest: b.Highest,
	}
}

// move is a severity after the reader was heard; grave is what the words alone would block. A draft that was not read moves nothing, and whoever is identified stays so:
// identifiers are no matter of reading.
func (b *band) move(s bedside.Severity, grave bool, u *unitView) bedside.Severity {
	if b == nil {
		return s
	}
	known := &u.sets[scopeDraft]
	switch {
	case known.Has(b.sure):
		return max(s, b.highest)
	case !known.Has(b.doubtful) || u.sets[scopeUnit].Has(bedside.FactIdentified):
		return s
	case b.lowest == bedside.OK && known.Has(b.unlikely) && s == bedside.Revise && !grave:
		return bedside.OK // words that are grave by themselves are at least spoken of
	}
	return min(s, max(b.lowest, bedside.Advise))
}

// learned reports whether a fact is one of the reader's.
func learned(name string) bool {
	head, _, _ := strings.Cut(name, ".")
	_, ok := bedside.ParseHead(head)
	return ok
}

// withoutEchoes drops what the reader found between the lines where a rule already says as much of the same topic.
func withoutEchoes(all []Finding) []Finding {
	out := all[:0:0]
	for i := range all {
		if !all[i].echo || !saidElsewhere(all, i) {
			out = append(out, all[i])
		}
	}
	return out
}

func saidElsewhere(all []Finding, i int) bool {
	for j := range all {
		if !all[j].echo && all[j].Topic == all[i].Topic && all[j].Severity >= all[i].Severity {
			return true
		}
	}
	return false
}

// echoed reports whether the reader alone speaks of a topic.
func echoed(all []Finding, topic string) bool {
	for i := range all {
		if all[i].echo && all[i].Topic == topic {
			return true
		}
	}
	return false
}

// guessOf is the topic of which a question asks the author what the reader only guesses, or "".
func guessOf(starts []string) string {
	for h := range bedside.Head(bedside.HeadCount) {
		if len(starts) > 0 && starts[0] == bedside.LearnedFact(h, bedside.Sure).String() {
			return h.Topic()
		}
	}
	return ""
}
