package server_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/store"
)

// inTheHouse reports what a page of the frame has that says why something was not done.
func inTheHouse(t *testing.T, body string) {
	t.Helper()
	has(t, body, `<nav class="rail"`, "<h1>", `role="alert"`, `href="/rooms"`)
	lacks(t, body, "no such record.</p></main>")
}

// TestEveryWrongTurn: an id that is not there, a method that is not offered, a page that is none. Each is said in a page with a way on.
func TestEveryWrongTurn(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(*app.App) {}, keeping(t))
	const none = "NOTHINGHASTHISIDATALLXXXXX"
	for _, tt := range []struct {
		method, path string
		want         int
		on           string
	}{
		{"GET", "/inbox/" + none, 404, "/inbox"},
		{"GET", "/inbox?after=" + none, 404, "/inbox"},
		{"GET", "/timeline/imports/" + none, 404, "/timeline"},
		{"GET", "/timeline/tasks/" + none, 404, "/timeline"},
		{"GET", "/timeline/posts/" + none, 404, "/timeline"},
		{"GET", "/timeline/posts?after=" + none, 404, "/timeline"},
		{"GET", "/timeline?group=" + none, 404, "/timeline"},
		{"GET", "/presence/" + none, 404, "/presence"},
		{"GET", "/accounts/" + none, 404, "/accounts"},
		{"GET", "/consents/" + none, 404, "/consents"},
		{"GET", "/consents/" + none + "/form", 404, "/consents"},
		{"GET", "/interests/" + none, 404, "/interests"},
		{"GET", "/payments/" + none, 404, "/interests"},
		{"GET", "/learn/" + none, 404, "/learn"},
		{"GET", "/pictures/" + none, 404, "/"},
		{"GET", "/no-such-room", 404, "/rooms"},
		{"POST", "/inbox/" + none, 422, "/inbox"},
		{"POST", "/timeline/tasks/" + none, 422, "/timeline"},
		{"POST", "/timeline/groups/" + none, 422, "/timeline"},
		{"POST", "/timeline/imports/" + none + "/delete", 404, "/timeline"},
		{"POST", "/presence/" + none + "/step", 404, "/presence"},
		{"POST", "/presence/" + none + "/remove", 404, "/presence"},
		{"POST", "/accounts/" + none + "/step", 404, "/accounts"},
		{"POST", "/consents/" + none + "/withdraw", 404, "/consents"},
		{"POST", "/payments/" + none, 404, "/interests"},
		{"POST", "/holds/" + none + "/take", 404, "/"},
		{"POST", "/learn/keep", 422, "/learn"},
		{"POST", "/pictures", 422, "/"},
		{"DELETE", "/", 405, "/"},
		{"DELETE", "/consents", 405, "/consents"},
		{"PUT", "/timeline/import", 405, "/timeline"},
		{"GET", "/timeline/stop", 405, "/timeline"},
		{"GET", "/holds/x/remove", 405, "/"},
		{"OPTIONS", "/settings", 405, "/rooms"},
	} {
		t.Run(tt.method+" "+tt.path, func(t *testing.T) {
			t.Parallel()
			status, body := p.do(p.request(tt.method, tt.path, "application/x-www-form-urlencoded", ""), p.browser)
			if status != tt.want {
				t.Errorf("status %d, want %d", status, tt.want)
			}
			inTheHouse(t, body)
			has(t, body, `class="button" href="`+tt.on+`"`)
		})
	}
}

// TestAllow: what is asked for in another way than it is offered is told how, also a program.
func TestAllow(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	for path, want := range map[string]string{"/settings": "GET, HEAD, POST", "/desk/back": "POST", "/api/v1/check": "POST", "/api/v1/consents/x": "GET, HEAD, PUT, DELETE"} {
		a, err := p.browser.Do(p.request(http.MethodPatch, path, "", ""))
		if err != nil {
			t.Fatal(err)
		}
		a.Body.Close()
		if got := a.Header.Get("Allow"); a.StatusCode != http.StatusMethodNotAllowed || got != want {
			t.Errorf("%s answers %d and allows %q, want %q", path, a.StatusCode, got, want)
		}
	}
}

// forms are those of the rooms that keep records, each with something that somebody wrote.
func forms(words string) map[string]url.Values {
	return map[string]url.Values{
		"/consents":  {"law": {"us"}, "person": {"A. W."}, "information": {words}},
		"/interests": {"party": {"Orlan"}, "note": {words}},
		"/accounts":  {"platform": {"instagram"}, "bio": {words}},
		"/presence":  {"kind": {"mention"}, "words": {words}},
		"/inbox":     {"kind": {"comment"}, "text": {words}},
	}
}

