package media

import (
	"image"
	"slices"

	"bedside"
)

// LikenessOf is what a picture's copies are recognised by. It is zero for a picture of hardly anything, like one colour: such
// pictures all look alike.
func LikenessOf(p *image.RGBA) bedside.Likeness {
	g := greyOf(p, 32, 32)
	if slices.Max(g)-slices.Min(g) < 16*fine {
		return bedside.Likeness{}
	}
	small := greyOf(p, 9, 8)
	l := bedside.Likeness{PHash: pHash(g), DHash: dHash(small)}
	l.MirroredPHash, l.MirroredDHash = pHash(mirrored(g, 32)), dHash(mirrored(small, 9))
	return l
}

// fine is how many steps of brightness a hash sees between two that a picture has.
const fine = 16

// greyOf shrinks a picture to a few values of brightness, each the average of its share.
func greyOf(p *image.RGBA, width, height int) []int {
	out := make([]int, 0, width*height)
	size := p.Rect.Size()
	for y := range height {
		top, bottom := share(y, height, size.Y)
		for x := range width {
			left, right := share(x, width, size.X)
			out = append(out, average(p, left, top, right, bottom))
		}
	}
	return out
}

// share is the i-th of n parts of a length: at least one pixel.
func share(i, n, length int) (from, to int) {
	from = i * length / n
	return from, max(from+1, (i+1)*length/n)
}

func average(p *image.RGBA, left, top, right, bottom int) int {
	sum := int64(0)
	for y := top; y < bottom; y++ {
		row := p.Pix[y*p.Stride+4*left : y*p.Stride+4*right]
		for ; len(row) >= 4; row = row[4:] {
			sum += 299*int64(row[0]) + 587*int64(row[1]) + 114*int64(row[2])
		}
	}
	return int(sum * fine / 1000 / max(1, int64(right-left)*int64(bottom-top)))
}

func mirrored(g []int, width int) []int {
	out := slices.Clone(g)
	for row := out; len(row) > 0; row = row[width:] {
		slices.Reverse(row[:width])
	}
	return out
}

// dHash tells of 64 pairs of neighbours which is brighter.
func dHash(g []int) uint64 {
	var h uint64
	for y := range 8 {
		for x := range 8 {
			h <<= 1
			if g[9*y+x] < g[9*y+x+1] {
				h |= 1
			}
		}
	}
	return h
}

// pHash tells of the 64 slowest waves of a picture, without the slowest, which are stronger than the middle one.
func pHash(g []int) uint64 {
	var rows [32 * 8]int64
	for y := range 32 {
		for u := range 8 {
			for x := range 32 {
				rows[8*y+u] += int64(g[32*y+x]) * cosine((2*x+1)*(u+1))
			}
		}
	}
	waves := make([]int64, 0, 64)
	for v := range 8 {
		for u := range 8 {
			sum := int64(0)
			for y := range 32 {
				sum += rows[8*y+u] / 1024 * cosine((2*y+1)*(v+1))
			}
			waves = append(waves, sum)
		}
	}
	sorted := slices.Sorted(slices.Values(waves))
	middle := (sorted[31] + sorted[32]) / 2
	var h uint64
	for _, w := range waves {
		h <<= 1
		if w > middle {
			h |= 1
		}
	}
	return h
}

// cosine of so many sixty-fourths of half a turn, in thirty-two-thousandths: whole numbers, so that hashes are the same everywhere.
func cosine(n int) int64 {
	switch n &= 127; {
	case n > 96:
		return quarter(128 - n)
	case n > 64:
		return -quarter(n - 64)
	case n > 32:
		return -quarter(64 - n)
	}
	return quarter(n)
}

// quarter is the first quarter of the turn.
func quarter(n int) int64 {
	return [33]int64{
		32768, 32729, 32610, 32413, 32138, 31786, 31357, 30853, 30274, 29622, 28899,
		28106, 27246, 26320, 25330, 24279, 23170, 22006, 20788, 19520, 18205, 16846,
		15447, 14010, 12540, 11039, 9512, 7962, 6393, 4808, 3212, 1608, 0,
	}[n]
}
