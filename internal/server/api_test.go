package server_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
)

// call asks for something as a program does, with the token.
func (p place) call(method, path, key, body string) (int, string) {
	p.t.Helper()
	r := p.request(method, path, "application/json", body)
	r.Header.Set("Authorization", "Bearer "+strings.TrimPrefix(p.entry, "/open?token="))
	if key != "" {
		r.Header.Set("Idempotency-Key", key)
	}
	return p.do(r, &http.Client{})
}

// TestAPI: the contract over HTTP, with problem details for what is wrong and no word of the draft in them.
func TestAPI(t *testing.T) {
	t.Parallel()
	p := start(t)
	tests := []struct {
		name, body string
		status     int
		want       string
	}{
		{"a draft", `{"id":"d1","text":"` + ferry + `"}`, 200, `"verdict":"revise"`},
		{"a key that is unknown", `{"texst":"MARKER"}`, 422, "did you mean"},
		{"not JSON", `MARKER`, 422, `"code":"invalid"`},
		{"nothing", ``, 422, "detail"},
		{"a file of this computer", `{"text":"MARKER","media":[{"path":"/etc/passwd"}]}`, 422, "media[0].path"},
		{"too much text", `{"text":"` + strings.Repeat("MARKER ", 200_000) + `"}`, 413, `"code":"too_large"`},
		{"too many bytes", `{"text":"` + strings.Repeat("MARKER ", 700_000) + `"}`, 413, "at most"},
		{"what was seen cannot be claimed", `{"text":"x","media":[{"alt":"MARKER","Seen":{}}]}`, 422, "media"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			status, body := p.call(http.MethodPost, "/api/v1/check", "", tt.body)
			if status != tt.status {
				t.Errorf("status %d, want %d: %.200s", status, tt.status, body)
			}
			if !json.Valid([]byte(body)) || !strings.Contains(body, tt.want) || strings.Contains(body, "MARKER") {
				t.Errorf("got %.200s", body)
			}
		})
	}
}

// TestManyChecks: one result a line, in order; a line that is no draft is answered too, and the rest go on.
func TestManyChecks(t *testing.T) {
	t.Parallel()
	p := start(t)
	_, body := p.call(http.MethodPost, "/api/v1/checks", "", `{"id":"a","text":"`+ferry+`"}`+"\nMARKER\n\n"+`{"id":"c","text":"Long shift, good team."}`+"\n")
	lines := strings.Split(strings.TrimSpace(body), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines, want 3", len(lines))
	}
	for i, want := range []string{`"id":"a"`, `"code":"invalid"`, `"id":"c"`} {
		if !strings.Contains(lines[i], want) || strings.Contains(lines[i], "MARKER") {
			t.Errorf("line %d: %.120s", i+1, lines[i])
		}
	}
}

// TestRecords: what is kept is created, read, changed and destroyed; a version that is old, a field that is wrong and a key that is unknown
// are told.
func TestRecords(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	for _, kind := range []struct{ path, value, changed, wrong string }{
		{"/api/v1/holds", `{"draft":{"kind":"reply","text":"` + ferry + `"},"kept":{"revise:x":"why"}}`, `{"draft":{"text":"Long shift."}}`, `{"draft":{"text":" "}}`},
		{"/api/v1/interests", `{"party":"Invented Stents","kind":"speaking","amount":120000,"currency":"USD"}`, `{"party":"Invented Stents","until":"2020-01-31"}`, `{"party":""}`},
		{"/api/v1/consents", `{"person":"A. Invented","law":"us","wording":"A story."}`, `{"person":"A. Invented","wording":"Another."}`, `{"person":"A","signed":"yesterday"}`},
	} {
		t.Run(kind.path, func(t *testing.T) {
			t.Parallel()
			status, body := p.call(http.MethodPost, kind.path, "", kind.value)
			var made struct {
				ID      string
				Version int
				Value   json.RawMessage
			}
			if err := json.Unmarshal([]byte(body), &made); err != nil || status != http.StatusCreated || made.ID == "" || made.Version != 1 {
				t.Fatalf("created with %d: %.300s", status, body)
			}
			one := kind.path + "/" + made.ID
			if status, body = p.call(http.MethodPut, one, "", `{"version":1,"value":`+kind.changed+`}`); status != http.StatusOK || !strings.Contains(body, `"version":2`) {
				t.Errorf("changed with %d: %.300s", status, body)
			}
			if status, _ = p.call(http.MethodPut, one, "", `{"version":1,"value":`+kind.changed+`}`); status != http.StatusConflict {
				t.Errorf("an old version is taken with %d", status)
			}
			if status, body = p.call(http.MethodPost, kind.path, "", kind.wrong); status != http.StatusUnprocessableEntity || !strings.Contains(body, `"fields":[{"field":`) {
				t.Errorf("what is wrong is taken with %d: %.300s", status, body)
			}
			if status, body = p.call(http.MethodPost, kind.path, "", `{"nonesuch":"MARKER"}`); status != http.StatusUnprocessableEntity || strings.Contains(body, "MARKER") {
				t.Errorf("an unknown key is taken with %d: %.300s", status, body)
			}
			if _, body = p.call(http.MethodGet, kind.path, "", ""); strings.Count(body, `"id":`) != 1 {
				t.Errorf("listed: %.300s", body)
			}
			if status, _ = p.call(http.MethodDelete, one, "", ""); status != http.StatusNoContent {
				t.Errorf("destroyed with %d", status)
			}
			if status, _ = p.call(http.MethodGet, one, "", ""); status != http.StatusNotFound {
				t.Errorf("what was destroyed answers %d", status)
			}
		})
	}
}

