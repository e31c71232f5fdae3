// Package vision is what finds faces, words and codes in pictures, as package media takes it (ADR 21). What the program was built without the weights of is left
// out, and whoever looks says that it was not looked for.
//
// It opens no files and knows no network; a network is loaded when the first picture is looked at. Start at Recognisers.
package vision

import (
	"context"
	"image"
	"sync"

	"bedside"
	"bedside/internal/vision/code"
	"bedside/internal/vision/weights"
	"bedside/internal/vision/word"
	"bedside/media"
)

// Recognisers are those that the program was built with.
func Recognisers() media.Recognisers {
	r := media.Recognisers{Faces: Faces(), Codes: code.Reader{}}
	if weights.Has(weights.TextBoxes) && weights.Has(weights.TextReader) {
		r.Words = words{sync.OnceValues(loadWords)}
	}
	return r
}

// words loads what finds words when it is first needed.
type words struct {
	load func() (*word.Reader, error)
}

func loadWords() (*word.Reader, error) {
	boxes, _ := weights.Open(weights.TextBoxes)
	reader, _ := weights.Open(weights.TextReader)
	return word.New(boxes, reader)
}

// FindWords finds and reads words.
func (w words) FindWords(ctx context.Context, picture *image.RGBA) ([]bedside.SeenText, error) {
	r, err := w.load()
	if err != nil {
		return nil, err
	}
	return r.FindWords(ctx, picture)
}
