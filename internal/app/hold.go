package app

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"bedside"
	"bedside/internal/store"
)

// Hold is a draft that is kept because its author asked: until they look at it again, or as a memory of what they copied.
type Hold struct {
	V     int               `json:"v"`
	Draft bedside.Draft     `json:"draft"`
	Kept  map[string]string `json:"kept,omitempty"` // the author's reason by finding
	// Consents are the ids of those that were attached.
	Consents []string `json:"consents,omitempty"`
}

// The states of a hold.
const (
	HoldWaits  = "held"   // until it is due
	HoldCopied = "copied" // a memory of what was copied, and when
)

// hour is when a held draft is due, on the next day: people read in the morning what they wrote at night.
const hour = 9

// Holds are the drafts that are kept.
func (a *App) Holds() Shelf[Hold] { return Shelf[Hold]{Store: a.Store, Kind: "hold"} }

// HoldUntilTomorrow keeps a draft until nine o'clock of the next day, in the place of the record it was taken from, if it was.
func (a *App) HoldUntilTomorrow(ctx context.Context, id string, h Hold) (Kept[Hold], error) {
	now := a.Now()
	year, month, day := now.Date()
	return a.keep(ctx, id, h, store.Record{State: HoldWaits, Due: time.Date(year, month, day+1, hour, 0, 0, 0, now.Location())})
}

// Remember keeps a draft that was copied.
func (a *App) Remember(ctx context.Context, id string, h Hold) (Kept[Hold], error) {
	return a.keep(ctx, id, h, store.Record{State: HoldCopied})
}

func (a *App) keep(ctx context.Context, id string, h Hold, r store.Record) (Kept[Hold], error) {
	if strings.TrimSpace(h.Draft.Text) == "" {
		return Kept[Hold]{}, bedside.Errorf(bedside.CodeInvalid, "there is nothing to keep yet: write something first")
	}
	shelf, err := a.holds()
	if err != nil {
		return Kept[Hold]{}, err
	}
	if id != "" {
		before, err := shelf.Find(ctx, id)
		if err == nil {
			r.ID, r.Version = before.ID, before.Version
		} else if bedside.CodeOf(err) != bedside.CodeNotFound {
			return Kept[Hold]{}, err
		}
	}
	h.V, r.At = 1, a.Now()
	return shelf.Put(ctx, Kept[Hold]{Record: r, Noun: h})
}

// holds are the drafts that are kept, or why nothing is.
func (a *App) holds() (Shelf[Hold], error) {
	if a.Store == nil {
		return Shelf[Hold]{}, bedside.Errorf(bedside.CodeUnavailable, "nothing is kept in this session: Bedside was started so")
	}
	return a.Holds(), nil
}

// ListHolds lists what is held, the soonest due first, and then what was copied.
func (a *App) ListHolds(ctx context.Context) ([]Kept[Hold], error) {
	shelf, err := a.holds()
	if err != nil {
		return nil, err
	}
	held, err := shelf.List(ctx, store.Filter{States: []string{HoldWaits}, Oldest: true})
	if err != nil {
		return nil, err
	}
	copied, err := shelf.List(ctx, store.Filter{States: []string{HoldCopied}, Limit: mostCopied})
	return append(held, copied...), err
}

// FindHold reads one kept draft.
func (a *App) FindHold(ctx context.Context, id string) (Kept[Hold], error) {
	shelf, err := a.holds()
	if err != nil {
		return Kept[Hold]{}, err
	}
	return shelf.Find(ctx, id)
}

// DeleteHold destroys a kept draft.
func (a *App) DeleteHold(ctx context.Context, id string) error {
	shelf, err := a.holds()
	if err != nil {
		return err
	}
	return shelf.Delete(ctx, id)
}

// mostCopied is how many copied drafts are listed.
const mostCopied = 20

// DueHolds counts the held drafts that should be looked at now.
func (a *App) DueHolds(ctx context.Context) (int, error) {
	shelf, err := a.holds()
	if err != nil {
		return 0, err
	}
	due, err := shelf.Due(ctx, a.Now())
	return len(due), err
}

// Title is the first words of what is held.
func (h Hold) Title() string {
	const most = 60
	line, _, _ := strings.Cut(strings.TrimSpace(h.Draft.Text), "\n")
	if utf8.RuneCountInString(line) <= most {
		return line
	}
	cut := string([]rune(line)[:most])
	if at := strings.LastIndexByte(cut, ' '); at > most/2 {
		cut = cut[:at]
	}
	return cut + "…"
}
