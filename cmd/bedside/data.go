package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"bedside"
	"bedside/internal/store/sqlite"
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
			return f.keyless(dir)
		}
	}
	return f.start(a, do)
}

// keyless explains what to do about a folder without a key: nothing is kept in it, or the key is elsewhere. None is made: it would not fit.
func (f *keepFlags) keyless(dir string) error {
	if f.Database != "" {
		return hint(bedside.Errorf(bedside.CodeNotFound, "%s: there is no key to the database", dir),
			"Name the folder that “bedside serve” uses with it: --data DIR", "Or bring key.json from a computer that has it.")
	}
	if _, err := os.Stat(filepath.Join(dir, sqlite.FileName)); err == nil {
		return hint(bedside.Errorf(bedside.CodeNotFound, "%s: the key to what is kept there is missing", dir),
			"Put key.json back where it was: without it nothing can be read.", "If nothing was kept there yet, restore, import or serve begins anew.")
	}
	return hint(bedside.Errorf(bedside.CodeNotFound, "%s: nothing is kept there", dir), "Name the folder that “bedside serve” uses: --data DIR")
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
