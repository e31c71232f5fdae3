package server_test

import (
	"bytes"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"

	"bedside/internal/app"
	"bedside/internal/server"
)

// got is the answer to a program, read into a value.
func got[T any](p place, want int, method, path, body string) (out T) {
	p.t.Helper()
	status, answer := p.call(method, path, "", body)
	if status != want {
		p.t.Fatalf("%s %s answers %d, want %d: %.300s", method, path, status, want, answer)
	}
	if answer != "" {
		if err := json.Unmarshal([]byte(answer), &out); err != nil {
			p.t.Fatalf("%s %s: %v", method, path, err)
		}
	}
	return out
}

// imports sends an archive as a program does.
func (p place) imports(key, name, content string) (int, server.Record[server.KeptImport]) {
	p.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, _ := form.CreateFormFile("archive", name)
	_, _ = io.WriteString(part, content)
	_ = form.Close()
	r := p.request(http.MethodPost, "/api/v1/timeline/imports", form.FormDataContentType(), body.String())
	r.Header.Set("Authorization", "Bearer "+strings.TrimPrefix(p.entry, "/open?token="))
	if key != "" {
		r.Header.Set("Idempotency-Key", key)
	}
	status, answer := p.do(r, &http.Client{})
	var imp server.Record[server.KeptImport]
	if err := json.Unmarshal([]byte(answer), &imp); err != nil {
		p.t.Fatalf("status %d: %.200s", status, answer)
	}
	return status, imp
}

// worked waits until nothing is under way, and tells how the timeline is.
func (p place) worked() (state server.TimelineState) {
	p.t.Helper()
	for range 600 {
		if state = got[server.TimelineState](p, http.StatusOK, http.MethodGet, "/api/v1/timeline", ""); state.Progress.Stage == "" {
			return state
		}
		time.Sleep(20 * time.Millisecond)
	}
	p.t.Fatal("still at it")
	return state
}

type (
	taskPage    = server.Page[server.Record[server.KeptTask]]
	clusterPage = server.Page[server.Record[server.KeptCluster]]
	inboxPage   = server.Page[server.Record[app.Incoming]]
)

// TestTimelineAPI: an archive is imported once, worked on, and its clean-up settled; nothing is advised before somebody has said that no
// case is open.
func TestTimelineAPI(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(*app.App) {}, keeping(t))
	status, imp := p.imports("once", "export.jsonl", scripted())
	again, same := p.imports("once", "export.jsonl", scripted())
	if status != http.StatusCreated || again != http.StatusOK || imp.ID == "" || imp.ID != same.ID {
		t.Errorf("imported with %d, then %d", status, again)
	}
	state := p.worked()
	if len(state.Imports) != 1 || state.Imports[0].State != app.ImportDone || state.Posts != 2 || state.Left["block"] != 1 || state.Advice || len(state.Missing) == 0 {
		t.Errorf("the timeline is %+v", state)
	}
	if one := got[server.Record[server.KeptImport]](p, 200, "GET", "/api/v1/timeline/imports/"+imp.ID, ""); one.Value.Archive.Read != 2 || one.Value.Archive.Name != "export.jsonl" {
		t.Errorf("the import is %+v", one)
	}
	tasks := got[taskPage](p, 200, "GET", "/api/v1/timeline/tasks", "")
	if len(tasks.Items) != 1 || tasks.Next != "" {
		t.Fatalf("%d tasks", len(tasks.Items))
	}
	task := tasks.Items[0].Value.Task
	if task.Do != "" || task.Rewrite != nil || len(task.Findings) == 0 || task.Findings[0].Remedy.Text != "" || task.Findings[0].Message == "" {
		t.Errorf("it is advised to %q before anybody was asked, or nothing is found", task.Do)
	}
	one := "/api/v1/timeline/tasks/" + tasks.Items[0].ID
	got[struct{}](p, 204, "PUT", "/api/v1/timeline/hold", `{"hold":"none"}`)
	if task = got[server.Record[server.KeptTask]](p, 200, "GET", one, "").Value.Task; task.Do == "" || task.Findings[0].Remedy.Text == "" {
		t.Error("nothing is advised when no case is open")
	}
	got[server.Problem](p, 422, "PUT", one, `{"state":"kept"}`)
	got[server.Problem](p, 422, "PUT", one, `{"state":"burnt"}`)
	if k := got[server.Record[server.KeptTask]](p, 200, "PUT", one, `{"state":"kept","reason":"She signed for it."}`); k.State != "kept" || k.Value.Reason != "She signed for it." || k.Value.Settled == nil {
		t.Errorf("kept as %+v", k)
	}
	if n := len(got[taskPage](p, 200, "GET", "/api/v1/timeline/tasks?state=kept&from=2020-01-01T00:00:00Z", "").Items); n != 1 {
		t.Errorf("%d tasks are kept", n)
	}
	if n := len(got[taskPage](p, 200, "GET", "/api/v1/timeline/tasks", "").Items); n != 0 {
		t.Errorf("%d tasks are left", n)
	}
	if k := got[server.Record[server.KeptTask]](p, 200, "PUT", one, `{"state":""}`); k.State != "block" || k.Value.Reason != "" {
		t.Errorf("taken back as %+v", k)
	}
	got[struct{}](p, 202, "DELETE", "/api/v1/timeline/imports/"+imp.ID, "")
	if state = p.worked(); len(state.Imports) != 0 || state.Posts != 0 || state.Left["block"] != 0 {
		t.Errorf("after it was deleted the timeline is %+v", state)
	}
}

