package media

import (
	"context"
	"image"
	"time"

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
	Frames(ctx context.Context, f File, kind string) ([]Frame, error)
}

// Frame is a picture of a video, and when it is shown.
type Frame struct {
	Picture image.Image
	At      time.Duration
}

// Reels opens videos, to look at them closely and to write them anew.
type Reels interface {
	Open(ctx context.Context, f File, kind string) (Reel, error)
}

// Reel is an open video.
type Reel interface {
	// Length is how long it is.
	Length() time.Duration
	// Shots gives small pictures a step apart, at most so many, the first at a time. Near its end there are fewer.
	Shots(ctx context.Context, from, step time.Duration, most int) ([]image.Image, error)
	// Cover writes it anew, without sound and metadata, with shades over what they cover.
	Cover(ctx context.Context, shades []Shade) ([]byte, error)
	// Close leaves nothing behind.
	Close()
}

// Shade is a solid box over a place of a video for some time.
type Shade struct {
	From, To                 time.Duration
	Left, Top, Right, Bottom int // in ten-thousandths of the sides
}
