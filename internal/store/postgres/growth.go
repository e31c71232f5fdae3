package postgres

import "sync/atomic"

// growth counts the records that this program has added. PostgreSQL looks only once a minute how a table has grown; until then it takes a
// large one for empty, and reads all of it where it should look into an index. So whoever makes it grow says so.
type growth struct{ added, told atomic.Int64 }

// Said first after firstTold records, then each time there are moreTold times as many.
const (
	firstTold = 256
	moreTold  = 4
)

// add counts records, and reports whether it is time to say so.
func (g *growth) add(n int) bool {
	if n == 0 {
		return false
	}
	now, told := g.added.Add(int64(n)), g.told.Load()
	return now >= max(firstTold, told*moreTold) && g.told.CompareAndSwap(told, now)
}