// TestClustersAPI: what posts tell together is read and told apart, and that is taken back.
func TestClustersAPI(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(*app.App) {}, keeping(t))
	p.imports("", "export.jsonl", `{"id":"1","time":"2024-02-04T10:00:00Z","text":"the lighthouse lad made it through another night"}
{"id":"2","time":"2024-06-09T10:00:00Z","text":"lighthouse lad got drafted today! goalkeeper, I shouted in the bakery"}
{"id":"3","time":"2024-08-20T10:00:00Z","text":"Sad news for my lighthouse lad. cardiomyopathy is in the genes and they are putting a defib in, so that is football over. He is 16. some things are not fair"}
`)
	p.worked()
	page := got[clusterPage](p, 200, "GET", "/api/v1/timeline/clusters?limit=1", "")
	if len(page.Items) != 1 {
		t.Fatal("no cluster is told")
	}
	c := page.Items[0]
	if c.Value.Cluster.Remedy != "" || len(c.Value.Cluster.Posts) < 2 || c.Value.Cluster.Posts[0].Post.Text == "" {
		t.Errorf("the cluster is %+v", c.Value.Cluster)
	}
	one := "/api/v1/timeline/clusters/" + c.ID
	if k := got[server.Record[server.KeptCluster]](p, 200, "PUT", one, `{"apart":true}`); k.State != app.GroupApart || k.Value.Apart == nil {
		t.Errorf("told apart as %+v", k)
	}
	if n := len(got[clusterPage](p, 200, "GET", "/api/v1/timeline/clusters?state=apart", "").Items); n != 1 {
		t.Errorf("%d clusters are told apart", n)
	}
	if k := got[server.Record[server.KeptCluster]](p, 200, "PUT", one, `{"apart":false}`); k.State == app.GroupApart || k.Value.Apart != nil {
		t.Errorf("taken back as %+v", k)
	}
	got[struct{}](p, 204, "PUT", "/api/v1/timeline/hold", `{"hold":"none"}`)
	if k := got[server.Record[server.KeptCluster]](p, 200, "GET", one, ""); k.Value.Cluster.Remedy == "" {
		t.Error("nothing is advised when no case is open")
	}
	for _, what := range []string{"resume", "again", "stop"} {
		got[struct{}](p, 204, "POST", "/api/v1/timeline/"+what, "")
	}
	p.worked()
}

