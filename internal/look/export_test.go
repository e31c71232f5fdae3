package look

import (
	"context"
	"time"
)

// ReadWithin lets the time for the words of a video end with a context.
func ReadWithin(l *Looker, reading context.Context) {
	l.reading = func(context.Context, time.Duration) (context.Context, context.CancelFunc) { return reading, func() {} }
}
