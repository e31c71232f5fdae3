// Package storetest is what every store must do, as tests. It never looks at how a store does it. Start at Run.
package storetest

import (
	"testing"

	"bedside/internal/store"
)

// Open gives a test an empty store of its own.
type Open func(t *testing.T) store.Store

// Run holds a store to all of it.
func Run(t *testing.T, open Open) {
	t.Helper()
	for _, test := range []struct {
		name string
		run  func(*testing.T, store.Store)
	}{
		{"what is put is got", putAndGet},
		{"times are kept to the microsecond, in UTC", times},
		{"a new record gets an id", newID},
		{"the same id is new once", twice},
		{"a version is replaced once", versions},
		{"what is not there is not found", notFound},
		{"some are read at once, in the order of their ids", some},
		{"all records are written or none", batch},
		{"owners are apart", owners},
		{"kinds are apart", kinds},
		{"the highest rank comes first, then the newest", byRank},
		{"or the oldest comes first", byTime},
		{"pages follow each other", pages},
		{"filters choose", filters},
		{"counts are by state", counts},
		{"what is deleted is gone", deletes},
		{"bodies may be large, or of any bytes", bodies},
		{"twenty write at once", writers},
		{"of twenty who change one record one wins each time", rivals},
		{"readers see whole batches", wholeBatches},
		{"a cancelled context changes nothing", cancelled},
		{"a record without a kind is refused", refused},
		{"records do not print what they hold", prints},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t, open(t))
		})
	}
}
