package app

import (
	"context"
	"slices"

	"bedside"
	"bedside/internal/store"
)

// Disclosure is a tie that a draft can disclose, with the line that says it.
type Disclosure struct {
	ID, Party, Line string
	Named           bool // the draft names the party, or a product of theirs
}

// mostDisclosures is how many ties a draft is offered: those that it names come first.
const mostDisclosures = 12

// Disclosures are the ties that a draft can disclose: those that it names, and those that were written by hand.
func (i Interests) Disclosures(ctx context.Context, d bedside.Draft) ([]Disclosure, error) {
	kept, err := i.shelf.List(ctx, store.Filter{States: []string{InterestCurrent}})
	if err != nil {
		return nil, err
	}
	words := foldDraft(d)
	var named, others []Disclosure
	for k := range kept {
		n := &kept[k].Noun
		if n.State(i.app.Now()) != InterestCurrent {
			continue
		}
		one := Disclosure{kept[k].ID, n.Party, n.Line(), n.named(words)}
		switch {
		case one.Named:
			named = append(named, one)
		case n.Source == "":
			others = append(others, one)
		}
	}
	out := slices.Concat(named, others)
	return out[:min(len(out), mostDisclosures)], nil
}

// named reports whether words name the party, or a product of theirs.
func (i *Interest) named(words string) bool {
	return names(words, companyName(i.Party)) || slices.ContainsFunc(i.Products, func(p string) bool { return names(words, p) })
}

// Line is the line that discloses a tie.
func (i Interests) Line(ctx context.Context, id string) (string, error) {
	k, err := i.Find(ctx, id)
	return k.Noun.Line(), err
}
