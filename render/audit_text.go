package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"bedside"
)

// A summary is read in ten seconds: of what is long, the gravest are shown.
const (
	shownTasks    = 7
	shownClusters = 3
	shownYears    = 12
	longestBar    = 24
)

// AuditText writes a summary of an audit for a terminal.
func AuditText(w io.Writer, a *bedside.Audit, o TextOptions) error {
	if o.NoText {
		a = AuditWithoutText(a)
	}
	p := auditPage{newPage(w, o), a}
	p.banner()
	p.years()
	p.clusters()
	p.tasks()
	p.notChecked()
	p.footer()
	return p.out.Flush()
}

// auditPage writes the paragraphs of an audit.
type auditPage struct {
	*page
	audit *bedside.Audit
}

func (p *auditPage) banner() {
	v := p.audit.Verdict
	p.led(sign(v)+" ", ink(v), ink(v), AuditSentence(v))
	p.para("  ", plain, AuditSummary(p.audit))
	p.para("  ", faint, AuditScope(p.audit)+".")
	if c := p.audit.Compared; c != nil {
		p.para("  ", plain, sinceLast(c))
	}
}

// years draws a bar a year, with how many posts there are to look at. Of many years the last are shown.
func (p *auditPage) years() {
	all := p.audit.Years
	if len(all) > shownYears {
		all = all[len(all)-shownYears:]
	}
	most := 1
	for i := range all {
		most = max(most, all[i].Posts)
	}
	p.heading("Posts a year")
	for i := range all {
		y := &all[i]
		name := strconv.Itoa(y.Year)
		if y.Year == 0 {
			name = "none"
		}
		bar := strings.Repeat("▇", min(max(1, y.Posts*longestBar/most), longestBar))
		row := fmt.Sprintf("  %s  %-*s %7s  ", name, longestBar, bar, grouped(y.Posts))
		p.line(row, p.looks(y))
	}
}

// looks counts the posts of a year that hold something, with the sign of each severity.
func (p *auditPage) looks(y *bedside.AuditYear) string {
	var of [bedside.Block + 1]int
	for _, m := range y.Months {
		of[bedside.Advise] += m.Advise
		of[bedside.Revise] += m.Revise
		of[bedside.Block] += m.Block
	}
	var said []string
	for _, s := range []bedside.Severity{bedside.Block, bedside.Revise, bedside.Advise} {
		if of[s] > 0 {
			said = append(said, p.paint(ink(s), sign(s)+" "+grouped(of[s])))
		}
	}
	return strings.Join(said, "  ")
}

func (p *auditPage) clusters() {
	if len(p.audit.Clusters) == 0 {
		return
	}
	p.heading("What posts tell together")
	for i := range p.audit.Clusters {
		if i == shownClusters {
			p.para("  ", faint, grouped(len(p.audit.Clusters)-i)+" more in the full report.")
			return
		}
		p.cluster(&p.audit.Clusters[i])
	}
}

func (p *auditPage) cluster(c *bedside.AuditCluster) {
	p.led("  "+sign(c.Severity)+" ", ink(c.Severity), strong, clean(clusterTitle(c)))
	said := clusterDays(c) + " " + clusterKnows(c)
	if c.Crowd != nil {
		said += " " + crowd(*c.Crowd, "")
	}
	p.para("    ", plain, said)
	for i := range c.Posts {
		if c.Posts[i].Change {
			p.led("    → ", way, plain, "Change the one of "+day(c.Posts[i].Post.Time)+":")
			p.link("      ", &c.Posts[i].Post)
		}
	}
}

// clusterTitle is what a cluster is about.
func clusterTitle(c *bedside.AuditCluster) string {
	if len(c.Posts) == 1 {
		return "This post and the bio together point to one patient"
	}
	return "These " + numberOf(len(c.Posts)) + " posts together point to one patient"
}

// clusterDays says from when the posts of a cluster are.
func clusterDays(c *bedside.AuditCluster) string {
	n := len(c.Posts)
	if n == 0 {
		return ""
	}
	first, last := day(c.Posts[0].Post.Time), day(c.Posts[n-1].Post.Time)
	if first == last {
		return first + "."
	}
	return first + " to " + last + "."
}

