// Package look looks at files beside words, and makes copies of pictures that can be posted: what shows somebody covered, metadata left
// out, and looked at again. Whoever recognises faces, words and codes is handed in. It opens and writes no files. Start at Looker.
package look

import (
	"context"
	"time"

	"bedside"
	"bedside/media"
)

// Looker looks at files. It may be used by many goroutines at once if its recognisers may be.
type Looker struct {
	Recognisers media.Recognisers
	Reels       media.Reels   // opens videos in which faces are to be covered; nil where nobody can
	Limit       time.Duration // for one file; 0 sets none
}

// Look tells what can be seen in a file. What there was no time for is in its NotChecked.
func (l *Looker) Look(ctx context.Context, f media.File) (*bedside.Seen, error) {
	ctx, stop := l.bounded(ctx)
	defer stop()
	return media.Look(ctx, f, l.Recognisers)
}

func (l *Looker) bounded(ctx context.Context) (context.Context, context.CancelFunc) {
	if l.Limit <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, l.Limit)
}
