package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store/postgres"
	"bedside/internal/store/sqlite"
	"bedside/internal/store/vault"
	"bedside/internal/whole"
)

// secretFlags say what opens a backup.
type secretFlags struct {
	SameKey bool   `help:"Only the key that is kept opens the backup; the key is not in it. Otherwise a pass-phrase does, and the key is."`
	Words   string `name:"backup-passphrase-file" placeholder:"FILE" complete:"file" help:"Read the backup’s pass-phrase from a file instead of the terminal."`
}

// ask asks for the backup's pass-phrase; nil where the same key opens it.
func (f *secretFlags) ask(a *app, fresh bool) (*seal.Secret, error) {
	if f.SameKey {
		return nil, nil //nolint:nilnil // that is what no secret stands for
	}
	if f.Words == "" && isTerminal(a.stdin) {
		fmt.Fprintln(a.stderr, "The backup is encrypted to a pass-phrase of its own.")
	}
	words, err := a.passPhrase(phraseFile{"--backup-passphrase-file", f.Words}, fresh)
	if err != nil {
		return nil, err
	}
	return seal.Words(words, a.guess.work)
}

type dataBackup struct {
	File string `arg:"" complete:"file" help:"Where the backup goes. It must not be there yet."`
	keepFlags
	secretFlags
}

// Help gives examples.
func (dataBackup) Help() string {
	return `The backup holds everything as it is at one moment, sealed as it is kept, and encrypted once more (age). With its pass-phrase it opens
on any computer. What is deleted later is still in it: delete old backups too.

Examples:

    bedside data backup kept.bedside
    bedside data backup --same-key kept.bedside
    bedside data backup --backup-passphrase-file words.txt kept.bedside`
}

// Run writes a backup.
func (c *dataBackup) Run(a *app) error {
	if _, err := os.Lstat(c.File); err == nil {
		return invalid("%s: this is there already; name a file that is not", c.File)
	}
	return c.use(a, func(ctx context.Context, k *keeper) error {
		secret, err := c.ask(a, true)
		if err != nil {
			return err
		}
		var done vault.Counts
		err = whole.Write(c.File, 0o600, func(w io.Writer) (err error) {
			done, err = k.Backup(ctx, w, secret)
			return err
		})
		if err != nil {
			return unwrittenTo(c.File, err)
		}
		_, err = fmt.Fprintf(a.stdout, "%s are in %s.\n", counted(done), c.File)
		return err
	})
}

type dataRestore struct {
	File string `arg:"" complete:"file" help:"The backup."`
	keepFlags
	secretFlags
}

// Help gives examples.
func (dataRestore) Help() string {
	return `A backup goes into a folder or a database where nothing is kept yet, whole or not at all. Its key goes where --key says.

Examples:

    bedside data restore --data new-folder kept.bedside
    bedside data restore --database postgres://bedside@localhost/bedside kept.bedside`
}

// Run restores a backup, and looks whether all of it holds.
func (c *dataRestore) Run(a *app) error {
	if c.Data == nothing {
		return invalid("--data none: nothing is kept there")
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	done, err := c.restore(ctx, a)
	if err != nil {
		return err
	}
	return c.use(a, func(ctx context.Context, k *keeper) error {
		v, err := a.verified(ctx, k, counted(done)+" are restored as the backup has them, but not all holds: ")
		if err == nil && v.Break == nil {
			fmt.Fprintf(a.stdout, "%s are restored, and hold together. %s\n", counted(done), k.told())
		}
		return err
	})
}

// restore fills an empty store.
func (c *dataRestore) restore(ctx context.Context, a *app) (vault.Counts, error) {
	dir, key, err := c.place(a)
	if err != nil {
		return vault.Counts{}, err
	}
	backup, err := os.Open(c.File)
	if err != nil {
		return vault.Counts{}, cannotRead(c.File, err)
	}
	defer backup.Close()
	secret, err := c.ask(a, false)
	if err != nil {
		return vault.Counts{}, err
	}
	var done vault.Counts
	if c.Database != "" {
		done, err = postgres.Restore(ctx, c.Database, key, backup, secret)
	} else {
		done, err = sqlite.Restore(ctx, filepath.Join(dir, sqlite.FileName), key, backup, secret)
	}
	if err != nil {
		return done, c.trouble(c.File, c.unopened(dir, err))
	}
	return done, nil
}

// unopened says of a backup without a pass-phrase where its key must be.
func (c *dataRestore) unopened(dir string, err error) error {
	if !c.SameKey || bedside.CodeOf(err) != bedside.CodeNotFound {
		return err
	}
	return hint(bedside.Errorf(bedside.CodeNotFound, "the key that opens it is not in %s", dir),
		"Put key.json there, from the folder that the backup was made of.", "Without it the backup cannot be opened.")
}

// counted says how much there is.
func counted(n vault.Counts) string {
	return fmt.Sprintf("%d records and %d events", n.Records, n.Events)
}
