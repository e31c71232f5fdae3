package bedside_test

import (
	"testing"

	"bedside"
)

func TestSpans(t *testing.T) {
	t.Parallel()
	span := func(part bedside.PartKind, index, start, end int) bedside.Span {
		return bedside.Span{Part: part, Index: index, Start: start, End: end}
	}
	in := func(start, end int) bedside.Span { return span(bedside.PartText, 0, start, end) }
	tests := []struct {
		name               string
		a, b               bedside.Span
		overlaps, contains bool
	}{
		{"the same", in(3, 6), in(3, 6), true, true},
		{"inside", in(3, 9), in(4, 6), true, true},
		{"around", in(4, 6), in(3, 9), true, false},
		{"by one byte", in(3, 6), in(5, 9), true, false},
		{"touching", in(3, 6), in(6, 9), false, false},
		{"apart", in(3, 6), in(8, 9), false, false},
		{"an empty one inside", in(3, 6), in(4, 4), true, true},
		{"an empty one at the end", in(3, 6), in(6, 6), false, true},
		{"another part", in(3, 6), span(bedside.PartBio, 0, 3, 6), false, false},
		{"another picture", span(bedside.PartAlt, 0, 3, 6), span(bedside.PartAlt, 1, 3, 6), false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := tt.a.Overlaps(tt.b); got != tt.overlaps {
				t.Errorf("%+v overlaps %+v: %v", tt.a, tt.b, got)
			}
			if tt.a.Overlaps(tt.b) != tt.b.Overlaps(tt.a) {
				t.Error("overlapping depends on the order")
			}
			if got := tt.a.Contains(tt.b); got != tt.contains {
				t.Errorf("%+v contains %+v: %v", tt.a, tt.b, got)
			}
		})
	}
}

func TestEmptySpans(t *testing.T) {
	t.Parallel()
	for span, want := range map[bedside.Span]bool{{}: true, {Start: 3, End: 3}: true, {Start: 3, End: 4}: false, {Part: bedside.PartMedia}: true} {
		if got := span.Empty(); got != want {
			t.Errorf("%+v is empty: %v", span, got)
		}
	}
}
