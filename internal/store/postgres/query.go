package postgres

import (
	"strings"

	"github.com/jackc/pgx/v5"

	"bedside/internal/store"
)

// query is the condition of a statement and its named arguments.
type query struct {
	conditions []string
	args       pgx.NamedArgs
}

func (q *query) and(condition string) { q.conditions = append(q.conditions, condition) }

func (q *query) where() string { return " WHERE " + strings.Join(q.conditions, " AND ") }

// chosen says which rows a filter chooses, but for its page.
func chosen(f store.Filter) *query {
	q := &query{args: pgx.NamedArgs{"owner": f.Owner, "kind": f.Kind, "limit": limit(f.Limit)}}
	q.and("owner = @owner AND kind = @kind")
	switch len(f.States) {
	case 0:
	case 1: // one state is in the order of its index; several are not
		q.and("state = @state")
		q.args["state"] = f.States[0]
	default:
		q.and("state = ANY(@states)")
		q.args["states"] = f.States
	}
	if !f.From.IsZero() {
		q.and("at >= @from")
		q.args["from"] = f.From
	}
	if !f.To.IsZero() {
		q.and("at < @to")
		q.args["to"] = f.To
	}
	if !f.DueBefore.IsZero() {
		q.and("due < @due")
		q.args["due"] = f.DueBefore
	}
	return q
}

// from goes on behind the page before.
func (q *query) from(f store.Filter) {
	a := f.After
	if a == nil {
		return
	}
	if f.Oldest {
		q.and("(at, id) > (@at, @id)")
	} else {
		q.and("(rank, at, id) < (@rank, @at, @id)")
		q.args["rank"] = a.Rank
	}
	q.args["at"], q.args["id"] = a.At, a.ID
}

func order(f store.Filter) string {
	if f.Oldest {
		return " ORDER BY at, id LIMIT @limit"
	}
	return " ORDER BY rank DESC, at DESC, id DESC LIMIT @limit"
}