// records counts what a path of the API lists.
func (p place) records(path string) int {
	p.t.Helper()
	_, body := p.get("/api/v1" + path)
	return strings.Count(body, `"version":`)
}

// TestSentTwice: a form that is sent twice is kept once; one that was filled in anew is another.
func TestSentTwice(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	for path, fields := range forms("once is enough") {
		open := path + "/new"
		if path == "/inbox" {
			open = path
		}
		_, page := p.get(open)
		fields.Set("new", first(t, page, `name="new" value="([A-Z2-7]{26})"`))
		status, one := p.fields(path, fields)
		again, two := p.fields(path, fields)
		if status != http.StatusOK || again != http.StatusOK || first(t, one, "<h1>([^<]*)") != first(t, two, "<h1>([^<]*)") {
			t.Errorf("%s: status %d, then %d", path, status, again)
		}
		_, list := p.get(path)
		if n := strings.Count(list, `href="`+path+"/"+fields.Get("new")+`"`); n != 1 {
			t.Errorf("%s: it is listed %d times", path, n)
		}
	}
	for path := range forms("") {
		if path != "/inbox" && p.records(path) != 1 {
			t.Errorf("%s: %d records", path, p.records(path))
		}
	}
	p.fields("/start", url.Values{"do": {"later"}})
	_, sheet := p.get("/")
	held := url.Values{"kind": {"post"}, "text": {"held once"}, "do": {"hold"}, "sheet": {first(t, sheet, `name="sheet" value="([A-Z2-7]{26})"`)}}
	for range 2 {
		p.post(held)
	}
	if n := p.records("/holds"); n != 1 {
		t.Errorf("a sheet that was held twice is kept %d times", n)
	}
	held.Set("text", "another one from the same sheet")
	p.post(held)
	if n := p.records("/holds"); n != 2 {
		t.Errorf("%d drafts are held, want 2", n)
	}
}

// TestOvertaken: what was changed or destroyed in another window takes nothing from the form, which can be kept all the same.
func TestOvertaken(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	one := p.keep("/consents", url.Values{"person": {"A. W."}})
	mine := url.Values{"person": {"A. W."}, "information": {"what I wrote"}, "version": {"1"}}
	p.fields(one, url.Values{"person": {"A. W."}, "information": {"what came between"}, "version": {"1"}})
	status, body := p.fields(one, mine)
	if status != http.StatusConflict {
		t.Errorf("status %d", status)
	}
	has(t, body, "changed meanwhile", "what I wrote", `name="version" value="2"`, "Not signed yet")
	mine.Set("version", "2")
	if status, body = p.fields(one, mine); status != http.StatusOK || !strings.Contains(body, "what I wrote") {
		t.Errorf("kept all the same: status %d", status)
	}
	p.fields(one+"/destroy", nil)
	mine.Set("version", "3")
	status, body = p.fields(one, mine)
	if status != http.StatusNotFound {
		t.Errorf("destroyed meanwhile: status %d", status)
	}
	has(t, body, "destroyed meanwhile", "what I wrote", `action="/consents"`, `name="new"`)
	if status, _ := p.fields("/consents/MADEUP", url.Values{"person": {"x"}}); status != http.StatusNotFound {
		t.Errorf("a form for an id that nobody gave: status %d", status)
	}
}

// TestTooMuch: no field takes more than it is for, and what was written comes back. What is no UTF-8 is not kept as something else.
func TestTooMuch(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	for path, fields := range forms(strings.Repeat("MARKER ", 40_000)) {
		if path == "/inbox" {
			fields.Set("text", strings.Repeat("MARKER ", 300_000))
		}
		status, body := p.fields(path, fields)
		if status != http.StatusUnprocessableEntity || !strings.Contains(body, `aria-invalid="true"`) || !strings.Contains(body, "MARKER MARKER") {
			t.Errorf("%s: status %d", path, status)
		}
	}
	for path, fields := range forms("caf\xe9 MARKER") {
		status, body := p.fields(path, fields)
		if status != http.StatusUnprocessableEntity {
			t.Errorf("%s: status %d", path, status)
		}
		has(t, body, "not valid UTF-8", "caf\uFFFD MARKER", `action="`+path+`"`, "Send it again")
	}
	if status, body := p.post(url.Values{"kind": {"post"}, "text": {"caf\xe9 MARKER"}, "do": {"hold"}}); status != http.StatusUnprocessableEntity || !strings.Contains(body, "MARKER") {
		t.Errorf("a draft that is no UTF-8: status %d", status)
	}
	if status, _ := p.post(url.Values{"kind": {"post"}, "text": {strings.Repeat("held ", 300_000)}, "do": {"hold"}}); status != http.StatusUnprocessableEntity {
		t.Errorf("a draft that is too long: status %d", status)
	}
	if status, _ := p.fields("/start", url.Values{"institution": {strings.Repeat("x", 4000)}}); status != http.StatusRequestEntityTooLarge {
		t.Errorf("a profile that is too long: status %d", status)
	}
	if n := p.records("/holds") + p.records("/consents"); n != 0 {
		t.Errorf("%d records were kept", n)
	}
}

