package sqlite

import (
	"strings"

	"bedside/internal/store"
)

// query is the condition of a statement and what stands for its question marks.
type query struct {
	conditions []string
	args       []any
}

func (q *query) and(condition string, args ...any) {
	q.conditions = append(q.conditions, condition)
	q.args = append(q.args, args...)
}

func (q *query) where() string { return " WHERE " + strings.Join(q.conditions, " AND ") }

// chosen says which rows a filter chooses, but for its page.
func chosen(f store.Filter) *query {
	q := &query{}
	q.and("owner = ? AND kind = ?", f.Owner, f.Kind)
	if len(f.States) > 0 {
		states := make([]any, len(f.States))
		for i, s := range f.States {
			states[i] = s
		}
		q.and("state IN (?"+strings.Repeat(", ?", len(states)-1)+")", states...)
	}
	if !f.From.IsZero() {
		q.and("at >= ?", f.From.UnixMicro())
	}
	if !f.To.IsZero() {
		q.and("at < ?", f.To.UnixMicro())
	}
	if !f.DueBefore.IsZero() {
		q.and("due < ?", f.DueBefore.UnixMicro())
	}
	return q
}

// from goes on behind the page before.
func (q *query) from(f store.Filter) {
	switch a := f.After; {
	case a == nil:
	case f.Oldest:
		q.and("(at, id) > (?, ?)", a.At.UnixMicro(), a.ID)
	default:
		q.and("(rank, at, id) < (?, ?, ?)", a.Rank, a.At.UnixMicro(), a.ID)
	}
}

func order(f store.Filter) string {
	if f.Oldest {
		return " ORDER BY at, id LIMIT ?"
	}
	return " ORDER BY rank DESC, at DESC, id DESC LIMIT ?"
}
