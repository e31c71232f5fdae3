package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"bedside"
)

// The states of what somebody wrote.
const (
	IncomingOpen = "open"
	IncomingDone = "done"
)

// Incoming is what somebody else sent to the person: a request to connect, a comment or a message.
type Incoming struct {
	V        int       `json:"v"`
	Kind     string    `json:"kind"` // contact_request, comment or message
	From     string    `json:"from,omitempty"`
	Platform string    `json:"platform,omitempty"`
	URL      string    `json:"url,omitempty"`
	Text     string    `json:"text,omitempty"`
	Who      string    `json:"who,omitempty"`    // who it is, once somebody has said so: one of Whos
	Import   string    `json:"import,omitempty"` // that it came with
	Done     string    `json:"done,omitempty"`   // what was done about it: one of incomingActs
	At       time.Time `json:"settled,omitzero"`
}

// IncomingKinds are what can come in.
func IncomingKinds() []string { return []string{"contact_request", "comment", "message"} }

// Whos are who it may be from.
func Whos() []string {
	return []string{"patient", "former_patient", "patient_family", "colleague", "student", "stranger", "unknown"}
}

// incomingActs are what can be done about it.
func incomingActs() []string {
	return []string{"answered", "declined", "accepted", "hidden", "left"}
}

// Inbox is what others sent, worked to done.
type Inbox struct {
	shelf Shelf[Incoming]
	app   *App
}

// Inbox opens it.
func (a *App) Inbox() Inbox {
	return Inbox{Shelf[Incoming]{Store: a.Store, Kind: incomingKind}, a}
}

const incomingKind = "incoming"

// Problems are the fields that cannot be kept as they are.
func (n *Incoming) Problems() []Problem {
	var p problems
	if !slices.Contains(IncomingKinds(), n.Kind) {
		p = append(p, Problem{"kind", "Choose what it is."})
	}
	if n.Kind != "contact_request" {
		p.want("text", n.Text, "Type in what they wrote, or paste it.")
	}
	if n.Who != "" && !slices.Contains(Whos(), n.Who) {
		p = append(p, Problem{"who", "Choose who it is from."})
	}
	if len(n.Text) > bedside.MaxText/4 || len(n.From)+len(n.Platform)+len(n.URL) > 4000 {
		p = append(p, Problem{"text", "This is longer than a message may be. Keep the part that matters."})
	}
	if n.Done != "" && !slices.Contains(incomingActs(), n.Done) {
		p = append(p, Problem{"done", "Say what was done about it in one of the words for that."})
	}
	return p
}

// Keep writes something that was typed in, as new or in the place of the version that was read.
func (b Inbox) Keep(ctx context.Context, k Kept[Incoming]) (Kept[Incoming], []Problem, error) {
	if p := k.Noun.Problems(); len(p) > 0 {
		return k, p, nil
	}
	k.Noun.V, k.Noun.Import, k.Noun.At = 1, "", time.Time{}
	if k.Version > 0 {
		before, err := b.shelf.Find(ctx, k.ID)
		if err != nil {
			return k, nil, err
		}
		k.Noun.Import, k.At = before.Noun.Import, before.At
	}
	if k.At.IsZero() {
		k.At = b.app.Now()
	}
	k.State, k.Due = k.Noun.settled(b.app.Now()), time.Time{}
	k, err := b.shelf.Put(ctx, k)
	return k, nil, err
}

// Find reads one.
func (b Inbox) Find(ctx context.Context, id string) (Kept[Incoming], error) {
	return b.shelf.Find(ctx, id)
}

// List reads a page of one state, the newest first.
func (b Inbox) List(ctx context.Context, c Choice) ([]Kept[Incoming], bool, error) {
	return pageOf(ctx, b.shelf, c)
}

// Count counts by state.
func (b Inbox) Count(ctx context.Context) (map[string]int, error) { return b.shelf.Count(ctx) }

// Say notes who it is from.
func (b Inbox) Say(ctx context.Context, id, who string) error {
	if !slices.Contains(Whos(), who) {
		return bedside.Errorf(bedside.CodeInvalid, "choose who it is from")
	}
	return b.change(ctx, id, func(k *Kept[Incoming]) { k.Noun.Who = who })
}

// Settle notes what was done about it; an empty act takes that back.
func (b Inbox) Settle(ctx context.Context, id, act string) error {
	if act != "" && !slices.Contains(incomingActs(), act) {
		return bedside.Errorf(bedside.CodeInvalid, "there is no such answer")
	}
	return b.change(ctx, id, func(k *Kept[Incoming]) {
		k.Noun.Done = act
		k.State = k.Noun.settled(b.app.Now())
	})
}

