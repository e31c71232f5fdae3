package film_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bedside/internal/needs"
	"bedside/internal/vision/film"
	"bedside/media"
)

// TestReelOfAVideoThatWasMade covers a place of a grey video for the middle of its three seconds, and looks.
func TestReelOfAVideoThatWasMade(t *testing.T) {
	t.Parallel()
	needs.Program(t, "ffmpeg", "ffmpeg")
	temp := t.TempDir()
	path := filepath.Join(temp, "made.mp4")
	made := exec.CommandContext(t.Context(), "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=gray:size=321x241:rate=25", "-f", "lavfi", "-i", "sine=440",
		"-t", "3", "-pix_fmt", "yuv444p", "-metadata", "title=Ada Okonjo", "-metadata", "comment=ward 4", path)
	if out, err := made.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	shaded := covered(t, film.New(film.Run, temp), b, media.Shade{From: time.Second, To: 2 * time.Second, Left: 2500, Top: 2500, Right: 7500, Bottom: 7500})
	for at, want := range map[time.Duration]bool{500 * time.Millisecond: false, 1500 * time.Millisecond: true, 2500 * time.Millisecond: false} {
		p := shot(t, film.New(film.Run, temp), shaded, at)
		if !p.Bounds().Size().Eq(image.Pt(320, 240)) && !p.Bounds().Size().Eq(image.Pt(960, 720)) {
			t.Errorf("a picture of %v", p.Bounds().Size())
		}
		middle, corner := p.Bounds().Size().Div(2), p.Bounds().Size().Div(8)
		if got := dark(p, middle); got != want || dark(p, corner) {
			t.Errorf("at %v: covered %v, want %v; the corner %v", at, got, want, dark(p, corner))
		}
	}
	for _, gone := range []string{"Okonjo", "ward 4", "soun", "mp4a"} {
		if bytes.Contains(shaded, []byte(gone)) {
			t.Errorf("%q is in the copy", gone)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(temp, "bedside-film-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func covered(t *testing.T, f *film.FFmpeg, b []byte, shades ...media.Shade) []byte {
	t.Helper()
	r, err := f.Open(t.Context(), bytes.NewReader(b), media.MP4)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if n := r.Length(); n < 2900*time.Millisecond || n > 3200*time.Millisecond {
		t.Errorf("%v long", n)
	}
	shots, err := r.Shots(t.Context(), 250*time.Millisecond, 500*time.Millisecond, 8)
	if err != nil || len(shots) < 5 || len(shots) > 6 {
		t.Errorf("%d pictures, %v", len(shots), err)
	}
	made, err := r.Cover(t.Context(), shades)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func shot(t *testing.T, f *film.FFmpeg, b []byte, at time.Duration) image.Image {
	t.Helper()
	r, err := f.Open(t.Context(), bytes.NewReader(b), media.MP4)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	shots, err := r.Shots(t.Context(), at, time.Second, 1)
	if err != nil || len(shots) != 1 {
		t.Fatalf("%d pictures, %v", len(shots), err)
	}
	return shots[0]
}

func dark(p image.Image, at image.Point) bool {
	r, g, b, _ := p.At(at.X, at.Y).RGBA()
	return r < 0x2000 && g < 0x2000 && b < 0x2000
}

// TestCoverTriesAnotherEncoder where the first is not built in, and says what it asks for.
func TestCoverTriesAnotherEncoder(t *testing.T) {
	t.Parallel()
	var script string
	run := func(_ context.Context, name string, args ...string) ([]byte, error) {
		if name == "ffprobe" {
			return []byte("2.5"), nil
		}
		if slices.Contains(args, "libx264") {
			return nil, errors.New("unknown encoder")
		}
		b, err := os.ReadFile(args[slices.Index(args, "-filter_script:v")+1])
		if script = string(b); err != nil {
			return nil, err
		}
		return nil, os.WriteFile(strings.TrimPrefix(args[len(args)-1], "file:"), []byte("a copy"), 0o600)
	}
	temp := t.TempDir()
	r, err := film.New(run, temp).Open(t.Context(), bytes.NewReader([]byte("a film")), media.MOV)
	if err != nil {
		t.Fatal(err)
	}
	b, err := r.Cover(t.Context(), []media.Shade{{From: 1200 * time.Millisecond, To: 2 * time.Second, Left: 100, Top: 200, Right: 1100, Bottom: 2200}})
	if err != nil || string(b) != "a copy" {
		t.Errorf("%q, %v", b, err)
	}
	if want := "drawbox=x=iw*100/10000:y=ih*200/10000:w=iw*1000/10000:h=ih*2000/10000:color=black:t=fill:enable='between(t,1.200,2.000)'"; !strings.Contains(script, want) {
		t.Errorf("got %s", script)
	}
	if r.Close(); r.Length() != 2500*time.Millisecond {
		t.Errorf("%v long", r.Length())
	}
	if left, _ := filepath.Glob(filepath.Join(temp, "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestOpenIsForVideos: pictures of boxes cannot be written anew.
func TestOpenIsForVideos(t *testing.T) {
	t.Parallel()
	if _, err := film.New(film.Run, t.TempDir()).Open(t.Context(), bytes.NewReader(nil), media.HEIC); err == nil {
		t.Error("a HEIC picture was opened as a video")
	}
}
