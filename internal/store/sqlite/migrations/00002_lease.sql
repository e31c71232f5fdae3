-- +goose Up

-- Who does which job, and how far they are: no more than that. What a job is about is a record.
CREATE TABLE lease (
    queue   TEXT    NOT NULL,             -- of an owner
    job     TEXT    NOT NULL,             -- id of its record
    shard   TEXT    NOT NULL,             -- of the jobs that belong together
    rank    INTEGER NOT NULL,             -- the highest is done first
    due     INTEGER NOT NULL,             -- when anybody may take it: it is time, or who has it fell silent
    holder  TEXT    NOT NULL,             -- who has it; empty: nobody
    attempt INTEGER NOT NULL,             -- how often it was begun
    done    INTEGER NOT NULL,
    total   INTEGER NOT NULL,
    PRIMARY KEY (queue, job)
) STRICT, WITHOUT ROWID;

CREATE INDEX lease_by_due ON lease (queue, due);

-- +goose Down
DROP TABLE lease;
