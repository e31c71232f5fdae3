package media

import (
	"context"
	"image"

	"bedside"
)

// Recognisers find what a picture shows. Each may be nil: then that is not looked for, and the result says so. A picture is opaque
// and turned as people see it; boxes are in its pixels. What is found before the context ends is given together with its error.
type Recognisers struct {
	Faces Faces
	Words Words
	Codes Codes
	Films Films
}

// Faces finds faces. Shares of the picture are filled in by Look.
type Faces interface {
	FindFaces(ctx context.Context, picture *image.RGBA) ([]bedside.SeenFace, error)
}

// Words finds lines of words, and reads what there is time for.
type Words interface {
	FindWords(ctx context.Context, picture *image.RGBA) ([]bedside.SeenText, error)
}

// Codes finds bar codes and matrix codes.
type Codes interface {
	FindCodes(ctx context.Context, picture *image.RGBA) ([]bedside.SeenCode, error)
}

// Films decodes what this package cannot: a few frames of a video, in their order. Of a HEIC or AVIF picture it gives one frame.
type Films interface {
	Frames(ctx context.Context, f File, kind string) ([]image.Image, error)
}
