package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestFrame: every room is in the rail and under More, the open one is marked, and whoever is not let in sees no rail.
func TestFrame(t *testing.T) {
	t.Parallel()
	p := start(t)
	_, page := p.get("/guidelines")
	has(t, page, `<a href="/guidelines" data-go="g" aria-current="page">`, `<a href="/" data-go="w">`, `aria-label="Rooms"`, "On this computer", "/static/guidelines.css")
	lacks(t, page, "write.js")
	_, more := p.get("/rooms")
	has(t, more, "Guidelines", "Keys and look")
	_, stranger := p.do(p.request(http.MethodGet, "/guidelines", "", ""), &http.Client{})
	lacks(t, stranger, "Rooms", "data-go")
}

// TestPartOfAPage: a script that takes a part out of a page gets it without the frame.
func TestPartOfAPage(t *testing.T) {
	t.Parallel()
	p := start(t)
	r := p.request(http.MethodGet, "/guidelines", "", "")
	r.Header.Set("Sec-Fetch-Dest", "empty")
	_, page := p.do(r, p.browser)
	has(t, page, "<main")
	lacks(t, page, `aria-label="Rooms"`)
}

// TestSettings: look and keys are kept by the browser, and what is unknown is not.
func TestSettings(t *testing.T) {
	t.Parallel()
	p := start(t)
	set := func(fields url.Values) string {
		status, page := p.do(p.request(http.MethodPost, "/settings", "application/x-www-form-urlencoded", fields.Encode()), p.browser)
		if status != http.StatusOK {
			t.Errorf("status %d", status)
		}
		return page
	}
	has(t, set(url.Values{"look": {"dark"}, "keys": {"off"}}), `data-look="dark"`, `data-keys="off"`, "Kept in this browser.")
	_, again := p.get("/settings")
	has(t, again, `data-look="dark"`)
	lacks(t, again, "Kept in this browser.") // it is said once
	if page := set(url.Values{"look": {`dark"><script>`}}); strings.Contains(page, "data-look") {
		t.Error("an unknown look is kept")
	}
}
