package audit_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/audit"
)

// seeFaces finds something in a picture with a face.
func seeFaces(s *bedside.Seen, r *bedside.Result) {
	for i := range s.Faces {
		r.Verdict = max(r.Verdict, bedside.Revise)
		r.Findings = append(r.Findings, bedside.Finding{
			ID: "privacy.face", Rule: "privacy.face", Topic: "patient_privacy", Severity: bedside.Revise, Message: "A face",
			Evidence: []bedside.Evidence{{Part: bedside.PartMedia, Box: &s.Faces[i].Box}},
		})
	}
	r.NotChecked = append(r.NotChecked, s.NotChecked...)
}

// album is an archive of posts with a picture each: so many, an hour apart, of 100 bytes each. Every third shows a face; the last one
// is not in the archive.
type album struct {
	n      int
	words  []string // of the posts in turn
	alike  bool     // six pictures each are copies of one
	mu     sync.Mutex
	looked []string
}

func (a *album) name(i int) string { return fmt.Sprintf("p%02d.jpg", i) }

func (a *album) text(i int) string {
	if len(a.words) == 0 {
		return "Sunday."
	}
	return a.words[i%len(a.words)]
}

func (a *album) FS() fs.FS {
	files := fstest.MapFS{}
	for i := range a.n - 1 {
		files[a.name(i)] = &fstest.MapFile{Data: make([]byte, 100)}
	}
	return files
}

func (a *album) Read(_ context.Context, hand func(archive.Item) error) (archive.Report, error) {
	begin := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range a.n {
		d := bedside.Draft{ID: fmt.Sprint(i), Text: a.text(i), Media: []bedside.Media{{Path: a.name(i)}}, Time: bedside.Time{Time: begin.Add(time.Duration(i) * time.Hour)}}
		name := a.name(i)
		if i == a.n-1 {
			name = ""
		}
		if err := hand(archive.Item{Draft: d, Media: []string{name}}); err != nil {
			return archive.Report{}, err
		}
	}
	return archive.Report{Platform: "x", Found: a.n, Read: a.n}, nil
}

// look sees a face in every third picture, and cannot open p04.jpg.
func (a *album) look(_ context.Context, _ fs.FS, name string) (*bedside.Seen, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.looked = append(a.looked, name)
	var i int
	if _, err := fmt.Sscanf(name, "p%02d.jpg", &i); err != nil || i == 4 {
		return nil, errors.New("not to be opened")
	}
	s := &bedside.Seen{Type: "jpeg", Width: 10, Height: 10}
	if a.alike {
		shown := []uint64{0x123456789abcdef1, 0x0ff0f00ff00f0ff0}[i/6]
		s.Likeness = bedside.Likeness{PHash: shown, DHash: shown, MirroredPHash: shown ^ 0xffff0000ff00ff, MirroredDHash: shown ^ 0xffff0000ff00ff}
	}
	if i%3 == 0 {
		s.Faces = []bedside.SeenFace{{Box: [4]int{1, 1, 2, 2}, Sure: true}}
	}
	return s, nil
}

// audited runs an audit of an album and tells what was looked at, in order.
func (a *album) audited(t *testing.T, o audit.Options) (found *bedside.Audit, looked []string) {
	t.Helper()
	a.looked = nil
	o.Pictures.Look = a.look
	found = run(t, []audit.Archive{{Name: "album", Source: a}}, o)
	slices.Sort(a.looked)
	return found, a.looked
}

func gapOf(a *bedside.Audit, code string) int {
	for _, g := range a.NotChecked {
		if g.Code == code {
			return g.Count
		}
	}
	return 0
}

