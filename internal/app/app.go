// Package app is what the web application does, whoever asks and wherever it is kept: it checks drafts for a person and
// shows them the guidelines. It knows no HTTP and no database: what it needs of them it names as interfaces. Start at App.
package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"bedside"
	"bedside/internal/audit"
	"bedside/internal/look"
	"bedside/internal/profile"
	"bedside/internal/store"
	"bedside/pack"
)

// Checker is the engine as the application uses it. It must be safe for concurrent use.
type Checker interface {
	Check(d bedside.Draft, asOf time.Time) (*bedside.Result, error)
}

// Profiles are who the author is, on file.
type Profiles interface {
	// Profile is the profile as it is, and whether somebody has written one.
	Profile() (p profile.Profile, found bool)
	// Keep writes it anew, whole or not at all.
	Keep(p profile.Profile) error
}

// App is the application of one person.
type App struct {
	Checker Checker
	Auditor audit.Engine // the same engine, as audits use it
	Pack    *pack.Pack
	Fill    func(bedside.Draft) bedside.Draft // adds what the profile says of the author
	Now     func() time.Time
	Store   store.Store  // what is kept; nil: nothing is
	Profile Profiles     // nil where there is none to ask or to write
	Looker  *look.Looker // looks at pictures; nil: at what needs no recognising

	practice practice // of the Learn room
}

// Check answers a draft by the person whose profile is on file. Nothing of it is kept. A draft cannot name a file: whoever may send
// drafts need not be who may read this computer's files.
func (a *App) Check(ctx context.Context, d bedside.Draft) (bedside.Draft, *bedside.Result, error) {
	for i := range d.Media {
		if d.Media[i].Path != "" {
			return d, nil, bedside.Errorf(bedside.CodeInvalid, "media[%d].path: a draft that is sent cannot name a file of this computer", i)
		}
	}
	d, err := a.declared(ctx, a.Fill(d))
	if err != nil {
		return d, nil, err
	}
	asOf := d.Time.Time
	if asOf.IsZero() {
		asOf = a.Now().UTC().Truncate(time.Second)
	}
	r, err := a.Checker.Check(d, asOf)
	return d, r, err
}

// declared adds the interests that are kept to those that a draft or the profile names.
func (a *App) declared(ctx context.Context, d bedside.Draft) (bedside.Draft, error) {
	if a.Store == nil {
		return d, nil
	}
	kept, err := a.Interests().For(ctx, d)
	d.Context.Interests = append(slices.Clip(d.Context.Interests), kept...)
	return d, err
}

// Option is one answer to a question, as it is stored and as people read it.
type Option struct{ Value, Label string }

// Options are the answers that a question of a result offers.
func (a *App) Options(q bedside.Question) []Option {
	out := make([]Option, len(q.Options))
	for i, value := range q.Options {
		out[i] = Option{value, a.Label(q.ID, value)}
	}
	return out
}

// Label is how the pack words an answer to a question of a result.
func (a *App) Label(id, value string) string {
	fact, _, _ := strings.Cut(id, "@")
	for i := range a.Pack.Questions {
		if a.Pack.Questions[i].ID != fact {
			continue
		}
		for _, o := range a.Pack.Questions[i].Options {
			if o.Value == value && o.Label != "" {
				return o.Label
			}
		}
	}
	return value
}
