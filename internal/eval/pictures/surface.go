package pictures

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// surface is what lies behind: cloth, wood or a wall, as smooth noise of some colours.
func surface(r *rand.Rand, w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	base := [3]float64{60 + r.Float64()*150, 60 + r.Float64()*140, 60 + r.Float64()*140}
	coarse, fine := cloud(r, 90+r.Float64()*200), cloud(r, 6+r.Float64()*24)
	stretch := 1 + 7*float64(r.IntN(2))*r.Float64()
	for y := range h {
		for x := range w {
			v := 40*coarse.at(float64(x), float64(y)) + 14*fine.at(float64(x)/stretch, float64(y))
			c := func(k int) uint8 { return uint8(max(0, min(255, base[k]+v))) }
			m.SetRGBA(x, y, color.RGBA{c(0), c(1), c(2), 255})
		}
	}
	return m
}

// cloud is smooth noise: random values on a grid, between them blended.
type noise struct {
	grid [64 * 64]float64
	step float64
}

func cloud(r *rand.Rand, step float64) *noise {
	n := &noise{step: step}
	for i := range n.grid {
		n.grid[i] = r.Float64()*2 - 1
	}
	return n
}

func (n *noise) at(x, y float64) float64 {
	x, y = x/n.step, y/n.step
	x0, y0 := math.Floor(x), math.Floor(y)
	fx, fy := smooth(x-x0), smooth(y-y0)
	v := func(dx, dy int) float64 { return n.grid[(int(y0)+dy)&63*64+(int(x0)+dx)&63] }
	return (v(0, 0)*(1-fx)+v(1, 0)*fx)*(1-fy) + (v(0, 1)*(1-fx)+v(1, 1)*fx)*fy
}

func smooth(t float64) float64 { return t * t * (3 - 2*t) }
