package main

import (
	"context"
	"fmt"

	"bedside/internal/store/vault"
)

type dataVerify struct{ keepFlags }

// Help gives examples.
func (dataVerify) Help() string {
	return `Every change of what is kept left an event behind: when, of which kind, and a salted commitment to what changed, chained to
the event before. This command repeats all of it and names the first place that does not hold. It ends with status 1 where one does not.

Examples:

    bedside data verify`
}

// Run walks along the events.
func (c *dataVerify) Run(a *app) error {
	return c.use(a, func(ctx context.Context, k *keeper) error {
		v, err := a.verified(ctx, k, "")
		if err == nil && v.Break == nil {
			fmt.Fprintf(a.stdout, "%d events hold together, and the %d records that are kept are what was written.\n", v.Events, v.Records)
		}
		return err
	})
}

// verified walks along the events, and tells the first place that does not hold, after what there is to say before.
func (a *app) verified(ctx context.Context, k *keeper, before string) (vault.Verified, error) {
	v, err := k.Verify(ctx)
	if err == nil && v.Break != nil {
		a.outcome.found = true
		fmt.Fprintf(a.stdout, "%s%s%s.\n", before, placeOfBreak(v.Break), v.Break.What)
	}
	return v, err
}

func placeOfBreak(b *vault.Break) string {
	place := ""
	if b.Owner != "" {
		place = "owner " + b.Owner + ": "
	}
	if b.Event > 0 {
		place += fmt.Sprintf("event %d: ", b.Event)
	}
	return place
}