// clusterKnows says who could recognise the patient from all posts and from none alone.
func clusterKnows(c *bedside.AuditCluster) string {
	known := strings.TrimSuffix(knows(c.Gained), ".")
	if known == "" || len(c.Posts) == 1 {
		return knows(c.Gained)
	}
	return known + ": from all of them, and from none alone."
}

func (p *auditPage) tasks() {
	n := len(p.audit.CleanUp)
	if n == 0 {
		return
	}
	title := "Clean-up"
	if n > shownTasks {
		title = fmt.Sprintf("Clean-up, the first %d of %s", shownTasks, grouped(n))
	}
	p.heading(title)
	p.para("  ", plain, p.audit.BeforeDeleting)
	for i := range p.audit.CleanUp[:min(n, shownTasks)] {
		p.task(i+1, &p.audit.CleanUp[i])
	}
	if n > shownTasks {
		p.para("  ", faint, "All of them, with wordings to edit: --format html --out report.html")
	}
}

func (p *auditPage) task(number int, t *bedside.AuditTask) {
	word, _ := auditDo(t)
	lead := fmt.Sprintf("  %d %s ", number, sign(t.Severity))
	where := day(t.Post.Time) + ", " + postPlace(&t.Post)
	if t.Status == bedside.StatusNew {
		where += ", new"
	}
	p.led(lead, ink(t.Severity), strong, word+": "+clean(auditTitle(t)))
	indent := strings.Repeat(" ", columns(lead))
	p.para(indent, plain, where)
	if t.Post.Text != "" {
		p.para(indent, plain, "“"+shortened(clean(firstWords(t.Post.Text)), p.options.Width-columns(indent)-2)+"”")
	}
	p.link(indent, &t.Post)
	if n := len(t.Same); n > 0 {
		p.para(indent, faint, "and "+numberOf(n)+plural(n, " post", " posts")+" with nearly the same words or the same picture")
	}
}

// link says where a post stands. An address stays on one line, so that it can be followed.
func (p *auditPage) link(indent string, post *bedside.AuditPost) {
	if post.URL == "" {
		p.para(indent, faint, clean(postLink(post)))
		return
	}
	p.line(indent, p.paint(faint, clean(post.URL)))
}

// firstWords is the beginning of a text on one line.
func firstWords(text string) string {
	const enough = 400
	if len(text) > enough {
		text = strings.ToValidUTF8(text[:enough], "")
	}
	return strings.Join(strings.Fields(text), " ")
}

func (p *auditPage) notChecked() {
	p.heading("Not checked")
	for _, n := range p.audit.NotChecked {
		p.para("  · ", plain, clean(n.Message))
	}
	for _, d := range switchedOff(p.audit.Packs) {
		p.para("  · ", plain, clean(d))
	}
}

func (p *auditPage) footer() {
	if !p.options.Verbose {
		return
	}
	p.heading("Archives")
	for i := range p.audit.Archives {
		a := &p.audit.Archives[i]
		p.para("  ", plain, clean(archiveLine(a)))
		for _, s := range a.Skipped {
			p.para("    · ", faint, clean(skippedLine(&s)))
		}
		for _, s := range a.Settings {
			p.para("    · ", faint, clean("setting "+s.Name+": "+s.Value))
		}
	}
	p.line()
	p.para("  ", faint, fmt.Sprintf("Bedside %s, packs: %s", p.audit.Version, clean(packNames(p.audit.Packs))))
}

// archiveLine says what was found in an archive and what was read.
func archiveLine(a *bedside.AuditArchive) string {
	skipped := 0
	for _, s := range a.Skipped {
		skipped += s.Count
	}
	said := fmt.Sprintf("%s (%s): found %s, read %s, skipped %s", a.Name, a.Platform, grouped(a.Found), grouped(a.Read), grouped(skipped))
	if a.Problem != "" {
		said += "; " + a.Problem
	}
	return said
}

func skippedLine(s *bedside.AuditSkipped) string {
	said := grouped(s.Count) + ": " + s.Reason
	if s.File != "" {
		said += " (" + s.File + ")"
	}
	return said
}
