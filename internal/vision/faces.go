package vision

import (
	"context"
	"image"
	"sync"

	"bedside"
	"bedside/internal/vision/face"
	"bedside/internal/vision/weights"
	"bedside/media"
)

// Faces finds faces, or is nil in a program that was built without the weights for it.
func Faces() media.Faces {
	if !weights.Has(weights.Faces) {
		return nil
	}
	return FacesOf(func() (*face.Finder, error) {
		model, _ := weights.Open(weights.Faces)
		return face.New(model)
	})
}

// FacesOf finds faces by a finder that is made when the first picture is looked at.
func FacesOf(load func() (*face.Finder, error)) media.Faces { return faces{sync.OnceValues(load)} }

type faces struct {
	finder func() (*face.Finder, error)
}

// FindFaces implements media.Faces.
func (f faces) FindFaces(ctx context.Context, picture *image.RGBA) ([]bedside.SeenFace, error) {
	finder, err := f.finder()
	if err != nil {
		return nil, err
	}
	found, err := finder.Find(ctx, picture)
	seen := make([]bedside.SeenFace, len(found))
	for i, one := range found {
		b := one.Box
		seen[i] = bedside.SeenFace{Box: [4]int{b.Min.X, b.Min.Y, b.Dx(), b.Dy()}, Sure: one.Sure}
	}
	return seen, err
}
