package encoder_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"bedside/read/encoder"
)

// TestLinearOfAllLoops: the same bits from each, for random numbers and for those that sum to the most.
func TestLinearOfAllLoops(t *testing.T) {
	t.Parallel()
	const rows, inputs = 32, 4096
	r := rand.New(rand.NewPCG(1, 2))
	fill := func(n int, f func(i int) float32) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = f(i)
		}
		return out
	}
	alternate := func(i int) float32 { return float32(1 - 2*(i%2)) }
	halves := func(i int) float32 { return float32(1 - 2*(i/2%2)) }
	one := func(int) float32 { return 1 }
	down := func(int) float32 { return -1 }
	random := func(int) float32 { return float32(r.NormFloat64()) }
	edges := func(i int) float32 { return float32(i%255-127) + .5 }
	none := func(int) float32 { return 0 }
	faint := func(int) float32 { return 1e-35 }
	kinds := map[string]func(int) float32{
		"one": one, "down": down, "alternate": alternate, "halves": halves, "random": random, "edges": edges, "none": none, "faint": faint,
	}
	for name, weight := range kinds {
		for other, value := range kinds {
			matrix, values, bias := fill(rows*inputs, weight), fill(7*inputs, value), fill(rows, random)
			var want []float32
			for _, l := range encoder.AllLoops() {
				got := l.Linear(matrix, bias, inputs, values)
				if want == nil {
					want = got
				}
				if !slices.Equal(got, want) {
					t.Errorf("weights %s, values %s: the loops differ", name, other)
				}
			}
		}
	}
}

// TestLinearIsExact where weights and values are whole numbers that four bits and a multiplier hold.
func TestLinearIsExact(t *testing.T) {
	t.Parallel()
	const rows, inputs, positions = 48, 96, 8
	r := rand.New(rand.NewPCG(3, 4))
	matrix, values, bias := make([]float32, rows*inputs), make([]float32, positions*inputs), make([]float32, rows)
	for i := range matrix {
		matrix[i] = float32(r.IntN(15)-7) * 18
		if i%32 == 0 {
			matrix[i] = 126 // each run has the largest, so each multiplier is 18
		}
	}
	for i := range values {
		values[i] = float32(r.IntN(255) - 127)
		if i%inputs == 0 {
			values[i] = -127
		}
	}
	for i := range bias {
		bias[i] = float32(r.IntN(99))
	}
	for _, l := range encoder.AllLoops() {
		got := l.Linear(matrix, bias, inputs, values)
		for i := range got {
			p, row := i/rows, i%rows
			want := bias[row]
			for j := range inputs {
				want += matrix[row*inputs+j] * values[p*inputs+j]
			}
			if got[i] != want {
				t.Fatalf("position %d, row %d: got %v, want %v", p, row, got[i], want)
			}
		}
	}
}

// TestProduct: sums in the order of depth, each product rounded before it is added, in all loops.
func TestProduct(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	for _, depth := range []int{1, 2, 31, 32, 160} {
		rows, columns := numbers(r, 6*depth, 1), numbers(r, 16*depth, 1)
		for _, l := range encoder.AllLoops() {
			got := l.Product(rows, columns, depth)
			for i := range got {
				var want float32
				for d := range depth {
					want += float32(rows[i/16*depth+d] * columns[d*16+i%16])
				}
				if math.Float32bits(got[i]) != math.Float32bits(want) {
					t.Fatalf("depth %d, at %d: got %v, want %v", depth, i, got[i], want)
				}
			}
		}
	}
}
