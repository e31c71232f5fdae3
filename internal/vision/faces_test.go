package vision_test

import (
	"errors"
	"image"
	"testing"

	"bedside/internal/vision"
	"bedside/internal/vision/face"
	"bedside/internal/vision/weights"
)

func TestWithoutWeightsNothingIsLookedFor(t *testing.T) {
	t.Parallel()
	if got := vision.Recognisers().Faces; (got != nil) != weights.Has(weights.Faces) {
		t.Errorf("a recogniser of faces: %v, its weights: %v", got != nil, weights.Has(weights.Faces))
	}
}

func TestTheNetworkIsLoadedOnceAndOnlyWhenNeeded(t *testing.T) {
	t.Parallel()
	loaded, broken := 0, errors.New("no network")
	faces := vision.FacesOf(func() (*face.Finder, error) {
		loaded++
		return nil, broken
	})
	if loaded != 0 {
		t.Fatal("loaded before a picture was there")
	}
	for range 2 {
		if _, err := faces.FindFaces(t.Context(), image.NewRGBA(image.Rect(0, 0, 8, 8))); !errors.Is(err, broken) {
			t.Errorf("got %v", err)
		}
	}
	if loaded != 1 {
		t.Errorf("loaded %d times", loaded)
	}
}
