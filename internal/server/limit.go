package server

import (
	"context"
	"net/http"
	"runtime"

	"golang.org/x/time/rate"

	"bedside"
)

// Limits of the operations: how many a second in the long run and at once, how many are worked on at the same time for each processor, and
// how many may wait for that. Whatever is beyond is refused at once, so that a program that runs away leaves the pages usable.
const (
	perSecond    = 2000
	burst        = 4000
	perProcessor = 4
	mostWaiting  = 512
)

// limits counts what is under way.
type limits struct {
	rate    *rate.Limiter
	working chan struct{}
	waiting chan struct{}
}

func newLimits() limits {
	n := perProcessor * runtime.GOMAXPROCS(0)
	return limits{rate.NewLimiter(perSecond, burst), make(chan struct{}, n), make(chan struct{}, n+mostWaiting)}
}

// limited refuses what is too much.
func (s *Server) limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.limits.rate.AllowN(s.app.Now(), 1) {
			tooMuch(w, http.StatusTooManyRequests, "too many requests; try again in a second")
			return
		}
		select {
		case s.limits.waiting <- struct{}{}:
			defer func() { <-s.limits.waiting }()
		default:
			tooMuch(w, http.StatusServiceUnavailable, "too many requests are under way; try again in a second")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// worked does what takes a processor, when there is one. A request that arrives slowly waits for its bytes without one.
func (l *limits) worked(ctx context.Context, do func(context.Context) error) error {
	select {
	case l.working <- struct{}{}:
		defer func() { <-l.working }()
		return do(ctx)
	case <-ctx.Done(): // whoever asked is gone
		return bedside.Errorf(bedside.CodeUnavailable, "the request ended before it was answered")
	}
}

func tooMuch(w http.ResponseWriter, status int, why string) {
	w.Header().Set("Retry-After", "1")
	problem(w, status, why)
}
