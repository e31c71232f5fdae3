package media_test

import (
	"bytes"
	"context"
	"image"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/media"
)

func TestFilmTells(t *testing.T) {
	t.Parallel()
	seen := look(t, film())
	if seen.Type != media.MOV || seen.Width != 1080 || seen.Height != 1920 {
		t.Errorf("got %s, %d by %d; want a mov, 1080 by 1920", seen.Type, seen.Width, seen.Height)
	}
	m := seen.Metadata
	want := bedside.Metadata{
		Place: &bedside.Point{Latitude: 39_296_500, Longitude: -76_591_700},
		Taken: "2023-11-21T11:00:00+0100", Device: "Acme Nine", Owner: "Ines Okafor", Words: []string{"Bed 4, A."},
		Fields: m.Fields,
	}
	if diff := cmp.Diff(want, m); diff != "" {
		t.Errorf("metadata (-want +got):\n%s", diff)
	}
	for _, field := range []string{"QuickTime:CreateDate", "QuickTime:MetadataTrack", "QuickTime:TrackCreateDate", "QuickTime:location.ISO6709", "XMP:creator"} {
		if !slices.Contains(m.Fields, field) {
			t.Errorf("%s is not among %v", field, m.Fields)
		}
	}
}

func TestGalleryTells(t *testing.T) {
	t.Parallel()
	seen := look(t, gallery())
	if seen.Type != media.HEIC || seen.Width != 3024 || seen.Height != 4032 {
		t.Errorf("got %s, %d by %d; want a heic, 3024 by 4032", seen.Type, seen.Width, seen.Height)
	}
	if m := seen.Metadata; m.Place == nil || m.Taken != "2024:03:12 21:14:05" || m.Owner != "Ines Okafor" || m.Device != "Acme Nine" {
		t.Errorf("got %+v", m)
	}
	if len(seen.NotChecked) == 0 {
		t.Error("it is not said that the picture itself was not looked at")
	}
}

// TestStripBoxes holds that nothing tells any more, nothing moves, and what is shown stays.
func TestStripBoxes(t *testing.T) {
	t.Parallel()
	for name, b := range map[string][]byte{
		"video":                     film(),
		"picture":                   gallery(),
		"video with words behind":   append(film(), "and more"...),
		"video of an open last box": append(film(), "\x00\x00\x00\x00freewhat was there before"...),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out := strip(t, b)
			if len(out) != len(b) {
				t.Fatalf("%d bytes became %d", len(b), len(out))
			}
			if m := look(t, out).Metadata; len(m.Fields) > 0 {
				t.Errorf("metadata is left: %v", m.Fields)
			}
			if !bytes.Contains(out, []byte("PICTURES")) {
				t.Error("the pictures are gone")
			}
			for _, word := range []string{"Ines", "Okonjo", "places along", "Acme", "before", "more", "39.29"} {
				if bytes.Contains(out, []byte(word)) {
					t.Errorf("%q is still there", word)
				}
			}
			if a, b := look(t, b), look(t, out); a.Width != b.Width || a.Height != b.Height {
				t.Error("the picture was turned")
			}
		})
	}
}

// frames is a program from outside that can open anything.
type frames []image.Image

func (f frames) Frames(context.Context, media.File, string) (out []media.Frame, _ error) {
	for i, p := range f {
		out = append(out, media.Frame{Picture: p, At: time.Duration(i) * time.Second})
	}
	return out, nil
}

// corner finds a face in the upper left quarter of every picture.
type corner struct{}

func (corner) FindFaces(_ context.Context, p *image.RGBA) ([]bedside.SeenFace, error) {
	return []bedside.SeenFace{{Box: [4]int{0, 0, p.Rect.Dx() / 2, p.Rect.Dy() / 2}, Sure: true}}, nil
}

func TestFilmIsLookedAt(t *testing.T) {
	t.Parallel()
	seen, err := media.Look(t.Context(), bytes.NewReader(film()), media.Recognisers{Films: frames{scene(80, 60), portrait(80, 60)}, Faces: corner{}})
	if err != nil {
		t.Fatal(err)
	}
	want := []bedside.SeenFace{{Box: [4]int{0, 0, 40, 30}, Page: 1, Sure: true, PerMill: 250}, {Box: [4]int{0, 0, 40, 30}, Page: 2, Sure: true, PerMill: 250}}
	if diff := cmp.Diff(want, seen.Faces); diff != "" {
		t.Errorf("faces (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]time.Duration{0, time.Second}, seen.Times); diff != "" {
		t.Errorf("times (-want +got):\n%s", diff)
	}
}

// TestTileIsNotLookedAt holds that one tile of a picture is not taken for the whole.
func TestTileIsNotLookedAt(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		frame image.Image
		want  int
	}{
		"a tile":    {scene(512, 512), 0},
		"the whole": {image.NewGray(image.Rect(0, 0, 3024, 4032)), 1},
	} {
		seen, err := media.Look(t.Context(), bytes.NewReader(gallery()), media.Recognisers{Films: frames{c.frame}, Faces: corner{}})
		if err != nil || len(seen.Faces) != c.want || seen.Width != 3024 {
			t.Errorf("%s: %d faces, %d wide, %v", name, len(seen.Faces), seen.Width, err)
		}
	}
}

// TestManyPixels holds that boxes of a very large picture, which is looked at smaller, are of the picture itself.
func TestManyPixels(t *testing.T) {
	t.Parallel()
	b := whitePNG(t, 6001, 4999)
	seen, err := media.Look(t.Context(), bytes.NewReader(b), media.Recognisers{Faces: corner{}})
	if err != nil {
		t.Fatal(err)
	}
	want := []bedside.SeenFace{{Box: [4]int{0, 0, 3000, 2500}, Sure: true, PerMill: 250}}
	if diff := cmp.Diff(want, seen.Faces); diff != "" || seen.Width != 6001 || seen.Height != 4999 {
		t.Errorf("%d by %d, faces (-want +got):\n%s", seen.Width, seen.Height, diff)
	}
	p, err := media.Decode(t.Context(), bytes.NewReader(b))
	if err != nil || p.Scale != 2 {
		t.Fatalf("scale %d, %v", p.Scale, err)
	}
	covered := media.Cover(p, [][4]int{{4001, 3001, 101, 101}})
	for _, at := range []image.Point{{2000, 1500}, {2050, 1550}} {
		if c := covered.Pixels.RGBAAt(at.X, at.Y); c.A != 255 || c.R != 0 {
			t.Errorf("at %v: not covered", at)
		}
	}
}
