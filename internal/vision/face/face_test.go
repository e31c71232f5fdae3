package face_test

import (
	"testing"

	"bedside/internal/vision/face"
)

func TestAnotherNetworkIsNoFinder(t *testing.T) {
	t.Parallel()
	if _, err := face.New([]byte("not a network")); err == nil {
		t.Error("made a finder of no network")
	}
}
