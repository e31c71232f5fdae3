package render

import "bedside"

// Answer is one input with what became of it: a result, or an error. Formats that hold several inputs take a list.
type Answer struct {
	Name   string // how the input is called, such as a file name
	Plain  bool   // the draft's text is the input's own bytes, so that lines and columns can be told
	NoText bool   // repeat no words of the draft
	Draft  bedside.Draft
	Result *bedside.Result
	Err    *bedside.Error
	// Shown are the draft's pictures, for a page to draw boxes over: small copies without metadata, in whatever order. A picture that is
	// not among them is drawn as an empty frame.
	Shown []Shown
}

// Shown is a small copy of a picture of a draft.
type Shown struct {
	Index int    // of the draft's media
	Type  string // image/jpeg or image/png
	Bytes []byte
}
