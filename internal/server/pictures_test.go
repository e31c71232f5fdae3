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
	"strings"
	"testing"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/look"
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
	has(t, page, `<rect class="dark" x="100" y="60" width="50" height="60"`, "Cover: A face", `id="verdict"`)
	has(t, field(page), "What a patient.")
	lacks(t, page, "MARKER")
	id := first(t, page, `name="picture" value="([^"]+)"`)
	if _, shown := p.get("/pictures/" + id); !strings.HasPrefix(shown, "\xff\xd8") {
		t.Error("the picture is not shown")
	}
	fields := map[string][]string{"kind": {"post"}, "text": {"First day."}, "picture": {id}, "boxes." + id: {"1"}, "cover." + id: {"0"}, "do": {"cover:" + id}}
	_, covered := p.post(fields)
	has(t, covered, "This is the copy.", "One place is covered.", "nothing more was recognised", "Download the copy")
	_, copied := p.get("/pictures/" + id + "/copy")
	made, err := png.Decode(strings.NewReader(copied))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, _, _ := made.At(125, 90).RGBA(); r > 0x2000 || g > 0x2000 {
		t.Error("the face is not covered")
	}
	fields["do"] = []string{"uncover:" + id}
	_, back := p.post(fields)
	has(t, back, "Cover: A face")
	fields["do"], fields["cover."+id] = []string{"check"}, nil
	_, kept := p.post(fields)
	lacks(t, kept, `value="0" checked`)
	fields["do"] = []string{"takeaway:" + id}
	_, gone := p.post(fields)
	lacks(t, gone, id)
	if status, _ := p.get("/pictures/" + id); status != http.StatusNotFound {
		t.Errorf("what was taken away answers %d", status)
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