// TestEndedSession: what was written goes back to whoever sent it, and nobody else's rooms are shown.
func TestEndedSession(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	stale := func(method, path, body string) (int, string) {
		r := p.request(method, path, "application/x-www-form-urlencoded", body)
		r.AddCookie(&http.Cookie{Name: "bedside_session", Value: "OFANEARLIERSTART"})
		return p.do(r, &http.Client{})
	}
	status, body := stale(http.MethodPost, "/consents?x=1", url.Values{"person": {"A. W."}, "purpose": {`"><script>x</script>`}, "law": {"us"}}.Encode())
	if status != http.StatusUnauthorized {
		t.Errorf("status %d", status)
	}
	has(t, body, "This session has ended", "What you wrote", `value="A. W."`, `action="/consents?x=1"`, `name="law" value="us"`, "&lt;script&gt;x")
	lacks(t, body, "<script>x", `class="rail"`, "Send it here")
	_, body = stale(http.MethodPost, "//evil.example/", "text=words")
	lacks(t, body, `action="//evil`)
	r := p.request(http.MethodPost, "/consents", "application/x-www-form-urlencoded", "person=MARKER")
	r.Header.Set("Origin", "https://evil.example")
	if status, body = p.do(r, p.browser); status != http.StatusForbidden || strings.Contains(body, "MARKER") {
		t.Errorf("another page's form: status %d, or it is repeated", status)
	}
}

// failing is a store whose disk is full, or that breaks down.
type failing struct {
	store.Store
	full, broken atomic.Bool
}

func (f *failing) Put(ctx context.Context, records ...store.Record) ([]store.Record, error) {
	if f.full.Load() {
		return nil, bedside.Errorf(bedside.CodeUnavailable, "the disk is full: nothing was changed; make room and try again")
	}
	return f.Store.Put(ctx, records...)
}

func (f *failing) List(ctx context.Context, by store.Filter) ([]store.Record, error) {
	if f.broken.Load() && by.Kind == "interest" {
		panic("MARKER of a draft")
	}
	return f.Store.List(ctx, by)
}

// startFailing opens a server over such a store.
func startFailing(t *testing.T) (place, *failing) {
	t.Helper()
	f := &failing{}
	return startKeeping(t, func(a *app.App) { f.Store, a.Store = a.Store, f }), f
}

// TestFullDisk: each room says so, and gives back what was written; what was kept stays.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	p, disk := startFailing(t)
	kept := p.keep("/consents", signedConsent)
	disk.full.Store(true)
	for path, fields := range forms("MARKER of what I wrote") {
		status, body := p.fields(path, fields)
		if status != http.StatusServiceUnavailable {
			t.Errorf("%s: status %d", path, status)
		}
		has(t, body, "The disk is full", "MARKER of what I wrote", `class="rail"`)
	}
	status, body := p.post(url.Values{"kind": {"post"}, "text": {"MARKER of a draft"}, "do": {"hold"}})
	if status != http.StatusServiceUnavailable {
		t.Errorf("holding: status %d", status)
	}
	has(t, body, "The disk is full", "MARKER of a draft")
	status, body = p.fields(kept+"/withdraw", nil)
	if status != http.StatusServiceUnavailable {
		t.Errorf("withdrawing: status %d", status)
	}
	has(t, body, "The disk is full", "Try again", `action="`+kept+`/withdraw"`)
	disk.full.Store(false)
	if status, body := p.fields(kept+"/withdraw", nil); status != http.StatusOK || !strings.Contains(body, "Withdrawn on") {
		t.Errorf("after room was made: status %d", status)
	}
}

// TestBreakdown: a handler that breaks down is a page, and what it broke down with is told to nobody.
func TestBreakdown(t *testing.T) {
	t.Parallel()
	p, s := startFailing(t)
	s.broken.Store(true)
	status, body := p.get("/interests")
	if status != http.StatusInternalServerError {
		t.Errorf("status %d", status)
	}
	has(t, body, "A fault inside Bedside")
	lacks(t, body, "MARKER")
}
