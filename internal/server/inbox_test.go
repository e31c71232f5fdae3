package server_test

import (
	"net/http"
	"net/url"
	"testing"

	"bedside/internal/app"
)

// TestInboxRoom: a comment is typed in, who it is from is said, the rules answer, a reply is chosen, and it is done.
func TestInboxRoom(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(*app.App) {}, keeping(t))
	_, body := p.get("/inbox")
	has(t, body, "Nothing waits here", "Type in what somebody sent you")
	status, body := p.sendTo("/inbox", url.Values{"kind": {"comment"}})
	if status != http.StatusUnprocessableEntity {
		t.Errorf("without words: status %d", status)
	}
	has(t, body, `aria-invalid="true"`, "Type in what they wrote")

	_, body = p.sendTo("/inbox", url.Values{"kind": {"comment"}, "from": {"<script>n</script>"}, "platform": {"Instagram"}, "text": {"<script>x</script> Since Dr Patel put me on Lantus I had three lows at night."}})
	has(t, body, "Who is it?", "&lt;script&gt;x")
	lacks(t, body, "<script>x", "<script>n", `id="says"`)
	item := found(t, body, `action="(/inbox/\w+)"`)
	_, body = p.sendTo(item, url.Values{"who": {"patient"}})
	has(t, body, "Hide this comment", "A patient&#39;s health, in a public thread", "/guidelines#jh.s2", "I can&#39;t talk about anyone&#39;s health here", "Not checked", "our clinic&#39;s page")
	_, body = p.sendTo(item, url.Values{"who": {"colleague"}})
	lacks(t, body, "A patient&#39;s health, in a public thread")
	if status, _ := p.sendTo(item, url.Values{"who": {"emperor"}}); status != http.StatusUnprocessableEntity {
		t.Errorf("somebody unheard of: status %d", status)
	}
	_, body = p.sendTo(item, url.Values{"do": {"hidden"}})
	has(t, body, "Nothing waits here", "Hidden. It is among what is done", "Done, 1", item+"?do=undo")
	_, body = p.get("/inbox?state=done")
	has(t, body, "Hidden")
	p.sendTo(item+"?do=undo", nil)
	_, body = p.get("/inbox")
	has(t, body, "Open, 1")
	_, body = p.sendTo(item+"/remove", nil)
	has(t, body, "Removed. It is destroyed in a day.", item+"/restore", "Open, 0")
	_, body = p.sendTo(item+"/restore", nil)
	has(t, body, "It is back.", "Since Dr Patel")
	p.sendTo(item+"/destroy", nil)
	if status, _ := p.get(item); status != http.StatusNotFound {
		t.Errorf("what was deleted answers %d", status)
	}
}

// TestInboxNeedsAStore: without one the room says so.
func TestInboxNeedsAStore(t *testing.T) {
	t.Parallel()
	if status, _ := start(t).get("/inbox"); status != http.StatusServiceUnavailable {
		t.Errorf("status %d", status)
	}
}
