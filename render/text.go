package render

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"bedside"
)

// Text writes a result for a person at a terminal. The order never changes: the verdict, the draft with its words
// marked, a card a finding (what, why, clause, way out), the questions, a wording that keeps the story, and what was
// not checked.
func Text(w io.Writer, d bedside.Draft, r *bedside.Result, o TextOptions) error {
	p := newPage(w, o)
	p.draft, p.result = d, r
	if o.NoText {
		p.result = WithoutText(r)
	}
	cards := numbered(p.result.Findings)
	p.banner()
	p.words(cards)
	p.cards(cards)
	p.questions()
	p.rewrite()
	p.notChecked()
	p.footer()
	return p.out.Flush()
}

// numbered gives findings their numbers, the most severe first.
func numbered(findings []bedside.Finding) []card {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b bedside.Finding) int { return cmp.Compare(b.Severity, a.Severity) })
	cards := make([]card, len(sorted))
	for i, f := range sorted {
		cards[i] = card{i + 1, f}
	}
	return cards
}

func (p *page) banner() {
	if p.options.Title != "" {
		p.para("", faint, clean(p.options.Title))
	}
	v := p.result.Verdict
	p.led(sign(v)+" ", ink(v), ink(v), Sentence(v))
	if s := Summary(p.draft, p.result); s != "" {
		p.para("  ", plain, s)
	}
}

func (p *page) cards(cards []card) {
	numbers := len(strconv.Itoa(len(cards)))
	told := make(map[string]bool)
	for _, c := range cards {
		p.line()
		p.card(c, numbers, told)
	}
}

// card writes one finding. What is said of a person stands on the first card that speaks of them.
func (p *page) card(c card, numbers int, told map[string]bool) {
	f, number := c.finding, strconv.Itoa(c.number)
	lead := "  " + strings.Repeat(" ", numbers-len(number)) + number + " " + sign(f.Severity) + " "
	indent := strings.Repeat(" ", columns(lead))
	p.led(lead, ink(f.Severity), strong, clean(f.Message))
	if where := elsewhere(p.draft, f, p.options.NoText); where != "" {
		p.para(indent, faint, where)
	}
	if f.Why != "" {
		p.para(indent, plain, clean(f.Why))
	}
	p.people(indent, f, told)
	if s := sources(f.Clauses); s != "" {
		p.para(indent, faint, s)
	}
	if f.Remedy.Text != "" {
		p.led(indent+"→ ", way, plain, clean(f.Remedy.Text))
	}
	if p.options.Verbose {
		p.para(indent, faint, f.Rule)
	}
}

// people says how many fit what is told, where that can be said.
func (p *page) people(indent string, f bedside.Finding, told map[string]bool) {
	for _, person := range peopleOf(p.result, f, told) {
		p.para(indent, plain, crowd(*person.Crowd, clean(person.Costliest)))
	}
}

// peopleOf lists the people of a finding who can be counted and have not been told of.
func peopleOf(r *bedside.Result, f bedside.Finding, told map[string]bool) (out []bedside.Person) {
	for _, person := range r.People {
		if person.Crowd != nil && !told[person.ID] && slices.Contains(f.People, person.ID) {
			told[person.ID] = true
			out = append(out, person)
		}
	}
	return out
}

// crowd says a number of people in words, never as a share.
func crowd(c bedside.Crowd, costliest string) string {
	said := "About " + grouped(c.Likely) + plural(c.Likely, " person fits this", " people fit this")
	if c.Low != c.High {
		said += "; between " + grouped(c.Low) + " and " + grouped(c.High)
	}
	if costliest != "" {
		said += ". The detail that costs most: " + costliest
	}
	return said + "."
}

// grouped writes 20000 as 20,000.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// sources lists the places that a finding cites, each once.
func sources(clauses []bedside.Clause) string {
	var said []string
	for _, c := range clauses {
		said = append(said, clean(c.Source))
	}
	return strings.Join(compact(said), " · ")
}
