package code_test

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/datamatrix"
	"github.com/makiuchi-d/gozxing/oned"
	"github.com/makiuchi-d/gozxing/qrcode"

	"bedside/internal/vision/code"
)

// paper is a light grey picture.
func paper(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(m, m.Rect, image.NewUniform(color.Gray{225}), image.Point{}, draw.Src)
	return m
}

// print draws a code around a place, turned by so many degrees, each of its dots so many dots of the picture.
func print(t *testing.T, m *image.RGBA, w gozxing.Writer, format gozxing.BarcodeFormat, text string, at image.Point, width, height int, degrees float64) {
	t.Helper()
	bits, err := w.Encode(text, format, width, height, nil)
	if err != nil {
		t.Fatal(err)
	}
	paint(m, at, bits.GetWidth(), bits.GetHeight(), degrees, bits.Get)
}

func paint(m *image.RGBA, at image.Point, width, height int, degrees float64, dark func(x, y int) bool) {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			dx, dy := float64(x-at.X), float64(y-at.Y)
			u, v := int(math.Floor(dx*cos+dy*sin+float64(width)/2)), int(math.Floor(dy*cos-dx*sin+float64(height)/2))
			if u >= 0 && v >= 0 && u < width && v < height && dark(u, v) {
				m.Set(x, y, color.Gray{30})
			}
		}
	}
}

type told struct{ Kind, Text string }

