package meta

import (
	"bedside"
	"bedside/internal/archive"
)

// Settings notes what a label of an account's settings says, lists of labels one by one.
func Settings(out *archive.Import, l Label) {
	if l.Value != "" && l.Label != "" {
		when := l.Time
		if when.IsZero() {
			when = l.Moment
		}
		out.Set(archive.Setting{Name: string(l.Label), Value: string(l.Value), Time: bedside.Time{Time: when.Time}})
	}
	for _, inner := range l.Dict {
		Settings(out, inner)
	}
}
