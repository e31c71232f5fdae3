//go:build !js

package render

import (
	"html/template"
	"io"
	"strconv"
	"strings"
	"time"

	"bedside"
)

// So many clusters and tasks are shown whole; of the others, and of what is only to be considered, each takes a row.
const (
	wholeClusters = 50
	wholeTasks    = 200
)

// AuditHTML writes an audit as one page that needs nothing else: no scripts, no fonts, no network. It prints as a report.
func AuditHTML(w io.Writer, a *bedside.Audit, noText bool) error {
	page, err := template.New("page").Parse(markSource + auditSource)
	if err != nil {
		return err
	}
	if noText {
		a = AuditWithoutText(a)
	}
	return page.Execute(w, auditViewOf(a))
}

// auditView is an audit as the page shows it.
type auditView struct {
	Style                           template.CSS
	Class, Sentence, Summary, Scope string
	Since                           string
	Fixed                           []htmlFixed
	Chart                           *chart
	Years                           []htmlYear
	NotChecked                      []string
	Clusters, MoreClusters          []htmlCluster
	BeforeDeleting                  string
	Tasks                           []htmlTask
	Rows                            []htmlTask
	Archives                        []htmlArchive
	Packs, AsOf, Version            string
}

type htmlFixed struct {
	Where, Rule string
	Gone        bool
}

// htmlYear is a row of the table of years and topics.
type htmlYear struct {
	Year   string
	Posts  string
	Topics []htmlTopic
}

type htmlTopic struct {
	Name                  string
	Block, Revise, Advise int
}

type htmlArchive struct {
	Line     string
	Skipped  []string
	Settings []bedside.AuditSetting
}

// htmlPost is a post with its words, marked where there is something to see.
type htmlPost struct {
	Date, DateTime, Place, Link string
	IsURL                       bool
	Lang                        string
	Texts                       []ViewText
	First                       string
	Findings                    string // before the number of a finding: what its card is called
}

type htmlCluster struct {
	ID, Class, Title, Days, Knows, Crowd, Why, Status, Sources string
	Pieces                                                     []htmlPiece
	Change                                                     []htmlPost
}

type htmlPiece struct {
	Post         htmlPost
	Gives        string
	Alone, SoFar string
	AloneBar     int // of a hundred, on a logarithmic scale
	SoFarBar     int
	Change       bool
}

// htmlFinding is a finding with its sources on one line.
type htmlFinding struct {
	ViewCard
	Sources string
}

type htmlTask struct {
	ID                          int
	Class, Severity, Do, How    string
	Title, Status, Crowd, Known string
	Post                        htmlPost
	Findings                    []htmlFinding
	Rewrite                     []Change
	Again                       string
	Same                        []htmlPost
	Questions                   []bedside.Question
	Clusters                    []string
}

func auditViewOf(a *bedside.Audit) auditView {
	v := auditView{
		Style: template.CSS(pageStyle + auditStyle), //nolint:gosec // our own style
		Class: a.Verdict.String(), Sentence: AuditSentence(a.Verdict), Summary: AuditSummary(a), Scope: AuditScope(a), Chart: chartOf(a),
		BeforeDeleting: a.BeforeDeleting, Packs: packNames(a.Packs), AsOf: a.AsOf.Format(time.RFC3339), Version: a.Version,
	}
	v.compared(a.Compared)
	for _, n := range a.NotChecked {
		v.NotChecked = append(v.NotChecked, n.Message)
	}
	v.NotChecked = append(v.NotChecked, switchedOff(a.Packs)...)
	for i := range a.Clusters[:min(len(a.Clusters), wholeClusters)] {
		v.Clusters = append(v.Clusters, htmlClusterOf(&a.Clusters[i]))
	}
	for i := len(v.Clusters); i < len(a.Clusters); i++ {
		v.MoreClusters = append(v.MoreClusters, htmlClusterRow(&a.Clusters[i]))
	}
	v.tasks(a.CleanUp)
	for i := range a.Years {
		v.Years = append(v.Years, htmlYearOf(&a.Years[i]))
	}
	for i := range a.Archives {
		v.Archives = append(v.Archives, htmlArchiveOf(&a.Archives[i]))
	}
	return v
}

func (v *auditView) compared(c *bedside.AuditChange) {
	if c == nil {
		return
	}
	v.Since = sinceLast(c)
	for _, f := range c.Fixed {
		v.Fixed = append(v.Fixed, htmlFixed{f.Platform + " " + f.Post, f.Rule, f.Gone})
	}
}

// tasks shows what is grave whole, and the rest as rows.
func (v *auditView) tasks(all []bedside.AuditTask) {
	for i := range all {
		t := &all[i]
		if t.Severity >= bedside.Revise && len(v.Tasks) < wholeTasks {
			v.Tasks = append(v.Tasks, htmlTaskOf(i+1, t))
		} else {
			v.Rows = append(v.Rows, htmlRowOf(i+1, t))
		}
	}
}

