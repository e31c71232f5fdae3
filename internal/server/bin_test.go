package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestRemoved: whatever a room removes stands on one page, and comes back as it was.
func TestRemoved(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	p.fields("/start", url.Values{"do": {"later"}})
	_, empty := p.get("/removed")
	has(t, empty, "Nothing was removed", "for a day")
	var all []string
	for path, fields := range forms("<b>words</b> of it") {
		_, page := p.fields(path, fields)
		one := first(t, page, `action="(`+path+`/[A-Z0-9]+)/remove"`)
		_, after := p.fields(one+"/remove", nil)
		has(t, after, "Removed. It is destroyed in a day.", one+"/restore")
		all = append(all, one)
	}
	p.post(url.Values{"kind": {"reply"}, "text": {"held until tomorrow"}, "do": {"remember"}})
	_, write := p.get("/")
	held := first(t, write, `action="(/holds/[A-Z0-9]+)/remove"`)
	_, write = p.fields(held+"/remove", nil)
	lacks(t, write, held+"/take")
	lacks(t, field(write), "held until tomorrow")
	all = append(all, held)
	_, page := p.get("/removed")
	lacks(t, page, "<b>words")
	for _, one := range all {
		has(t, page, one+`/restore"`, one+`/destroy"`)
	}
	if n := strings.Count(page, "Nobody can bring it back."); n != len(all) {
		t.Errorf("%d of %d are asked about before they are destroyed", n, len(all))
	}
	_, back := p.fields(held+"/restore", nil)
	has(t, back, "It is back.", held+"/take", "copied today")
	for _, one := range all[:5] {
		if status, back := p.fields(one+"/restore", nil); status != http.StatusOK || !strings.Contains(back, "It is back.") {
			t.Errorf("%s: status %d", one, status)
		}
	}
	_, page = p.get("/removed")
	has(t, page, "Nothing was removed")
	p.fields(held+"/remove", nil)
	_, gone := p.fields(held+"/destroy", nil)
	has(t, gone, "Destroyed, and its key with it.")
	if status, _ := p.fields(held+"/restore", nil); status != http.StatusNotFound {
		t.Errorf("what was destroyed is restored: %d", status)
	}
}

// TestWrittenSince: a draft that was taken up and written on is somebody's work, and stays on the desk when what was held is removed.
func TestWrittenSince(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	p.fields("/start", url.Values{"do": {"later"}})
	_, page := p.post(url.Values{"kind": {"post"}, "text": {"as it was held"}, "do": {"hold"}})
	held := first(t, page, `action="(/holds/[A-Z0-9]+)/take"`)
	_, page = p.fields(held+"/take", nil)
	p.post(url.Values{"kind": {"post"}, "text": {"as it was held, and more"}, "held": {first(t, page, `name="held" value="([^"]+)"`)}})
	_, page = p.fields(held+"/remove", nil)
	has(t, field(page), "and more")
}

// TestAskedFirst: what cannot be brought back is asked about before it is destroyed.
func TestAskedFirst(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	one := p.keep("/consents", signedConsent)
	_, bound := p.send(one+"/picture", nil, "picture", []byte("\x89PNG\r\n\x1a\n a picture"))
	has(t, bound, "To bind it again you need the file.")
	p.fields("/learn/keep", url.Values{"keep": {"yes"}})
	_, learn := p.get("/learn")
	has(t, learn, "They are destroyed, and none is kept from then on.")
}
