package main

import (
	"context"
	"path/filepath"

	"bedside"
	"bedside/internal/jobs"
	"bedside/internal/jobs/lease"
	"bedside/internal/jobs/riverqueue"
	"bedside/internal/seal"
	"bedside/internal/store/postgres"
	"bedside/internal/store/sqlite"
	"bedside/internal/store/vault"
)

// keepFlags say where things are kept and what opens them.
type keepFlags struct {
	Data       string `placeholder:"DIR" complete:"folder" help:"The folder for what you keep; “none” keeps nothing. Otherwise the usual one for your data."`
	Database   string `placeholder:"URL" help:"Keep it in PostgreSQL instead: postgres://USER@HOST/NAME, the password in PGPASSWORD or ~/.pgpass. The key stays in the folder."`
	Key        string `placeholder:"keyring|passphrase|file" complete:"key" help:"Where a new key goes: this computer’s key store, a pass-phrase, or a file in the folder. Otherwise the first that there is, without asking."`
	PassPhrase string `name:"passphrase-file" placeholder:"FILE" complete:"file" help:"Read the pass-phrase from a file, such as /dev/fd/3, instead of the terminal."`
}

// nothing is what somebody says who wants nothing kept.
const nothing = "none"

// keeper is an open store, and what there is to say of it.
type keeper struct {
	*vault.Vault
	where string
	dir   string // the folder for what is no record
	key   seal.Keeper
	queue func(jobs.Options) (*jobs.Queue, error) // of work in the background
	close func() error
}

// open opens what is kept; nil where nothing is to be.
func (f *keepFlags) open(ctx context.Context, a *app) (*keeper, error) {
	if f.Data == nothing {
		if f.Database != "" {
			return nil, hint(invalid("--data none: a database needs a folder for its key"), "Leave --data or --database away.")
		}
		return nil, nil //nolint:nilnil // nothing is kept, and that is no error
	}
	dir, key, err := f.place(a)
	if err != nil {
		return nil, err
	}
	k := &keeper{where: "in " + dir, dir: dir, key: key}
	if f.Database != "" {
		k.where = "in the database"
		s, err := postgres.Open(ctx, f.Database, k.key, a.now)
		if err != nil {
			return nil, f.trouble("--database", err)
		}
		k.Vault, k.close = s.Vault, s.Close
		k.queue = func(o jobs.Options) (*jobs.Queue, error) { return riverqueue.New(s, o) }
		return k, nil
	}
	s, err := sqlite.Open(ctx, filepath.Join(dir, sqlite.FileName), k.key, a.now)
	if err != nil {
		return nil, f.trouble(dir, err)
	}
	k.Vault, k.close = s.Vault, s.Close
	k.queue = func(o jobs.Options) (*jobs.Queue, error) { return lease.New(s, o), nil }
	return k, nil
}

// place is the folder, and what keeps the key in it.
func (f *keepFlags) place(a *app) (string, seal.Keeper, error) {
	if err := oneOf("--key", f.Key, seal.Sources()...); err != nil {
		return "", seal.Keeper{}, err
	}
	dir, err := a.dataFolder(f.Data)
	return dir, a.keyIn(dir, f), err
}

// trouble says at which place something went wrong, and keeps the advice.
func (f *keepFlags) trouble(place string, err error) error {
	return hint(&bedside.Error{Code: bedside.CodeOf(err), Message: place + ": " + coded(err).Message, Err: err}, hintsOf(err)...)
}

// Close ends it.
func (k *keeper) Close() error {
	if k == nil {
		return nil
	}
	return k.close()
}

// told says where things are kept and what opens them.
func (k *keeper) told() string {
	if k == nil {
		return "Nothing is kept."
	}
	source, err := k.key.Kept()
	if err != nil {
		return "What you keep is " + k.where + "."
	}
	return "What you keep is " + k.where + ", sealed with " + map[seal.Source]string{
		seal.File:       "the key in " + k.key.Path + ", which only you can read",
		seal.Keyring:    "a key in this computer’s key store",
		seal.PassPhrase: "your pass-phrase",
	}[source] + ". Without it nothing can be read."
}
