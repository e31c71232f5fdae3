package app

import (
	"cmp"
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
	// Pictures are the ids of those that are kept with it, Gone those of a version before, which are destroyed.
	Pictures []string `json:"pictures,omitempty"`
	Gone     []string `json:"gone,omitempty"`
	// Was is the state before it was removed, and WasDue when it was due then.
	Was    string    `json:"was,omitempty"`
	WasDue time.Time `json:"was_due,omitzero"`
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

// Keep writes a draft, as new or in the place of the version that was read, whose pictures stay with it.
func (h Holds) Keep(ctx context.Context, k Kept[Hold]) (Kept[Hold], []Problem, error) {
	k.Noun.Pictures, k.Noun.Gone, k.Noun.Was, k.Noun.WasDue = nil, nil, "", time.Time{}
	if k.Version == 0 {
		return h.keep(ctx, k, nil)
	}
	before, err := h.shelf.Find(ctx, k.ID)
	if err != nil {
		return k, nil, err
	}
	pictures, err := h.Pictures(ctx, before.Noun)
	if err != nil {
		return k, nil, err
	}
	return h.replace(ctx, k, before.Noun, pictures)
}

// replace writes a draft in the place of a version before, whose pictures are destroyed.
func (h Holds) replace(ctx context.Context, k Kept[Hold], before Hold, pictures []HeldPicture) (Kept[Hold], []Problem, error) {
	k.Noun.Gone = append(before.Pictures, before.Gone...)
	k, wrong, err := h.keep(ctx, k, pictures)
	if err != nil || len(wrong) > 0 || len(k.Noun.Gone) == 0 {
		return k, wrong, err
	}
	return k, nil, h.pictures().Delete(ctx, k.Noun.Gone...)
}

// keep writes a draft with its pictures, all or nothing: until tomorrow if nobody said until when, unless there is nothing in it.
func (h Holds) keep(ctx context.Context, k Kept[Hold], pictures []HeldPicture) (Kept[Hold], []Problem, error) {
	if strings.TrimSpace(k.Noun.Draft.Text) == "" && len(pictures) == 0 {
		return k, []Problem{{"draft.text", "There is nothing to keep yet: write something first."}}, nil
	}
	if !utf8.ValidString(k.Noun.Draft.Text) {
		return k, []Problem{{"draft.text", "Some letters did not arrive as they were written. Write those anew that show as a mark."}}, nil
	}
	if k.Noun.Draft.Size() > bedside.MaxText {
		return k, []Problem{{"draft.text", "This is longer than a draft may be: one mebibyte, as much as a thick book."}}, nil
	}
	if k.State == "" {
		k.State, k.Due = HoldWaits, tomorrow(h.app.Now())
	}
	k.Noun.V, k.At = 1, h.app.Now()
	records, ids, err := h.pictureRecords(pictures)
	if err != nil {
		return k, nil, err
	}
	k.Noun.Pictures = ids
	draft, err := h.shelf.records([]Kept[Hold]{k})
	if err != nil {
		return k, nil, err
	}
	records, err = h.app.Store.Put(ctx, append(draft, records...)...)
	if err == nil {
		k.Record = records[0]
	}
	return k, nil, err
}

// Again writes a draft in the place of the record it was taken from, if that is still there: held until tomorrow, or as a memory of what
// was copied. One that was taken from none gets the id of its sheet: a sheet that is sent twice is kept once.
func (h Holds) Again(ctx context.Context, id, sheet, state string, n Hold, pictures []HeldPicture) (Kept[Hold], []Problem, error) {
	k, before := Kept[Hold]{Noun: n}, Hold{}
	if id == "" && sheet != "" {
		kept, err := h.shelf.Find(ctx, sheet)
		switch {
		case bedside.CodeOf(err) == bedside.CodeNotFound:
			k.ID = sheet
		case err != nil:
			return k, nil, err
		case kept.State != Removed && kept.Noun.Draft.Text == n.Draft.Text && len(kept.Noun.Pictures) == len(pictures):
			id = sheet
		}
	}
	if id != "" {
		kept, err := h.shelf.Find(ctx, id)
		if err == nil && kept.State != Removed {
			k.ID, k.Version, before = kept.ID, kept.Version, kept.Noun
		} else if err != nil && bedside.CodeOf(err) != bedside.CodeNotFound {
			return k, nil, err
		}
	}
	if state == HoldCopied {
		k.State = state
	}
	return h.replace(ctx, k, before, pictures)
}

// tomorrow is nine o'clock of the next day.
func tomorrow(now time.Time) time.Time {
	year, month, day := now.Date()
	return time.Date(year, month, day+1, hour, 0, 0, 0, now.Location())
}

// Destroy deletes one for good, and its pictures with it.
func (h Holds) Destroy(ctx context.Context, id string) error {
	k, err := h.shelf.Find(ctx, id)
	switch {
	case bedside.CodeOf(err) == bedside.CodeNotFound:
		return nil
	case err != nil:
		return err
	}
	if err := h.destroyPictures(ctx, k.Noun); err != nil {
		return err
	}
	return h.shelf.Delete(ctx, id)
}

// Remove takes one off the list; Restore brings it back within a day as it was.
func (h Holds) Remove(ctx context.Context, id string) error {
	return retried(func() error {
		k, err := h.shelf.Find(ctx, id)
		if err != nil || k.State == Removed {
			return err
		}
		k.Noun.Was, k.Noun.WasDue = k.State, k.Due
		k.State, k.Due = Removed, h.app.Now().Add(removedFor)
		_, err = h.shelf.Put(ctx, k)
		return err
	})
}

// Restore brings back what was removed.
func (h Holds) Restore(ctx context.Context, id string) error {
	return retried(func() error {
		k, err := h.shelf.Find(ctx, id)
		if err != nil || k.State != Removed {
			return err
		}
		k.State, k.Due = k.Noun.Was, k.Noun.WasDue
		k.Noun.Was, k.Noun.WasDue = "", time.Time{}
		_, err = h.shelf.Put(ctx, k)
		return err
	})
}

// sweep destroys what was removed a day ago, pictures and all.
func (h Holds) sweep(ctx context.Context) error {
	ids, err := h.shelf.overdue(ctx, h.app.Now())
	for _, id := range ids {
		if err := h.Destroy(ctx, id); err != nil {
			return err
		}
	}
	return err
}

// Due counts those that should be looked at now.
func (h Holds) Due(ctx context.Context) (int, error) {
	due, err := h.shelf.Due(ctx, h.app.Now())
	n := 0
	for _, k := range due {
		if k.State != Removed {
			n++
		}
	}
	return n, err
}

// Title is the first words of what is held.
func (h Hold) Title() string {
	return cmp.Or(titled(h.Draft.Text), "A picture without words")
}

// titled are the first words of a text.
func titled(text string) string {
	const most = 60
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if utf8.RuneCountInString(line) <= most {
		return line
	}
	cut := string([]rune(line)[:most])
	if at := strings.LastIndexByte(cut, ' '); at > most/2 {
		cut = cut[:at]
	}
	return cut + "…"
}
