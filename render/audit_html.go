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
	Chart                           *Chart
	Years                           []htmlYear
	NotChecked                      []string
	Clusters, MoreClusters          []ClusterView
	BeforeDeleting                  string
	Tasks                           []TaskView
	Rows                            []TaskView
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

// PostView is a post with its words, marked where there is something to see.
type PostView struct {
	Date, DateTime, Place, Link string
	IsURL                       bool
	Lang                        string
	Texts                       []ViewText
	First                       string
	Findings                    string // before the number of a finding: what its card is called
}

// ClusterView is a cluster as a page shows it.
type ClusterView struct {
	ID, Class, Title, Days, Knows, Crowd, Why, Status, Sources string
	Pieces                                                     []PieceView
	Change                                                     []PostView
}

// PieceView is what one post adds to a cluster, as a page shows it.
type PieceView struct {
	Post         PostView
	Gives        string
	Alone, SoFar string
	AloneBar     int // of a hundred, on a logarithmic scale
	SoFarBar     int
	Change       bool
}

// FindingView is a finding with its sources on one line.
type FindingView struct {
	ViewCard
	Sources string
}

// TaskView is a task as a page shows it.
type TaskView struct {
	ID                          int
	Class, Severity, Do, How    string
	Title, Status, Crowd, Known string
	Post                        PostView
	Findings                    []FindingView
	Rewrite                     []Change
	Again                       string
	Same                        []PostView
	Questions                   []bedside.Question
	Clusters                    []string
}

func auditViewOf(a *bedside.Audit) auditView {
	v := auditView{
		Style: template.CSS(pageStyle + auditStyle), //nolint:gosec // our own style
		Class: a.Verdict.String(), Sentence: AuditSentence(a.Verdict), Summary: AuditSummary(a), Scope: AuditScope(a), Chart: ChartOf(a, 0),
		BeforeDeleting: a.BeforeDeleting, Packs: packNames(a.Packs), AsOf: a.AsOf.Format(time.RFC3339), Version: a.Version,
	}
	v.compared(a.Compared)
	for _, n := range a.NotChecked {
		v.NotChecked = append(v.NotChecked, n.Message)
	}
	v.NotChecked = append(v.NotChecked, switchedOff(a.Packs)...)
	for i := range a.Clusters[:min(len(a.Clusters), wholeClusters)] {
		v.Clusters = append(v.Clusters, ClusterViewOf(&a.Clusters[i]))
	}
	for i := len(v.Clusters); i < len(a.Clusters); i++ {
		v.MoreClusters = append(v.MoreClusters, ClusterRowOf(&a.Clusters[i]))
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
			v.Tasks = append(v.Tasks, TaskViewOf(i+1, t))
		} else {
			v.Rows = append(v.Rows, TaskRowOf(i+1, t))
		}
	}
}

// TaskRowOf draws up a task in short, under its number.
func TaskRowOf(number int, t *bedside.AuditTask) TaskView {
	word, _ := auditDo(t)
	out := TaskView{
		ID: number, Class: t.Severity.String(), Severity: capital(auditWords(t.Severity)), Do: word, Title: auditTitle(t),
		Status: statusWords(t.Status), Post: PostViewOf(&t.Post),
	}
	out.Post.First = shortened(firstWords(t.Post.Text), 90)
	for i := range t.Same {
		out.Same = append(out.Same, PostViewOf(&t.Same[i]))
	}
	return out
}

// TaskViewOf draws up a task whole, under its number.
func TaskViewOf(number int, t *bedside.AuditTask) TaskView {
	out := TaskRowOf(number, t)
	_, out.How = auditDo(t)
	cards := numbered(t.Findings)
	answer := Answer{NoText: t.Post.Draft == nil}
	if t.Post.Draft != nil {
		answer.Draft = *t.Post.Draft
		out.Post.Texts, out.Post.Findings = htmlTexts(answer.Draft, cards), "t"+strconv.Itoa(number)+"-"
	}
	for i, v := range viewCards(answer, &bedside.Result{}, cards) {
		v.Severity = capital(auditWords(cards[i].finding.Severity))
		out.Findings = append(out.Findings, FindingView{v, sources(v.Clauses)})
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

// PostViewOf draws up where a post stands.
func PostViewOf(p *bedside.AuditPost) PostView {
	out := PostView{Date: day(p.Time), Place: postPlace(p), Link: postLink(p), IsURL: p.URL != "", Lang: p.Lang}
	if !p.Time.IsZero() {
		out.DateTime = p.Time.Format(time.RFC3339)
	}
	return out
}

// ClusterRowOf is a cluster without its posts, but for the one to change.
func ClusterRowOf(c *bedside.AuditCluster) ClusterView {
	out := ClusterView{
		ID: c.ID, Class: c.Severity.String(), Title: clusterTitle(c), Days: clusterDays(c), Knows: clusterKnows(c), Status: statusWords(c.Status),
	}
	if c.Crowd != nil {
		out.Crowd = crowd(*c.Crowd, "")
	}
	for i := range c.Posts {
		if p := &c.Posts[i]; p.Change {
			out.Change = append(out.Change, PostViewOf(&p.Post))
		}
	}
	return out
}

// ClusterViewOf draws up a cluster with its posts.
func ClusterViewOf(c *bedside.AuditCluster) ClusterView {
	out := ClusterRowOf(c)
	out.Why, out.Sources = c.Why, sources(c.Clauses)
	for i := range c.Posts {
		out.Pieces = append(out.Pieces, pieceViewOf(&c.Posts[i], c.Severity))
	}
	return out
}

func pieceViewOf(p *bedside.AuditPiece, s bedside.Severity) PieceView {
	out := PieceView{
		Post: PostViewOf(&p.Post), Gives: gives(p.Gives), Change: p.Change,
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
