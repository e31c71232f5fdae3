package server_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/look"
	"bedside/internal/store"
	"bedside/media"
)

// yellow takes what is yellow for a face.
type yellow struct{}

func (yellow) FindFaces(_ context.Context, p *image.RGBA) (out []bedside.SeenFace, _ error) {
	var found image.Rectangle
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			if c := p.RGBAAt(x, y); c.R > 200 && c.G > 200 && c.B < 90 {
				found = found.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if !found.Empty() {
		out = append(out, bedside.SeenFace{Box: [4]int{found.Min.X, found.Min.Y, found.Dx(), found.Dy()}, Sure: true, PerMill: 40})
	}
	return out, nil
}

func photo(t *testing.T) []byte {
	t.Helper()
	p := image.NewRGBA(image.Rect(0, 0, 300, 200))
	draw.Draw(p, p.Rect, image.NewUniform(color.RGBA{R: 90, G: 140, B: 150, A: 255}), image.Point{}, draw.Src)
	draw.Draw(p, image.Rect(100, 60, 150, 120), image.NewUniform(color.RGBA{R: 255, G: 255, A: 255}), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// paste sends a file with the fields of the form.
func (p place) paste(file []byte, fields map[string]string) (int, string) {
	p.t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for name, value := range fields {
		_ = m.WriteField(name, value)
	}
	w, err := m.CreateFormFile("file", "MARKER.png")
	if err != nil {
		p.t.Fatal(err)
	}
	_, _ = w.Write(file)
	_ = m.Close()
	return p.do(p.request(http.MethodPost, "/pictures", m.FormDataContentType(), b.String()), p.browser)
}

// TestPictures: a picture is looked at, its boxes are drawn, a copy covers what was chosen and can be kept; all can be taken back.
func TestPictures(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(a *app.App) { a.Looker = &look.Looker{Recognisers: media.Recognisers{Faces: yellow{}}} })
	status, page := p.paste(photo(t), map[string]string{"kind": "post", "text": "First day on the ward. What a patient."})
	if status != http.StatusOK {
		t.Fatalf("status %d", status)
	}
	has(t, page, `<rect class="dark" x="100" y="60" width="50" height="60"`, "A face", `id="verdict"`)
	has(t, field(page), "What a patient.")
	lacks(t, page, "MARKER")
	id := first(t, page, `name="picture" value="([^"]+)"`)
	if _, shown := p.get("/pictures/" + id); !strings.HasPrefix(shown, "\xff\xd8") {
		t.Error("the picture is not shown")
	}
	fields := map[string][]string{"kind": {"post"}, "text": {"First day."}, "picture": {id}, "at." + id + ".0": {"cover"}, "do": {"cover:" + id}}
	_, covered := p.post(fields)
	has(t, covered, "This is the copy.", "One place is covered.", "nothing more was recognised", "Download the copy")
	lacks(t, covered, "Kept by hand")
	if shadeAt(t, p.copyOf(id), 125, 90) > 0x2000 {
		t.Error("the face is not covered")
	}
	fields["do"] = []string{"uncover:" + id}
	_, back := p.post(fields)
	has(t, back, "Cover and make a copy")
	fields["do"] = []string{"takeaway:" + id}
	fields["alt."+id] = []string{"words beside it"}
	_, gone := p.post(fields)
	lacks(t, gone, `name="picture"`)
	has(t, gone, "was taken away.", `name="aside" value="`+id+`"`, `name="alt.`+id+`" value="words beside it"`)
	_, again := p.post(url.Values{"kind": {"post"}, "aside": {id}, "alt." + id: {"words beside it"}, "do": {"bringback:" + id}})
	has(t, again, `name="picture" value="`+id+`"`, "words beside it")
	lacks(t, again, "was taken away.")
}

// copyOf is the copy of a picture as it is handed out.
func (p place) copyOf(id string) image.Image {
	p.t.Helper()
	_, copied := p.get("/pictures/" + id + "/copy")
	made, err := png.Decode(strings.NewReader(copied))
	if err != nil {
		p.t.Fatal(err)
	}
	return made
}

// shadeAt is how much red and green there is at a place; nought where it is covered.
func shadeAt(t *testing.T, p image.Image, x, y int) uint32 {
	t.Helper()
	r, g, _, _ := p.At(x, y).RGBA()
	return max(r, g)
}

// TestBoxesByHand: what is kept by hand stays, a box of one's own covers exactly its place, and the copy says both.
func TestBoxesByHand(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(a *app.App) { a.Looker = &look.Looker{Recognisers: media.Recognisers{Faces: yellow{}}} })
	_, page := p.paste(photo(t), map[string]string{"kind": "post", "text": "First day."})
	id := first(t, page, `name="picture" value="([^"]+)"`)
	fields := map[string][]string{
		"kind": {"post"}, "text": {"First day."}, "picture": {id}, "at." + id + ".0": {"keep"},
		"left." + id: {"10"}, "top." + id: {"50"}, "width." + id: {"20"}, "height." + id: {"25"},
	}
	_, page = p.post(fields)
	has(t, page, `value="keep" checked`, `data-at="own0"><rect class="fill" x="30" y="100" width="60" height="50"`, `value="50"`)
	fields["do"] = []string{"cover:" + id}
	_, page = p.post(fields)
	has(t, page, "One place is covered.", "Kept by hand: A face, middle.", "nothing more was recognised")
	made := p.copyOf(id)
	for _, at := range []struct {
		x, y    int
		covered bool
	}{{125, 90, false}, {31, 101, true}, {88, 148, true}, {28, 101, false}, {92, 120, false}} {
		if covered := shadeAt(t, made, at.x, at.y) < 0x2000; covered != at.covered {
			t.Errorf("%d, %d: covered %v", at.x, at.y, covered)
		}
	}
	fields["do"] = []string{"uncover:" + id}
	_, page = p.post(fields)
	has(t, page, `value="keep" checked`, `data-at="own0"`)
	fields["do"] = []string{"unbox:" + id + ".0"}
	_, page = p.post(fields)
	lacks(t, page, `data-at="own0"`)
	delete(fields, "left."+id)
	fields["do"] = []string{"addbox:" + id}
	_, page = p.post(fields)
	has(t, page, `data-at="own0"><rect class="fill" x="120" y="80" width="60" height="40"`)
}

// TestStrangeBoxes: whatever a form claims of boxes, the page answers, and each lies in the picture.
func TestStrangeBoxes(t *testing.T) {
	t.Parallel()
	p := startWith(t, func(a *app.App) { a.Looker = &look.Looker{Recognisers: media.Recognisers{Faces: yellow{}}} })
	_, page := p.paste(photo(t), map[string]string{"kind": "post", "text": "First day."})
	id := first(t, page, `name="picture" value="([^"]+)"`)
	for name, sides := range map[string][4]string{
		"no numbers": {"x", "", "NaN", "Inf"}, "beyond": {"500", "99.9", "500", "1e300"}, "below": {"-5", "-1e9", "-1", "-0"}, "many": {"1", "1", "1", "1"},
	} {
		fields := map[string][]string{"kind": {"post"}, "text": {"First day."}, "picture": {id}, "at." + id + ".99999999999": {"keep"}, "at." + id + ".-1": {"keep"}, "do": {"cover:" + id}}
		for i, side := range []string{"left.", "top.", "width.", "height."} {
			fields[side+id] = []string{sides[i]}
			if name == "many" && i == 0 {
				fields[side+id] = slices.Repeat(fields[side+id], 4000)
			}
		}
		status, page := p.post(fields)
		if status != http.StatusOK {
			t.Errorf("%s: status %d", name, status)
		}
		has(t, page, "This is the copy.", "places are covered.")
		if status, _ = p.post(map[string][]string{"picture": {id}, "do": {"unbox:" + id + ".x"}, "text": {"First day."}}); status != http.StatusOK {
			t.Errorf("%s: status %d", name, status)
		}
	}
}

// TestHeldPictures: a held draft keeps its pictures, with what was chosen in them; they are destroyed with it, on the disk and on the desk.
func TestHeldPictures(t *testing.T) {
	t.Parallel()
	var kept store.Store
	p := startKeeping(t, func(a *app.App) {
		kept, a.Looker = a.Store, &look.Looker{Recognisers: media.Recognisers{Faces: yellow{}}}
	})
	p.fields("/start", url.Values{"role": {"medical_student"}})
	_, page := p.paste(photo(t), map[string]string{"kind": "post", "text": "First day on the ward."})
	id := first(t, page, `name="picture" value="([^"]+)"`)
	fields := map[string][]string{
		"kind": {"post"}, "text": {"First day on the ward."}, "picture": {id}, "at." + id + ".0": {"keep"}, "alt." + id: {"A corridor"},
		"left." + id: {"10"}, "top." + id: {"50"}, "width." + id: {"20"}, "height." + id: {"25"}, "do": {"cover:" + id},
	}
	p.post(fields)
	fields["do"] = []string{"hold"}
	_, page = p.post(fields)
	has(t, page, "Held until tomorrow 09:00.")
	lacks(t, page, `name="picture"`)
	kinds := func(kind string) int {
		n, err := kept.Count(t.Context(), store.Filter{Kind: kind})
		if err != nil {
			t.Fatal(err)
		}
		return n["kept"]
	}
	if got := kinds("hold_picture"); got != 1 {
		t.Errorf("%d pictures are held", got)
	}
	hold := first(t, page, `action="/holds/([^/]+)/take"`)
	_, page = p.fields("/holds/"+hold+"/take", nil)
	has(t, page, "This is the copy.", "One place is covered.", "Kept by hand: A face, middle.", "A corridor")
	again := first(t, page, `name="picture" value="([^"]+)"`)
	fields["do"], fields["held"], fields["picture"] = []string{"hold"}, []string{hold}, []string{again}
	p.post(fields)
	if got := kinds("hold_picture"); got != 1 {
		t.Errorf("held again, %d pictures are held", got)
	}
	p.fields("/holds/"+hold+"/take", nil)
	_, page = p.fields("/holds/"+hold+"/destroy", nil)
	has(t, page, "Destroyed, and its key with it.")
	lacks(t, page, `name="picture"`)
	if got := kinds("hold_picture"); got != 0 {
		t.Errorf("after the draft, %d of its pictures are held", got)
	}
}

// TestPicturesRefused: what is too large, damaged or no file is told, the draft stays, and nobody else can read a picture.
func TestPicturesRefused(t *testing.T) {
	t.Parallel()
	p := start(t)
	draft := map[string]string{"kind": "post", "text": "First day."}
	status, page := p.paste(photo(t)[:200], draft)
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "damaged") || !strings.Contains(field(page), "First day.") {
		t.Errorf("a damaged file answers %d", status)
	}
	if status, page = p.paste(nil, draft); status != http.StatusUnprocessableEntity || !strings.Contains(page, "Choose a file first.") {
		t.Errorf("no file answers %d", status)
	}
	endless := p.request(http.MethodPost, "/pictures", "multipart/form-data; boundary=x", "")
	endless.Body, endless.ContentLength, endless.GetBody = io.NopCloser(io.MultiReader(strings.NewReader("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"), io.LimitReader(spaces{}, 80<<20))), -1, nil
	if a, err := p.browser.Do(endless); err == nil {
		a.Body.Close()
		if a.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("a file without an end answers %d", a.StatusCode)
		}
	}
	_, page = p.paste(photo(t), draft)
	id := first(t, page, `name="picture" value="([^"]+)"`)
	if status, _ = p.do(p.request(http.MethodGet, "/pictures/"+id, "", ""), &http.Client{}); status != http.StatusUnauthorized {
		t.Errorf("a stranger sees a picture with %d", status)
	}
}
