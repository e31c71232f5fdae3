package film_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/vision/film"
	"bedside/media"
)

// programs stand in for the two: the one says how long a video is, the other gives a picture as wide as its time in seconds.
func programs(t *testing.T, length string, asked *[]string) func(context.Context, string, ...string) ([]byte, error) {
	t.Helper()
	return func(_ context.Context, name string, args ...string) ([]byte, error) {
		file := args[slices.Index(args, "-i")+1]
		b, err := os.ReadFile(strings.TrimPrefix(file, "file:"))
		if err != nil || string(b) != "a film" {
			t.Errorf("%s was given %q, %v", name, b, err)
		}
		if name == "ffprobe" {
			return []byte(length), nil
		}
		at := args[slices.Index(args, "-ss")+1]
		*asked = append(*asked, at)
		if at == "13.125" {
			return nil, errors.New("no picture here")
		}
		var out bytes.Buffer
		err = png.Encode(&out, image.NewGray(image.Rect(0, 0, 4, 3)))
		return out.Bytes(), err
	}
}

func TestFrames(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		length, kind string
		asked        []string
		frames       int
	}{
		"a video":                          {"14.000000\n", media.MP4, []string{"0.875", "2.625", "4.375", "6.125", "7.875", "9.625", "11.375", "13.125"}, 7},
		"a still picture":                  {"", media.HEIC, []string{"0"}, 1},
		"a video no longer than a picture": {"0.04\n", media.MOV, []string{"0.002", "0.007", "0.012", "0.017", "0.022", "0.027", "0.032", "0.037"}, 8},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			temp := t.TempDir()
			var asked []string
			got, err := film.New(programs(t, c.length, &asked), temp).Frames(t.Context(), bytes.NewReader([]byte("a film")), c.kind)
			if err != nil || len(got) != c.frames {
				t.Errorf("%d pictures, %v; want %d", len(got), err, c.frames)
			}
			if diff := cmp.Diff(c.asked, asked); diff != "" {
				t.Errorf("times (-want +got):\n%s", diff)
			}
			if left, _ := filepath.Glob(filepath.Join(temp, "*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestFramesOfAnOpenFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "film.mp4")
	if err := os.WriteFile(path, []byte("a film"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	var asked []string
	if got, err := film.New(programs(t, "1", &asked), "/nowhere").Frames(t.Context(), named{f}, media.MP4); err != nil || len(got) != 8 {
		t.Errorf("%d pictures, %v", len(got), err)
	}
}

// named is an open file with its size.
type named struct{ *os.File }

func (n named) Size() int64 { return 6 }

func TestNoLength(t *testing.T) {
	t.Parallel()
	var asked []string
	if _, err := film.New(programs(t, "N/A", &asked), t.TempDir()).Frames(t.Context(), bytes.NewReader([]byte("a film")), media.MP4); err == nil || len(asked) > 0 {
		t.Errorf("got %v, %v", err, asked)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	there := func(string) (string, error) { return "/bin/it", nil }
	half := func(name string) (string, error) {
		if name == "ffprobe" {
			return "", errors.New("not there")
		}
		return "/bin/it", nil
	}
	if _, ok := film.Find(there, ""); !ok {
		t.Error("not found where it is")
	}
	if _, ok := film.Find(half, ""); ok {
		t.Error("found where half of it is missing")
	}
}

func TestRun(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := film.Run(t.Context(), self, "-test.list", "TestRun$"); err != nil || !strings.Contains(string(out), "TestRun") {
		t.Errorf("got %q, %v", out, err)
	}
	if _, err := film.Run(t.Context(), self, "-no.such.flag"); err == nil {
		t.Error("a program that fails is no error")
	}
}
