// Package look looks at files beside words, and makes copies of pictures that can be posted: what shows somebody covered, metadata left
// out, and looked at again. Whoever recognises faces, words and codes is handed in. It opens and writes no files. Start at Looker.
package look

import (
	"context"
	"image"
	"time"

	"bedside"
	"bedside/media"
)

// Looker looks at files. It may be used by many goroutines at once if its recognisers may be.
type Looker struct {
	Recognisers media.Recognisers
	Reels       media.Reels   // opens videos in which something is to be covered; nil where nobody can
	Limit       time.Duration // for one file; 0 sets none

	Progress func(stage string, done, of time.Duration) // is told how far the copy of a video is; may be nil

	reading func(context.Context, time.Duration) (context.Context, context.CancelFunc) // until when words are looked for; nil: for so long
}

// Look tells what can be seen in a file. What there was no time for is in its NotChecked.
func (l *Looker) Look(ctx context.Context, f media.File) (*bedside.Seen, error) {
	ctx, stop := l.bounded(ctx)
	defer stop()
	r := l.Recognisers
	if r.Words != nil && l.Limit > 0 {
		reading, stop := context.WithTimeout(ctx, l.Limit*3/4)
		defer stop()
		r.Words = hurried{r.Words, reading}
	}
	return media.Look(ctx, f, r)
}

// hurried leaves time for all else in a file: words take the most, in a video or a document from picture to picture.
type hurried struct {
	media.Words

	ctx context.Context //nolint:containedctx // one look at one file
}

// FindWords implements media.Words.
func (h hurried) FindWords(_ context.Context, p *image.RGBA) ([]bedside.SeenText, error) {
	return h.Words.FindWords(h.ctx, p) //nolint:contextcheck // it ends with the other, and before
}

func (l *Looker) bounded(ctx context.Context) (context.Context, context.CancelFunc) {
	if l.Limit <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, l.Limit)
}
