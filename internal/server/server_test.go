package server_test

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/internal/app"
	"bedside/internal/profile"
	"bedside/internal/server"
	"bedside/internal/store/sqlite/sqlitetest"
	"bedside/pack"
	"bedside/packs"
	"bedside/tables"
)

const ferry = "Third week on cardiology. Today a retired ferry captain, 71, asked me to sit with him before his valve surgery."

// place is a server under test with a browser that it has let in.
type place struct {
	t       *testing.T
	url     string
	entry   string
	browser *http.Client
}

// start opens a server that keeps nothing.
func start(t *testing.T) place {
	t.Helper()
	return startWith(t, func(*app.App) {})
}

// startKeeping opens a server that keeps what it is asked to, and a profile.
func startKeeping(t *testing.T, with ...func(*app.App)) place {
	t.Helper()
	dir := t.TempDir()
	kept := sqlitetest.Open(t, dir, time.Now)
	return startWith(t, func(a *app.App) {
		author := profile.NewKeeper(filepath.Join(dir, "profile.json"), profile.Profile{}, false)
		a.Store, a.Profile, a.Fill = kept, author, author.Fill
		for _, also := range with {
			also(a)
		}
	})
}

// startWith opens a server of an application with what a test gives it, and adds to it.
func startWith(t *testing.T, with func(*app.App), add ...func(*server.Config)) place {
	t.Helper()
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: tables.Reader(), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	guidelines, err := pack.Load(packs.Default())
	if err != nil {
		t.Fatal(err)
	}
	fill := func(d bedside.Draft) bedside.Draft { d.Author.Role = "medical_student"; return d }
	day := func() time.Time { return time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC) }
	var handler http.Handler
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	t.Cleanup(web.Close)
	a := &app.App{Checker: e, Auditor: e, Pack: guidelines, Fill: fill, Now: day}
	with(a)
	config := server.Config{App: a, Hosts: []string{strings.TrimPrefix(web.URL, "http://")}, Version: "test"}
	for _, more := range add {
		more(&config)
	}
	s, err := server.New(config)
	if err != nil {
		t.Fatal(err)
	}
	handler = s.Handler()
	jar, _ := cookiejar.New(nil)
	p := place{t, web.URL, s.Entry(), &http.Client{Jar: jar}}
	if status, _ := p.get(p.entry); status != http.StatusOK {
		t.Fatalf("the entry answers %d", status)
	}
	return p
}

func (p place) do(r *http.Request, as *http.Client) (int, string) {
	p.t.Helper()
	answer, err := as.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	if !strings.Contains(answer.Header.Get("Content-Security-Policy"), "default-src 'none'") {
		p.t.Error("an answer without a content policy")
	}
	return answer.StatusCode, string(body)
}

func (p place) request(method, path, kind, body string) *http.Request {
	p.t.Helper()
	r, err := http.NewRequestWithContext(p.t.Context(), method, p.url+path, strings.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	return r
}

func (p place) get(path string) (int, string) {
	p.t.Helper()
	return p.do(p.request(http.MethodGet, path, "", ""), p.browser)
}

func (p place) post(fields url.Values) (int, string) {
	p.t.Helper()
	return p.do(p.request(http.MethodPost, "/", "application/x-www-form-urlencoded", fields.Encode()), p.browser)
}

func has(t *testing.T, body string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(body, w) {
			t.Errorf("%q is not on the page", w)
		}
	}
}

func lacks(t *testing.T, body string, forbidden ...string) {
	t.Helper()
	for _, f := range forbidden {
		if strings.Contains(body, f) {
			t.Errorf("%q is on the page", f)
		}
	}
}

