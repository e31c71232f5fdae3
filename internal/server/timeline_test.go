package server_test

import (
	"bytes"
	"context"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"bedside/internal/app"
	"bedside/internal/jobs"
	"bedside/internal/jobs/lease"
	"bedside/internal/server"
	"bedside/internal/store/sqlite/sqlitetest"
)

// keeping has a server keep things in a store of its own, and work in the background.
func keeping(t *testing.T) func(*server.Config) {
	t.Helper()
	dir := t.TempDir()
	s := sqlitetest.Open(t, dir, time.Now)
	return func(c *server.Config) {
		q := lease.New(s, jobs.Options{Now: time.Now, Poll: 10 * time.Millisecond})
		c.App.Store = s
		c.Timeline = &app.Timeline{Store: s, Jobs: q, Engine: c.App.Auditor, Fill: c.App.Fill, Now: time.Now, Uploads: filepath.Join(dir, "uploads")}
		ctx, stop := context.WithCancel(context.Background())
		ended := make(chan bool)
		go func() {
			q.Work(ctx, 1, c.Timeline.Handlers())
			close(ended)
		}()
		t.Cleanup(func() { stop(); <-ended })
	}
}

// sends a file as the form of the page does, and tells where that leads.
func (p place) sends(name, content string) (int, string) {
	p.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("archive", name)
	if err != nil {
		p.t.Fatal(err)
	}
	_, _ = io.WriteString(part, content)
	_ = form.Close()
	return p.do(p.request(http.MethodPost, "/timeline/import", form.FormDataContentType(), body.String()), p.browser)
}

// settled is the room when nothing is under way any more.
func (p place) settled() string {
	p.t.Helper()
	for range 600 {
		status, body := p.get("/timeline")
		if status != http.StatusOK {
			p.t.Fatalf("the room answers %d", status)
		}
		if strings.Contains(body, `data-busy="false"`) {
			return body
		}
		time.Sleep(10 * time.Millisecond)
	}
	p.t.Fatal("still at it")
	return ""
}

func (p place) sendTo(path string, fields url.Values) (int, string) {
	p.t.Helper()
	return p.do(p.request(http.MethodPost, path, "application/x-www-form-urlencoded", fields.Encode()), p.browser)
}

const script = `<script>document.title='taken'</script><img src=x onerror=alert(1)> Ms Denise Whitlow in bed 12 is 43 and has leukaemia.`

// an export with a stored script, in words and in names.
func scripted() string {
	return `{"id":"1","kind":"post","state":"published","text":"` + script + `","time":"2026-03-01T10:00:00Z","account":{"platform":"<script>p</script>","handle":"<script>h</script>"}}` + "\n" +
		`{"id":"<script>2</script>","kind":"post","state":"published","text":"Proud of the team tonight.","time":"2026-02-01T10:00:00Z","account":{"platform":"x"}}` + "\n"
}

func found(t *testing.T, body, pattern string) string {
	t.Helper()
	groups := regexp.MustCompile(pattern).FindStringSubmatch(body)
	if groups == nil {
		t.Fatalf("%s is not on the page", pattern)
	}
	return groups[1]
}

// TestTimelineRoom imports an archive, answers the question of a legal hold, and works the clean-up to done, all without scripts.
func TestTimelineRoom(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(*app.App) {}, keeping(t))
	_, body := p.get("/timeline")
	has(t, body, "Nothing here yet", "/timeline/import")
	if status, _ := p.sends("export.jsonl", scripted()); status != http.StatusOK { // the room, after the redirect
		t.Fatalf("the upload answers %d", status)
	}
	body = p.settled()
	has(t, body, "2 posts", "found 2, read 2, skipped 0", "First: is a complaint", "0 of 1", "Not checked", "not to leave up")
	lacks(t, body, "<script>", "<img src=x", "Delete:", ">Delete<")
	task := found(t, body, `"(/timeline/tasks/\w+)"`)
	_, page := p.get(task)
	has(t, page, "A patient is named", "<mark", "First: is a complaint")
	lacks(t, page, "I have changed it", "<script>")

	_, body = p.sendTo("/timeline/hold", url.Values{"hold": {"open"}})
	has(t, body, "A case is open or to be expected")
	_, page = p.get(task)
	has(t, page, "Leave this as it is")
	lacks(t, page, "I have changed it", "Take it down")
	_, body = p.sendTo("/timeline/hold", url.Values{"hold": {"none"}})
	has(t, body, "Noted: no case is open.", `action="/timeline/hold?back=open"`)
	_, body = p.sendTo("/timeline/hold?back=open", nil)
	has(t, body, "A case is open or to be expected")
	p.sendTo("/timeline/hold", url.Values{"hold": {"none"}})

	status, page := p.sendTo(task, url.Values{"do": {"keep"}})
	if status != http.StatusUnprocessableEntity {
		t.Errorf("without a reason: status %d", status)
	}
	has(t, page, `aria-invalid="true"`, "Say in a few words")
	_, body = p.sendTo(task, url.Values{"do": {"keep"}, "reason": {"<script>why</script>"}})
	has(t, body, "1 of 1", "Kept, with your reason", task+"?do=undo")
	_, kept := p.get("/timeline?state=kept")
	has(t, kept, "&lt;script&gt;why")
	lacks(t, kept, "<script>why")
	_, page = p.sendTo(task+"?do=undo", nil)
	has(t, page, "I have changed it")
	_, body = p.sendTo(task, url.Values{"do": {"changed"}})
	has(t, body, "Nothing left to change")
	if status, _ := p.sendTo(task, url.Values{"do": {"burn"}}); status != http.StatusUnprocessableEntity {
		t.Errorf("an answer that is none: status %d", status)
	}
}

