package eval

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// Print writes the report as compact tables.
func (r *Report) Print(w io.Writer) error {
	p := &printer{tabwriter.NewWriter(w, 2, 8, 2, ' ', 0)}
	p.head("Corpus at " + r.Commit)
	p.totals(r.Corpus)
	if r.Natural.Of > 0 {
		p.line("  good rewrites that a reader found natural\t%s", percent(r.Natural))
	}
	for _, n := range r.Ngrams {
		p.ngram(n)
	}
	p.details(r.Details)
	p.misses(r.Misses)
	p.scenarios(r.Scenarios)
	p.tweets(r.Tweets)
	p.people(r.People)
	p.respect(r.Respect)
	if r.Lockbox != nil {
		p.head("Lock-box, totals only")
		p.totals(r.Lockbox.Totals)
		p.ngram(r.Lockbox.Ngram)
		p.line("lines that are no labelled drafts\t%d", r.Lockbox.Unreadable)
		p.people(r.Lockbox.People)
	}
	p.changes(r.Changes)
	p.notes(r)
	return p.w.Flush()
}

type printer struct{ w *tabwriter.Writer }

func (p *printer) line(format string, args ...any) { fmt.Fprintf(p.w, format+"\n", args...) }

// head ends the table before it, so that each has its own columns.
func (p *printer) head(title string) {
	p.w.Flush()
	p.line("\n%s", title)
}

func (p *printer) totals(t Totals) {
	p.line("drafts\t%d", t.Drafts)
	if t.Failed > 0 {
		p.line("failed\t%d", t.Failed)
	}
	for _, m := range t.Metrics {
		p.line("%s\t%s", m.Title, percent(m.Rate))
	}
	p.line("rewrites, of drafts whose words have an edit\t%s", percent(t.Rewrites.Mendable))
	for _, e := range t.Rewrites.Endings {
		p.line("  %s\t%d/%d", e.Title, e.Count.Hits, e.Count.Of)
	}
	p.line("  gold spans that good rewrites change\t%s", percent(t.Rewrites.Altered))
}

func percent(r Rate) string {
	if r.Of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f %%\t%d/%d\t[%.1f, %.1f]", 100*r.Value, r.Hits, r.Of, 100*r.Low, 100*r.High)
}

func (p *printer) ngram(n Ngram) {
	p.line("%s: side right\t%s", n.Name, percent(n.Side))
	p.line("  let through\t%s", percent(n.LetThrough))
	p.line("  sent back\t%s", percent(n.SentBack))
}

func (p *printer) details(d *Details) {
	if d == nil {
		return
	}
	p.head("By topic, at revise or block\tprecision\trecall\tspans hit")
	for _, t := range d.Topics {
		p.line("%s\t%s\t%s\t%s", t.Topic, brief(t.Precision), brief(t.Recall), brief(t.Spans))
	}
	p.head("By rule, most often wrong first\tsent back right\tadvised right\ton ok")
	for _, r := range d.Rules {
		p.line("%s\t%d/%d\t%d/%d\t%d", r.Rule, r.SendBack.Hits, r.SendBack.Of, r.Advise.Hits, r.Advise.Of, r.OnOK)
	}
	p.groups("By variety of English", d.Varieties)
	p.groups("By writer", d.Writers)
	if len(d.Unfound) > 0 {
		p.head("Labels that quote words their part does not hold: " + strings.Join(d.Unfound, " "))
	}
}

func brief(r Rate) string {
	if r.Of == 0 {
		return "-"
	}
	return fmt.Sprintf("%3.0f %% %d/%d [%.0f, %.0f]", 100*r.Value, r.Hits, r.Of, 100*r.Low, 100*r.High)
}

func (p *printer) groups(title string, groups []GroupScore) {
	p.head(title + "\tside right\tlet through\tsent back")
	for _, g := range groups {
		p.line("%s\t%s\t%s\t%s", g.Name, brief(g.Side), brief(g.LetThrough), brief(g.SentBack))
	}
}

func (p *printer) misses(misses []Miss) {
	if len(misses) == 0 {
		return
	}
	p.head("Misses\tkind\tgold\tgot\tspans\tlabelled\tsaid")
	for _, m := range misses {
		p.line("%s\t%s\t%s\t%s\t%d/%d\t%s\t%s", m.ID, m.Kind, m.Gold, m.Got, m.Spans.Hits, m.Spans.Of,
			strings.Join(m.Want, ", "), strings.Join(m.Rules, ", "))
		if m.Text != "" {
			p.w.Flush()
			p.line("  | %s", strings.ReplaceAll(m.Text, "\n", "\n  | "))
		}
	}
}

func (p *printer) scenarios(scenarios []Scenario) {
	if len(scenarios) == 0 {
		return
	}
	p.head("Scenarios\twanted\tgot\trewrite\t")
	for _, s := range scenarios {
		state := "right"
		if s.Failure != "" {
			state = s.Failure
		} else if !s.Right {
			state = "WRONG"
		}
		p.line("%s\t%s to %s\t%s\t%v\t%s", s.Name, s.Want[0], s.Want[1], s.Got, s.Rewrite, state)
	}
}

func (p *printer) tweets(parts []TweetPart) {
	for _, t := range parts {
		held := ""
		if t.HeldOut {
			held = ", held out"
		}
		p.head(fmt.Sprintf("Tweets, %s%s: %d posts, %d failed\tper 1,000", t.Name, held, t.Posts, t.Failed))
		for _, r := range t.Rates {
			p.line("%s\t%.1f\t%d\t[%.1f, %.1f]", r.Key, r.Value, r.Count, r.Low, r.High)
		}
		for _, row := range t.Rows {
			p.line("row %d\t%s\t%s", row.Row, row.Verdict, strings.Join(row.Rules, ", "))
		}
	}
}

func (p *printer) people(scores []PeopleScore) {
	for _, s := range scores {
		p.head("Whose: " + s.Name)
		p.line("patient or not, of mentions seen\t%s", percent(s.Side))
		p.line("  of patients\t%s", percent(s.Patients))
		p.line("  of others\t%s", percent(s.Others))
		p.line("  unsure\t%s", percent(s.Unsure))
		p.line("a patient's family known as such\t%s", percent(s.Family))
		p.line("patients not seen\t%s", percent(s.Unseen[0]))
		p.line("others not seen\t%s", percent(s.Unseen[1]))
		for _, g := range s.Groups {
			p.line("  %s\t%s", g.Name, percent(g.Side))
		}
	}
}

func (p *printer) changes(changes []Change) {
	if len(changes) == 0 {
		return
	}
	p.head("Against the baseline, on the same drafts\tbefore\tnow\t")
	for _, c := range changes {
		state := ""
		if c.Fell {
			state = "FELL"
		}
		p.line("%s\t%.1f %%\t%.1f %%\t%s", strings.TrimSpace(c.Title), 100*c.Before.Value, 100*c.Now.Value, state)
	}
}

func (p *printer) notes(r *Report) {
	if len(r.Unreadable) > 0 {
		p.head(fmt.Sprintf("%d lines of dev are no labelled drafts and are not scored", len(r.Unreadable)))
	}
	for _, u := range r.Unreadable {
		p.line("%s", u)
	}
	if len(r.Notes) > 0 {
		p.head("Notes")
	}
	for _, n := range r.Notes {
		p.line("%s", n)
	}
}