func find(t *testing.T, m *image.RGBA) []told {
	t.Helper()
	codes, err := code.Reader{}.FindCodes(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	var all []told
	for _, c := range codes {
		all = append(all, told{c.Kind, c.Text})
		if b := image.Rect(c.Box[0], c.Box[1], c.Box[0]+c.Box[2], c.Box[1]+c.Box[3]); !b.In(m.Rect) || b.Empty() {
			t.Errorf("the box %v is not in the picture", c.Box)
		}
	}
	return all
}

func TestReadsCodesAsTheyLie(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		writer  gozxing.Writer
		format  gozxing.BarcodeFormat
		width   int
		height  int
		degrees float64
		want    told
	}{
		{"qr", qrcode.NewQRCodeWriter(), gozxing.BarcodeFormat_QR_CODE, 140, 140, 0, told{"qr", "00774120"}},
		{"qr, tilted", qrcode.NewQRCodeWriter(), gozxing.BarcodeFormat_QR_CODE, 140, 140, 33, told{"qr", "00774120"}},
		{"data matrix", datamatrix.NewDataMatrixWriter(), gozxing.BarcodeFormat_DATA_MATRIX, 120, 120, 0, told{"datamatrix", "00774120"}},
		{"data matrix, tilted", datamatrix.NewDataMatrixWriter(), gozxing.BarcodeFormat_DATA_MATRIX, 120, 120, 12, told{"datamatrix", "00774120"}},
		{"code 128", oned.NewCode128Writer(), gozxing.BarcodeFormat_CODE_128, 260, 70, 0, told{"code128", "00774120"}},
		{"code 128, on its side", oned.NewCode128Writer(), gozxing.BarcodeFormat_CODE_128, 260, 70, 90, told{"code128", "00774120"}},
		{"code 128, tilted", oned.NewCode128Writer(), gozxing.BarcodeFormat_CODE_128, 300, 80, 40, told{"code128", "00774120"}},
		{"code 39, upside down", oned.NewCode39Writer(), gozxing.BarcodeFormat_CODE_39, 360, 70, 180, told{"code39", "00774120"}},
		{"ean 13", oned.NewEAN13Writer(), gozxing.BarcodeFormat_EAN_13, 240, 80, 8, told{"ean13", "4006381333931"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m := paper(700, 500)
			print(t, m, c.writer, c.format, c.want.Text, image.Pt(360, 260), c.width, c.height, c.degrees)
			if diff := cmp.Diff([]told{c.want}, find(t, m)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadsSeveralCodes(t *testing.T) {
	t.Parallel()
	m := paper(900, 900)
	print(t, m, qrcode.NewQRCodeWriter(), gozxing.BarcodeFormat_QR_CODE, "WARD 4", image.Pt(150, 150), 150, 150, 0)
	print(t, m, qrcode.NewQRCodeWriter(), gozxing.BarcodeFormat_QR_CODE, "BED 9", image.Pt(700, 330), 150, 150, 0)
	print(t, m, oned.NewCode128Writer(), gozxing.BarcodeFormat_CODE_128, "L4471120", image.Pt(400, 560), 300, 90, 0)
	print(t, m, datamatrix.NewDataMatrixWriter(), gozxing.BarcodeFormat_DATA_MATRIX, "ACC-5512", image.Pt(640, 760), 120, 120, 0)
	want := []told{{"qr", "WARD 4"}, {"qr", "BED 9"}, {"code128", "L4471120"}, {"datamatrix", "ACC-5512"}}
	if diff := cmp.Diff(want, find(t, m)); diff != "" {
		t.Error(diff)
	}
}

// TestFindsWhatCannotBeDecoded has a stacked code, of which only start and end are real, and bars of no known kind.
func TestFindsWhatCannotBeDecoded(t *testing.T) {
	t.Parallel()
	t.Run("pdf417", func(t *testing.T) {
		t.Parallel()
		m := paper(900, 400)
		rows := stacked(rand.New(rand.NewPCG(1, 2)), 14, 4)
		paint(m, image.Pt(450, 200), 3*len(rows[0]), 9*len(rows), 4, func(x, y int) bool { return rows[y/9][x/3] })
		if diff := cmp.Diff([]told{{"pdf417", ""}}, find(t, m)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("bars", func(t *testing.T) {
		t.Parallel()
		m := paper(900, 400)
		r := rand.New(rand.NewPCG(3, 4))
		bars := make([]bool, 0, 150)
		for dark := true; len(bars) < 150; dark = !dark {
			for range 1 + r.IntN(4)*r.IntN(2) {
				bars = append(bars, dark)
			}
		}
		paint(m, image.Pt(450, 200), 3*len(bars), 90, 0, func(x, _ int) bool { return bars[x/3] })
		if diff := cmp.Diff([]told{{"unread", ""}}, find(t, m)); diff != "" {
			t.Error(diff)
		}
	})
}

// stacked is rows of a stacked code: start, symbols of four bars and four gaps, end.
func stacked(r *rand.Rand, rows, symbols int) [][]bool {
	all := make([][]bool, 0, rows)
	for range rows {
		var row []bool
		put := func(widths ...int) {
			for i, w := range widths {
				for range w {
					row = append(row, i%2 == 0)
				}
			}
		}
		put(8, 1, 1, 1, 1, 1, 1, 3)
		for range symbols {
			widths, left := []int{1, 1, 1, 1, 1, 1, 1, 1}, 9
			for left > 0 {
				if i := r.IntN(8); widths[i] < 6 {
					widths[i]++
					left--
				}
			}
			put(widths...)
		}
		put(7, 1, 1, 3, 1, 1, 1, 2, 1)
		all = append(all, row)
	}
	return all
}

func TestFindsNoCodesInStripesAndChecks(t *testing.T) {
	t.Parallel()
	for name, dark := range map[string]func(x, y int) bool{
		"blinds":     func(_, y int) bool { return y/9%2 == 0 },
		"fence":      func(x, _ int) bool { return x/6%2 == 0 },
		"chessboard": func(x, y int) bool { return (x/12+y/12)%2 == 0 },
		"nothing":    func(_, _ int) bool { return false },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := paper(800, 600)
			paint(m, image.Pt(400, 300), 500, 380, 3, dark)
			if got := find(t, m); len(got) > 0 {
				t.Errorf("found %v", got)
			}
		})
	}
}

func TestStopsWhenTimeIsUp(t *testing.T) {
	t.Parallel()
	m := paper(900, 900)
	print(t, m, oned.NewCode128Writer(), gozxing.BarcodeFormat_CODE_128, "L4471120", image.Pt(400, 560), 300, 90, 0)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	codes, err := code.Reader{}.FindCodes(ctx, m)
	if err == nil || len(codes) > 0 {
		t.Errorf("%d codes, error %v; want none, and the context's", len(codes), err)
	}
}

func TestTinyPictures(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{{0, 0}, {1, 1}, {7, 3}, {8, 8}, {1, 900}, {3000, 2}} {
		if got := find(t, image.NewRGBA(image.Rect(0, 0, size.X, size.Y))); len(got) > 0 {
			t.Errorf("%v: found %v", size, got)
		}
	}
}
