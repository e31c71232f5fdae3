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
}
