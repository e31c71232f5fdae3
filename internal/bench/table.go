package bench

import (
	"fmt"
	"io"
	"strings"

	"bedside/internal/eval"
	"bedside/internal/eval/spans"
)

// Occasion is where and when a run was made, and of what.
type Occasion struct {
	Date, Commit, Machine string
	Versions              map[string]string // by package
	Notes                 []string          // sets that were not there, peers that could not be run
}

// column is a figure of the table on top.
type column struct{ title, set, way, figure string }

// columns are the figures by which each set is known.
func columns() []column {
	const overlap, exact = "any overlap", "as they are, exactly"
	return []column{
		{"our posts: F2", spans.OwnSet, overlap, "F2"},
		{"our posts: clean flagged", spans.OwnSet, overlap, "clean texts flagged"},
		{"ASQ-PHI: found", "asq_phi", overlap, "found"},
		{"ASQ-PHI: clean flagged", "asq_phi", overlap, "clean texts flagged"},
		{"hand-offs: F2", "handoffs", overlap, "F2"},
		{"Presidio synth: F2", "presidio_synth, v2", overlap, "F2"},
		{"SPIA: found", "spia", overlap, "found"},
		{"WNUT-17: names F1", "WNUT-17 dev", exact, "F1"},
		{"BTC: names F1", "BTC dev", exact, "F1"},
	}
}

// Write writes the page: what was run, the table, and each set by itself.
func Write(w io.Writer, rows []Row, o Occasion) error {
	p := &page{w: w}
	p.head(o)
	p.overview(rows)
	p.sets(rows)
	p.configurations(rows, o)
	p.counting(rows)
	return p.err
}

type page struct {
	w   io.Writer
	err error
}

func (p *page) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *page) head(o Occasion) {
	p.line("# Bedside beside its peers\n")
	p.line("Written by `make bench` on %s at %s, on %s. One run: every program got the same texts in the same order, each text once, in one thread,\nafter texts that warmed it up and are not counted. Figures are percent unless said otherwise.\n", o.Date, o.Commit, o.Machine)
	for _, n := range o.Notes {
		p.line("- %s", n)
	}
	if len(o.Notes) > 0 {
		p.line("")
	}
}

// overview is the one table: a row a program.
func (p *page) overview(rows []Row) {
	var told []column
	for _, c := range columns() {
		if anyHas(rows, c) {
			told = append(told, c)
		}
	}
	head, rule := "| |", "|---|"
	for _, c := range told {
		head += " " + c.title + " |"
		rule += "--:|"
	}
	p.line("%s posts a second | ready after, s | memory, MiB |", head)
	p.line("%s--:|--:|--:|", rule)
	for _, r := range rows {
		if r.Err != nil {
			continue
		}
		var cells strings.Builder
		for _, c := range told {
			fmt.Fprintf(&cells, " %s |", short(r, c))
		}
		p.line("| %s |%s %s | %.2f | %d |", r.Peer.Title(), cells.String(), perSecond(r), r.Cost.ReadyS, r.Cost.PeakKiB/1024)
	}
	p.line("\nPosts a second, and the time until ready, are processor time; a program is ready when it could take its first text.\nThey rise and fall with what else the machine was doing: read them as orders of magnitude.\n")
}

func anyHas(rows []Row, c column) bool {
	for _, r := range rows {
		if _, ok := figure(r, c.set, c.way, c.figure); ok {
			return true
		}
	}
	return false
}

func perSecond(r Row) string {
	if r.Cost.SpentS == 0 {
		return "-"
	}
	n := float64(r.Texts) / r.Cost.SpentS
	if n < 100 {
		return fmt.Sprintf("%.1f", n)
	}
	return fmt.Sprintf("%.0f", n)
}

func short(r Row, c column) string {
	rate, ok := figure(r, c.set, c.way, c.figure)
	if !ok {
		return "-"
	}
	return fmt.Sprintf("%.1f", 100*rate.Value)
}

func figure(r Row, set, way, name string) (eval.Rate, bool) {
	for _, part := range r.Parts {
		if part.Set != set || part.Way != way {
			continue
		}
		for _, f := range part.Figures {
			if f.Name == name {
				return f.Rate, true
			}
		}
	}
	return eval.Rate{}, false
}

// sets tells each set and each way of counting by itself, with counts and intervals.
func (p *page) sets(rows []Row) {
	first := firstRun(rows)
	if first == nil {
		return
	}
	p.line("## Set by set\n\nWith counts and 95 %% intervals.\n")
	for _, part := range first.Parts {
		p.line("**%s**, %d texts, counted by %s\n", part.Set, part.Texts, part.Way)
		head, rule := "| |", "|---|"
		for _, f := range part.Figures {
			head += " " + f.Name + " |"
			rule += "---|"
		}
		p.line("%s\n%s", head, rule)
		for _, r := range rows {
			p.setRow(r, part)
		}
		p.line("")
	}
}

func (p *page) setRow(r Row, part spans.Part) {
	if r.Err != nil {
		return
	}
	var cells strings.Builder
	for _, f := range part.Figures {
		told := "-"
		if rate, ok := figure(r, part.Set, part.Way, f.Name); ok {
			told = spans.FigureText(rate)
		}
		fmt.Fprintf(&cells, " %s |", told)
	}
	p.line("| %s |%s", r.Peer.Title(), cells.String())
}

func firstRun(rows []Row) *Row {
	for i := range rows {
		if rows[i].Err == nil {
			return &rows[i]
		}
	}
	return nil
}

func (p *page) configurations(rows []Row, o Occasion) {
	p.line("## What was run\n\n| | version | configuration |\n|---|---|---|")
	for _, r := range rows {
		version := o.Versions[r.Peer.Package]
		if r.Peer.Package == "" {
			version = o.Commit
		}
		p.line("| %s | %s | %s |", r.Peer.Title(), version, r.Peer.Note)
	}
	p.line("")
}

func (p *page) counting(rows []Row) {
	p.line("## What counts\n")
	p.line("A detail is found when a find shares a character with it, each detail at most once; of names also when the find is exactly the name. A find under a\nwrong type is found all the same. Overlapping finds count as one. Ages under 90, countries, lone years, and times that only the day of posting makes\nabsolute are held against nobody. Clean texts are those that hold no detail.\n")
	p.line("| set | asked for |\n|---|---|")
	for _, c := range spans.Countings() {
		if anyHas(rows, column{"", c.Set, "any overlap", "found"}) || anyHas(rows, column{"", c.Set, "as they are, exactly", "F1"}) {
			p.line("| %s | %s |", c.Set, c.Note)
		}
	}
	p.line("\n\"As its anchor counts\" is how the makers of the Presidio sets count: the finds that touch a detail must, taken together, agree with it in nine tenths of\ntheir characters, little words left out. A dash: the program does not say what is a name, or there is nothing to count. Our posts are invented (`internal/bench/posts.txt`); the other sets are public and no part of this repository.")
}
