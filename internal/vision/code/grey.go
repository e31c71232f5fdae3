package code

import (
	"image"
	"math"
)

// grey is a picture in brightness.
type grey struct {
	width, height int
	pix           []uint8
}

func greyOf(m *image.RGBA) *grey {
	size := m.Rect.Size()
	g := &grey{size.X, size.Y, make([]uint8, size.X*size.Y)}
	for y := range size.Y {
		row := m.Pix[y*m.Stride : y*m.Stride+4*size.X]
		out := g.pix[y*size.X:]
		for x := range size.X {
			out[x] = uint8((299*int(row[4*x]) + 587*int(row[4*x+1]) + 114*int(row[4*x+2])) / 1000)
		}
	}
	return g
}

// shrunk is the picture smaller by a whole factor, each dot an average.
func (g *grey) shrunk(by int) *grey {
	if by <= 1 {
		return g
	}
	s := &grey{g.width / by, g.height / by, make([]uint8, (g.width/by)*(g.height/by))}
	for y := range s.height {
		for x := range s.width {
			sum := 0
			for dy := range by {
				at := (y*by+dy)*g.width + x*by
				for _, v := range g.pix[at : at+by] {
					sum += int(v)
				}
			}
			s.pix[y*s.width+x] = uint8(sum / (by * by))
		}
	}
	return s
}

// at is the brightness between dots. Beyond the edge it is light, as around any code.
func (g *grey) at(x, y float64) float64 {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	fx, fy := x-float64(x0), y-float64(y0)
	top := g.dot(x0, y0)*(1-fx) + g.dot(x0+1, y0)*fx
	bottom := g.dot(x0, y0+1)*(1-fx) + g.dot(x0+1, y0+1)*fx
	return top*(1-fy) + bottom*fy
}

func (g *grey) dot(x, y int) float64 {
	if x < 0 || y < 0 || x >= g.width || y >= g.height {
		return 255
	}
	return float64(g.pix[y*g.width+x])
}

// slanted is a rectangle at an angle: half its length along the direction and half its width across.
type slanted struct{ x, y, angle, along, across float64 }

// box is the upright box around it.
func (r slanted) box() image.Rectangle {
	sin, cos := math.Sincos(r.angle)
	w, h := math.Abs(r.along*cos)+math.Abs(r.across*sin), math.Abs(r.along*sin)+math.Abs(r.across*cos)
	return image.Rect(int(math.Floor(r.x-w)), int(math.Floor(r.y-h)), int(math.Ceil(r.x+w)), int(math.Ceil(r.y+h)))
}

// cut takes a slanted rectangle out of the picture, upright, with so many dots across and down.
func (g *grey) cut(r slanted, width, height int) *grey {
	out := &grey{width, height, make([]uint8, width*height)}
	sin, cos := math.Sincos(r.angle)
	for y := range height {
		v := ((float64(y)+0.5)/float64(height)*2 - 1) * r.across
		for x := range width {
			u := ((float64(x)+0.5)/float64(width)*2 - 1) * r.along
			out.pix[y*width+x] = uint8(g.at(r.x+u*cos-v*sin-0.5, r.y+u*sin+v*cos-0.5) + 0.5)
		}
	}
	return out
}
