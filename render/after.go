package render

import (
	"fmt"
	"strings"
	"time"

	"bedside"
)

// What follows the cards: questions, a wording, what was not checked, and where the answer comes from.

func (p *page) questions() {
	n := len(p.result.Questions)
	if n == 0 {
		return
	}
	p.heading(capital(number(n)) + plural(n, " question that only you can answer", " questions that only you can answer"))
	for _, q := range p.result.Questions {
		p.led("  ? ", ink(bedside.OK), plain, clean(q.Prompt))
		if about := quoted(q.Evidence); about != "" {
			p.para("    ", faint, about)
		}
		p.para("    ", way, clean(q.ID)+" = "+clean(strings.Join(q.Options, " | ")))
	}
	p.para("  ", faint, "Answer with --answer ID=VALUE, or under context.answers in a JSON draft.")
}

// quoted repeats the first words that a question is about.
func quoted(evidence []bedside.Evidence) string {
	const most = 3
	var said []string
	for _, e := range evidence {
		if e.Text != "" && len(said) < most {
			said = append(said, "“"+shortened(clean(strings.ReplaceAll(e.Text, "\n", " ")), 48)+"”")
		}
	}
	return strings.Join(compact(said), ", ")
}

// shortened cuts text to so many columns.
func shortened(s string, most int) string {
	if columns(s) <= most {
		return s
	}
	used := 0
	for at := 0; at < len(s); {
		size, n := nextCluster(s[at:])
		if used+n >= most {
			return strings.TrimRight(s[:at], " ") + "…"
		}
		used, at = used+n, at+size
	}
	return s
}

func (p *page) rewrite() {
	w := p.result.Rewrite
	if w == nil {
		return
	}
	p.heading("A wording that keeps the story")
	text, fresh := rewritten(changes(p.draft.Text, w.Text))
	rows := wrap(text, p.options.Width-6)
	for len(rows) > 1 && len(rows[0].trimmed()) == 0 {
		rows = rows[1:] // what was taken out stood in front of a line break
	}
	for _, r := range rows {
		p.line("  ", p.paint(way, "│"), " ", p.fresh(runs(r.trimmed(), fresh)))
	}
	p.para("  ", faint, "Checked again: "+again(w.Verdict))
}

// fresh writes a row of the rewrite; with colour, what was put in is underlined.
func (p *page) fresh(rs []run) string {
	var b strings.Builder
	for _, r := range rs {
		st := plain
		if len(r.cards) > 0 {
			st = added
		}
		b.WriteString(p.paint(st, r.text()))
	}
	return b.String()
}

// again says what a second check of the rewrite found.
func again(s bedside.Severity) string {
	switch s {
	case bedside.OK:
		return "nothing found by these checks."
	case bedside.Advise:
		return "nothing left to change; what is left to consider stays yours."
	default:
		return "something is left to change."
	}
}

func (p *page) notChecked() {
	disabled := switchedOff(p.result.Packs)
	if len(p.result.NotChecked)+len(disabled) == 0 {
		return
	}
	p.heading("Not checked")
	for _, n := range p.result.NotChecked {
		p.para("  · ", plain, clean(n.Message))
	}
	for _, d := range disabled {
		p.para("  · ", plain, clean(d))
	}
}

// switchedOff names the rules that a pack has disabled: whoever reads the answer must know.
func switchedOff(packs []bedside.PackInfo) (said []string) {
	for _, k := range packs {
		if len(k.Disabled) > 0 {
			said = append(said, fmt.Sprintf("The pack %s switches off %s.", k.ID, strings.Join(k.Disabled, ", ")))
		}
	}
	return said
}

func (p *page) footer() {
	if !p.options.Verbose {
		return
	}
	p.line()
	p.para("  ", faint, fmt.Sprintf("Bedside %s, as of %s, packs: %s", p.result.Version, p.result.AsOf.Format(time.RFC3339), clean(packNames(p.result.Packs))))
	for _, m := range p.result.Mentions {
		p.para("  ", faint, fmt.Sprintf("%s (%s), bytes %d to %d %s", m.Type, m.Class, m.Start, m.End, m.Person))
	}
}

// packNames lists the packs in force.
func packNames(packs []bedside.PackInfo) string {
	var names []string
	for _, k := range packs {
		names = append(names, strings.TrimSpace(k.ID+" "+k.Version))
	}
	return strings.Join(names, ", ")
}
