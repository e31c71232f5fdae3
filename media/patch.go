package media

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"slices"
)

// patch overwrites a stretch of a file: with bytes, and zeros up to its end.
type patch struct {
	at, end int64
	with    []byte
}

// patched writes a file with its patches, and as many bytes as it had: nothing that points into it moves.
func patched(ctx context.Context, w io.Writer, f File, patches []patch) error {
	slices.SortStableFunc(patches, func(a, b patch) int { return cmp.Compare(a.at, b.at) })
	at := int64(0)
	copyTo := func(end int64, r io.Reader) error {
		_, err := io.Copy(w, &stopping{ctx, io.LimitReader(r, end-at)})
		at = max(at, end)
		return err
	}
	for _, p := range patches {
		if p.at = max(p.at, at); p.end <= p.at { // within one that went before
			continue
		}
		if err := copyTo(p.at, io.NewSectionReader(f, at, p.at-at)); err != nil {
			return unread(ctx, err)
		}
		if err := copyTo(p.end, io.MultiReader(bytes.NewReader(p.with), zeros{})); err != nil {
			return unread(ctx, err)
		}
	}
	if err := copyTo(f.Size(), io.NewSectionReader(f, at, f.Size()-at)); err != nil {
		return unread(ctx, err)
	}
	return nil
}

// zeros is as many zeros as anybody reads.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
