package spans

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"bedside/internal/eval"
)

// Print writes the figures as compact tables, each figure with its counts and its 95 % interval.
func (r *Report) Print(w io.Writer) error {
	t := tabwriter.NewWriter(w, 2, 8, 2, ' ', 0)
	for i, p := range r.Parts {
		if i == 0 || !sameFigures(p, r.Parts[i-1]) {
			t.Flush()
			fmt.Fprintf(t, "\nIdentifying details\thalf\tcounted by\ttexts\t%s\n", strings.Join(p.names(), "\t"))
		}
		p.print(t)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	r.printTypes(t)
	for _, n := range r.Notes {
		fmt.Fprintf(t, "%s\n", n)
	}
	return t.Flush()
}

func sameFigures(a, b Part) bool { return slices.Equal(a.names(), b.names()) }

func (p Part) names() []string {
	var out []string
	for _, f := range p.Figures {
		out = append(out, f.Name)
	}
	return out
}

func (p Part) print(w io.Writer) {
	half := "unseen"
	if p.Seen {
		half = "seen"
	}
	fmt.Fprintf(w, "%s\t%s\t%s\t%d", p.Set, half, p.Way, p.Texts)
	for _, f := range p.Figures {
		fmt.Fprintf(w, "\t%s", FigureText(f.Rate))
	}
	if p.Failed > 0 {
		fmt.Fprintf(w, "\t%d could not be checked", p.Failed)
	}
	fmt.Fprintln(w)
}

// printTypes writes what was found of each type, in the halves that may be looked at.
func (r *Report) printTypes(w io.Writer) {
	for i, p := range r.Parts {
		if i == 0 {
			fmt.Fprintf(w, "\nBy type, seen halves\ttype\tfound\n")
		}
		for _, f := range p.Types {
			fmt.Fprintf(w, "%s\t%s\t%s\n", p.Set, f.Name, FigureText(f.Rate))
		}
	}
}

// FigureText writes a figure with its counts, where it has any, and its interval.
func FigureText(r eval.Rate) string {
	switch {
	case r.Count.Of > 0:
		return fmt.Sprintf("%.1f %% %d/%d [%.1f, %.1f]", 100*r.Value, r.Hits, r.Of, 100*r.Low, 100*r.High)
	case r.Value == 0 && r.Low == 0 && r.High == 1: // none of none
		return "-"
	default: // drawn, not counted
		return fmt.Sprintf("%.1f %% [%.1f, %.1f]", 100*r.Value, 100*r.Low, 100*r.High)
	}
}
