package app

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"slices"

	"bedside"
	"bedside/internal/look"
	"bedside/internal/store"
)

// HeldPicture is a picture or another file that is kept with a held draft: as it came, with what its author chose in it. What was seen
// in it is not kept: it is looked at again when the draft is taken up.
type HeldPicture struct {
	V      int           `json:"v"`
	Data   []byte        `json:"data"`
	Alt    string        `json:"alt,omitempty"`
	Keep   []look.Region `json:"keep,omitempty"`   // what was found and is not to be covered
	Own    [][4]int      `json:"own,omitempty"`    // boxes that its author placed, in thousandths of the picture
	Copied bool          `json:"copied,omitempty"` // a copy of it stood beside the draft
}

// The kind of the records of held pictures, and their state.
const (
	heldPictureKind = "hold_picture"
	heldPictureKept = "kept"
)

// mostHeld is the most bytes of the pictures of one draft that are held.
const mostHeld = 48 << 20

// pictureRecords are the records of the pictures that are kept with a draft, under ids of their own.
func (h Holds) pictureRecords(pictures []HeldPicture) (records []store.Record, ids []string, err error) {
	bytes := 0
	for i := range pictures {
		pictures[i].V = 1
		bytes += len(pictures[i].Data)
		body, err := json.Marshal(pictures[i])
		if err != nil {
			return nil, nil, &bedside.Error{Code: bedside.CodeInternal, Message: "this cannot be kept", Err: err}
		}
		r := store.Record{ID: rand.Text(), Kind: heldPictureKind, State: heldPictureKept, At: h.app.Now(), Body: body}
		records, ids = append(records, r), append(ids, r.ID)
	}
	if bytes > mostHeld {
		return nil, nil, bedside.Errorf(bedside.CodeTooLarge, "the pictures of this draft are larger than %d MB together; take one away, then hold it", mostHeld>>20)
	}
	return records, ids, nil
}

// Pictures reads what is kept with a draft.
func (h Holds) Pictures(ctx context.Context, n Hold) ([]HeldPicture, error) {
	out := make([]HeldPicture, 0, len(n.Pictures))
	for _, id := range n.Pictures {
		k, err := h.pictures().Find(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, k.Noun)
	}
	return out, nil
}

func (h Holds) pictures() Shelf[HeldPicture] {
	return Shelf[HeldPicture]{Store: h.app.Store, Kind: heldPictureKind}
}

// destroyPictures destroys pictures of a draft, also those of a version before that are still there.
func (h Holds) destroyPictures(ctx context.Context, n Hold) error {
	if ids := slices.Concat(n.Pictures, n.Gone); len(ids) > 0 {
		return h.pictures().Delete(ctx, ids...)
	}
	return nil
}
