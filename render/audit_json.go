package render

import (
	"encoding/json"
	"io"

	"bedside"
)

// AuditJSON writes an audit as one line (docs/audit.md). Lists are never null, and <, > and & stay as they are.
func AuditJSON(w io.Writer, a *bedside.Audit) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(filledAudit(*a))
}

// filledAudit returns a copy whose absent lists are empty ones.
func filledAudit(a bedside.Audit) bedside.Audit {
	a.Archives = each(a.Archives, func(v bedside.AuditArchive) bedside.AuditArchive {
		v.Skipped, v.Settings = each(v.Skipped, nil), each(v.Settings, nil)
		return v
	})
	a.Years = each(a.Years, func(y bedside.AuditYear) bedside.AuditYear {
		y.Months, y.Topics = each(y.Months, nil), each(y.Topics, nil)
		return y
	})
	a.Clusters = each(a.Clusters, filledCluster)
	a.CleanUp = each(a.CleanUp, filledTask)
	if a.Compared != nil {
		c := *a.Compared
		c.Fixed = each(c.Fixed, nil)
		a.Compared = &c
	}
	a.NotChecked = each(a.NotChecked, nil)
	a.Packs = filled(bedside.Result{Packs: a.Packs}).Packs
	return a
}

func filledCluster(c bedside.AuditCluster) bedside.AuditCluster {
	c.Posts = each(c.Posts, func(p bedside.AuditPiece) bedside.AuditPiece {
		p.Gives, p.Evidence = each(p.Gives, nil), each(p.Evidence, nil)
		return p
	})
	c.RecognisableBy, c.Gained, c.Clauses = each(c.RecognisableBy, nil), each(c.Gained, nil), each(c.Clauses, nil)
	return c
}

func filledTask(t bedside.AuditTask) bedside.AuditTask {
	r := filled(bedside.Result{Findings: t.Findings, Questions: t.Questions})
	t.Findings, t.Questions = r.Findings, r.Questions
	t.RecognisableBy, t.Clusters, t.Same = each(t.RecognisableBy, nil), each(t.Clusters, nil), each(t.Same, nil)
	return t
}
