package server

import (
	"crypto/rand"
	"slices"
	"sync"

	"bedside/internal/app"
)

// album is the pictures beside the drafts on the desks. They lie in memory alone, until Bedside ends or newer ones need their room.
type album struct {
	mu     sync.Mutex
	photos map[string]pasted
	order  []string // the oldest first
	bytes  int
}

// pasted is a picture, and the one it is a copy of.
type pasted struct {
	photo, original *app.Photo

	making *making // a copy of it is being made
	failed string  // why none could be
}

// Bounds of one picture, of what a draft may have, and of all that is kept in memory.
const (
	largestPhoto = 40 << 20
	mostPhotos   = 4
	albumBytes   = 200 << 20
)

// size is how much memory a picture takes.
func (p pasted) size() int {
	n := len(p.photo.Bytes) + len(p.photo.Shown)
	if p.original != nil {
		n += len(p.original.Bytes) + len(p.original.Shown)
	}
	return n
}

// add pastes a picture in, and takes out the oldest where there is no room.
func (a *album) add(p *app.Photo) (id string) {
	return a.hang(pasted{photo: p})
}

// hang pastes in a picture that may be a copy.
func (a *album) hang(p pasted) (id string) {
	id = rand.Text()
	a.put(id, p)
	return id
}

// put has a picture in the place of one of this id.
func (a *album) put(id string, p pasted) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.lay(id, p)
}

func (a *album) lay(id string, p pasted) {
	a.drop(id)
	if a.photos == nil {
		a.photos = map[string]pasted{}
	}
	a.photos[id], a.order, a.bytes = p, append(a.order, id), a.bytes+p.size()
	for a.bytes > albumBytes && len(a.order) > 1 {
		a.drop(a.order[0])
	}
}

// finish has what became of a copy in the place of what it was made of, unless that was taken away or copied anew meanwhile.
func (a *album) finish(id string, m *making, p pasted) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.photos[id].making == m {
		a.lay(id, p)
	}
}

// get is a picture; false when it is no longer there.
func (a *album) get(id string) (pasted, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p, ok := a.photos[id]
	return p, ok
}

// remove takes a picture out.
func (a *album) remove(id string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.drop(id)
}

func (a *album) drop(id string) {
	if p, ok := a.photos[id]; ok {
		if p.making != nil {
			p.making.stop()
		}
		a.bytes -= p.size()
		delete(a.photos, id)
		a.order = slices.DeleteFunc(a.order, func(o string) bool { return o == id })
	}
}