// TestPicturesAreLookedAtWithinABudget: the newest first, by number, size and time; what was not looked at is counted.
func TestPicturesAreLookedAtWithinABudget(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name     string
		pictures audit.Pictures
		looked   []string
		tasks    int
		unlooked int
	}{
		{"all of them", audit.Pictures{Most: 100, Bytes: 1 << 20, Time: time.Hour}, []string{"p00.jpg", "p01.jpg", "p02.jpg", "p03.jpg", "p04.jpg", "p05.jpg"}, 2, 2},
		{"three", audit.Pictures{Most: 3, Bytes: 1 << 20, Time: time.Hour}, []string{"p03.jpg", "p04.jpg", "p05.jpg"}, 1, 5},
		{"200 bytes", audit.Pictures{Most: 100, Bytes: 200, Time: time.Hour}, []string{"p04.jpg", "p05.jpg"}, 0, 6},
		{"no time", audit.Pictures{Most: 100, Bytes: 1 << 20, Time: -time.Second}, nil, 0, 7},
		{"none", audit.Pictures{}, nil, 0, 7},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := options(fake{})
			o.Pictures = tt.pictures
			found, looked := (&album{n: 7}).audited(t, o)
			if diff := cmp.Diff(tt.looked, looked); diff != "" {
				t.Error(diff)
			}
			tasks := 0
			for _, task := range found.CleanUp {
				tasks += 1 + len(task.Same)
			}
			if tasks != tt.tasks || gapOf(found, "media") != tt.unlooked {
				t.Errorf("%d tasks, %d not looked at; want %d and %d", tasks, gapOf(found, "media"), tt.tasks, tt.unlooked)
			}
		})
	}
}

// TestPicturesAreNotLookedAtTwice: with a state, the next run looks at what was beyond the budget, and again at what shows something.
func TestPicturesAreNotLookedAtTwice(t *testing.T) {
	t.Parallel()
	a := &album{n: 7}
	file := stateFile(t)
	audited := func(most int) []string {
		o := options(fake{})
		o.State, o.Pictures = file, audit.Pictures{Most: most, Bytes: 1 << 20, Time: time.Hour}
		_, looked := a.audited(t, o)
		return looked
	}
	if diff := cmp.Diff([]string{"p03.jpg", "p04.jpg", "p05.jpg"}, audited(3)); diff != "" {
		t.Error("the first run:", diff)
	}
	if diff := cmp.Diff([]string{"p02.jpg", "p03.jpg", "p04.jpg"}, audited(3)); diff != "" {
		t.Error("the second run:", diff)
	}
	if diff := cmp.Diff([]string{"p00.jpg", "p01.jpg", "p03.jpg", "p04.jpg"}, audited(100)); diff != "" {
		t.Error("the third run:", diff)
	}
}

// TestPicturesInTheReport: a post that is shown has what was seen in its pictures, for the boxes; of the others it is forgotten.
func TestPicturesInTheReport(t *testing.T) {
	t.Parallel()
	o := options(fake{})
	o.Pictures = audit.Pictures{Most: 100, Bytes: 1 << 20, Time: time.Hour}
	found, _ := (&album{n: 7}).audited(t, o)
	for _, task := range found.CleanUp {
		if task.Post.Draft.Media[0].Seen == nil || task.Findings[0].Evidence[0].Box == nil {
			t.Errorf("post %s: %+v", task.Post.ID, task.Findings)
		}
	}
}

// TestAPicturePostedAgainIsGathered: whatever the words beside it, and where the words differ too it is not.
func TestAPicturePostedAgainIsGathered(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		alike       bool
		tasks, same int
	}{"copies": {true, 2, 2}, "other pictures": {false, 4, 0}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := options(fake{})
			o.Pictures = audit.Pictures{Most: 100, Bytes: 1 << 20, Time: time.Hour}
			found, _ := (&album{n: 11, alike: tt.alike, words: []string{"Sunday.", "Rain again.", "New shoes.", "Long night.", "Tea, at last."}}).audited(t, o)
			same := 0
			for _, task := range found.CleanUp {
				same += len(task.Same)
			}
			if len(found.CleanUp) != tt.tasks || same != tt.same {
				t.Errorf("%d tasks and %d gathered, want %d and %d", len(found.CleanUp), same, tt.tasks, tt.same)
			}
		})
	}
}
