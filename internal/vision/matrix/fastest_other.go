//go:build !amd64 || purego

package matrix

// Fastest are the loops that suit the processor the program runs on: without assembly for it, those in Go.
func Fastest() *Kernels { return Portable() }
