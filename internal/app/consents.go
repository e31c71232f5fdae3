package app

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"

	"bedside"
	"bedside/internal/store"
	"bedside/media"
)

// Consents is the ledger of written permissions.
type Consents struct {
	shelf    Shelf[Consent]
	pictures Shelf[Picture]
	app      *App
}

// Picture is a picture that is kept with a consent, because somebody asked for it.
type Picture struct {
	Type string `json:"type"`
	Data []byte `json:"data"`
}

// Consents opens the ledger.
func (a *App) Consents() Consents {
	return Consents{Shelf[Consent]{Store: a.Store, Kind: "consent"}, Shelf[Picture]{Store: a.Store, Kind: "consent_picture"}, a}
}

// Law is the law that a new consent is likely under: that of the place where the author works.
func (c Consents) Law() string {
	country, _, _ := strings.Cut(c.app.Fill(bedside.Draft{}).Author.Jurisdiction, "-")
	switch country {
	case "US", "CA":
		return strings.ToLower(country)
	case "GB", "UK":
		return "uk"
	default:
		return ""
	}
}

// Due counts the consents that somebody should look at: those that end within a month, or ended in the last one.
func (c Consents) Due(ctx context.Context) (int, error) {
	now := c.app.Now()
	kept, err := c.shelf.Due(ctx, now)
	n := 0
	for _, k := range kept {
		if k.State != Removed && k.Due.After(now.Add(-2*remindBefore)) {
			n++
		}
	}
	return n, err
}

// List reads all consents with their states of today: the ones that need a look first, those without an end last.
func (c Consents) List(ctx context.Context) ([]Kept[Consent], error) {
	if err := c.sweep(ctx); err != nil {
		return nil, err
	}
	kept, err := c.shelf.List(ctx, store.Filter{})
	for i := range kept {
		c.date(&kept[i])
	}
	return kept, err
}

// sweep destroys what was removed a day ago, pictures and all.
func (c Consents) sweep(ctx context.Context) error {
	ids, err := c.shelf.overdue(ctx, c.app.Now())
	for _, id := range ids {
		if err := c.Destroy(ctx, id); err != nil {
			return err
		}
	}
	return err
}

// Find reads one consent with its state of today.
func (c Consents) Find(ctx context.Context, id string) (Kept[Consent], error) {
	k, err := c.shelf.Find(ctx, id)
	c.date(&k)
	return k, err
}

// date gives a consent the state that it has today. Nobody writes a record when a day passes.
func (c Consents) date(k *Kept[Consent]) {
	if k.State != Removed {
		k.State = k.Noun.State(c.app.Now())
	}
}

// Chosen are the consents that somebody attached to a draft, as a check takes them. What was removed is left out.
func (c Consents) Chosen(ctx context.Context, ids ...string) ([]bedside.Consent, error) {
	var out []bedside.Consent
	for _, id := range ids {
		k, err := c.Find(ctx, id)
		if err != nil {
			return nil, err
		}
		if k.State != Removed {
			out = append(out, k.Noun.Value())
		}
	}
	return out, nil
}

// Keep writes a consent, as new or in the place of the version that was read, unless a field is wrong.
func (c Consents) Keep(ctx context.Context, k Kept[Consent]) (Kept[Consent], []Problem, error) {
	p := k.Noun.Problems(c.app.Now())
	if k.Version > 0 {
		before, err := c.shelf.Find(ctx, k.ID)
		if err != nil {
			return k, nil, err
		}
		k.Noun.PictureHash, k.Noun.PictureLikeness, k.Noun.PictureID = before.Noun.PictureHash, before.Noun.PictureLikeness, before.Noun.PictureID
		if before.Noun.Signed != "" && k.Noun.Signed != "" && before.Noun.Wording != k.Noun.Wording {
			p = append(p, Problem{"wording", "This wording was signed, so it stays. Another wording needs a new signature; take out the day of signing only if it was a mistake."})
		}
	}
	if len(p) > 0 {
		return k, p, nil
	}
	k.State, k.Due = k.Noun.State(c.app.Now()), k.Noun.due()
	k.At = c.app.Now()
	if signed, ok := dayOf(k.Noun.Signed); ok {
		k.At = signed
	}
	k, err := c.shelf.Put(ctx, k)
	return k, nil, err
}

