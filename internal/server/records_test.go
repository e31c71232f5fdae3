package server_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// send uploads a file in a form, with fields before it.
func (p place) send(path string, fields map[string]string, name string, file []byte) (int, string) {
	p.t.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	for k, v := range fields {
		_ = form.WriteField(k, v)
	}
	part, _ := form.CreateFormFile(name, "a name")
	_, _ = part.Write(file)
	_ = form.Close()
	return p.do(p.request(http.MethodPost, path, form.FormDataContentType(), b.String()), p.browser)
}

// keep fills in a form and expects it to be kept; it returns the path of what was kept.
func (p place) keep(path string, fields url.Values) string {
	p.t.Helper()
	status, page := p.fields(path, fields)
	if status != http.StatusOK {
		p.t.Fatalf("%s answers %d", path, status)
	}
	return first(p.t, page, `action="(`+regexp.QuoteMeta(path)+`/[A-Z0-9]+)"`)
}

var signedConsent = url.Values{
	"law": {"us"}, "person": {"A. W."}, "information": {"the cake"}, "discloser": {"Dr Lind"}, "recipients": {"everyone"}, "purpose": {"thanks"},
	"expires": {"2026-12-31"}, "signed": {"2026-06-01"}, "revocation": {"yes"}, "conditions": {"yes"}, "redisclosure": {"yes"},
	"wording": {"Ada Wexley baked us a cake,\r\nthe day she went home."},
}

// TestConsents: a consent is kept, told what it lacks, bound to a picture, withdrawn and removed; a wrong field keeps all that was written.
func TestConsents(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	_, empty := p.get("/consents")
	has(t, empty, "No consents yet", "Prepare a consent")
	status, wrong := p.fields("/consents", url.Values{"person": {""}, "purpose": {"Thanking <the> ward"}, "expires": {"soon"}})
	if status != http.StatusUnprocessableEntity {
		t.Errorf("a wrong field answers %d", status)
	}
	has(t, wrong, `id="person-error"`, `id="expires-error"`, `aria-invalid="true"`, "Thanking &lt;the&gt; ward", "Everything you wrote is still here")
	one := p.keep("/consents", signedConsent)
	_, page := p.get(one)
	has(t, page, "No element that is asked for here is missing")
	draft := p.keep("/consents", url.Values{"law": {"us"}, "person": {"Mr O."}})
	_, lacking := p.get(draft)
	has(t, lacking, "Not signed yet", "The purpose is not said.", "45 CFR 164.508(c)(1)(iv)")
	status, bound := p.send(one+"/picture", nil, "picture", []byte("\x89PNG\r\n\x1a\n a picture"))
	if status != http.StatusOK {
		t.Errorf("binding answers %d", status)
	}
	has(t, bound, "Only the picture’s hash was kept")
	if status, _ := p.get(one + "/picture"); status != http.StatusNotFound {
		t.Errorf("a picture that nobody asked to keep answers %d", status)
	}
	if status, _ = p.send(one+"/picture", map[string]string{"keep": "yes"}, "picture", []byte("<svg onload=alert(1)>")); status != http.StatusOK {
		t.Errorf("keeping answers %d", status)
	}
	answer, err := p.browser.Do(p.request(http.MethodGet, one+"/picture", "", ""))
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if got := answer.Header.Get("Content-Type"); got != "application/octet-stream" || answer.Header.Get("Content-Disposition") != "attachment" {
		t.Errorf("what is no picture is shown as %s", got)
	}
	_, form := p.get(one + "/form")
	has(t, form, "Permission to publish", "You can take this permission back", "Signature", "31 December 2026", "45 CFR 164.508(c)")
	_, withdrawn := p.fields(one+"/withdraw", nil)
	has(t, withdrawn, "Withdrawn on 1 July 2026")
	_, gone := p.fields(draft+"/remove", nil)
	has(t, gone, "Removed. It is destroyed in a day.", `action="`+draft+`/restore"`)
	_, back := p.fields(draft+"/restore", nil)
	has(t, back, "It is back.")
	p.fields(draft+"/destroy", nil)
	if status, _ := p.get(draft); status != http.StatusNotFound {
		t.Errorf("what is destroyed answers %d", status)
	}
}

