package storetest

import (
	"context"
	"strconv"
	"testing"

	"bedside/internal/store"
)

// Speed measures how many records a store writes and reads a second, one by one and a batch at a time.
func Speed(b *testing.B, s store.Store) {
	b.Helper()
	const batch = 256
	kept := keep(b, s, batch)
	ids := make([]string, len(kept))
	for i := range kept {
		ids[i] = kept[i].ID
	}
	for _, bench := range []struct {
		name    string
		records int
		do      func(ctx context.Context) error
	}{
		{"write one", 1, func(ctx context.Context) error {
			_, err := s.Put(ctx, postsOf("new", 1)...)
			return err
		}},
		{"write 256", batch, func(ctx context.Context) error {
			_, err := s.Put(ctx, postsOf("new", batch)...)
			return err
		}},
		{"change 256", batch, func(ctx context.Context) (err error) {
			kept, err = s.Put(ctx, kept...)
			return err
		}},
		{"read one", 1, func(ctx context.Context) error {
			_, err := s.Get(ctx, "", "post", ids[0])
			return err
		}},
		{"read 256 by their ids", batch, func(ctx context.Context) error {
			_, err := s.Some(ctx, "", "post", ids...)
			return err
		}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				if err := bench.do(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N*bench.records)/b.Elapsed().Seconds(), "records/s")
		})
	}
}

// keep keeps posts.
func keep(b *testing.B, s store.Store, n int) []store.Record {
	b.Helper()
	kept, err := s.Put(b.Context(), postsOf("post", n)...)
	if err != nil {
		b.Fatal(err)
	}
	return kept
}

// postsOf makes records as large as posts are.
func postsOf(kind string, n int) []store.Record {
	out := make([]store.Record, n)
	for i := range out {
		body := make([]byte, 600)
		copy(body, strconv.Itoa(i))
		out[i] = store.Record{Kind: kind, State: "ok", At: start(), Body: body}
	}
	return out
}