// TestInboxAPI: something is typed in once, listed by pages, asked about, settled and destroyed.
func TestInboxAPI(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	value := `{"kind":"comment","platform":"instagram","text":"Since Dr Patel put me on Lantus I had three lows at night."}`
	status, body := p.call(http.MethodPost, "/api/v1/inbox", "once", value)
	again, twice := p.call(http.MethodPost, "/api/v1/inbox", "once", value)
	if status != http.StatusCreated || again != http.StatusOK || strings.TrimSpace(body) != strings.TrimSpace(twice) {
		t.Fatalf("kept with %d, then %d: %.200s", status, again, twice)
	}
	got[server.Record[app.Incoming]](p, 201, "POST", "/api/v1/inbox", `{"kind":"contact_request","from":"T."}`)
	first := got[inboxPage](p, 200, "GET", "/api/v1/inbox?limit=1", "")
	second := got[inboxPage](p, 200, "GET", "/api/v1/inbox?limit=1&after="+first.Next, "")
	if len(first.Items) != 1 || len(second.Items) != 1 || second.Next != "" || first.Items[0].ID == second.Items[0].ID {
		t.Errorf("pages of %d and %d, then %q", len(first.Items), len(second.Items), second.Next)
	}
	var made server.Record[app.Incoming]
	if err := json.Unmarshal([]byte(body), &made); err != nil {
		t.Fatal(err)
	}
	one := "/api/v1/inbox/" + made.ID
	got[server.Problem](p, 422, "GET", one+"/advice", "")
	got[server.Record[app.Incoming]](p, 200, "PUT", one, `{"version":1,"value":`+strings.Replace(value, `"kind"`, `"who":"patient","kind"`, 1)+`}`)
	if a := got[server.InboxAdvice](p, 200, "GET", one+"/advice", ""); !a.Hide || len(a.Reply.Texts) == 0 || len(a.HideReply.Texts) == 0 || len(a.Result.Findings) == 0 {
		t.Errorf("the advice is %+v", a)
	}
	if k := got[server.Record[app.Incoming]](p, 200, "PUT", one, `{"version":2,"value":{"kind":"comment","text":"x","who":"patient","done":"hidden"}}`); k.State != app.IncomingDone {
		t.Errorf("settled as %s", k.State)
	}
	if n := len(got[inboxPage](p, 200, "GET", "/api/v1/inbox?state=done", "").Items); n != 1 {
		t.Errorf("%d are done", n)
	}
	for _, wrong := range []string{`{"kind":"comment"}`, `{"kind":"comment","text":"MARKER","done":"burnt"}`, `{"kind":"comment","text":"MARKER","who":"emperor"}`, `{"nonesuch":"MARKER"}`} {
		if problem := got[server.Problem](p, 422, "POST", "/api/v1/inbox", wrong); strings.Contains(problem.Detail, "MARKER") {
			t.Errorf("%q repeats what was sent", problem.Detail)
		}
	}
	got[struct{}](p, 204, "DELETE", one, "")
	got[server.Problem](p, 404, "GET", one, "")
}

// TestPagesRefused: a page is asked for in the words that it knows.
func TestPagesRefused(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(*app.App) {}, keeping(t))
	for _, path := range []string{"/inbox", "/timeline/tasks", "/timeline/clusters"} {
		for query, want := range map[string]int{"state=none": 422, "limit=0": 422, "limit=x": 422, "limit=501": 422, "from=yesterday": 422, "after=nonesuch": 404} {
			if problem := got[server.Problem](p, want, "GET", "/api/v1"+path+"?"+query, ""); problem.Code == "" {
				t.Errorf("%s?%s: no code", path, query)
			}
		}
	}
	got[server.Problem](p, 422, "POST", "/api/v1/timeline/imports", "MARKER")
	got[server.Problem](p, 422, "PUT", "/api/v1/timeline/hold", `{"hold":"perhaps"}`)
	got[server.Problem](p, 404, "DELETE", "/api/v1/timeline/imports/nonesuch", "")
	if status, _ := start(t).call(http.MethodGet, "/api/v1/timeline", "", ""); status != http.StatusServiceUnavailable {
		t.Errorf("where nothing is kept: status %d", status)
	}
}
