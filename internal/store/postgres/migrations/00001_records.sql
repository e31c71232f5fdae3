-- +goose Up

-- A store has one key, which lies outside of it; the proof opens with no other.
CREATE TABLE proof (
    id    integer PRIMARY KEY CHECK (id = 1),
    proof bytea NOT NULL
);

CREATE TABLE owner (
    name text COLLATE "C" PRIMARY KEY,
    key  bytea NOT NULL, -- sealed with the key of the store
    head bytea NOT NULL  -- the end of the owner's chain of events, sealed with the owner's key
) WITH (fillfactor = 50); -- the head is written anew with every change: keep room for it in the same page

-- Words are compared byte by byte, as SQLite does, whatever the database's language.
CREATE TABLE record (
    owner   text COLLATE "C" NOT NULL,
    kind    text COLLATE "C" NOT NULL,
    id      text COLLATE "C" NOT NULL,
    state   text COLLATE "C" NOT NULL,
    at      timestamptz NOT NULL,
    due     timestamptz,
    rank    bigint NOT NULL,
    version bigint NOT NULL,
    changed timestamptz NOT NULL,
    event   bigint NOT NULL,
    key     bytea NOT NULL, -- of this version, sealed with the owner's
    body    bytea NOT NULL, -- sealed with the key of this version
    PRIMARY KEY (owner, kind, id)
);
ALTER TABLE record ALTER COLUMN body SET STORAGE EXTERNAL; -- sealed bytes do not get smaller

CREATE INDEX record_by_rank ON record (owner, kind, rank, at, id, state);
CREATE INDEX record_by_time ON record (owner, kind, at, id, state);
CREATE INDEX record_by_state ON record (owner, kind, state, rank, at, id);
CREATE INDEX record_by_due ON record (owner, kind, due) WHERE due IS NOT NULL;

CREATE TABLE event (
    owner      text COLLATE "C" NOT NULL,
    seq        bigint NOT NULL,
    at         timestamptz NOT NULL,
    kind       text NOT NULL,
    verb       text NOT NULL,
    commitment bytea NOT NULL,
    chain      bytea NOT NULL,
    PRIMARY KEY (owner, seq)
);

-- +goose StatementBegin
CREATE FUNCTION event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are never changed or deleted';
END $$;
-- +goose StatementEnd
CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION event_stays();

-- +goose Down
DROP TABLE event;
DROP FUNCTION event_stays;
DROP TABLE record;
DROP TABLE owner;
DROP TABLE proof;
