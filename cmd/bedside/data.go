package main

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"path/filepath"
	"syscall"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store/postgres"
	"bedside/internal/store/sqlite"
	"bedside/internal/store/vault"
)

// dataCommands look after what “bedside serve” keeps.
type dataCommands struct {
	Backup  dataBackup  `cmd:"" help:"Write everything that is kept into one encrypted file, also while Bedside runs."`
	Restore dataRestore `cmd:"" help:"Fill an empty folder or database from a backup."`
	Export  dataExport  `cmd:"" help:"Write everything that is kept as plain files."`
	Import  dataImport  `cmd:"" help:"Read the files that export wrote, on this computer or another."`
	Verify  dataVerify  `cmd:"" help:"Walk along all events and hold what is kept to them."`
	Key     dataKey     `cmd:"" help:"Move the key, or change the pass-phrase."`
	Rekey   dataRekey   `cmd:"" help:"Make a new key, so that old copies of what was deleted open no more."`
}

// use runs something with a store that is there.
func (f *keepFlags) use(a *app, do func(ctx context.Context, k *keeper) error) error {
	if f.Data != nothing {
		dir, err := a.dataFolder(f.Data)
		if err != nil {
			return err
		}
		if _, err := a.keyIn(dir, f).Kept(); bedside.CodeOf(err) == bedside.CodeNotFound {
			return hint(bedside.Errorf(bedside.CodeNotFound, "%s: nothing is kept there", dir), "Name the folder that “bedside serve” uses: --data DIR")
		}
	}
	return f.start(a, do)
}

// start runs something with a store, a new one where there is none.
func (f *keepFlags) start(a *app, do func(ctx context.Context, k *keeper) error) (err error) {
	if f.Data == nothing {
		return invalid("--data none: nothing is kept there")
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	k, err := f.open(ctx, a)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, k.Close()) }()
	return do(ctx, k)
}

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
		v, err := k.Verify(ctx)
		if err != nil {
			return err
		}
		if v.Break != nil {
			a.outcome.found = true
			_, err = fmt.Fprintf(a.stdout, "%s%s.\n", placeOfBreak(v.Break), v.Break.What)
			return err
		}
		_, err = fmt.Fprintf(a.stdout, "%d events hold together, and the %d records that are kept are what was written.\n", v.Events, v.Records)
		return err
	})
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

type dataKey struct {
	keepFlags
	To   string `enum:"keyring,passphrase,file" required:"" help:"Where the key goes: this computer’s key store, a pass-phrase, or a file in the folder."`
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
	return c.use(a, func(_ context.Context, k *keeper) error {
		old := k.key.Ask
		k.key.Ask = func(fresh bool) ([]byte, error) {
			if fresh {
				return a.passPhrase(c.File, true)
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

// restore fills an empty store.
func (f *keepFlags) restore(ctx context.Context, a *app, from *dataRestore) (vault.Counts, error) {
	dir, err := a.dataFolder(f.Data)
	if err != nil {
		return vault.Counts{}, err
	}
	backup, err := openBackup(from.File)
	if err != nil {
		return vault.Counts{}, err
	}
	defer backup.Close()
	secret, err := from.ask(a, false)
	if err != nil {
		return vault.Counts{}, err
	}
	key := a.keyIn(dir, f)
	if f.Database != "" {
		return postgres.Restore(ctx, f.Database, key, backup, secret)
	}
	return sqlite.Restore(ctx, filepath.Join(dir, "bedside.db"), key, backup, secret)
}

// counted says how much there is.
func counted(n vault.Counts) string {
	return fmt.Sprintf("%d records and %d events", n.Records, n.Events)
}

func noFile(name string, err error) error {
	return &bedside.Error{Code: bedside.CodeNotFound, Message: name + ": this file cannot be read", Err: err}
}
