package app

import (
	"context"
	"slices"
	"time"

	"bedside"
)

// GroupApart is the state of a group of which the person said that it is not about one person. The other states are severities.
const GroupApart = "apart"

// Group is a cluster: posts that reveal somebody together.
type Group struct {
	V       int                  `json:"v"`
	Cluster bedside.AuditCluster `json:"cluster"`
	Posts   []string             `json:"posts"`  // ids of the records of its posts, in the cluster's order
	Drafts  []keptDraft          `json:"drafts"` // the posts themselves, so that they can be shown with their marks
	Apart   time.Time            `json:"apart,omitzero"`
	Round   string               `json:"round"` // of the audit that found it last
}

// groupOf makes a group of a cluster.
func (s *Sum) groupOf(c *bedside.AuditCluster, round string) Group {
	g := Group{V: 1, Cluster: *c, Round: round}
	for i := range c.Posts {
		d := c.Posts[i].Post.Draft
		g.Posts, g.Drafts = append(g.Posts, s.postID(d)), append(g.Drafts, keptDraft{*d})
	}
	return g
}

// Whole is the cluster as an audit hands it out: with its drafts.
func (g *Group) Whole() bedside.AuditCluster {
	c := g.Cluster
	c.Posts = slices.Clone(c.Posts)
	for i := range c.Posts {
		c.Posts[i].Post.Draft = &g.Drafts[i].Draft
	}
	return c
}

// within reports whether all posts of a group are among another's.
func (g *Group) within(other *Group) bool {
	return !slices.ContainsFunc(g.Posts, func(id string) bool { return !slices.Contains(other.Posts, id) })
}

// apart are the groups that the person told apart.
func (t *Timeline) apart(ctx context.Context) ([]Kept[Group], error) {
	return t.groups().List(ctx, filterOf(GroupApart))
}

// Apart notes that the posts of a group are not about one person, or takes it back. What only the group asked for is settled by it.
func (t *Timeline) Apart(ctx context.Context, id string, apart bool) error {
	var group Kept[Group]
	err := retried(func() (err error) {
		if group, err = t.groups().Find(ctx, id); err != nil {
			return err
		}
		group.State, group.Noun.Apart = group.Noun.Cluster.Severity.String(), time.Time{}
		if apart {
			group.State, group.Noun.Apart = GroupApart, t.Now()
		}
		_, err = t.groups().Put(ctx, group)
		return err
	})
	if err != nil {
		return err
	}
	for i := range group.Noun.Cluster.Posts {
		if !group.Noun.Cluster.Posts[i].Change {
			continue
		}
		if err := t.apartTask(ctx, group.Noun.Posts[i], group.Noun.Cluster.ID, apart); err != nil {
			return err
		}
	}
	return nil
}

// notSamePerson is the reason with which a task is kept that only a group asked for.
const notSamePerson = "Not the same person"

// apartTask settles, or opens again, the task of a post that nothing but a group asks for.
func (t *Timeline) apartTask(ctx context.Context, post, cluster string, apart bool) error {
	return retried(func() error {
		sum, err := t.sum(ctx)
		if err != nil {
			return err
		}
		task, err := t.task(ctx, sum.Noun.idOf("task", post))
		if bedside.CodeOf(err) == bedside.CodeNotFound {
			return nil
		}
		if err != nil {
			return err
		}
		n := &task.Noun
		if len(n.Task.Findings) > 0 || !slices.Equal(n.Task.Clusters, []string{cluster}) {
			return nil
		}
		switch {
		case apart && task.Left():
			task.State, n.Reason, n.Settled = TaskKept, notSamePerson, t.Now()
		case !apart && task.State == TaskKept && n.Reason == notSamePerson:
			task.State, n.Reason, n.Settled = n.Task.Severity.String(), "", time.Time{}
		}
		_, err = t.tasks().Put(ctx, task.Kept)
		return err
	})
}
