package server_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"bedside/engine"
	"bedside/internal/app"
	"bedside/internal/server"
	"bedside/pack"
	"bedside/packs"
	"bedside/tables"
)

// TestStoredScript: what is kept and listed is shown as text.
func TestStoredScript(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	p.fields("/start", url.Values{"do": {"later"}})
	bad := `"><script>alert(1)</script><img src=x onerror=alert(1)> ' & more`
	_, page := p.post(url.Values{"kind": {bad}, "text": {bad}, "account": {bad}, "reason." + bad: {bad}, "kept." + bad: {bad}, "do": {"hold"}})
	lacks(t, page, "<script>alert", "<img src=x")
	take := first(t, page, `action="(/holds/[^"]+/take)"`)
	_, taken := p.fields(take, nil)
	lacks(t, taken, "<script>alert", "<img src=x")
	p.fields("/start", url.Values{"role": {"other"}, "role_other": {bad}, "institution": {bad}, "handle": {bad}, "platform": {bad}, "persona": {"personal"}})
	_, again := p.get("/start")
	lacks(t, again, "<script>alert", "<img src=x")
	_, room := p.get("/")
	lacks(t, room, "<script>alert", "<img src=x")
}

// TestPathTricks: no path leads out of what is handed out, to another host, or into a header.
func TestPathTricks(t *testing.T) {
	t.Parallel()
	p := start(t)
	still := &http.Client{Jar: p.browser.Jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for _, path := range []string{
		"/static/../server.go", "/static/%2e%2e/%2e%2e/server.go", "/static/..%2f..%2fserver.go", "/static/..%5c..%5cserver.go", "/static//etc/passwd", "/static/%00",
		"//evil.example/", "/%2f%2fevil.example/", "/..;/etc/passwd", "/holds/..%2f..%2fetc/take", "/holds/%0d%0aX-Evil:%201/take", "/api/v1/holds/%0d%0aX-Evil:%201",
	} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			r := p.request(method, "/", "application/x-www-form-urlencoded", "")
			r.URL.Opaque = "//" + r.URL.Host + path // as it stands, without being cleaned by the client
			a, err := still.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			body, _ := io.ReadAll(a.Body)
			a.Body.Close()
			if a.Header.Get("X-Evil") != "" || strings.Contains(string(body), "package server") || strings.Contains(string(body), "root:") {
				t.Errorf("%s %s leads out", method, path)
			}
			if to := a.Header.Get("Location"); strings.HasPrefix(to, "//") || strings.Contains(to, "evil.example") && !strings.HasPrefix(to, "/") {
				t.Errorf("%s %s leads to %s", method, path, to)
			}
			if a.StatusCode < 300 && path != "/" {
				t.Errorf("%s %s answers %d", method, path, a.StatusCode)
			}
		}
	}
}

// TestCookies: no script and no other site gets at the session.
func TestCookies(t *testing.T) {
	t.Parallel()
	p := start(t)
	a, err := (&http.Client{}).Do(p.request(http.MethodGet, p.entry, "", ""))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	if len(a.Cookies()) == 0 {
		t.Fatal("no cookie is set")
	}
	for _, c := range a.Cookies() {
		if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode {
			t.Errorf("%s: HttpOnly %v, SameSite %v", c.Name, c.HttpOnly, c.SameSite)
		}
	}
}

// listening opens a server as serve does, on a free port.
func listening(t *testing.T, change func(*http.Server)) string {
	t.Helper()
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	guidelines, err := pack.Load(packs.Default())
	if err != nil {
		t.Fatal(err)
	}
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s, err := server.New(server.Config{App: &app.App{Checker: e, Pack: guidelines, Now: time.Now}, Hosts: []string{l.Addr().String()}})
	if err != nil {
		t.Fatal(err)
	}
	h := s.HTTP()
	if h.ReadHeaderTimeout <= 0 || h.ReadHeaderTimeout > 10*time.Second || h.ReadTimeout <= 0 || h.ReadTimeout > time.Minute || h.WriteTimeout <= 0 || h.IdleTimeout <= 0 || h.MaxHeaderBytes <= 0 || h.MaxHeaderBytes > 64<<10 {
		t.Error("a server without limits of time and size")
	}
	change(h)
	go func() { _ = h.Serve(l) }()
	t.Cleanup(func() { _ = h.Close() })
	return l.Addr().String()
}

// TestSlowRequests: whoever sends a byte now and then is shown the door, and everybody else is answered meanwhile.
func TestSlowRequests(t *testing.T) {
	t.Parallel()
	const patience = 300 * time.Millisecond
	addr := listening(t, func(h *http.Server) { h.ReadHeaderTimeout, h.ReadTimeout = patience, patience })
	slow := make([]net.Conn, 200)
	for i := range slow {
		c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		head := "GET / HTTP/1.1\r\nHost: " + addr + "\r\nX-Slow: "
		if i%2 == 1 {
			head = "POST /open HTTP/1.1\r\nHost: " + addr + "\r\nContent-Length: 1000\r\n\r\nt"
		}
		fmt.Fprint(c, head)
		slow[i] = c
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	r, _ := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+addr+"/static/style.css", nil)
	a, err := http.DefaultClient.Do(r)
	if err != nil || a.StatusCode != http.StatusOK {
		t.Fatalf("nobody else is answered: %v", err)
	}
	a.Body.Close()
	for _, c := range slow {
		_ = c.SetReadDeadline(time.Now().Add(20 * time.Second))
		if _, err := io.Copy(io.Discard, c); err != nil {
			t.Fatalf("a slow request is still open: %v", err)
		}
	}
}

// TestOversized: a header or a body without an end is cut off, also where nobody says how long it is.
func TestOversized(t *testing.T) {
	t.Parallel()
	addr := listening(t, func(*http.Server) {})
	c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(20 * time.Second))
	fmt.Fprintf(c, "GET / HTTP/1.1\r\nHost: %s\r\nX-Long: %s\r\n\r\n", addr, strings.Repeat("a", 64<<10))
	if a, err := http.ReadResponse(bufio.NewReader(c), nil); err == nil {
		a.Body.Close()
		if a.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
			t.Errorf("a long header answers %d", a.StatusCode)
		}
	}
	p := start(t)
	endless := p.request(http.MethodPost, "/api/v1/check", "application/json", "")
	endless.Body, endless.ContentLength, endless.GetBody = io.NopCloser(io.LimitReader(spaces{}, 64<<20)), -1, nil
	if a, err := p.browser.Do(endless); err == nil {
		body, _ := io.ReadAll(a.Body)
		a.Body.Close()
		if a.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("a body without an end answers %d: %.100s", a.StatusCode, body)
		}
	}
}

// spaces is blanks without an end.
type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
