package faces_test

import (
	"context"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bedside"
	"bedside/internal/eval/faces"
)

// finder finds what it is told: the boxes in pictures of the marked size, and one box in a drawn picture of nobody if it errs.
type finder struct {
	boxes []bedside.SeenFace
	errs  bool
	skin  map[color.RGBA]bool // what the middle of the first face looks like
}

func (f finder) FindFaces(_ context.Context, p *image.RGBA) ([]bedside.SeenFace, error) {
	if p.Bounds().Max != image.Pt(300, 200) {
		if f.errs {
			return []bedside.SeenFace{{Box: [4]int{1, 1, 9, 9}}}, nil
		}
		return nil, nil
	}
	f.skin[p.RGBAAt(60, 75)] = true
	return f.boxes, nil
}

// marked writes one photograph with two faces.
func marked(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "faces-group"), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, "faces-group", "a.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, image.NewRGBA(image.Rect(0, 0, 300, 200))); err != nil {
		t.Fatal(err)
	}
	truth, err := json.Marshal(map[string][][4]int{"h_a.png": {{40, 40, 40, 50}, {200, 40, 40, 50}}, "h_elsewhere.png": {{1, 1, 1, 1}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "faces-truth.json"), truth, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestMeasureCountsWhatIsFoundMissedAndFalse(t *testing.T) {
	t.Parallel()
	f := finder{skin: map[color.RGBA]bool{}, boxes: []bedside.SeenFace{
		{Box: [4]int{42, 38, 40, 50}, Sure: true}, // the first face
		{Box: [4]int{41, 41, 40, 50}},             // again
		{Box: [4]int{120, 100, 40, 50}},           // nobody
	}}
	r, err := faces.Measure(t.Context(), f, faces.Options{Folder: marked(t), Drawn: 9})
	if err != nil {
		t.Fatal(err)
	}
	first := r.Lines[0]
	if first.All.Recall.Hits != 1 || first.All.Recall.Of != 2 || first.All.Precision.Hits != 1 || first.All.Precision.Of != 3 || first.Sure.Precision.Of != 1 {
		t.Errorf("got %+v", first)
	}
	if len(f.skin) != 5 {
		t.Errorf("the face wore %d colours, not its own and four of masks", len(f.skin))
	}
	var b strings.Builder
	if err := r.Print(&b); err != nil || !strings.Contains(b.String(), "as they are") || !strings.Contains(b.String(), "nobody, drawn") {
		t.Errorf("%v:\n%s", err, b.String())
	}
	if short := r.Short(); len(short) != 1 || short[0] != "as they are" {
		t.Errorf("short: %v", short)
	}
}

func TestFalseBoxesInPicturesOfNobodyFallShort(t *testing.T) {
	t.Parallel()
	right := []bedside.SeenFace{{Box: [4]int{40, 40, 40, 50}, Sure: true}, {Box: [4]int{200, 40, 40, 50}, Sure: true}}
	r, err := faces.Measure(t.Context(), finder{skin: map[color.RGBA]bool{}, boxes: right, errs: true}, faces.Options{Folder: marked(t), Drawn: 9})
	if err != nil {
		t.Fatal(err)
	}
	if short := r.Short(); len(short) != 1 || short[0] != "nobody, drawn" {
		t.Errorf("short: %v", short)
	}
}

func TestWithoutPhotographsNothingIsMeasured(t *testing.T) {
	t.Parallel()
	if _, err := faces.Measure(t.Context(), finder{}, faces.Options{Folder: t.TempDir()}); err == nil || !strings.Contains(err.Error(), "no marked photographs") {
		t.Errorf("got %v", err)
	}
}
