package app

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"
)

// Thing is something that was removed from a room and can still be brought back.
type Thing struct {
	Path  string // of its room's records, with its id: /consents/ABC
	Room  string // the room's name
	Title string // what it is, in the words it was written in
	Until time.Time
}

// removed lists what of a shelf waits to be destroyed.
func removed[T any](ctx context.Context, s Shelf[T], path, room string, title func(*T) string) ([]Thing, error) {
	kept, err := s.List(ctx, filterOf(Removed))
	out := make([]Thing, len(kept))
	for i := range kept {
		out[i] = Thing{path + "/" + kept[i].ID, room, title(&kept[i].Noun), kept[i].Due}
	}
	return out, err
}

// Removed lists what was removed from all rooms, the last to be destroyed first.
func (a *App) Removed(ctx context.Context) ([]Thing, error) {
	if err := a.Sweep(ctx); err != nil {
		return nil, err
	}
	var out []Thing
	for _, list := range []func() ([]Thing, error){
		func() ([]Thing, error) {
			return removed(ctx, a.Holds().shelf, "/holds", "Write", func(h *Hold) string { return h.Title() })
		},
		func() ([]Thing, error) {
			return removed(ctx, a.NearMisses().shelf, "/learn/own", "Learn", func(n *NearMiss) string { return titled(n.Before.Text) })
		},
		func() ([]Thing, error) {
			return removed(ctx, a.Inbox().shelf, "/inbox", "Inbox", func(n *Incoming) string { return cmp.Or(titled(n.Text), n.From, "A contact request") })
		},
		func() ([]Thing, error) {
			return removed(ctx, a.Presence().shelf, "/presence", "Presence", func(n *Appearance) string {
				return cmp.Or(titled(n.Words), titled(n.Picture), n.Poster, n.Link, "A post by somebody else")
			})
		},
		func() ([]Thing, error) {
			return removed(ctx, a.Accounts().shelf, "/accounts", "Accounts", func(n *Account) string { return strings.TrimSpace(n.Handle + " " + n.Platform) })
		},
		func() ([]Thing, error) {
			return removed(ctx, a.Consents().shelf, "/consents", "Consents", func(n *Consent) string { return n.Person })
		},
		func() ([]Thing, error) {
			return removed(ctx, a.Interests().shelf, "/interests", "Interests", func(n *Interest) string { return n.Party })
		},
	} {
		some, err := list()
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	slices.SortStableFunc(out, func(x, y Thing) int { return y.Until.Compare(x.Until) })
	return out, nil
}
