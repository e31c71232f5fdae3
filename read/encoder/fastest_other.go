//go:build !amd64 || purego

package encoder

// fastest are the loops that suit the processor the program runs on: without assembly for it, those in Go.
func fastest() *kernels { return portable() }
