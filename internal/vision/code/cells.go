package code

import "math"

// side is the side of a cell, in dots of the shrunk picture.
const side = 8

// cells tell how edges run in each small square of a picture: how many there are and in which direction.
type cells struct {
	width, height int
	scale         int // of the picture to its shrunk copy
	all           []cell
}

// cell is the structure tensor of a square.
type cell struct{ xx, yy, xy float64 }

// energy is how much edge there is.
func (c cell) energy() float64 { return c.xx + c.yy }

// coherence is how much of it runs in one direction: 1 for bars, near 0 for checks.
func (c cell) coherence() float64 {
	if c.energy() == 0 {
		return 0
	}
	return math.Hypot(c.xx-c.yy, 2*c.xy) / c.energy()
}

// angle is the direction across the edges, from -π/2 to π/2.
func (c cell) angle() float64 { return 0.5 * math.Atan2(2*c.xy, c.xx-c.yy) }

func (c cell) plus(o cell) cell { return cell{c.xx + o.xx, c.yy + o.yy, c.xy + o.xy} }

// busy is the least energy of a cell that could belong to a code: edges of 20 steps of brightness at a quarter of its dots.
const busy = side * side / 4 * 20 * 20

// gridsOf is the cells of a picture at two sizes: fine bars are lost when it is small, and large codes have holes when it is large.
func gridsOf(g *grey) []*cells {
	var grids []*cells
	for _, size := range []int{1100, 550} {
		if scale := scaleTo(g, size); len(grids) == 0 || scale != grids[0].scale {
			grids = append(grids, cellsOf(g.shrunk(scale), scale))
		}
	}
	return grids
}

// scaleTo is the whole factor by which the longer side of a picture comes nearest to a size.
func scaleTo(g *grey, size int) int { return max(1, (max(g.width, g.height)+size/2)/size) }

func cellsOf(g *grey, scale int) *cells {
	c := &cells{width: g.width / side, height: g.height / side, scale: scale}
	c.all = make([]cell, c.width*c.height)
	for y := 1; y < min(g.height-1, c.height*side); y++ {
		above, row, below := g.pix[(y-1)*g.width:], g.pix[y*g.width:], g.pix[(y+1)*g.width:]
		for x := 1; x < min(g.width-1, c.width*side); x++ {
			dx, dy := float64(int(row[x+1])-int(row[x-1])), float64(int(below[x])-int(above[x]))
			at := &c.all[y/side*c.width+x/side]
			at.xx += dx * dx
			at.yy += dy * dy
			at.xy += dx * dy
		}
	}
	return c
}

// patch is cells that hang together.
type patch struct {
	cells []int
	sum   cell
}

// patches gathers neighbouring cells that may belong to one patch; join compares a cell with the patch so far.
func (c *cells) patches(take func(cell) bool, join func(*patch, cell) bool) []*patch {
	var all []*patch
	seen := make([]bool, len(c.all))
	for start := range c.all {
		if seen[start] || !take(c.all[start]) {
			continue
		}
		p := &patch{sum: c.all[start], cells: []int{start}}
		seen[start] = true
		for i := 0; i < len(p.cells); i++ {
			x, y := p.cells[i]%c.width, p.cells[i]/c.width
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					nx, ny := x+dx, y+dy
					if nx < 0 || ny < 0 || nx >= c.width || ny >= c.height {
						continue
					}
					n := ny*c.width + nx
					if !seen[n] && take(c.all[n]) && join(p, c.all[n]) {
						seen[n] = true
						p.cells = append(p.cells, n)
						p.sum = p.sum.plus(c.all[n])
					}
				}
			}
		}
		all = append(all, p)
	}
	return all
}

// around is the rectangle at an angle that holds the patch, in dots of the picture.
func (c *cells) around(p *patch, angle float64) slanted {
	sin, cos := math.Sincos(angle)
	lowU, highU, lowV, highV := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, i := range p.cells {
		x, y := (float64(i%c.width)+0.5)*side, (float64(i/c.width)+0.5)*side
		u, v := x*cos+y*sin, y*cos-x*sin
		lowU, highU, lowV, highV = min(lowU, u), max(highU, u), min(lowV, v), max(highV, v)
	}
	u, v, s := (lowU+highU)/2, (lowV+highV)/2, float64(c.scale)
	return slanted{(u*cos - v*sin) * s, (u*sin + v*cos) * s, angle, ((highU-lowU)/2 + side/2) * s, ((highV-lowV)/2 + side/2) * s}
}