// TestInterests: a tie that is kept is matched with drafts, and payments are read from a file.
func TestInterests(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	praise := url.Values{"kind": {"post"}, "text": {"Orlavix changed my clinic. Ask your doctor for Orlavix today!"}}
	_, before := p.post(praise)
	lacks(t, before, "You declared a tie")
	status, wrong := p.fields("/interests", url.Values{"party": {"Orlan"}, "amount": {"a lot"}})
	if status != http.StatusUnprocessableEntity {
		t.Errorf("a wrong amount answers %d", status)
	}
	has(t, wrong, `id="amount-error"`, `value="Orlan"`)
	one := p.keep("/interests", url.Values{"party": {"Orlan Laboratories"}, "kind": {"speaking"}, "products": {"Orlavix"}, "amount": {"2,400.50"}, "currency": {"usd"}})
	_, page := p.get(one)
	has(t, page, "Disclosure: Orlan Laboratories has paid me to speak.", "Orlavix")
	_, after := p.post(praise)
	has(t, after, "You declared a tie")
	_, list := p.get("/interests")
	has(t, list, "USD 2,400.50")

	csv := "Covered_Recipient_Profile_ID,Covered_Recipient_NPI,Covered_Recipient_First_Name,Covered_Recipient_Last_Name,Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Name,Total_Amount_of_Payment_USDollars,Nature_of_Payment_or_Transfer_of_Value,Program_Year\n" +
		"811,1234567893,Adaeze,Lind,Veld <Devices>,75.50,Education,2025\n9,1,Bram,Oduya,Veld,9,Education,2025\n"
	status, refused := p.send("/payments", map[string]string{"by": "npi", "npi": "123"}, "file", []byte(csv))
	if status != http.StatusUnprocessableEntity {
		t.Errorf("a wrong NPI answers %d", status)
	}
	has(t, refused, "This file was not read", "check digit")
	_, found := p.send("/payments", map[string]string{"by": "npi", "npi": "1234567893"}, "file", []byte(csv))
	has(t, found, "2 rows found, 1 read", "Veld &lt;Devices&gt;", "USD 75.50", "This is me")
	lacks(t, found, "Oduya")
	_, kept := p.fields(first(t, found, `action="(/payments/[A-Z0-9]+)"`), url.Values{"recipient": {"0"}})
	has(t, kept, "Payments of 1 company are kept.", "Veld &lt;Devices&gt;", "Undo")
	_, undone := p.fields(first(t, kept, `action="(/payments/[A-Z0-9]+/undo)"`), nil)
	lacks(t, undone, "Veld")
}

// TestAccounts: accounts stand apart, a bio is checked, and steps of the review are done and not done.
func TestAccounts(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	status, wrong := p.fields("/accounts", url.Values{"page": {"javascript:alert(1)"}, "handle": {"@maya"}})
	if status != http.StatusUnprocessableEntity {
		t.Errorf("a wrong address answers %d", status)
	}
	has(t, wrong, `id="platform-error"`, `id="page-error"`, `value="@maya"`)
	one := p.keep("/accounts", url.Values{"platform": {"instagram"}, "handle": {"@maya"}, "persona": {"personal"}, "bio": {"Best surgeon in the world, 100% cure rate guaranteed"}})
	p.keep("/accounts", url.Values{"platform": {"mastodon"}, "persona": {"professional"}, "page": {"https://larkfield.example/maya"}})
	_, list := p.get("/accounts")
	if strings.Index(list, "<h2>Professional</h2>") > strings.Index(list, "<h2>Personal</h2>") || !strings.Contains(list, "0 of 7 done") {
		t.Error("the accounts do not stand apart with what is to do")
	}
	_, page := p.get(one)
	has(t, page, "Its bio", "Change it first", "0 of 7 steps done.", "Menus move")
	_, done := p.fields(one+"/step", url.Values{"step": {"private"}, "done": {"yes"}})
	has(t, done, "1 of 7 steps done.", "Done on 1 July 2026")
	_, undone := p.fields(one+"/step", url.Values{"step": {"private"}, "done": {"no"}})
	has(t, undone, "0 of 7 steps done.")
}

