package riverqueue

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"bedside/internal/jobs"
	"bedside/internal/store/postgres"
)

// River gives a job up that runs for longer than a fixed time, whether its worker is alive or not. Ours may take minutes, and one whose
// worker was killed is to go on at once. So whoever has jobs says from time to time that they go on, and whoever hears nothing of one for
// the length of a lease asks for it anew: the old row has ended then, and nothing that its worker still says has an effect.

// board are the jobs that a worker has.
type board struct {
	mutex sync.Mutex
	held  map[int64]*held // by River's id
}

// held is one of them.
type held struct {
	board       *board
	id          int64
	attempt     int // by River's count
	stop        context.CancelCauseFunc
	told        time.Time // when the database heard of it last
	done, total int
	news        bool // that the database does not know yet
}

func (b *board) hold(row *rivertype.JobRow, stop context.CancelCauseFunc, now time.Time) *held {
	h := &held{board: b, id: row.ID, attempt: row.Attempt, stop: stop, told: now}
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.held[row.ID] = h
	return h
}

func (b *board) drop(h *held) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if b.held[h.id] == h {
		delete(b.held, h.id)
	}
}

func (h *held) tell(done, total int) {
	h.board.mutex.Lock()
	defer h.board.mutex.Unlock()
	h.done, h.total, h.news = done, total, true
}

// beats tells of the jobs that this program has, and takes them from programs that fell silent, until its context ends.
func (w *worker) beats(ctx context.Context) {
	var looked time.Time
	for {
		now := w.broker.Now()
		w.beat(ctx, now)
		if now.Sub(looked) >= w.broker.Lease/3 && w.broker.takeFromSilent(ctx) == nil {
			looked = now
		}
		if !rest(ctx, w.broker.Beat()) {
			return
		}
	}
}

// said is what a beat says of jobs, column by column.
type said struct{ ids, attempts, done, total []int64 }

// due lists the jobs of which there is something to say, or of which nothing was said for a while.
func (w *worker) due(now time.Time) (out []*held, s said) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for _, h := range w.held {
		if !h.news && now.Sub(h.told) < w.broker.Lease/3 {
			continue
		}
		h.news = false
		out = append(out, h)
		s.ids, s.attempts = append(s.ids, h.id), append(s.attempts, int64(h.attempt))
		s.done, s.total = append(s.done, int64(h.done)), append(s.total, int64(h.total))
	}
	return out, s
}

const goOn = `UPDATE river_job SET attempted_at = now(),
		metadata = CASE WHEN s.total > 0 OR s.done > 0 THEN metadata || jsonb_build_object('done', s.done, 'total', s.total) ELSE metadata END
	FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) AS s (id, attempt, done, total)
	WHERE river_job.id = s.id AND river_job.attempt = s.attempt AND state = 'running'
	RETURNING river_job.id`

// beat says of jobs that they go on. One that is somebody else's by now, or of which nothing could be said for the length of a lease, is
// broken off.
func (w *worker) beat(ctx context.Context, now time.Time) {
	held, s := w.due(now)
	if len(held) == 0 {
		return
	}
	rows, err := w.broker.store.Pool().Query(ctx, goOn, s.ids, s.attempts, s.done, s.total)
	mine := map[int64]bool{}
	if err == nil {
		var ids []int64
		ids, err = pgx.CollectRows(rows, pgx.RowTo[int64])
		for _, id := range ids {
			mine[id] = true
		}
	}
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for _, h := range held {
		switch {
		case mine[h.id]:
			h.told = now
		case err == nil, now.Sub(h.told) >= w.broker.Lease:
			h.stop(jobs.ErrLost)
		default:
			h.news = true
		}
	}
}

const silent = `UPDATE river_job SET state = 'discarded', finalized_at = now()
	WHERE queue = $1 AND state = 'running' AND attempted_at < now() - make_interval(secs => $2)
	RETURNING args, metadata, attempt, priority, metadata ? 'cancel_attempted_at'`

// takeFromSilent asks anew for jobs whose worker fell silent.
func (b *broker) takeFromSilent(ctx context.Context) error {
	return postgres.Fault(pgx.BeginFunc(ctx, b.store.Pool(), func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, silent, b.Lane(), b.Lease.Seconds())
		if err != nil {
			return err
		}
		found, err := pgx.CollectRows(rows, b.anew)
		var inserts []river.InsertManyParams
		for _, i := range found {
			if i.Args != nil {
				inserts = append(inserts, i)
			}
		}
		if err != nil || len(inserts) == 0 {
			return err
		}
		_, err = b.client.InsertManyTx(ctx, tx, inserts)
		return err
	}))
}

// anew is a job in the place of one whose worker fell silent; without arguments where it was cancelled meanwhile.
func (b *broker) anew(row pgx.CollectableRow) (river.InsertManyParams, error) {
	var encoded, metadata []byte
	var attempt, priority int
	var cancelled bool
	if err := row.Scan(&encoded, &metadata, &attempt, &priority, &cancelled); err != nil || cancelled {
		return river.InsertManyParams{}, err
	}
	var args batch
	var p progress
	if err := json.Unmarshal(encoded, &args); err != nil {
		return river.InsertManyParams{}, err
	}
	if err := json.Unmarshal(metadata, &p); err != nil {
		return river.InsertManyParams{}, err
	}
	p.Begun += attempt
	return b.insert(args, priority, p)
}