// TestWrite checks a draft without any script: the page shows the marks, the cards, the clauses and what was not checked.
func TestWrite(t *testing.T) {
	t.Parallel()
	p := start(t)
	if status, body := p.get("/"); status != http.StatusOK {
		t.Errorf("status %d", status)
	} else {
		has(t, body, "<textarea", "Nothing here yet")
		lacks(t, body, `id="verdict"`)
	}
	status, body := p.post(url.Values{"kind": {"post"}, "text": {ferry}, "do": {"check"}})
	if status != http.StatusOK {
		t.Errorf("status %d", status)
	}
	has(t, body, "Change it first", `<mark class="revise"`, "One patient can be recognised", "/guidelines#jh.", "Not checked", "</textarea>")
	_, body = p.post(url.Values{"kind": {"post"}, "text": {"Long shift, good team, cold pizza."}, "do": {"check"}})
	has(t, body, "Nothing found by these checks", "Not checked")
	lacks(t, body, "<mark", "safe")
}

// TestMendAndUndo follows the buttons: the edit beside a finding changes the text, and the change can be taken back.
func TestMendAndUndo(t *testing.T) {
	t.Parallel()
	p := start(t)
	_, body := p.post(url.Values{"kind": {"post"}, "text": {ferry}})
	_, rest, found := strings.Cut(body, `name="do" value="fix:`)
	id, _, _ := strings.Cut(rest, `"`)
	if !found {
		t.Fatal("no card offers a change")
	}
	_, mended := p.post(url.Values{"kind": {"post"}, "text": {ferry}, "do": {"fix:" + id}})
	has(t, mended, `value="`+ferry+`"`, "Undo the change")
	lacks(t, field(mended), "ferry captain, 71")
	_, back := p.post(url.Values{"kind": {"post"}, "text": {"x"}, "before": {ferry}, "do": {"undo"}})
	has(t, field(back), ferry)
	_, same := p.post(url.Values{"kind": {"post"}, "text": {ferry}, "do": {"fix:no-such-finding"}})
	has(t, field(same), ferry)
}

// fields sends a form to a page and follows where it leads.
func (p place) fields(path string, fields url.Values) (int, string) {
	p.t.Helper()
	return p.do(p.request(http.MethodPost, path, "application/x-www-form-urlencoded", fields.Encode()), p.browser)
}

// field is what the page's text field holds.
func field(body string) string {
	_, rest, _ := strings.Cut(body, `name="text"`)
	inside, _, _ := strings.Cut(rest, "</textarea>")
	return inside
}

// TestAnswers: a question is answered by its button, the answer comes along with the next check and can be taken back.
func TestAnswers(t *testing.T) {
	t.Parallel()
	p := start(t)
	asking := url.Values{"kind": {"post"}, "text": {"He held my hand until the end tonight. Eighty-one, a watchmaker, and he asked me to wind his watch."}}
	_, body := p.post(asking)
	_, rest, found := strings.Cut(body, `<button class="other" name="answer.`)
	if !found {
		t.Fatal("nothing is asked")
	}
	id, rest, _ := strings.Cut(rest, `" value="`)
	value, _, _ := strings.Cut(rest, `"`)
	asking.Set("answer."+id, value)
	_, answered := p.post(asking)
	has(t, answered, "You answered:", `name="answer.`+id+`" value="`+value+`"`)
	lacks(t, answered, `<button class="other" name="answer.`+id)
	asking.Add("answer."+id, "")
	_, again := p.post(asking)
	has(t, again, `<button class="other" name="answer.`+id)
}

// TestScriptInADraft: what a draft holds is shown as text, wherever it stands.
func TestScriptInADraft(t *testing.T) {
	t.Parallel()
	p := start(t)
	bad := `</textarea><script>alert(1)</script> Today a retired ferry captain, 71, "quoted' & more`
	_, body := p.post(url.Values{"kind": {bad}, "text": {bad}, "reply_to": {bad}, "before": {bad}, "answer." + bad: {bad}})
	lacks(t, body, "<script>alert")
}

