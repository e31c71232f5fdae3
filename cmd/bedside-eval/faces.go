package main

import (
	"context"
	"errors"
	"path/filepath"

	"bedside/internal/eval/faces"
	"bedside/internal/vision"
)

// drawnPictures is how many pictures of nobody are drawn and looked at.
const drawnPictures = 126

// runFaces measures how well faces are found in the photographs beside the shared sets.
func runFaces(o options, e env) int {
	r, err := measureFaces(o)
	return conclude("faces", r, err, e)
}

func measureFaces(o options) (*faces.Report, error) {
	find := vision.Faces()
	if find == nil {
		return nil, errors.New("built without the weights that find faces; run: make weights, then go run -tags weights ./cmd/bedside-eval -faces")
	}
	return faces.Measure(context.Background(), find, faces.Options{Folder: filepath.Join(o.shared, "data/images"), Nobody: o.nobody, Drawn: drawnPictures})
}
