package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store/folder"
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
	words, err := a.passPhrase(f.Words, fresh)
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

func unwrittenTo(name string, err error) error {
	if bedside.CodeOf(err) != bedside.CodeInternal {
		return err
	}
	return &bedside.Error{Code: bedside.CodeUnavailable, Message: name + ": this cannot be written; nothing is left of it", Err: err}
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

func openBackup(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, noFile(name, err)
	}
	return f, nil
}

// Run restores a backup, and looks whether all of it holds.
func (c *dataRestore) Run(a *app) error {
	if c.Data == nothing {
		return invalid("--data none: nothing is kept there")
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	done, err := c.restore(ctx, a, c)
	if err != nil {
		return c.trouble(c.File, err)
	}
	return c.use(a, func(ctx context.Context, k *keeper) error {
		v, err := k.Verify(ctx)
		if err != nil {
			return err
		}
		if v.Break != nil {
			a.outcome.found = true
			_, err = fmt.Fprintf(a.stdout, "%s are restored as the backup has them, but not all holds: %s%s.\n", counted(done), placeOfBreak(v.Break), v.Break.What)
			return err
		}
		_, err = fmt.Fprintf(a.stdout, "%s are restored, and hold together. %s\n", counted(done), k.told())
		return err
	})
}

type dataExport struct {
	Dir string `arg:"" complete:"folder" help:"The new folder."`
	keepFlags
}

// Help gives examples.
func (dataExport) Help() string {
	return `One folder a kind, one JSON file a record, pictures and documents as files beside it. The files are not sealed: whoever has the folder
can read them. Events are not in it; a backup has them.

Examples:

    bedside data export what-i-keep`
}

// Run exports everything.
func (c *dataExport) Run(a *app) error {
	return c.use(a, func(ctx context.Context, k *keeper) error {
		index, err := folder.Export(ctx, k, c.Dir, version, a.now())
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.stdout, "%s are in %s, for everybody to read who has it.\n", listed(index.Records), c.Dir)
		return err
	})
}

type dataImport struct {
	Dir string `arg:"" complete:"folder" help:"The folder that export wrote."`
	keepFlags
}

// Help gives examples.
func (dataImport) Help() string {
	return `All of the folder is kept, or nothing of it. Where a record of the same name is kept already nothing is changed.

Examples:

    bedside data import what-i-keep`
}

// Run imports everything.
func (c *dataImport) Run(a *app) error {
	return c.start(a, func(ctx context.Context, k *keeper) error {
		index, err := folder.Import(ctx, k, c.Dir)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.stdout, "%s are kept now. %s\n", listed(index.Records), k.told())
		return err
	})
}

// listed says how many of each kind there are.
func listed(records map[string]int) string {
	if len(records) == 0 {
		return "0 records"
	}
	var kinds []string
	for _, kind := range slices.Sorted(maps.Keys(records)) {
		kinds = append(kinds, fmt.Sprintf("%d of kind %s", records[kind], kind))
	}
	return strings.Join(kinds, ", ")
}
