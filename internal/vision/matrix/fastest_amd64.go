//go:build amd64 && !purego

package matrix

import "golang.org/x/sys/cpu"

// Fastest are the loops that suit the processor the program runs on.
func Fastest() *Kernels {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return &Kernels{Name: "avx2", tile: tileAVX2, slide: slideAVX2, bend: bendAVX2}
	}
	return Portable()
}

// tileAVX2, slideAVX2 and bendAVX2 are in fastest_amd64.s.
//
//go:noescape
func tileAVX2(depth int, rows, columns, result []float32, stride int)

//go:noescape
func slideAVX2(result, source []float32, offsets []int, weights []float32, start float32)

//go:noescape
func bendAVX2(values []float32, c *Curve)
