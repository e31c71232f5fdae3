package server_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// first finds what an expression's group holds on a page.
func first(t *testing.T, page, expression string) string {
	t.Helper()
	found := regexp.MustCompile(expression).FindStringSubmatch(page)
	if found == nil {
		t.Fatalf("nothing on the page is like %s", expression)
	}
	return found[1]
}

// inDuluth is a draft whose people can be counted.
const inDuluth = "Third week on cardiology in Duluth. Today a retired ferry captain, 71, asked me to sit with him before his valve surgery. Patients over 60 should all get an echo, in my view."

// TestKeepWithAReason: a finding that is kept folds, its reason comes along with the next check, and it can be taken back. One that blocks
// cannot be kept.
func TestKeepWithAReason(t *testing.T) {
	t.Parallel()
	p := start(t)
	draft := url.Values{"kind": {"post"}, "text": {ferry}}
	_, page := p.post(draft)
	id := first(t, page, `value="keep:([^"]+)"`)
	draft.Set("reason."+id, "She asked me to tell it")
	draft.Set("do", "keep:"+id)
	_, kept := p.post(draft)
	has(t, kept, "Kept: ", "“She asked me to tell it”", `name="kept.`+id+`"`)
	lacks(t, kept, `value="keep:`+id)
	draft.Set("kept."+id, "She asked me to tell it")
	draft.Set("do", "unkeep:"+id)
	_, back := p.post(draft)
	has(t, back, `value="keep:`+id)
	lacks(t, back, "Kept: ")
	draft.Set("do", "keep:"+id)
	draft.Del("kept." + id)
	draft.Set("reason."+id, "   ")
	_, without := p.post(draft)
	lacks(t, without, "Kept: ") // a reason is asked for
	_, blocked := p.post(url.Values{"kind": {"post"}, "text": {"Ada Wexley, bed 12, has leukaemia. Sad shift."}})
	has(t, blocked, "Do not publish this", "Attach written consent")
	lacks(t, blocked, `value="keep:`)
}

// TestCrowd: how many people fit is said in figures and as a table, with what each detail costs.
func TestCrowd(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	p.fields("/start", url.Values{"role": {"medical_student"}, "jurisdiction": {"US-MN"}})
	_, page := p.post(url.Values{"kind": {"post"}, "text": {inDuluth}})
	has(t, page, "How many people fit this description?", "costs most", "without it", `<th scope="row">likely</th>`, `class="detail" data-from="`)
	from := first(t, page, `data-from="(\d+)" data-to="\d+">71<`)
	if want := strings.Index(inDuluth, "71"); from != strconv.Itoa(want) {
		t.Errorf("71 begins at %s, want %d", from, want)
	}
	_, nobody := p.post(url.Values{"kind": {"post"}, "text": {"Long shift, good team, cold pizza."}})
	lacks(t, nobody, "How many people fit")
}

// TestThread: posts that a line of hyphens parts are shown one by one and checked together.
func TestThread(t *testing.T) {
	t.Parallel()
	p := start(t)
	_, page := p.post(url.Values{"kind": {"post"}, "text": {"On the ward in Duluth today.\n---\nA retired ferry captain, 71, before his valve surgery."}})
	lacks(t, page, "Nothing found by these checks")
	has(t, page, `<li><p class="said">On the ward in Duluth today.</p></li>`)
	_, one := p.post(url.Values{"kind": {"post"}, "text": {"Long shift.\n\nGood team."}})
	lacks(t, one, `<li><p class="said">`)
}

// TestHold: a draft is held as it stands, listed, taken up again with all its fields, and destroyed.
func TestHold(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	p.fields("/start", url.Values{"do": {"later"}})
	draft := url.Values{"kind": {"reply"}, "text": {ferry}, "audience": {"friends"}, "relationship": {"patient"}, "reply_to": {"How was it?"}, "reply_by": {"friend"}, "do": {"hold"}}
	_, page := p.post(draft)
	has(t, page, "Held until tomorrow 09:00", "tomorrow 09:00", "Third week on cardiology.")
	lacks(t, field(page), "ferry")
	take := first(t, page, `action="(/holds/[^"]+/take)"`)
	_, taken := p.fields(take, nil)
	has(t, field(taken), ferry)
	has(t, taken, `value="reply" selected`, `value="friends" selected`, "How was it?", `value="friend" selected`, `id="verdict"`)
	draft.Set("held", first(t, taken, `name="held" value="([^"]+)"`))
	_, again := p.post(draft)
	if n := strings.Count(again, `/take"`); n != 1 {
		t.Errorf("%d drafts are held, want the one", n)
	}
	_, gone := p.fields(strings.Replace(take, "/take", "/destroy", 1), nil)
	lacks(t, gone, "/take")
	lacks(t, field(gone), "ferry")
	if status, _ := p.fields(take, nil); status != http.StatusNotFound {
		t.Errorf("what was deleted answers %d", status)
	}
}

// TestRemember: what was copied is kept only when somebody asks, and the draft stays where it is.
func TestRemember(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	p.fields("/start", url.Values{"do": {"later"}})
	_, page := p.post(url.Values{"kind": {"post"}, "text": {"Long shift, good team."}, "do": {"check"}})
	lacks(t, page, "Held and earlier")
	_, kept := p.post(url.Values{"kind": {"post"}, "text": {"Long shift, good team."}, "do": {"remember"}})
	has(t, kept, "copied today")
	has(t, field(kept), "Long shift, good team.")
	if status, empty := p.post(url.Values{"kind": {"post"}, "text": {" "}, "do": {"hold"}}); status != http.StatusUnprocessableEntity || !strings.Contains(empty, "nothing to keep") {
		t.Errorf("nothing is held with status %d", status)
	}
}

// TestDesk: a draft stays on the desk while its author looks elsewhere, in memory and for that browser alone; a new sheet can be taken back.
func TestDesk(t *testing.T) {
	t.Parallel()
	p := start(t)
	p.post(url.Values{"kind": {"post"}, "text": {ferry}})
	p.get("/guidelines")
	_, page := p.get("/")
	has(t, field(page), ferry)
	has(t, page, "Change it first")
	_, sheet := p.post(url.Values{"kind": {"post"}, "text": {ferry}, "do": {"new"}})
	lacks(t, field(sheet), "ferry")
	has(t, sheet, `action="/desk/back"`)
	_, back := p.fields("/desk/back", nil)
	has(t, field(back), ferry)
}

// TestFirstVisit: four questions, answered or put off; the answers are kept and known to the next check.
func TestFirstVisit(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	_, page := p.get("/")
	has(t, page, "Four questions", "Whose guidelines should speak", "Johns Hopkins", "State or country")
	_, answered := p.fields("/start", url.Values{
		"role": {"other"}, "role_other": {"Physician assistant"}, "institution": {"St. Luke's Hospital"}, "jurisdiction": {"US-MN"},
		"handle": {"@maya.on.rounds", ""}, "platform": {"instagram", "x"}, "persona": {"personal", ""}, "body": {"ama", "amednews", "amsa", "cma", "jhu"},
	})
	has(t, answered, "Kept on this computer", "@maya.on.rounds Instagram", `data-most="2200"`)
	_, again := p.get("/start")
	has(t, again, `value="physician assistant"`, "St. Luke&#39;s Hospital", `value="US-MN" selected`)
	_, room := p.get("/")
	lacks(t, room, "Four questions")
}

// TestLater: whoever skips the questions is not asked again.
func TestLater(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	_, page := p.fields("/start", url.Values{"do": {"later"}})
	has(t, page, "Nothing here yet")
	_, again := p.get("/")
	lacks(t, again, "Four questions")
}