func htmlRowOf(number int, t *bedside.AuditTask) htmlTask {
	word, _ := auditDo(t)
	out := htmlTask{
		ID: number, Class: t.Severity.String(), Severity: capital(auditWords(t.Severity)), Do: word, Title: auditTitle(t),
		Status: statusWords(t.Status), Post: htmlPostOf(&t.Post),
	}
	out.Post.First = shortened(firstWords(t.Post.Text), 90)
	for i := range t.Same {
		out.Same = append(out.Same, htmlPostOf(&t.Same[i]))
	}
	return out
}

func htmlTaskOf(number int, t *bedside.AuditTask) htmlTask {
	out := htmlRowOf(number, t)
	_, out.How = auditDo(t)
	cards := numbered(t.Findings)
	answer := Answer{NoText: t.Post.Draft == nil}
	if t.Post.Draft != nil {
		answer.Draft = *t.Post.Draft
		out.Post.Texts, out.Post.Findings = htmlTexts(answer.Draft, cards), "t"+strconv.Itoa(number)+"-"
	}
	for i, v := range viewCards(answer, &bedside.Result{}, cards) {
		v.Severity = capital(auditWords(cards[i].finding.Severity))
		out.Findings = append(out.Findings, htmlFinding{v, sources(v.Clauses)})
	}
	out.Known, out.Questions, out.Clusters = knows(t.RecognisableBy), t.Questions, t.Clusters
	if t.Crowd != nil {
		out.Crowd = crowd(*t.Crowd, "")
	}
	if t.Rewrite != nil {
		out.Rewrite, out.Again = changes(t.Post.Text, t.Rewrite.Text), again(t.Rewrite.Verdict)
	}
	return out
}

// htmlTexts are the marked texts of a post, or its text where nothing is marked.
func htmlTexts(d bedside.Draft, cards []card) (out []ViewText) {
	all := parts(d, cards)
	if len(all) == 0 && d.Text != "" {
		all = []part{{key: bedside.Span{Part: bedside.PartText}, text: d.Text}}
	}
	for _, t := range all {
		out = append(out, viewText(excerpt(t)))
	}
	return out
}

func htmlPostOf(p *bedside.AuditPost) htmlPost {
	out := htmlPost{Date: day(p.Time), Place: postPlace(p), Link: postLink(p), IsURL: p.URL != "", Lang: p.Lang}
	if !p.Time.IsZero() {
		out.DateTime = p.Time.Format(time.RFC3339)
	}
	return out
}

// htmlClusterRow is a cluster without its posts, but for the one to change.
func htmlClusterRow(c *bedside.AuditCluster) htmlCluster {
	out := htmlCluster{
		ID: c.ID, Class: c.Severity.String(), Title: clusterTitle(c), Days: clusterDays(c), Knows: clusterKnows(c), Status: statusWords(c.Status),
	}
	if c.Crowd != nil {
		out.Crowd = crowd(*c.Crowd, "")
	}
	for i := range c.Posts {
		if p := &c.Posts[i]; p.Change {
			out.Change = append(out.Change, htmlPostOf(&p.Post))
		}
	}
	return out
}

func htmlClusterOf(c *bedside.AuditCluster) htmlCluster {
	out := htmlClusterRow(c)
	out.Why, out.Sources = c.Why, sources(c.Clauses)
	for i := range c.Posts {
		out.Pieces = append(out.Pieces, htmlPieceOf(&c.Posts[i], c.Severity))
	}
	return out
}

func htmlPieceOf(p *bedside.AuditPiece, s bedside.Severity) htmlPiece {
	out := htmlPiece{
		Post: htmlPostOf(&p.Post), Gives: gives(p.Gives), Change: p.Change,
		Alone: crowdFigure(p.Alone), SoFar: crowdFigure(p.SoFar), AloneBar: barOf(p.Alone), SoFarBar: barOf(p.SoFar),
	}
	if p.Post.Draft != nil {
		out.Post.Texts = unnumbered(htmlTexts(*p.Post.Draft, []card{{1, bedside.Finding{Severity: s, Evidence: p.Evidence}}}))
	}
	return out
}

// unnumbered leaves out the numbers of marks, where all are of one finding.
func unnumbered(texts []ViewText) []ViewText {
	for _, t := range texts {
		for _, line := range t.Lines {
			for i := range line {
				line[i].Number = ""
			}
		}
	}
	return texts
}

// barOf is the length of a crowd's bar, of a hundred: a seventh for each digit.
func barOf(c *bedside.Crowd) int {
	if c == nil {
		return 0
	}
	length := 4
	for n := c.Likely; n > 1 && length < 100; n /= 2 {
		length += 5
	}
	return min(length, 100)
}

func statusWords(status string) string { return strings.ReplaceAll(status, "_", " ") }

func htmlYearOf(y *bedside.AuditYear) htmlYear {
	out := htmlYear{Year: "No date", Posts: grouped(y.Posts)}
	if y.Year > 0 {
		out.Year = strconv.Itoa(y.Year)
	}
	for _, t := range y.Topics {
		out.Topics = append(out.Topics, htmlTopic{auditTopic(t.Topic), t.Block, t.Revise, t.Advise})
	}
	return out
}

func htmlArchiveOf(a *bedside.AuditArchive) htmlArchive {
	out := htmlArchive{Line: archiveLine(a), Settings: a.Settings}
	for i := range a.Skipped {
		out.Skipped = append(out.Skipped, skippedLine(&a.Skipped[i]))
	}
	return out
}