// settled notes when something was done about it, and tells its state.
func (n *Incoming) settled(now time.Time) string {
	if n.At = now; n.Done != "" {
		return IncomingDone
	}
	n.At = time.Time{}
	return IncomingOpen
}

func (b Inbox) change(ctx context.Context, id string, change func(*Kept[Incoming])) error {
	return retried(func() error {
		k, err := b.shelf.Find(ctx, id)
		if err != nil {
			return err
		}
		change(&k)
		_, err = b.shelf.Put(ctx, k)
		return err
	})
}

// Remove takes one off the list; Restore brings it back within a day.
func (b Inbox) Remove(ctx context.Context, id string) error {
	return b.shelf.Remove(ctx, id, b.app.Now())
}

// Restore brings back what was removed.
func (b Inbox) Restore(ctx context.Context, id string) error {
	return b.change(ctx, id, func(k *Kept[Incoming]) {
		k.Due, k.State = time.Time{}, IncomingOpen
		if k.Noun.Done != "" {
			k.State = IncomingDone
		}
	})
}

// Destroy deletes one for good.
func (b Inbox) Destroy(ctx context.Context, id string) error { return b.shelf.Delete(ctx, id) }

// Advice is what the rules say of something that came in, and what to answer.
type Advice struct {
	Draft    bedside.Draft
	Result   *bedside.Result // of accepting a request, or of taking up what was written; only what concerns the other person
	Reply    Reply
	Hide     bool  // it tells of somebody's health in public
	HideText Reply // what to write when it was hidden
}

// Advise asks the rules. Who it is from has to be said before.
func (b Inbox) Advise(ctx context.Context, n *Incoming) (Advice, error) {
	d, r, err := b.app.Check(ctx, n.draft())
	if err != nil {
		return Advice{}, err
	}
	page, err := b.app.Accounts().Page(ctx)
	if err != nil {
		return Advice{}, err
	}
	out := Advice{Draft: d, Result: aboutThem(r)}
	if out.Reply, err = replyFor(n.Kind, n.Who, page); err != nil {
		return out, err
	}
	if n.Kind == "comment" && discloses(out.Result) {
		out.Hide = true
		out.HideText, err = replyFor(n.Kind, WhoHide, page)
	}
	return out, err
}

// draft is what the rules are asked about: to accept the request, or to take up in public or in private what was written.
func (n *Incoming) draft() bedside.Draft {
	who := n.Who
	if who == "unknown" {
		who = ""
	}
	d := bedside.Draft{Kind: n.Kind, Account: bedside.Account{Platform: strings.ToLower(n.Platform)}}
	d.Context.Relationship = who
	if n.Kind == "contact_request" {
		d.Action = "accept"
		d.Context.ReplyTo = bedside.ReplyTo{Text: n.Text, Relationship: who}
		return d
	}
	d.Text, d.PostedBy, d.State = n.Text, "other", "published"
	return d
}

// aboutThem leaves of a result what concerns the person who wrote and those they tell of: how they write is not the reader's to mend.
func aboutThem(r *bedside.Result) *bedside.Result {
	out := *r
	out.Findings, out.Questions, out.Rewrite, out.Verdict = nil, nil, nil, bedside.OK
	for _, f := range r.Findings {
		if f.Topic == "patient_privacy" || f.Topic == "boundaries" {
			f.Remedy.Edits = nil
			if f.Topic == "patient_privacy" { // the way out of it is their words', not an answer's
				f.Remedy.Text = ""
			}
			out.Findings = append(out.Findings, f)
			out.Verdict = max(out.Verdict, f.Severity)
		}
	}
	return &out
}

// discloses reports whether a comment tells of somebody's health.
func discloses(r *bedside.Result) bool {
	return slices.ContainsFunc(r.Findings, func(f bedside.Finding) bool { return f.Severity >= bedside.Revise })
}

// fromImport makes of a post that somebody else sent what stands in the inbox; false for the person's own.
func fromImport(p *Post) (Incoming, bool) {
	d := &p.Draft.Draft
	theirs := d.Kind == "contact_request" || d.PostedBy == "other" && (d.Kind == "comment" || d.Kind == "message")
	return Incoming{V: 1, Kind: d.Kind, Platform: d.Account.Platform, URL: p.URL, Text: d.Text, Import: p.Import}, theirs
}
