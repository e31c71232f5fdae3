package main

import (
	"context"
	"fmt"

	"bedside/internal/seal"
)

type dataKey struct {
	keepFlags
	To   string `required:"" placeholder:"keyring|passphrase|file" complete:"key" help:"Where the key goes: this computer’s key store, a pass-phrase, or a file in the folder."`
	File string `name:"new-passphrase-file" placeholder:"FILE" complete:"file" help:"Read the new pass-phrase from a file instead of the terminal."`
}

// Help gives examples.
func (dataKey) Help() string {
	return `The key stays the same, and so does everything that it has sealed; end Bedside before. A pass-phrase is changed by moving the key to
a pass-phrase again.

Examples:

    bedside data key --to passphrase
    bedside data key --to keyring`
}

// Run moves the key.
func (c *dataKey) Run(a *app) error {
	if err := oneOf("--to", c.To, seal.Sources()...); err != nil {
		return err
	}
	return c.use(a, func(_ context.Context, k *keeper) error {
		old := k.key.Ask
		k.key.Ask = func(fresh bool) ([]byte, error) {
			if fresh {
				return a.passPhrase(phraseFile{"--new-passphrase-file", c.File}, true)
			}
			return old(false)
		}
		if err := k.key.Move(seal.Source(c.To)); err != nil {
			return err
		}
		_, err := fmt.Fprintln(a.stdout, k.told())
		return err
	})
}

type dataRekey struct{ keepFlags }

// Help gives examples.
func (dataRekey) Help() string {
	return `PostgreSQL, file systems and backups may hold old copies of what was deleted, sealed. With a new key the one that is kept opens none of
them any more. End Bedside on every computer that uses the database before, and hand the new key to them after. Old backups open with
the secret that they were made to, as before: delete those as well.

Examples:

    bedside data rekey`
}

// Run makes a new key.
func (c *dataRekey) Run(a *app) error {
	return c.use(a, func(ctx context.Context, k *keeper) error {
		if err := k.Rekey(ctx); err != nil {
			return err
		}
		_, err := fmt.Fprintf(a.stdout, "There is a new key. %s\n", k.told())
		return err
	})
}
