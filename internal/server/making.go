package server

import (
	"context"
	"sync"
	"time"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

// making is a copy of a video on its way: it takes longer than a page may. It ends with the picture it is of, or when somebody stops it.
type making struct {
	stop context.CancelFunc

	mu       sync.Mutex
	stage    string
	done, of time.Duration
}

// tell hears how far it is.
func (m *making) tell(stage string, done, of time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.stage, m.done, m.of = stage, done, of
}

// work is how far it is, as the page says it.
func (m *making) work() work {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := work{Busy: true, Says: m.stage + "."}
	switch {
	case m.stage == "":
		out.Says = "The copy is about to be made."
	case m.of > 0:
		out.Says = m.stage + ": " + render.Clock(m.done) + " of " + render.Clock(m.of) + "."
		out.Done, out.Of = int(m.done.Milliseconds()), int(m.of.Milliseconds())
	}
	return out
}

// startCopy begins a copy of a video. The request that asked for it does not wait.
func (s *Server) startCopy(ctx context.Context, id string, original *app.Photo, c covering) {
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	m := &making{stop: stop}
	s.album.put(id, pasted{photo: original, making: m})
	go func() {
		defer stop()
		s.album.finish(id, m, s.filmed(ctx, original, c, m))
	}()
}

// filmed makes the copy, or says why there is none.
func (s *Server) filmed(ctx context.Context, original *app.Photo, c covering, m *making) (out pasted) {
	out = pasted{photo: original, failed: "The copy could not be made."}
	defer func() { _ = recover() }() // the page says it, and the draft is kept
	err := s.limits.worked(ctx, func(ctx context.Context) error {
		made, err := s.app.CoveredFilm(ctx, original, c.of(original), m.tell)
		if err == nil {
			out = pasted{photo: made, original: original}
		}
		return err
	})
	switch {
	case ctx.Err() != nil:
		out = pasted{photo: original}
	case err != nil && bedside.CodeOf(err) != bedside.CodeInternal:
		out.failed = sentence(shown(err).Message)
	}
	return out
}