// TestWhoIsLetIn: nobody without the token or the session; nobody by another name or from another page.
func TestWhoIsLetIn(t *testing.T) {
	t.Parallel()
	p := start(t)
	token := strings.TrimPrefix(p.entry, "/open?token=")
	stranger := &http.Client{}
	tests := []struct {
		name   string
		as     *http.Client
		method string
		path   string
		change func(*http.Request)
		want   int
	}{
		{"a stranger reads", stranger, "GET", "/", nil, 401},
		{"a stranger checks", stranger, "POST", "/api/v1/check", nil, 401},
		{"a wrong token", stranger, "GET", "/open?token=AAAA", nil, 401},
		{"no token", stranger, "GET", "/open", nil, 401},
		{"a wrong cookie", stranger, "GET", "/", func(r *http.Request) { r.AddCookie(&http.Cookie{Name: "bedside_session", Value: token}) }, 401},
		{"another host", p.browser, "GET", "/", func(r *http.Request) { r.Host = "evil.example" }, 421},
		{"another host, and the entry", stranger, "GET", p.entry, func(r *http.Request) { r.Host = "evil.example:80" }, 421},
		{"another origin", p.browser, "POST", "/", func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, 403},
		{"no origin at all", p.browser, "POST", "/", func(r *http.Request) { r.Header.Set("Origin", "null") }, 403},
		{"another site", p.browser, "POST", "/", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403},
		{"embedded elsewhere", p.browser, "GET", "/", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403},
		{"a link elsewhere", p.browser, "GET", "/", func(r *http.Request) {
			r.Header.Set("Sec-Fetch-Site", "cross-site")
			r.Header.Set("Sec-Fetch-Mode", "navigate")
		}, 200},
		{"our own page", p.browser, "POST", "/", func(r *http.Request) { r.Header.Set("Origin", p.url) }, 200},
		{"a program with the token", stranger, "GET", "/guidelines", func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) }, 200},
		{"a path that leads out", p.browser, "GET", "/static/..%2f..%2fserver.go", nil, 404},
		{"a folder", stranger, "GET", "/static/fonts/", nil, 404},
		{"the mark", stranger, "GET", "/favicon.ico", nil, 200},
		{"no such page", p.browser, "GET", "/no-such-room", nil, 404},
		{"a method that is not offered", p.browser, "DELETE", "/guidelines", nil, 405},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := p.request(tt.method, tt.path, "application/x-www-form-urlencoded", "")
			if tt.change != nil {
				tt.change(r)
			}
			if got, body := p.do(r, tt.as); got != tt.want {
				t.Errorf("status %d, want %d", got, tt.want)
			} else if strings.Contains(body, token) {
				t.Error("an answer holds the token")
			}
		})
	}
}

// TestGuidelines: every clause has its line, to which findings point.
func TestGuidelines(t *testing.T) {
	t.Parallel()
	p := start(t)
	guidelines, err := pack.Load(packs.Default())
	if err != nil {
		t.Fatal(err)
	}
	_, body := p.get("/guidelines")
	for _, b := range guidelines.Bodies {
		for _, c := range b.Clauses {
			has(t, body, `id="`+c.ID+`"`)
		}
	}
}

// TestBrokenForms: what is no form, or no UTF-8, is answered with what is wrong.
func TestBrokenForms(t *testing.T) {
	t.Parallel()
	p := start(t)
	for body, want := range map[string]string{
		"text=%zz":          "did not arrive whole",
		"text=MARKER%ff%fe": "not valid UTF-8",
		"":                  "Nothing here yet",
	} {
		status, page := p.do(p.request(http.MethodPost, "/", "application/x-www-form-urlencoded", body), p.browser)
		if wrong := body != ""; wrong != (status == http.StatusUnprocessableEntity) || !strings.Contains(page, want) {
			t.Errorf("%q: status %d, and %q is not said", body, status, want)
		}
	}
}

// TestTooLong: a form that is too long is refused in a page, and nothing of it is repeated.
func TestTooLong(t *testing.T) {
	t.Parallel()
	p := start(t)
	for size, want := range map[int]int{200_000: 413, 900_000: 413} {
		status, body := p.post(url.Values{"text": {strings.Repeat("MARKER ", size)}})
		if status != want {
			t.Errorf("%d words: status %d, want %d", size, status, want)
		}
		if size > 500_000 && strings.Contains(body, "MARKER") {
			t.Error("the page repeats the draft")
		}
	}
}
