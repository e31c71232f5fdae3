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

// Holds is the list of drafts that are kept.
type Holds struct {
	shelf Shelf[Hold]
	app   *App
}

// Holds opens the list.
func (a *App) Holds() Holds { return Holds{Shelf[Hold]{Store: a.Store, Kind: "hold"}, a} }

// mostCopied is how many copied drafts are listed.
const mostCopied = 20

// List reads what is held, the oldest first, and then what was copied.
func (h Holds) List(ctx context.Context) ([]Kept[Hold], error) {
	held, err := h.shelf.List(ctx, store.Filter{States: []string{HoldWaits}, Oldest: true})
	if err != nil {
		return nil, err
	}
	copied, err := h.shelf.List(ctx, store.Filter{States: []string{HoldCopied}, Limit: mostCopied})
	return append(held, copied...), err
}

// Find reads one.
func (h Holds) Find(ctx context.Context, id string) (Kept[Hold], error) { return h.shelf.Find(ctx, id) }

// Keep writes a draft, until tomorrow if nobody said until when, unless there is nothing in it.
func (h Holds) Keep(ctx context.Context, k Kept[Hold]) (Kept[Hold], []Problem, error) {
	if strings.TrimSpace(k.Noun.Draft.Text) == "" {
		return k, []Problem{{"draft.text", "There is nothing to keep yet: write something first."}}, nil
	}
	if k.State == "" {
		k.State, k.Due = HoldWaits, tomorrow(h.app.Now())
	}
	k.Noun.V, k.At = 1, h.app.Now()
	k, err := h.shelf.Put(ctx, k)
	return k, nil, err
}

// Again writes a draft in the place of the record it was taken from, if that is still there: held until tomorrow, or as a memory of what
// was copied.
func (h Holds) Again(ctx context.Context, id, state string, n Hold) (Kept[Hold], []Problem, error) {
	k := Kept[Hold]{Noun: n}
	if id != "" {
		before, err := h.shelf.Find(ctx, id)
		if err == nil {
			k.ID, k.Version = before.ID, before.Version
		} else if bedside.CodeOf(err) != bedside.CodeNotFound {
			return k, nil, err
		}
	}
	if state == HoldCopied {
		k.State = state
	}
	return h.Keep(ctx, k)
}

// tomorrow is nine o'clock of the next day.
func tomorrow(now time.Time) time.Time {
	year, month, day := now.Date()
	return time.Date(year, month, day+1, hour, 0, 0, 0, now.Location())
}

// Destroy deletes one for good.
func (h Holds) Destroy(ctx context.Context, id string) error { return h.shelf.Delete(ctx, id) }

// Due counts those that should be looked at now.
func (h Holds) Due(ctx context.Context) (int, error) {
	due, err := h.shelf.Due(ctx, h.app.Now())
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
