package word_test

import (
	"context"
	"errors"
	"image"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/vision/onnx"
	"bedside/internal/vision/word"
)

// network is a network that is a function.
type network func(onnx.Tensor) onnx.Tensor

func (n network) Run(inputs ...onnx.Tensor) ([]onnx.Tensor, error) {
	return []onnx.Tensor{n(inputs[0])}, nil
}

// strip is a marked line: middle, length, height and angle in degrees, in dots of the map.
type strip struct{ x, y, length, height, degrees float64 }

// marks is a finder that marks strips.
func marks(strips ...strip) network {
	return func(in onnx.Tensor) onnx.Tensor {
		h, w := in.Shape[2], in.Shape[3]
		out := onnx.Tensor{Shape: []int{1, 1, h, w}, Floats: make([]float32, h*w)}
		for i := range out.Floats {
			x, y := float64(i%w)+0.5, float64(i/w)+0.5
			for _, s := range strips {
				sin, cos := math.Sincos(s.degrees * math.Pi / 180)
				u, v := (x-s.x)*cos+(y-s.y)*sin, (y-s.y)*cos-(x-s.x)*sin
				if math.Abs(u) <= s.length/2 && math.Abs(v) <= s.height/2 {
					out.Floats[i] = 0.85
				}
			}
		}
		return out
	}
}

const characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/@.^:é語"

// says is a reader that says a word a step for each character, whatever it is shown; a character in ~ is one that it is not sure of, and _ is a gap that it only thinks possible.
func says(texts ...string) network {
	return func(onnx.Tensor) onnx.Tensor {
		text := texts[0]
		if len(texts) > 1 {
			texts = texts[1:]
		}
		known := []rune(characters)
		classes := len(known) + 2
		var steps []float32
		share := float32(0.99)
		for _, r := range text {
			step := make([]float32, classes)
			switch r {
			case '~':
				share = 1.3 - share
				continue
			case '_':
				step[0], step[classes-1] = 0.8, 0.2
			case ' ':
				step[classes-1] = 0.99
			default:
				step[1+index(known, r)] = share
			}
			nothing := make([]float32, classes)
			nothing[0] = 1
			steps = append(append(steps, step...), nothing...)
		}
		return onnx.Tensor{Shape: []int{1, len(steps) / classes, classes}, Floats: steps}
	}
}

func index(of []rune, r rune) int {
	for i, c := range of {
		if c == r {
			return i
		}
	}
	panic("a character that the reader does not know")
}

func reader(finder, reads network) *word.Reader {
	return word.With(finder, reads, strings.Split(characters, ""))
}

func find(t *testing.T, r *word.Reader, w, h int) []bedside.SeenText {
	t.Helper()
	lines, err := r.FindWords(t.Context(), image.NewRGBA(image.Rect(0, 0, w, h)))
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func TestSpells(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, said, want string }{
		{"a word", "Okafor", "Okafor"},
		{"an accent", "René", "René"},
		{"two words", "BED 12", "BED 12"},
		{"a gap that is only possible", "Patel_Adm", "Patel Adm"},
		{"no such gap inside a date", "2026_-_11_-_02", "2026-11-02"},
		{"no such gap inside an address", "m.g_@example_.org", "m.g@example.org"},
		{"a space on one side of a dash", "2026- 11 -02", "2026-11-02"},
		{"a dash between words", "EHR - Patient", "EHR - Patient"},
		{"O among digits", "04O1", "0401"},
		{"nought among letters", "SMITH^J0HN", "SMITH^JOHN"},
		{"nought among small letters", "Esc0bed0", "Escobedo"},
		{"letters and digits of a number", "HO4 0B7", "HO4 0B7"},
		{"a word that it is not sure of", "ward ~bzk~ east", "ward east"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := find(t, reader(marks(strip{200, 100, 160, 16, 0}), says(c.said)), 480, 320)
			if len(got) != 1 || got[0].Text != c.want {
				t.Errorf("got %v, want %q", got, c.want)
			}
		})
	}
}

func TestDoesNotReadOtherScripts(t *testing.T) {
	t.Parallel()
	got := find(t, reader(marks(strip{200, 100, 160, 16, 0}), says("語ab語c")), 480, 320)
	if len(got) != 1 || got[0].Text != "abc" {
		t.Errorf("got %v", got)
	}
}

func TestBoxesLieAroundTheWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name          string
		width, height int
		strip         strip
		want          image.Rectangle // of the words, in the picture
	}{
		{"level", 480, 320, strip{200, 100, 160, 16, 0}, image.Rect(120, 92, 280, 108)},
		{"at the edge", 480, 320, strip{70, 8, 140, 16, 0}, image.Rect(0, 0, 140, 16)},
		{"tilted", 480, 320, strip{240, 160, 160, 16, 30}, image.Rect(167, 113, 313, 207)},
		{"large picture", 1920, 1280, strip{240, 160, 160, 16, 0}, image.Rect(320, 304, 640, 336)},
		{"small picture", 240, 160, strip{240, 160, 160, 16, 0}, image.Rect(80, 76, 160, 84)},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := find(t, reader(marks(c.strip), says("words")), c.width, c.height)
			if len(got) != 1 {
				t.Fatalf("%d lines", len(got))
			}
			b := got[0].Box
			box := image.Rect(b[0], b[1], b[0]+b[2], b[1]+b[3])
			if !c.want.In(box) || box.Dx() > c.want.Dx()+80 || box.Dy() > c.want.Dy()+80 || !box.In(image.Rect(0, 0, c.width, c.height)) {
				t.Errorf("got %v around %v", box, c.want)
			}
		})
	}
}

// TestOrderAsRead has two columns whose rows are level, tilted, and on their side.
func TestOrderAsRead(t *testing.T) {
	t.Parallel()
	for name, degrees := range map[string]float64{"level": 0, "tilted": 12, "on its side": -90} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sin, cos := math.Sincos(degrees * math.Pi / 180)
			at := func(x, y, height float64) strip {
				return strip{240 + x*cos - y*sin, 240 + x*sin + y*cos, 150, height, degrees}
			}
			// The largest is read first: heights say in which order the reader is asked.
			r := reader(marks(at(125, -40, 16), at(-125, -40, 18), at(-125, 60, 14), at(125, 60, 12)), says("first", "second", "third", "fourth"))
			var got []string
			for _, l := range find(t, r, 480, 480) {
				got = append(got, l.Text)
			}
			if diff := cmp.Diff([]string{"first", "second", "third", "fourth"}, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestJoinsWhatStandsTogether(t *testing.T) {
	t.Parallel()
	got := find(t, reader(marks(strip{100, 100, 60, 20, 0}, strip{190, 100, 90, 18, 0}, strip{400, 100, 60, 16, 0}), says("MRN:", "00123456", "Ward")), 480, 320)
	var texts []string
	for _, l := range got {
		texts = append(texts, l.Text)
	}
	if diff := cmp.Diff([]string{"MRN: 00123456", "Ward"}, texts); diff != "" {
		t.Error(diff)
	}
}

func TestCurvesAndGiantsAreNoWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		strip strip
		said  string
		lines int
	}{
		{"a curve", strip{240, 160, 400, 20, 0}, "hhhhhh hl", 0},
		{"a wall", strip{240, 160, 400, 200, 0}, "~zx~", 0},
		{"a letter as high as the picture", strip{240, 160, 200, 200, 0}, "~O~", 0},
		{"a line that cannot be read", strip{240, 160, 200, 14, 0}, "~zxy zzv~", 1},
		{"a line without letters", strip{240, 160, 200, 14, 0}, "", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := find(t, reader(marks(c.strip), says(c.said)), 480, 320)
			if len(got) != c.lines || c.lines > 0 && got[0].Text != "" {
				t.Errorf("got %v, want %d without words", got, c.lines)
			}
		})
	}
}

func TestBoxesWithoutTimeToRead(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	finder := marks(strip{200, 100, 160, 16, 0}, strip{200, 200, 160, 14, 0})
	r := word.With(finder, network(func(in onnx.Tensor) onnx.Tensor {
		stop()
		return says("first")(in)
	}), strings.Split(characters, ""))
	got, err := r.FindWords(ctx, image.NewRGBA(image.Rect(0, 0, 480, 320)))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if len(got) != 2 || got[0].Text != "first" || got[1].Text != "" {
		t.Errorf("got %v; want two boxes, the first read", got)
	}
}

func TestTinyPictures(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{{0, 0}, {1, 1}, {3, 900}, {900, 5}, {4, 4}} {
		r := reader(marks(strip{10, 10, 900, 900, 0}), says("x"))
		if _, err := r.FindWords(t.Context(), image.NewRGBA(image.Rect(0, 0, size.X, size.Y))); err != nil {
			t.Errorf("%v: %v", size, err)
		}
	}
}

func TestDamagedNetworksAreErrors(t *testing.T) {
	t.Parallel()
	if _, err := word.New([]byte("no network"), nil); err == nil {
		t.Error("made of no network")
	}
	wrong := network(func(onnx.Tensor) onnx.Tensor { return onnx.Tensor{Shape: []int{1, 2}, Floats: []float32{1, 2}} })
	for name, r := range map[string]*word.Reader{"finder": reader(wrong, says("x")), "reader": reader(marks(strip{200, 100, 160, 16, 0}), wrong)} {
		if _, err := r.FindWords(t.Context(), image.NewRGBA(image.Rect(0, 0, 480, 320))); err == nil {
			t.Errorf("a wrong %s is no error", name)
		}
	}
}
