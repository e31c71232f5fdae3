package pictures

import (
	"image"
	"math"
)

// projection is a perspective: x' = (ax+by+c)/(gx+hy+i), y' = (dx+ey+f)/(gx+hy+i).
type projection [9]float64

// between leads from a rectangle to four corners.
func between(b image.Rectangle, to [4]point) projection {
	w, h := float64(b.Dx()), float64(b.Dy())
	dx1, dx2, dx3 := to[1].x-to[2].x, to[3].x-to[2].x, to[0].x-to[1].x+to[2].x-to[3].x
	dy1, dy2, dy3 := to[1].y-to[2].y, to[3].y-to[2].y, to[0].y-to[1].y+to[2].y-to[3].y
	det := dx1*dy2 - dx2*dy1
	g, k := (dx3*dy2-dx2*dy3)/det, (dx1*dy3-dx3*dy1)/det
	return projection{
		(to[1].x - to[0].x + g*to[1].x) / w, (to[3].x - to[0].x + k*to[3].x) / h, to[0].x,
		(to[1].y - to[0].y + g*to[1].y) / w, (to[3].y - to[0].y + k*to[3].y) / h, to[0].y,
		g / w, k / h, 1,
	}
}

func (p projection) at(q point) point {
	d := p[6]*q.x + p[7]*q.y + p[8]
	return point{(p[0]*q.x + p[1]*q.y + p[2]) / d, (p[3]*q.x + p[4]*q.y + p[5]) / d}
}

// inverse leads back.
func (p projection) inverse() projection {
	return projection{
		p[4]*p[8] - p[5]*p[7], p[2]*p[7] - p[1]*p[8], p[1]*p[5] - p[2]*p[4],
		p[5]*p[6] - p[3]*p[8], p[0]*p[8] - p[2]*p[6], p[2]*p[3] - p[0]*p[5],
		p[3]*p[7] - p[4]*p[6], p[1]*p[6] - p[0]*p[7], p[0]*p[4] - p[1]*p[3],
	}
}

// box is the upright box around a rectangle that was projected.
func (p projection) box(r image.Rectangle) image.Rectangle {
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, c := range [4]image.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}} {
		q := p.at(point{float64(c.X), float64(c.Y)})
		low, high = point{min(low.x, q.x), min(low.y, q.y)}, point{max(high.x, q.x), max(high.y, q.y)}
	}
	return image.Rect(int(math.Floor(low.x)), int(math.Floor(low.y)), int(math.Ceil(high.x)), int(math.Ceil(high.y)))
}
