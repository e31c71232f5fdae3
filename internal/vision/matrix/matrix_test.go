package matrix_test

import (
	"math"
	"testing"

	"bedside/internal/vision/matrix"
)

// both are the kernels under test; on a processor without assembly they are the same.
func both() []*matrix.Kernels { return []*matrix.Kernels{matrix.Portable(), matrix.Fastest()} }

// numbers are small and vary: whole eighths, so that short sums are exact in any order.
func numbers(n, seed int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = float32((i*7919+seed*104729)%33-16) / 8
	}
	return v
}

func near(a, b float32) bool {
	return math.Abs(float64(a-b)) <= 1e-4*math.Max(1, math.Abs(float64(b)))
}

func TestAddIsTheProduct(t *testing.T) {
	t.Parallel()
	for _, k := range both() {
		for _, size := range [][3]int{{1, 1, 1}, {6, 16, 4}, {7, 17, 5}, {12, 32, 64}, {5, 100, 27}, {96, 48, 288}, {3, 3, 0}} {
			rows, columns, depth := size[0], size[1], size[2]
			a, b := numbers(rows*depth, 1), numbers(depth*columns, 2)
			result := numbers(rows*columns, 3)
			want := plainProduct(result, a, b, rows, columns, depth)
			k.Add(result, columns, matrix.Pack(a, rows, depth), packColumns(b, columns, depth))
			for i := range want {
				if !near(result[i], want[i]) {
					t.Fatalf("%s %v: at %d got %v, want %v", k.Name, size, i, result[i], want[i])
				}
			}
		}
	}
}

func plainProduct(start, a, b []float32, rows, columns, depth int) []float32 {
	want := append([]float32(nil), start...)
	for i := range rows {
		for j := range columns {
			for d := range depth {
				want[i*columns+j] += a[i*depth+d] * b[d*columns+j]
			}
		}
	}
	return want
}

func packColumns(b []float32, count, depth int) matrix.Columns {
	c := matrix.Columns{Count: count, Depth: depth, Packed: make([]float32, matrix.Size(count, depth))}
	for j := range count {
		for d := range depth {
			c.Packed[(j/16*depth+d)*16+j%16] = b[d*count+j]
		}
	}
	return c
}

func TestSlideSumsShiftedRows(t *testing.T) {
	t.Parallel()
	offsets, weights := []int{0, 1, 2, 70, 5}, []float32{1, -2, .5, 3, .25}
	for _, k := range both() {
		for _, length := range []int{0, 32, 64, 160} {
			source, result := numbers(300, 4), make([]float32, length)
			k.Slide(result, source, offsets, weights, 1.5)
			for i := range result {
				want := float32(1.5)
				for j, offset := range offsets {
					want += weights[j] * source[i+offset]
				}
				if !near(result[i], want) {
					t.Fatalf("%s, %d places: at %d got %v, want %v", k.Name, length, i, result[i], want)
				}
			}
		}
	}
}

func TestSlideStaysInside(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("an offset beyond the source was followed")
		}
	}()
	matrix.Fastest().Slide(make([]float32, 32), make([]float32, 40), []int{9}, []float32{1}, 0)
}

func TestBendFollowsTheCurve(t *testing.T) {
	t.Parallel()
	curves := map[string]matrix.Curve{
		"relu":         {Slope: 1, High: math.MaxFloat32, Share: 1},
		"clip, scaled": {Slope: 1, Low: -.5, High: 1, Share: 2, Shift: -1},
		"hard swish":   {Slope: 1. / 6, Start: .5, High: 1, Factor: 1},
	}
	for name, c := range curves {
		for _, k := range both() {
			for _, length := range []int{0, 1, 7, 8, 37} {
				got := numbers(length, 5)
				k.Bend(got, &c)
				for i, x := range numbers(length, 5) {
					want := min(max(c.Slope*x+c.Start, c.Low), c.High)*(c.Factor*x+c.Share) + c.Shift
					if !near(got[i], want) {
						t.Fatalf("%s, %s, %d numbers: at %d got %v, want %v", name, k.Name, length, i, got[i], want)
					}
				}
			}
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	const rows, columns, depth = 96, 160, 288
	for _, k := range both() {
		b.Run(k.Name, func(b *testing.B) {
			packed := matrix.Pack(numbers(rows*depth, 1), rows, depth)
			right := packColumns(numbers(depth*columns, 2), columns, depth)
			result := make([]float32, rows*columns)
			for b.Loop() {
				k.Add(result, columns, packed, right)
			}
			b.ReportMetric(float64(2*rows*columns*depth)*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "GFLOP/s")
		})
	}
}

func BenchmarkSlide(b *testing.B) {
	source, result := numbers(4000, 1), make([]float32, 320)
	offsets, weights := []int{0, 1, 2, 330, 331, 332, 660, 661, 662}, numbers(9, 2)
	for _, k := range both() {
		b.Run(k.Name, func(b *testing.B) {
			for b.Loop() {
				k.Slide(result, source, offsets, weights, 0)
			}
			b.ReportMetric(float64(2*len(result)*len(offsets))*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "GFLOP/s")
		})
	}
}
