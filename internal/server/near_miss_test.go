package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// mends writes a draft and uses the wording that is offered for it; it returns the page.
func (p place) mends(text string) string {
	p.t.Helper()
	_, page := p.post(url.Values{"kind": {"post"}, "text": {text}, "do": {"rewrite"}})
	return page
}

// TestOwnNearMisses: off until somebody asks; what is mended is practice then, and is deleted with one click that can be taken back.
func TestOwnNearMisses(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	p.fields("/start", url.Values{"do": {"later"}})
	const near = "Today my 34F patient in Duluth told me a joke about valves."
	lacks(t, p.mends(near), "Kept as a near miss")
	_, learn := p.get("/learn")
	has(t, learn, "None is kept.", "Keep my near misses on this computer")
	_, learn = p.fields("/learn/own", url.Values{"keep": {"yes"}})
	has(t, learn, "None yet.")
	has(t, p.mends(near), "Kept as a near miss of yours.", "Undo the change")
	_, learn = p.get("/learn")
	has(t, learn, "1 draft is kept", "Your own near misses</a>", "/learn/next?topic=own")
	_, exercise := p.get("/learn/next?topic=own")
	own := first(t, exercise, `action="(/learn/own/[A-Z2-7]+)/remove"`)
	has(t, exercise, "joke about valves", "This draft is yours.", "What would you do?")
	_, answer := p.fields(strings.Replace(own, "/own/", "/own-", 1), url.Values{"said": {"block"}, "topic": {"own"}})
	has(t, answer, "So says the check", "Its near miss")
	_, learn = p.fields("/learn/own", url.Values{"keep": {"no"}})
	has(t, learn, "Removed, and none is kept from now on.", "/learn/own/restore", "None is kept.")
	_, removed := p.get("/removed")
	has(t, removed, "Today my 34F patient", own+"/restore")
	_, learn = p.fields("/learn/own/restore", nil)
	has(t, learn, "1 draft is kept")
	p.fields(own+"/destroy", nil)
	if status, _ := p.get(strings.Replace(own, "/own/", "/own-", 1)); status != http.StatusNotFound {
		t.Errorf("what was destroyed answers %d", status)
	}
	if status, _ := p.fields("/learn/own", nil); status != http.StatusUnprocessableEntity {
		t.Errorf("neither yes nor no: status %d", status)
	}
}

// TestDisclosureLine: a tie is offered with the line that discloses it, which is put first with one click, once, and taken back.
func TestDisclosureLine(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	p.fields("/start", url.Values{"do": {"later"}})
	_, page := p.get("/")
	lacks(t, page, `id="ties"`)
	p.keep("/interests", url.Values{"party": {"Other Foundation"}, "kind": {"membership"}})
	one := p.keep("/interests", url.Values{"party": {"Orlan <Laboratories>"}, "kind": {"speaking"}, "products": {"Orlavix"}})
	draft := url.Values{"kind": {"post"}, "text": {"Orlavix changed my clinic."}}
	_, page = p.post(draft)
	const line = "Disclosure: Orlan &lt;Laboratories&gt; has paid me to speak."
	has(t, page, line, "This draft names them.", "Other Foundation")
	if strings.Index(page, line) > strings.Index(page, "Other Foundation") {
		t.Error("the tie that the draft names does not come first")
	}
	draft.Set("do", "disclose:"+strings.TrimPrefix(one, "/interests/"))
	_, page = p.post(draft)
	has(t, field(page), line+"\n\nOrlavix changed my clinic.")
	has(t, page, "Undo the change")
	draft.Set("text", "Disclosure: Orlan <Laboratories> has paid me to speak.\n\nOrlavix changed my clinic.")
	_, page = p.post(draft)
	if n := strings.Count(field(page), "has paid me to speak"); n != 1 {
		t.Errorf("the line stands there %d times", n)
	}
	draft.Set("do", "disclose:NOTTHERE")
	if status, page := p.post(draft); status != http.StatusNotFound || !strings.Contains(field(page), "Orlavix changed") {
		t.Errorf("a tie that is not there: status %d, or the draft is lost", status)
	}
}
