package word

import (
	"cmp"
	"image"
	"math"
	"slices"
)

// tilted is a rectangle at an angle: its middle, its length along the direction, its height across, and the direction, down being positive.
type tilted struct{ x, y, length, height, angle float64 }

type point struct{ x, y float64 }

// corners go around, from the left of the beginning.
func (t tilted) corners() [4]point {
	sin, cos := math.Sincos(t.angle)
	ax, ay, bx, by := cos*t.length/2, sin*t.length/2, -sin*t.height/2, cos*t.height/2
	return [4]point{{t.x - ax - bx, t.y - ay - by}, {t.x + ax - bx, t.y + ay - by}, {t.x + ax + bx, t.y + ay + by}, {t.x - ax + bx, t.y - ay + by}}
}

// box is the upright box around it.
func (t tilted) box() image.Rectangle {
	c := t.corners()
	low, high := c[0], c[0]
	for _, p := range c[1:] {
		low, high = point{min(low.x, p.x), min(low.y, p.y)}, point{max(high.x, p.x), max(high.y, p.y)}
	}
	return image.Rect(int(math.Floor(low.x)), int(math.Floor(low.y)), int(math.Ceil(high.x)), int(math.Ceil(high.y)))
}

// grown is larger on all sides by a share of its area by its outline, as the network that marks words was taught to mark them smaller.
func (t tilted) grown(share float64) tilted {
	by := t.length * t.height * share / (2 * (t.length + t.height))
	t.length += 2 * by
	t.height += 2 * by
	return t
}

func (t tilted) scaled(by float64) tilted {
	return tilted{t.x * by, t.y * by, t.length * by, t.height * by, t.angle}
}

// turned faces another way by quarter turns.
func (t tilted) turned(quarters int) tilted {
	if quarters%2 != 0 {
		t.length, t.height = t.height, t.length
	}
	t.angle += float64(quarters) * math.Pi / 2
	return t
}

// thin is its shorter side: how high its letters are, whichever way they stand.
func (t tilted) thin() float64 { return min(t.length, t.height) }

// holds says whether a point lies in it.
func (t tilted) holds(x, y float64) bool {
	sin, cos := math.Sincos(t.angle)
	dx, dy := x-t.x, y-t.y
	return math.Abs(dx*cos+dy*sin) <= t.length/2 && math.Abs(dy*cos-dx*sin) <= t.height/2
}

// smallestAround is the rectangle of least area that holds all points, facing right: not more than an eighth of a turn up or down.
func smallestAround(points []point) tilted {
	h := hull(points)
	best, area := alongside(h, 0), math.Inf(1)
	for i := range h {
		next := h[(i+1)%len(h)]
		angle := math.Atan2(next.y-h[i].y, next.x-h[i].x)
		if t := alongside(h, angle); t.length*t.height < area {
			best, area = t, t.length*t.height
		}
	}
	quarters := int(math.Round(best.angle / (math.Pi / 2)))
	return best.turned(-quarters)
}

// alongside is the rectangle at an angle that holds all points; each is a dot wide and high.
func alongside(points []point, angle float64) tilted {
	sin, cos := math.Sincos(angle)
	lowU, highU, lowV, highV := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, p := range points {
		u, v := p.x*cos+p.y*sin, p.y*cos-p.x*sin
		lowU, highU, lowV, highV = min(lowU, u), max(highU, u), min(lowV, v), max(highV, v)
	}
	u, v := (lowU+highU)/2, (lowV+highV)/2
	return tilted{u*cos - v*sin, u*sin + v*cos, highU - lowU + 1, highV - lowV + 1, angle}
}

// hull is the outline of points, by Andrew's monotone chains.
func hull(points []point) []point {
	points = slices.Clone(points)
	slices.SortFunc(points, func(a, b point) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	chain := func(points []point) []point {
		var c []point
		for _, p := range points {
			for len(c) >= 2 && cross(c[len(c)-2], c[len(c)-1], p) <= 0 {
				c = c[:len(c)-1]
			}
			c = append(c, p)
		}
		return c
	}
	lower := chain(points)
	slices.Reverse(points)
	upper := chain(points)
	if len(points) < 3 {
		return lower
	}
	return append(lower[:len(lower)-1], upper[:len(upper)-1]...)
}

func cross(a, b, c point) float64 { return (b.x-a.x)*(c.y-a.y) - (b.y-a.y)*(c.x-a.x) }
