package app_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/audit"
)

// bored holds for posts whose words say nothing; what is in their pictures may.
const bored = "Sunday."

// withPictures is an archive of so many posts, a day apart, each with a picture of so many bytes.
func withPictures(t *testing.T, n, bytesEach int) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	var lines []string
	for i := range n {
		name := fmt.Sprintf("p%02d.jpg", i)
		line, _ := json.Marshal(map[string]any{
			"id": fmt.Sprint(i), "text": bored, "state": "published", "time": time.Date(2024, 1, 1+i, 12, 0, 0, 0, time.UTC), "media": []map[string]string{{"path": name}},
		})
		lines = append(lines, string(line))
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(make([]byte, bytesEach))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	w, err := z.Create("posts.jsonl")
	if err == nil {
		_, err = w.Write([]byte(strings.Join(lines, "\n") + "\n"))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// eyes reads a wristband in every picture but p04.jpg, which nobody can open, and notes what was asked for.
type eyes struct {
	mu    sync.Mutex
	asked []string
	wait  chan bool // before a look, where there is one
}

func (e *eyes) look(ctx context.Context, fsys fs.FS, name string) (*bedside.Seen, error) {
	if e.wait != nil {
		select {
		case <-e.wait:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	if _, err := fs.Stat(fsys, name); err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.asked = append(e.asked, path.Base(name))
	if path.Base(name) == "p04.jpg" {
		return nil, errors.New("not to be opened")
	}
	return &bedside.Seen{Type: "jpeg", Width: 100, Height: 80, Texts: []bedside.SeenText{{Box: [4]int{10, 10, 60, 8}, Text: "Patient: Denise Whitlow, MRN 00719284"}}}, nil
}

// looked is the import after everything was done.
func (r *room) looked(id string) app.Kept[app.Import] {
	r.Helper()
	o := r.settle()
	i := slices.IndexFunc(o.Imports, func(k app.Kept[app.Import]) bool { return k.ID == id })
	if i < 0 {
		r.Fatal("the import is gone")
	}
	return o.Imports[i]
}

// grave counts the posts that are to be taken down.
func (r *room) grave() int {
	r.Helper()
	posts, _, err := r.Posts(r.Context(), app.Choice{States: []string{"block"}, Limit: 100})
	r.must(err)
	if len(posts) > 0 && len(r.list()) == 0 {
		r.Error("the clean-up tells of none")
	}
	return len(posts)
}

// TestImportLooksAtPictures: pictures are looked at within the budget, the newest first; what they show is found, what nobody looked at
// is counted, and neither pictures nor the archive stay.
func TestImportLooksAtPictures(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name                     string
		budget                   audit.Pictures
		looked, unopened, beyond int
		newest, oldest           string
		found                    int
	}{
		{"all of them", audit.Pictures{Most: 100, Bytes: 1 << 20, Time: time.Hour}, 19, 1, 0, "p19.jpg", "p00.jpg", 19},
		{"as many as may be", audit.Pictures{Most: 5, Bytes: 1 << 20, Time: time.Hour}, 5, 0, 15, "p19.jpg", "p15.jpg", 5},
		{"as large as may be", audit.Pictures{Most: 100, Bytes: 350, Time: time.Hour}, 3, 0, 17, "p19.jpg", "p17.jpg", 3},
		{"no time", audit.Pictures{Most: 100, Bytes: 1 << 20}, 0, 0, 20, "", "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r, e := newRoom(t), &eyes{}
			r.Pictures = c.budget
			r.Pictures.Look = e.look
			imp := r.looked(r.bring("export.zip", withPictures(t, 20, 100)).ID)
			l := imp.Noun.Pictures
			if imp.State != app.ImportDone || l.Looked != c.looked || l.Unopened != c.unopened || l.Beyond() != c.beyond || len(l.Plan) != 0 {
				t.Errorf("%s: %d looked at, %d not to be opened, %d beyond, %d planned", imp.State, l.Looked, l.Unopened, l.Beyond(), len(l.Plan))
			}
			if n := len(e.asked); n > 0 && (e.asked[0] != c.newest || e.asked[n-1] != c.oldest) {
				t.Errorf("looked from %s to %s", e.asked[0], e.asked[n-1])
			}
			if got := r.grave(); got != c.found {
				t.Errorf("%d posts to take down, want %d", got, c.found)
			}
			if _, err := os.Stat(r.Uploads + "/" + imp.ID); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("the archive is still there: %v", err)
			}
		})
	}
}

// TestPicturesGoOn: what a program that ended left of the pictures, the next one looks at; what was seen is not looked at again when the
// same export is imported once more.
func TestPicturesGoOn(t *testing.T) {
	t.Parallel()
	r, e := newRoom(t), &eyes{wait: make(chan bool)}
	r.Pictures = audit.Pictures{Look: e.look, Most: 100, Bytes: 1 << 20, Time: time.Hour}
	content := withPictures(t, 12, 10)
	imp, err := r.Import(t.Context(), "export.zip", strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	for range 10 { // into the second batch
		e.wait <- true
	}
	if p, err := r.Progress(t.Context()); err != nil || p.Stage == "" {
		t.Errorf("nothing seems under way: %+v, %v", p, err)
	}
	r.stop()
	close(e.wait)
	r.must(r.Resume(t.Context()))
	r.work()
	if l := r.looked(imp.ID).Noun.Pictures; l.Looked != 11 || l.Unopened != 1 || l.Beyond() != 0 {
		t.Errorf("%d looked at, %d not to be opened, %d beyond", l.Looked, l.Unopened, l.Beyond())
	}
	before := len(e.asked)
	again := r.looked(r.bring("export.zip", content).ID)
	if l := again.Noun.Pictures; l.Files != 1 || len(e.asked) != before+1 { // the one that nobody could open
		t.Errorf("imported again, %d files were to be looked at, %d were", l.Files, len(e.asked)-before)
	}
	if got := r.grave(); got != 11 {
		t.Errorf("%d posts to take down, want 11", got)
	}
}

// TestPicturesStopped: when somebody stops it, the archive goes, and what was not looked at is counted.
func TestPicturesStopped(t *testing.T) {
	t.Parallel()
	r, e := newRoom(t), &eyes{wait: make(chan bool)}
	r.Pictures = audit.Pictures{Look: e.look, Most: 100, Bytes: 1 << 20, Time: time.Hour}
	imp, err := r.Import(t.Context(), "export.zip", strings.NewReader(withPictures(t, 12, 10)))
	if err != nil {
		t.Fatal(err)
	}
	for range 8 {
		e.wait <- true
	}
	if err := r.Delete(t.Context(), imp.ID); bedside.CodeOf(err) != bedside.CodeConflict {
		t.Errorf("while pictures are looked at, deleting answers %v", err)
	}
	r.must(r.Cancel(t.Context()))
	close(e.wait)
	now := r.looked(imp.ID)
	if now.State != app.ImportCancelled || now.Noun.Pictures.Beyond() == 0 {
		t.Errorf("%s, %d beyond", now.State, now.Noun.Pictures.Beyond())
	}
	if _, err := os.Stat(r.Uploads + "/" + imp.ID); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the archive is still there: %v", err)
	}
}
