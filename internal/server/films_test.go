package server_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"bedside/internal/app"
	"bedside/internal/look"
	"bedside/media"
)

// filming is a program that opens videos: each shows the photo of these tests for a second. It waits to be let go on.
type filming struct {
	goOn  chan struct{}
	photo []byte
}

func (f filming) Open(ctx context.Context, file media.File, _ string) (media.Reel, error) {
	select {
	case <-f.goOn:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	b := make([]byte, file.Size())
	_, err := file.ReadAt(b, 0)
	if bytes.Contains(b, []byte("COVERED")) {
		return filmed{image.NewRGBA(image.Rect(0, 0, 300, 200))}, err
	}
	p, err := media.Decode(ctx, bytes.NewReader(f.photo))
	return filmed{p.Pixels}, err
}

type filmed struct{ picture image.Image }

func (filmed) Length() time.Duration { return time.Second }
func (filmed) Close()                {}

func (f filmed) Shots(context.Context, time.Duration, time.Duration, int) ([]image.Image, error) {
	return []image.Image{f.picture}, nil
}

func (filmed) Cover(context.Context, []media.Shade) ([]byte, error) { return movie("COVERED"), nil }

// movie is a file that is a video by its boxes.
func movie(what string) []byte {
	box := func(kind string, content ...byte) []byte {
		return append(binary.BigEndian.AppendUint32(nil, uint32(8+len(content))), append([]byte(kind), content...)...)
	}
	header := append(make([]byte, 20), 1)
	return slices.Concat(box("ftyp", []byte("isom\x00\x00\x02\x00isomiso2")...), box("moov", box("mvhd", append(header, make([]byte, 79)...)...)...), box("mdat", []byte(what)...))
}

// TestVideos: a copy of a video is made beside the page, which says how far it is; it can be stopped, kept and taken back.
func TestVideos(t *testing.T) {
	t.Parallel()
	goOn := make(chan struct{})
	p := startWith(t, func(a *app.App) {
		a.Looker = &look.Looker{Recognisers: media.Recognisers{Faces: yellow{}}, Reels: filming{goOn, photo(t)}}
	})
	_, page := p.paste(movie("PICTURES"), map[string]string{"kind": "post", "text": "First day."})
	id := first(t, page, `name="picture" value="([^"]+)"`)
	has(t, page, "Look at all of it, cover and make a copy")
	do := func(what string) string {
		_, page := p.post(map[string][]string{"kind": {"post"}, "text": {"First day."}, "picture": {id}, "do": {what}})
		return page
	}
	page = do("cover:" + id)
	has(t, page, "data-making", "The copy is about to be made.", "First day.")
	lacks(t, page, "This is the copy.", "cover:"+id)
	has(t, do("stopcopy:"+id), "Look at all of it")
	page = do("cover:" + id)
	close(goOn)
	for end := time.Now().Add(20 * time.Second); strings.Contains(page, "data-making") && time.Now().Before(end); page = do("far") {
		time.Sleep(10 * time.Millisecond)
	}
	has(t, page, "This is the copy.", "One place is covered.", "The sound is left out", "Download the copy")
	if status, copied := p.get("/pictures/" + id + "/copy"); status != http.StatusOK || !strings.Contains(copied, "COVERED") {
		t.Errorf("status %d, %d bytes", status, len(copied))
	}
	has(t, do("uncover:"+id), "Look at all of it")
}
