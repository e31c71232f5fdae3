package sqlite

import (
	"context"
	"database/sql"
	"errors"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"bedside"
	"bedside/internal/store/vault"
)

// fault says what went wrong in words that may be shown. Errors of the database are told by their number.
func fault(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*bedside.Error](err); ok {
		return err
	}
	code, message := bedside.CodeInternal, vault.Unreadable
	if e, ok := errors.AsType[*driver.Error](err); ok {
		code, message = told(e.Code())
	}
	switch {
	case errors.Is(err, sql.ErrNoRows):
		code, message = bedside.CodeNotFound, vault.Missing
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		code, message = bedside.CodeUnavailable, vault.GivenUp
	}
	return &bedside.Error{Code: code, Message: message, Err: err}
}

func told(number int) (bedside.Code, string) {
	switch number & 0xff {
	case sqlite3.SQLITE_CONSTRAINT:
		if number == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY || number == sqlite3.SQLITE_CONSTRAINT_UNIQUE {
			return bedside.CodeConflict, vault.There
		}
		return bedside.CodeInternal, "a record cannot be kept as it is"
	case sqlite3.SQLITE_FULL:
		return bedside.CodeUnavailable, "the disk is full: nothing was changed; make room and try again"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return bedside.CodeUnavailable, "the data folder cannot be written: nothing was changed; see to its rights, and whether its disk can be written"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return bedside.CodeUnavailable, "another program is writing to the same data: nothing was changed; try again"
	case sqlite3.SQLITE_IOERR:
		return bedside.CodeUnavailable, "the disk could not be read or written: nothing was changed; see to the disk, and make a backup"
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return bedside.CodeInvalid, "the file with the data is damaged or is none of Bedside; restore a backup"
	case sqlite3.SQLITE_INTERRUPT:
		return bedside.CodeUnavailable, vault.GivenUp
	default:
		return bedside.CodeInternal, vault.Unreadable
	}
}

// Fault says what went wrong with the file in words that may be shown.
func Fault(err error) error { return fault(err) }
