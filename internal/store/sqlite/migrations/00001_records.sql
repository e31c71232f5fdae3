-- +goose Up

-- A store has one key, which lies outside of it; the proof opens with no other.
CREATE TABLE proof (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    proof BLOB NOT NULL
) STRICT;

CREATE TABLE owner (
    name TEXT PRIMARY KEY,
    key  BLOB NOT NULL, -- sealed with the key of the store
    head BLOB NOT NULL  -- the end of the owner's chain of events, sealed with the owner's key
) STRICT, WITHOUT ROWID;

-- Times are microseconds since 1970, UTC.
CREATE TABLE record (
    owner   TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    state   TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    due     INTEGER,
    rank    INTEGER NOT NULL,
    version INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    event   INTEGER NOT NULL,
    key     BLOB    NOT NULL, -- of this version, sealed with the owner's
    body    BLOB    NOT NULL, -- sealed with the key of this version
    PRIMARY KEY (owner, kind, id)
) STRICT;

CREATE INDEX record_by_rank ON record (owner, kind, rank, at, id, state);
CREATE INDEX record_by_time ON record (owner, kind, at, id, state);
CREATE INDEX record_by_state ON record (owner, kind, state, rank, at, id);
CREATE INDEX record_by_due ON record (owner, kind, due) WHERE due IS NOT NULL;

CREATE TABLE event (
    owner      TEXT    NOT NULL,
    seq        INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    verb       TEXT    NOT NULL,
    commitment BLOB    NOT NULL,
    chain      BLOB    NOT NULL,
    PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE event;
DROP TABLE record;
DROP TABLE owner;
DROP TABLE proof;
