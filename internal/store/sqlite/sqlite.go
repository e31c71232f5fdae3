// Package sqlite keeps a vault in one SQLite file: one connection writes, several read, and what is acknowledged is on the disk. It never
// sees what a body holds. Start at Open.
package sqlite

import (
	"context"
	"database/sql"
	sqldriver "database/sql/driver"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"time"

	driver "modernc.org/sqlite"

	"bedside"
	"bedside/internal/store"
	"bedside/internal/store/vault"
)

// FileName is what the file is called in its folder.
const FileName = "bedside.db"

// readers is how many read at once: more than that many cores gain nothing, and each has a cache of its own.
const readers = 4

// Store is a vault in a SQLite file.
type Store struct {
	*vault.Vault
	tables *tables
}

// Open opens the file, and makes it where there is none, readable by its owner only.
func Open(ctx context.Context, path string, keeper vault.Keeper, now func() time.Time) (*Store, error) {
	t, err := openTables(ctx, path)
	if err != nil {
		return nil, err
	}
	v, err := vault.Open(ctx, t, keeper, now)
	if err != nil {
		return nil, errors.Join(err, t.close())
	}
	return &Store{v, t}, nil
}

// PutWith writes records in one transaction with what else is done in it. It may be done again.
func (s *Store) PutWith(ctx context.Context, also func(*sql.Tx) error, records ...store.Record) error {
	_, err := s.Vault.PutWith(ctx, func(t vault.Tx) error { return also(t.(tx).sql) }, records...)
	return err
}

// Write does all that a function does, or nothing: for what has tables of its own beside the records.
func (s *Store) Write(ctx context.Context, do func(*sql.Tx) error) error {
	return s.tables.Write(ctx, func(t vault.Tx) error { return do(t.(tx).sql) })
}

// Reading are the connections that read, for the same.
func (s *Store) Reading() *sql.DB { return s.tables.read }

// Close ends all connections. What was overwritten is gone from the file's log then.
func (s *Store) Close() error { return s.tables.close() }

// tables are a vault.Tables.
type tables struct {
	reader
	write, read *sql.DB
	unscrubbed  atomic.Bool
}

func openTables(ctx context.Context, path string) (*tables, error) {
	if err := prepare(path); err != nil {
		return nil, err
	}
	write, err := connect(path, "_txlock=immediate")
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	if err := migrate(ctx, write); err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read, err := connect(path, "_pragma=query_only(1)")
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	return &tables{reader: reader{read}, write: write, read: read}, nil
}

// prepare makes the folder and the file, which SQLite would make readable by everybody; its log takes the mode over.
func prepare(path string) error {
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		var f *os.File
		if f, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600); err == nil {
			return f.Close()
		}
	}
	if errors.Is(err, fs.ErrPermission) {
		return &bedside.Error{Code: bedside.CodeUnavailable, Message: "the data folder cannot be written; see to its rights, or name another folder", Err: err}
	}
	return &bedside.Error{Code: bedside.CodeUnavailable, Message: "the data folder cannot be used; see to its disk, or name another folder", Err: err}
}

// connect opens a pool. Deleted bytes are overwritten with zeros, and nothing temporary touches the disk.
func connect(path, extra string) (*sql.DB, error) {
	where := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if !filepath.IsAbs(path) {
		where = url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}
	}
	where.RawQuery = "_pragma=busy_timeout(" + strconv.Itoa(patience) + ")&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=secure_delete(1)" +
		"&_pragma=temp_store(MEMORY)&_pragma=cell_size_check(1)&" + extra
	c, err := driver.NewConnector(where.String())
	if err != nil {
		return nil, fault(err)
	}
	return sql.OpenDB(c), nil
}

func (t *tables) close() error {
	err := t.read.Close()
	return errors.Join(err, t.write.Close())
}

// Read hands a function everything as it is at one moment.
func (t *tables) Read(ctx context.Context, do func(vault.Reader) error) error {
	tx, err := t.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fault(err)
	}
	err = errors.Join(do(reader{tx}), fault(tx.Rollback()))
	t.scrub(context.WithoutCancel(ctx))
	return err
}

// Scrub moves the log into the file and empties it: only then is nothing left of what was deleted. Where that cannot be, because somebody
// still reads an old page or the disk is full, it is tried again after the next change, and at the latest when the store is closed.
func (t *tables) Scrub(ctx context.Context) {
	t.unscrubbed.Store(true)
	t.scrub(context.WithoutCancel(ctx))
}

// How long to wait for another connection, in milliseconds: to write, and to empty the log, which has time.
const (
	patience = 10_000
	haste    = 100
)

func (t *tables) scrub(ctx context.Context) {
	if !t.unscrubbed.Load() {
		return
	}
	c, err := t.write.Conn(ctx)
	if err != nil {
		return
	}
	defer c.Close()
	if wait(ctx, c, haste) == nil {
		busy, inLog, moved := 1, 0, 0
		err := c.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &inLog, &moved)
		t.unscrubbed.Store(err != nil || busy != 0)
	}
	if wait(ctx, c, patience) != nil {
		_ = c.Raw(func(any) error { return sqldriver.ErrBadConn }) // the next one waits as it should
	}
}

// wait sets how long a connection waits for others.
func wait(ctx context.Context, c *sql.Conn, milliseconds int) error {
	_, err := c.ExecContext(ctx, "PRAGMA busy_timeout("+strconv.Itoa(milliseconds)+")")
	return err
}
