package vision_test

import (
	"image"
	"testing"

	"bedside/internal/vision"
	"bedside/internal/vision/weights"
)

func TestRecognisersAreThoseThatWereBuiltIn(t *testing.T) {
	t.Parallel()
	r := vision.Recognisers()
	if r.Codes == nil {
		t.Error("codes need no weights")
	}
	if has := weights.Has(weights.TextBoxes) && weights.Has(weights.TextReader); has != (r.Words != nil) {
		t.Errorf("words: weights %t, recogniser %t", has, r.Words != nil)
	}
	if r.Words == nil {
		return // built without weights: there is nothing to load
	}
	if lines, err := r.Words.FindWords(t.Context(), image.NewRGBA(image.Rect(0, 0, 200, 100))); err != nil || len(lines) > 0 {
		t.Errorf("of an empty picture: %d lines, error %v", len(lines), err)
	}
}
