package audit

import (
	"slices"

	"bedside"
)

// beforeDeleting is asked before anything else of a clean-up. Whoever deletes what is evidence makes matters worse than the post
// did: courts and licensing boards ask what was there, and when it went.
const beforeDeleting = "First: is a complaint, a claim, an inquiry or a subpoena open, or to be expected? Then these posts may be evidence. " +
	"Change and delete nothing yet, and ask your adviser or legal office. Losing evidence is worse than what a post says. " +
	"Otherwise keep this export in a safe place, and begin."

// sumUp makes the report of what was checked.
func (r *run) sumUp() *bedside.Audit {
	out := &bedside.Audit{
		Schema: bedside.AuditSchema, Posts: len(r.posts), Archives: r.imports.archives, Years: r.years(),
		Packs: r.packs, AsOf: bedside.Time{Time: r.begun}, Version: r.version,
	}
	if !r.AsOf.IsZero() {
		out.AsOf.Time = r.AsOf
	}
	out.Clusters = r.clusters()
	out.CleanUp = r.tasks(out.Clusters)
	if len(out.CleanUp) > 0 {
		out.BeforeDeleting = beforeDeleting
	}
	for i := range out.Clusters {
		out.Verdict = max(out.Verdict, out.Clusters[i].Severity)
	}
	for i := range out.CleanUp {
		out.Verdict = max(out.Verdict, out.CleanUp[i].Severity)
	}
	r.countGaps()
	out.NotChecked, out.Complete = r.gaps.list()
	return out
}

// countGaps adds what can be told only at the end.
func (r *run) countGaps() {
	r.gaps.addN(gapArchive, r.imports.failed)
	for _, a := range r.imports.archives {
		for _, s := range a.Skipped {
			r.gaps.addN(gapSkipped, s.Count)
		}
	}
	for i := range r.posts {
		if r.posts[i].Draft.Time.IsZero() && r.posts[i].Draft.Kind != "bio" {
			r.gaps.add(gapUndated)
		}
	}
}

// years counts posts by month, and findings by topic.
func (r *run) years() []bedside.AuditYear {
	var out []bedside.AuditYear
	next := 0
	for i := range r.posts {
		year, month := 0, 0
		if t := r.posts[i].Draft.Time; !t.IsZero() {
			year, month = t.Year(), int(t.Month())
		}
		y := yearOf(&out, year)
		m := monthOf(y, month)
		y.Posts++
		m.Posts++
		if next < len(r.loud) && r.loud[next].at == i {
			countFindings(y, m, r.loud[next].result)
			next++
		}
	}
	for i := range out {
		slices.SortFunc(out[i].Topics, byTopic)
	}
	return out
}

// yearOf is the year's count. Posts come in order, so that it is nearly always the last.
func yearOf(all *[]bedside.AuditYear, year int) *bedside.AuditYear {
	for i := len(*all) - 1; i >= 0; i-- {
		if (*all)[i].Year == year {
			return &(*all)[i]
		}
	}
	*all = append(*all, bedside.AuditYear{Year: year})
	return &(*all)[len(*all)-1]
}

func monthOf(y *bedside.AuditYear, month int) *bedside.AuditMonth {
	for i := len(y.Months) - 1; i >= 0; i-- {
		if y.Months[i].Month == month {
			return &y.Months[i]
		}
	}
	y.Months = append(y.Months, bedside.AuditMonth{Month: month})
	return &y.Months[len(y.Months)-1]
}

func countFindings(y *bedside.AuditYear, m *bedside.AuditMonth, result *bedside.Result) {
	tally(result.Verdict, &m.Advise, &m.Revise, &m.Block)
	for i := range result.Findings {
		f := &result.Findings[i]
		t := topicOf(y, f.Topic)
		tally(f.Severity, &t.Advise, &t.Revise, &t.Block)
	}
}

func topicOf(y *bedside.AuditYear, topic string) *bedside.AuditTopic {
	for i := range y.Topics {
		if y.Topics[i].Topic == topic {
			return &y.Topics[i]
		}
	}
	y.Topics = append(y.Topics, bedside.AuditTopic{Topic: topic})
	return &y.Topics[len(y.Topics)-1]
}

func byTopic(a, b bedside.AuditTopic) int {
	return slices.Index(bedside.Topics(), a.Topic) - slices.Index(bedside.Topics(), b.Topic)
}

func tally(s bedside.Severity, advise, revise, block *int) {
	switch s {
	case bedside.Advise:
		*advise++
	case bedside.Revise:
		*revise++
	case bedside.Block:
		*block++
	case bedside.OK:
	}
}
