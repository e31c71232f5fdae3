package server

import (
	"crypto/rand"
	"maps"
	"net/http"
	"sync"
)

// desk is the draft that each browser has before it, so that nobody loses it by looking into another room. It lies in memory alone, until
// Bedside ends.
type desk struct {
	mu    sync.Mutex
	forms map[string]form
	last  map[string]form // what lay there before a new sheet
	order []string        // of browsers, the one that wrote last at the end
}

// The cookie that tells a browser's desk from another's, and how many desks there are.
const (
	deskCookie = "bedside_desk"
	mostDesks  = 8
)

// put lays a draft on a desk.
func (d *desk) put(id string, f form) {
	if id == "" {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.forms == nil {
		d.forms, d.last = map[string]form{}, map[string]form{}
	}
	for i, other := range d.order {
		if other == id {
			d.order = append(d.order[:i], d.order[i+1:]...)
			break
		}
	}
	d.order = append(d.order, id)
	d.forms[id] = f
	if len(d.order) > mostDesks {
		delete(d.forms, d.order[0])
		delete(d.last, d.order[0])
		d.order = d.order[1:]
	}
}

// clear puts a new sheet on a desk.
func (d *desk) clear(id string) {
	before := d.get(id)
	d.put(id, form{Kind: "post"})
	d.mu.Lock()
	defer d.mu.Unlock()
	if id != "" {
		d.last[id] = before
	}
}

// back puts back what lay there before a new sheet.
func (d *desk) back(id string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f, ok := d.last[id]; ok {
		d.forms[id] = f
		delete(d.last, id)
	}
}

// forget takes some drafts off all desks, and tells which pictures lay beside them.
func (d *desk) forget(which func(form) bool) (pictures []string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, forms := range []map[string]form{d.forms, d.last} {
		maps.DeleteFunc(forms, func(_ string, f form) bool {
			if !which(f) {
				return false
			}
			pictures = append(append(pictures, f.Pictures...), f.Aside...)
			return true
		})
	}
	return pictures
}

// get is the draft on a desk.
func (d *desk) get(id string) form {
	d.mu.Lock()
	defer d.mu.Unlock()
	f, ok := d.forms[id]
	if !ok {
		return form{Kind: "post"}
	}
	return f
}

// deskOf is the desk of the browser that asks; programs have none.
func deskOf(r *http.Request) string {
	if c, err := r.Cookie(deskCookie); err == nil {
		return c.Value
	}
	return ""
}

// newDesk gives a browser a desk of its own, unless it has one.
func newDesk(w http.ResponseWriter, r *http.Request) {
	if deskOf(r) == "" {
		http.SetCookie(w, &http.Cookie{Name: deskCookie, Value: rand.Text(), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	}
}