// TestOnce: with a key, twenty who ask at once keep one thing and all find it; the key is good for that thing only.
func TestOnce(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	value := `{"draft":{"text":"` + ferry + `"}}`
	ids := make([]string, 20)
	var all sync.WaitGroup
	for i := range ids {
		all.Go(func() {
			status, body := p.call(http.MethodPost, "/api/v1/holds", "key-1", value)
			var made struct{ ID string }
			if err := json.Unmarshal([]byte(body), &made); err != nil || status != http.StatusCreated && status != http.StatusOK {
				t.Errorf("kept with %d: %.200s", status, body)
			}
			ids[i] = made.ID
		})
	}
	all.Wait()
	for _, id := range ids {
		if id != ids[0] {
			t.Fatal("a key made two records")
		}
	}
	if _, body := p.call(http.MethodGet, "/api/v1/holds", "", ""); strings.Count(body, `"id":`) != 1 {
		t.Errorf("kept: %.300s", body)
	}
	if status, _ := p.call(http.MethodPost, "/api/v1/holds", "key-1", `{"draft":{"text":"Another."}}`); status != http.StatusConflict {
		t.Errorf("a key is taken again for something else with %d", status)
	}
	if status, _ := p.call(http.MethodPost, "/api/v1/holds", "key-2", value); status != http.StatusCreated {
		t.Errorf("another key answers %d", status)
	}
}

// TestNothingKept: where nothing is kept, that is said.
func TestNothingKept(t *testing.T) {
	t.Parallel()
	if status, body := start(t).call(http.MethodGet, "/api/v1/holds", "", ""); status != http.StatusServiceUnavailable || !strings.Contains(body, "nothing is kept") {
		t.Errorf("status %d: %.200s", status, body)
	}
}

// TestReference: the description is what it was generated from, names every operation, and its page too.
func TestReference(t *testing.T) {
	t.Parallel()
	p := start(t)
	_, spec := p.call(http.MethodGet, "/api/v1/openapi.json", "", "")
	var doc struct {
		OpenAPI string
		Paths   map[string]map[string]any
	}
	if err := json.Unmarshal([]byte(spec), &doc); err != nil || doc.OpenAPI != "3.1.0" {
		t.Fatalf("%v: %.100s", err, spec)
	}
	_, page := p.get("/api/reference")
	for path, methods := range doc.Paths {
		has(t, page, path)
		for method := range methods {
			status, _ := p.do(p.request(strings.ToUpper(method), strings.Replace(path, "{id}", "nonesuch", 1), "application/json", "{}"), &http.Client{})
			if status != http.StatusUnauthorized {
				t.Errorf("%s %s answers a stranger with %d", method, path, status)
			}
		}
	}
	if n := len(doc.Paths); n < 9 {
		t.Errorf("only %d paths are described", n)
	}
}

// TestLimits: beyond what is allowed at once, requests are refused at once, and told when to come again.
func TestLimits(t *testing.T) {
	t.Parallel()
	p := start(t)
	refused := 0
	var count sync.Mutex
	var all sync.WaitGroup
	token := strings.TrimPrefix(p.entry, "/open?token=")
	for range 16 {
		all.Go(func() {
			for range 300 {
				r, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, p.url+"/api/v1/holds", nil)
				r.Header.Set("Authorization", "Bearer "+token)
				a, err := http.DefaultClient.Do(r)
				if err != nil {
					t.Error(err)
					return
				}
				_, _ = io.Copy(io.Discard, a.Body)
				a.Body.Close()
				if a.StatusCode == http.StatusTooManyRequests {
					if a.Header.Get("Retry-After") == "" {
						t.Error("nobody says when to come again")
					}
					count.Lock()
					refused++
					count.Unlock()
				}
			}
		})
	}
	all.Wait()
	if refused == 0 { // the clock of the tests stands still, so that nothing is added to the first allowance
		t.Error("4,800 requests at once are all answered")
	}
}