// TestPresence: what a friend posted is checked as another's, and worked to its end with a reason.
func TestPresence(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	if status, _ := p.fields("/presence", url.Values{"kind": {"mention"}, "link": {"javascript:alert(1)"}}); status != http.StatusUnprocessableEntity {
		t.Errorf("a link with a script answers %d", status)
	}
	one := p.keep("/presence", url.Values{
		"kind": {"tagged_picture"}, "platform": {"facebook"}, "by": {"friend"}, "words": {"Match week got out of hand 🍻"},
		"picture": {"Jules asleep on a bar stool in a Larkfield School of Medicine T-shirt, a beer in each hand"}, "shows_me": {"yes"}, "shows_alcohol": {"yes"}, "shows_logo": {"yes"},
	})
	_, page := p.get(one)
	has(t, page, "Change it first", "jh.s7", "Take your tag off", "Hi! That was a good evening.")
	_, asked := p.fields(one+"/step", url.Values{"step": {"asked"}, "done": {"yes"}})
	has(t, asked, "Done on 1 July 2026")
	_, list := p.get("/presence")
	has(t, list, "again", "8 July 2026")
	status, without := p.fields(one+"/end", url.Values{"how": {"left"}})
	if status != http.StatusUnprocessableEntity {
		t.Errorf("leaving it without a reason answers %d", status)
	}
	has(t, without, `id="reason-error"`)
	_, left := p.fields(one+"/end", url.Values{"how": {"left"}, "reason": {"It is a kind picture"}})
	has(t, left, "It is a kind picture", "Undo")
	_, open := p.fields(one+"/end", nil)
	has(t, open, "Work it to its end")
}

// TestLearnRoom: one says what one would do, sees the check's answer, and nothing is kept unless that is asked for.
func TestLearnRoom(t *testing.T) {
	t.Parallel()
	p := startKeeping(t)
	_, asked := p.get("/learn/s3")
	has(t, asked, "What would you do?", "Wild morning in clinic", "medical student")
	lacks(t, asked, "One patient can be recognised")
	_, answered := p.fields("/learn/s3", url.Values{"said": {"ok"}})
	has(t, answered, "The check says: Change it first", "One patient can be recognised", "/guidelines#jh.s3", "You said: Nothing to say", "<mark")
	_, room := p.get("/learn")
	has(t, room, "Nothing of what you answer is kept")
	lacks(t, room, "seen,")
	p.fields("/learn/keep", url.Values{"keep": {"yes"}})
	p.fields("/learn/s3", url.Values{"said": {"ok"}})
	_, room = p.get("/learn")
	has(t, room, "1 seen, 0 right the last time")
	p.fields("/learn/keep", url.Values{"keep": {"no"}})
	_, room = p.get("/learn")
	lacks(t, room, "1 seen")
	if status, _ := p.fields("/learn/s3", url.Values{"said": {"perhaps"}}); status != http.StatusUnprocessableEntity {
		t.Errorf("no answer answers %d", status)
	}
	if status, _ := p.get("/learn/nowhere"); status != http.StatusNotFound {
		t.Errorf("no draft answers %d", status)
	}
}

// TestNothingIsKept: where Bedside keeps nothing, the rooms that keep say so, and Learn works all the same.
func TestNothingIsKept(t *testing.T) {
	t.Parallel()
	p := start(t)
	for _, path := range []string{"/consents", "/interests", "/accounts", "/presence", "/payments"} {
		status, page := p.get(path)
		if status != http.StatusServiceUnavailable || !strings.Contains(page, "started to keep nothing") {
			t.Errorf("%s answers %d", path, status)
		}
	}
	_, learn := p.get("/learn")
	has(t, learn, "Nothing is kept in this session")
	_, next := p.get("/learn/next")
	has(t, next, "What would you do?")
}
