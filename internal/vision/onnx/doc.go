// Package onnx reads networks from ONNX files and runs them, in Go alone.
//
// It knows the operators that small networks for pictures are made of: convolutions, what stands between them, and the
// arithmetic of shapes; a file with any other operator is refused when it is loaded. Loading also joins what belongs together:
// constants are computed, and what follows a convolution number by number (normalisation, scale, activation) becomes part of it.
//
// It never looks at pictures, reads no files, and changes nothing that it is given. A damaged file or a shape that does not fit
// is an error, not a panic, and what a run holds in memory is bounded. Start at Load and Net.Run.
package onnx
