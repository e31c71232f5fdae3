package code

import (
	"context"
	"image"
	"slices"

	"bedside"
)

// Kinds that say what was found without being decoded.
const (
	kindPDF417 = "pdf417"
	kindUnread = "unread"
)

// most is how many places of each shape are tried in one picture.
const most = 16

// Reader finds codes. Its zero value is ready, and may be used from several goroutines.
type Reader struct{}

// FindCodes finds the codes in a picture, from top to bottom. When the context ends, it gives what it has and the context's error.
func (Reader) FindCodes(ctx context.Context, picture *image.RGBA) ([]bedside.SeenCode, error) {
	s := &search{ctx: ctx, full: greyOf(picture)}
	s.grids = gridsOf(s.full)
	s.bars()
	s.matrices()
	s.stacks()
	slices.SortStableFunc(s.found, func(a, b bedside.SeenCode) int { return a.Box[1] - b.Box[1] })
	return s.found, ctx.Err()
}

// search is the look at one picture.
type search struct {
	ctx   context.Context //nolint:containedctx // one call of FindCodes
	full  *grey
	grids []*cells
	found []bedside.SeenCode
}

// add keeps a code unless another lies where it lies.
func (s *search) add(kind, text string, where image.Rectangle) {
	where = where.Intersect(image.Rect(0, 0, s.full.width, s.full.height))
	if where.Empty() || s.known(where) {
		return
	}
	s.found = append(s.found, bedside.SeenCode{Box: [4]int{where.Min.X, where.Min.Y, where.Dx(), where.Dy()}, Kind: kind, Text: text})
}

// known says whether half of a place is a code already.
func (s *search) known(where image.Rectangle) bool {
	for _, c := range s.found {
		b := image.Rect(c.Box[0], c.Box[1], c.Box[0]+c.Box[2], c.Box[1]+c.Box[3]).Intersect(where)
		if 2*b.Dx()*b.Dy() >= where.Dx()*where.Dy() {
			return true
		}
	}
	return false
}
