package bench

import (
	"context"
	"fmt"
	"io"
	"slices"

	"bedside"
	"bedside/internal/eval/spans"
)

// Row is what a program in one configuration found, and what it cost.
type Row struct {
	Peer  Peer
	Parts []spans.Part
	Cost  Cost
	Texts int
	Err   error // it could not be run
}

// Run runs every peer over the texts of the sets, each text once, after texts that warm up. Rows come in the order of the
// peers. What a peer did is told to progress.
func Run(ctx context.Context, peers []Peer, place Place, sets []spans.Set, warm, environ []string, progress io.Writer) []Row {
	texts := textsOf(sets, warm)
	countries := spans.Countries()
	var rows []Row
	for _, p := range peers {
		fmt.Fprintf(progress, "%s: %d texts\n", p.Title(), len(texts))
		row := Row{Peer: p}
		found, cost, err := drive(ctx, p, place, texts, environ)
		if err != nil {
			row.Err = err
			fmt.Fprintf(progress, "  left out: %v\n", err)
		} else {
			row.Cost, row.Texts = cost, len(found)
			row.Parts = spans.Whole(asked(p, sets), answers(p, texts, found, countries)).Parts
		}
		rows = append(rows, row)
	}
	return rows
}

// asked are the sets that a peer is judged on.
func asked(p Peer, sets []spans.Set) []spans.Set {
	if !p.nameless {
		return sets
	}
	return slices.DeleteFunc(slices.Clone(sets), func(s spans.Set) bool { return s.NamesOnly() })
}

// textsOf gathers the texts: those that warm up first, then every other once. Templates repeat themselves, and a text that was
// run before would be timed as nobody's text is.
func textsOf(sets []spans.Set, warm []string) []item {
	var texts []item
	seen := map[string]bool{}
	for _, w := range warm {
		if !seen[w] {
			texts = append(texts, item{w, true})
		}
		seen[w] = true
	}
	for _, set := range sets {
		for _, t := range set.Texts {
			if !seen[t.Text] {
				texts = append(texts, item{t.Text, false})
			}
			seen[t.Text] = true
		}
	}
	return texts
}

// answers looks up what a peer found in a text.
func answers(p Peer, texts []item, found [][]spans.Span, countries func(string) bool) spans.Mentions {
	by := map[string][]bedside.MentionOut{}
	i := 0
	for _, t := range texts {
		if t.Warm {
			continue
		}
		if p.driver == "" {
			by[t.Text] = own(found[i])
		} else {
			by[t.Text] = mentions(t.Text, found[i], countries)
		}
		i++
	}
	return func(text string) ([]bedside.MentionOut, error) { return by[text], nil }
}

// own gives Bedside's mentions their classes back.
func own(finds []spans.Span) []bedside.MentionOut {
	var out []bedside.MentionOut
	for _, f := range finds {
		if kind, ok := bedside.ParseFact(f.Type); ok {
			out = append(out, bedside.MentionOut{Type: f.Type, Class: kind.Info().Class, Start: f.Start, End: f.End})
		}
	}
	return out
}