// TestTimelinePosts lists posts by month and by what was found; each shows its marks.
func TestTimelinePosts(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(*app.App) {}, keeping(t))
	p.sends("export.jsonl", scripted())
	p.settled()
	_, body := p.get("/timeline/posts?year=2026&month=3")
	has(t, body, "March 2026", "Denise Whitlow")
	lacks(t, body, "Proud of the team", "<script>document")
	_, page := p.get(found(t, body, `"(/timeline/posts/\w+)"`))
	has(t, page, "Do not publish this", "<mark", "What to do about it")
	lacks(t, page, "<script>document")
	_, body = p.get("/timeline/posts?state=ok")
	has(t, body, "Proud of the team")
	lacks(t, body, "Denise Whitlow")
	for _, path := range []string{"/timeline/posts/none", "/timeline/tasks/none", "/timeline?group=none", "/timeline/imports/none"} {
		if status, _ := p.get(path); status != http.StatusNotFound {
			t.Errorf("%s answers %d", path, status)
		}
	}
}

// TestImportRefused: what is no archive, nothing at all, and who is not let in.
func TestImportRefused(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(*app.App) {}, keeping(t))
	if status, body := p.sends("a.zip", ""); status != http.StatusUnprocessableEntity || !strings.Contains(body, "The file is empty") {
		t.Errorf("an empty file: %d", status)
	}
	if status, body := p.sendTo("/timeline/import", url.Values{"archive": {"/etc/passwd"}}); status != http.StatusUnprocessableEntity || !strings.Contains(body, "Choose a file first") {
		t.Errorf("a name of a file: %d", status)
	}
	p.sends("a.zip", "MARKER")
	body := p.settled()
	has(t, body, "It could not be read")
	_, page := p.get(found(t, body, `"(/timeline/imports/\w+)"`))
	has(t, page, "no zip or tar file", "Delete this import")
	lacks(t, body+page, "MARKER")
	stranger := &http.Client{}
	if status, _ := p.do(p.request(http.MethodPost, "/timeline/import", "multipart/form-data; boundary=x", "--x--"), stranger); status != http.StatusUnauthorized {
		t.Errorf("a stranger: %d", status)
	}
}

// TestNoRoomForAnImport: where an archive cannot be put, all of it is read all the same: a browser that is still sending sees no answer.
func TestNoRoomForAnImport(t *testing.T) {
	t.Parallel()
	full := filepath.Join(t.TempDir(), "uploads")
	if err := os.WriteFile(full, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := startWith(t, func(*app.App) {}, keeping(t), func(c *server.Config) { c.Timeline.Uploads = full })
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, _ := form.CreateFormFile("archive", "a.zip")
	_, _ = part.Write(make([]byte, 16<<20))
	_ = form.Close()
	sent := &counting{Reader: &body}
	r := p.request(http.MethodPost, "/timeline/import", form.FormDataContentType(), "")
	r.Body, r.ContentLength, r.GetBody = io.NopCloser(sent), int64(body.Len()), nil
	status, page := p.do(r, p.browser)
	if status != http.StatusServiceUnavailable || sent.n.Load() < 16<<20 {
		t.Errorf("status %d after %d bytes", status, sent.n.Load())
	}
	has(t, page, "Is the disk full?", "This was not imported")
}

// counting counts what is read of it.
type counting struct {
	io.Reader
	n atomic.Int64
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// TestDeleteImport: nothing of it is shown any more.
func TestDeleteImport(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(*app.App) {}, keeping(t))
	p.sends("export.jsonl", scripted())
	where := found(t, p.settled(), `"(/timeline/imports/\w+)"`)
	p.sendTo(where+"/delete", nil)
	body := p.settled()
	has(t, body, "Nothing here yet")
	lacks(t, body, "Denise Whitlow", "export.jsonl")
}

// TestTimelineNeedsAStore: without a store the room says so.
func TestTimelineNeedsAStore(t *testing.T) {
	t.Parallel()
	p := start(t)
	if status, body := p.get("/timeline"); status != http.StatusServiceUnavailable || !strings.Contains(body, "keep nothing") {
		t.Errorf("the room answers %d", status)
	}
}