// Withdraw notes that the person takes a consent back today.
func (c Consents) Withdraw(ctx context.Context, id string) error {
	return c.change(ctx, id, func(n *Consent) { n.Withdrawn = today(c.app.Now()) })
}

// Remove takes a consent off the list; Restore brings it back within a day.
func (c Consents) Remove(ctx context.Context, id string) error {
	return c.shelf.Remove(ctx, id, c.app.Now())
}

// Restore brings back what was removed.
func (c Consents) Restore(ctx context.Context, id string) error {
	return c.change(ctx, id, func(*Consent) {})
}

// Destroy deletes a consent and its picture for good.
func (c Consents) Destroy(ctx context.Context, id string) error {
	k, err := c.shelf.Find(ctx, id)
	if err != nil {
		return err
	}
	if k.Noun.PictureID != "" {
		if err := c.pictures.Delete(ctx, k.Noun.PictureID); err != nil {
			return err
		}
	}
	return c.shelf.Delete(ctx, id)
}

func (c Consents) change(ctx context.Context, id string, with func(*Consent)) error {
	k, err := c.shelf.Find(ctx, id)
	if err != nil {
		return err
	}
	with(&k.Noun)
	k.State, k.Due = k.Noun.State(c.app.Now()), k.Noun.due()
	_, err = c.shelf.Put(ctx, k)
	return err
}

// maxPicture is the most bytes of a picture that can be kept with a consent. Larger ones can be bound all the same.
const maxPicture = 16 << 20

// Bind binds a consent to a picture by its SHA-256. The picture itself is kept, sealed, only when that is asked for.
func (c Consents) Bind(ctx context.Context, id string, picture io.Reader, kind string, keep bool) error {
	sum := sha256.New()
	head, err := io.ReadAll(io.TeeReader(io.LimitReader(picture, maxPicture+1), sum))
	if err != nil {
		return err
	}
	var data []byte
	if keep {
		if len(head) > maxPicture {
			return bedside.Errorf(bedside.CodeTooLarge, "this picture is too large to be kept; at most %d MB are. Bind it without keeping it", maxPicture>>20)
		}
		data = head
	}
	n, err := io.Copy(sum, picture)
	if err != nil {
		return err
	}
	if n == 0 && len(head) == 0 {
		return bedside.Errorf(bedside.CodeInvalid, "no picture was chosen; choose one and try again")
	}
	var likeness bedside.Likeness
	if n == 0 {
		likeness = likenessOf(ctx, head)
	}
	return c.bind(ctx, id, hex.EncodeToString(sum.Sum(nil)), likeness, Picture{kind, data})
}

// likenessOf is what copies of a picture are recognised by. What cannot be opened has none.
func likenessOf(ctx context.Context, b []byte) bedside.Likeness {
	p, err := media.Decode(ctx, bytes.NewReader(b))
	if err != nil {
		return bedside.Likeness{}
	}
	return media.LikenessOf(p.Pixels)
}

// bind puts a hash and a likeness, and a picture that is to be kept, in the place of those before.
func (c Consents) bind(ctx context.Context, id, hash string, likeness bedside.Likeness, p Picture) error {
	k, err := c.shelf.Find(ctx, id)
	if err != nil {
		return err
	}
	before := k.Noun.PictureID
	k.Noun.PictureHash, k.Noun.PictureLikeness, k.Noun.PictureID = hash, likeness, ""
	if len(p.Data) > 0 {
		kept, err := c.pictures.Put(ctx, Kept[Picture]{Record: store.Record{State: "kept", At: c.app.Now()}, Noun: p})
		if err != nil {
			return err
		}
		k.Noun.PictureID = kept.ID
	}
	if _, err := c.shelf.Put(ctx, k); err != nil {
		return err
	}
	if before == "" {
		return nil
	}
	return c.pictures.Delete(ctx, before)
}

// Unbind forgets the picture of a consent, and its hash.
func (c Consents) Unbind(ctx context.Context, id string) error {
	return c.bind(ctx, id, "", bedside.Likeness{}, Picture{})
}

// Picture reads the picture that is kept with a consent.
func (c Consents) Picture(ctx context.Context, id string) (Picture, error) {
	k, err := c.shelf.Find(ctx, id)
	if err != nil {
		return Picture{}, err
	}
	p, err := c.pictures.Find(ctx, k.Noun.PictureID)
	return p.Noun, err
}
