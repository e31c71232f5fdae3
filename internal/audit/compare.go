package audit

import (
	"slices"
	"strings"

	"bedside"
)

// compare says what is new, fixed and still there since the last complete audit, in the tasks and clusters themselves too.
func (r *run) compare(out *bedside.Audit) {
	last := r.state.last
	if last == nil {
		return
	}
	change := &bedside.AuditChange{Since: last.At, Fixed: []bedside.AuditFixed{}}
	before := make(map[finding]bool)
	for i := range last.Found {
		e := &last.Found[i]
		for _, id := range e.Findings {
			before[finding{e.ID, ruleOf(id)}] = true
		}
	}
	now := make(map[finding]bool)
	for _, e := range r.found() {
		for _, id := range e.Findings {
			now[finding{e.ID, ruleOf(id)}] = true
		}
	}
	for f := range now {
		if before[f] {
			change.StillThere++
		} else {
			change.New++
		}
	}
	change.Fixed = r.fixed(now)
	r.markTasks(out, before)
	r.markClusters(out, change)
	out.Compared = change
}

// finding is a rule's finding in a post: the number of its person may change when the post is edited.
type finding struct{ post, rule string }

func ruleOf(id string) string {
	rule, _, _ := strings.Cut(id, "@")
	return rule
}

// fixed lists what was found the last time and is not any more. Posts of platforms that were not read this time are left aside.
func (r *run) fixed(now map[finding]bool) []bedside.AuditFixed {
	here := r.state.here()
	out := []bedside.AuditFixed{}
	for i := range r.state.last.Found {
		e := &r.state.last.Found[i]
		gone := !here[e.ID]
		if gone && !r.imports.platforms[e.Platform] {
			continue
		}
		for _, id := range e.Findings {
			if !now[finding{e.ID, ruleOf(id)}] {
				out = append(out, bedside.AuditFixed{Post: e.Post, Platform: e.Platform, Rule: ruleOf(id), Gone: gone})
			}
		}
	}
	return out
}

func (r *run) markTasks(out *bedside.Audit, before map[finding]bool) {
	h := r.state.hasher()
	for i := range out.CleanUp {
		t := &out.CleanUp[i]
		id := h.id(t.Post.Draft).String()
		t.Status = bedside.StatusNew
		for k := range t.Findings {
			if before[finding{id, t.Findings[k].Rule}] {
				t.Status = bedside.StatusStillThere
			}
		}
	}
}

// markClusters takes a cluster for one of the last time when two of its posts are the same.
func (r *run) markClusters(out *bedside.Audit, change *bedside.AuditChange) {
	last := r.state.last.Clusters
	met := make([]bool, len(last))
	for i, ids := range r.clusterIDs() {
		status := bedside.StatusNew
		for k := range last {
			if sharesTwo(last[k], ids) {
				met[k], status = true, bedside.StatusStillThere
			}
		}
		out.Clusters[i].Status = status
		for t := range out.CleanUp {
			if task := &out.CleanUp[t]; len(task.Findings) == 0 && slices.Contains(task.Clusters, out.Clusters[i].ID) {
				task.Status = status
			}
		}
	}
	for k := range met {
		if !met[k] {
			change.FixedClusters++
		}
	}
}

func sharesTwo(a, b []string) bool {
	n := 0
	for _, id := range a {
		if slices.Contains(b, id) {
			n++
		}
	}
	return n >= 2
}

// found lists what was found in this run.
func (r *run) found() []entry {
	h := r.state.hasher()
	var out []entry
	for _, l := range r.loud {
		p := r.show(l.at)
		e := entry{Platform: p.Platform, Post: p.ID, ID: h.id(p.Draft).String()}
		for i := range l.result.Findings {
			e.Findings = append(e.Findings, l.result.Findings[i].ID)
		}
		out = append(out, e)
	}
	return out
}

// ledger is what the next audit is compared with: what was found, and what the one before found in posts that were not read now.
func (r *run) ledger() *ledger {
	out := &ledger{At: bedside.Time{Time: r.begun}, Found: r.found(), Clusters: r.clusterIDs()}
	if last := r.state.last; last != nil {
		here := r.state.here()
		for _, e := range last.Found {
			if !here[e.ID] && !r.imports.platforms[e.Platform] {
				out.Found = append(out.Found, e)
			}
		}
	}
	return out
}
