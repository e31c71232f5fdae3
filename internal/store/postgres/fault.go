package postgres

import (
	"context"
	"errors"
	"io"
	"net"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"bedside"
	"bedside/internal/store/vault"
)

// fault says what went wrong in words that may be shown. Errors of the database are told by their code.
func fault(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*bedside.Error](err); ok {
		return err
	}
	code, message := bedside.CodeInternal, vault.Unreadable
	switch told, ok := errors.AsType[*pgconn.PgError](err); {
	case ok:
		code, message = byCode(told.Code)
	case errors.Is(err, pgx.ErrNoRows):
		code, message = bedside.CodeNotFound, vault.Missing
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		code, message = bedside.CodeUnavailable, vault.GivenUp
	case unreached(err):
		code, message = bedside.CodeUnavailable, unanswered
	}
	return &bedside.Error{Code: code, Message: message, Err: err}
}

const unanswered = "the database does not answer; try again when it does"

// unreached reports whether a database was not there, or left in the middle.
func unreached(err error) bool {
	if _, ok := errors.AsType[net.Error](err); ok {
		return true
	}
	if _, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		return true
	}
	return pgconn.SafeToRetry(err) || errors.Is(err, net.ErrClosed) || errors.Is(err, io.ErrUnexpectedEOF)
}

// byCode knows the classes of https://www.postgresql.org/docs/current/errcodes-appendix.html that somebody can do something about.
func byCode(code string) (bedside.Code, string) {
	switch {
	case code == "23505":
		return bedside.CodeConflict, vault.There
	case code == "53100":
		return bedside.CodeUnavailable, "the database’s disk is full: nothing was changed; make room and try again"
	case code == "25006":
		return bedside.CodeUnavailable, "the database can only be read: nothing was changed"
	case code == "28P01" || code == "28000" || code == "3D000" || code == "42501":
		return bedside.CodeInvalid, "the database does not let Bedside in, or there is none of this name; look at user, password, name and rights"
	case code == "57014":
		return bedside.CodeUnavailable, vault.GivenUp
	case code[:2] == "08" || code[:2] == "53" || code[:3] == "57P":
		return bedside.CodeUnavailable, unanswered
	default:
		return bedside.CodeInternal, vault.Unreadable
	}
}

// again reports whether a transaction lost against another one and may simply be tried again: nothing of it was done.
func again(err error) bool {
	e, ok := errors.AsType[*pgconn.PgError](err)
	return ok && (e.Code == "40001" || e.Code == "40P01")
}
