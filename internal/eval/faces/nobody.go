package faces

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// nobody draws pictures that show nobody: things of a ward, and textures. The same number is always the same picture.
func nobody(number int) *image.RGBA {
	r := rand.New(rand.NewPCG(uint64(number), 7))
	p := image.NewRGBA(image.Rect(0, 0, 640+r.IntN(5)*160, 480+r.IntN(4)*120))
	scenes := []func(*sketch){screen, board, film, tray, ward, noise, tiles, waves, spots}
	s := &sketch{p, r, p.Bounds().Dx(), p.Bounds().Dy()}
	scenes[number%len(scenes)](s)
	s.grain(r.IntN(14))
	return p
}

// sketch is a picture in the making.
type sketch struct {
	*image.RGBA
	r             *rand.Rand
	width, height int
}

func (s *sketch) box(x, y, w, h int, c color.RGBA) {
	for yy := max(y, 0); yy < min(y+h, s.height); yy++ {
		for xx := max(x, 0); xx < min(x+w, s.width); xx++ {
			s.SetRGBA(xx, yy, c)
		}
	}
}

func (s *sketch) disc(x, y, rx, ry int, c color.RGBA) {
	for yy := max(y-ry, 0); yy < min(y+ry, s.height); yy++ {
		half := float64(rx) * math.Sqrt(1-sq(float64(yy-y)/float64(ry)))
		s.box(x-int(half), yy, int(2*half), 1, c)
	}
}

func sq(x float64) float64 { return x * x }

// colour is a random one between two lights.
func (s *sketch) colour(low, high int) color.RGBA {
	part := func() uint8 { return uint8(low + s.r.IntN(high-low)) }
	return color.RGBA{part(), part(), part(), 255}
}

// every sets each pixel.
func (s *sketch) every(light func(x, y int) color.RGBA) {
	for y := range s.height {
		for x := range s.width {
			s.SetRGBA(x, y, light(x, y))
		}
	}
}

// grain adds the noise of a sensor.
func (s *sketch) grain(most int) {
	for i := range s.Pix {
		if i%4 != 3 && most > 0 {
			s.Pix[i] = uint8(min(255, max(0, int(s.Pix[i])+s.r.IntN(2*most+1)-most)))
		}
	}
}

// screen is a monitor with curves and figures.
func screen(s *sketch) {
	s.box(0, 0, s.width, s.height, s.colour(150, 230))
	s.box(s.width/8, s.height/8, s.width*3/4, s.height*3/4, s.colour(0, 30))
	for row := range 3 + s.r.IntN(3) {
		c, base, pace := s.colour(90, 255), s.height/5+row*s.height/8, 4+s.r.Float64()*30
		for x := s.width / 8; x < s.width*5/8; x++ {
			beat := math.Pow(math.Sin(float64(x)/pace), 15)
			s.box(x, base-int(beat*float64(s.height)/16), 2, 2, c)
		}
		for digit := range 2 + s.r.IntN(2) {
			s.glyph(s.width*21/32+digit*s.width/24, base-s.height/24, s.height/14, c)
		}
	}
}

// glyph is some strokes that look like a figure or a letter.
func (s *sketch) glyph(x, y, size int, c color.RGBA) {
	w, thick := size/2, max(1, size/8)
	for bar := range 7 {
		if s.r.IntN(3) == 0 {
			continue
		}
		switch {
		case bar < 3:
			s.box(x, y+bar*size/2, w, thick, c)
		case bar < 5:
			s.box(x+(bar-3)*w, y, thick, size/2, c)
		default:
			s.box(x+(bar-5)*w, y+size/2, thick, size/2, c)
		}
	}
}

// board is a whiteboard, or a chart, with lines of writing.
func board(s *sketch) {
	s.box(0, 0, s.width, s.height, s.colour(120, 200))
	s.box(s.width/12, s.height/12, s.width*10/12, s.height*10/12, s.colour(225, 255))
	size := 10 + s.r.IntN(24)
	for y := s.height / 8; y < s.height*7/8-size; y += size * 2 {
		c := s.colour(0, 160)
		for x := s.width / 8; x < s.width*7/8-size; x += size*2/3 + s.r.IntN(3)/2*size {
			s.glyph(x, y+s.r.IntN(4), size, c)
		}
	}
}

// film is an X-ray: soft bright bones on black.
func film(s *sketch) {
	cx, cy, wide := float64(s.width)/2, float64(s.height)/2, float64(s.width)/(3+s.r.Float64()*2)
	ribs, tilt := 14+s.r.Float64()*20, s.r.Float64()
	s.every(func(x, y int) color.RGBA {
		dx, dy := (float64(x)-cx)/wide, (float64(y)-cy)/(float64(s.height)/2)
		body := max(0, 1-dx*dx-.6*dy*dy)
		rib := .5 + .5*math.Sin(dy*ribs+math.Abs(dx)*4*tilt)
		spine := math.Exp(-dx * dx * 60)
		v := uint8(min(255, 255*body*(.25+.35*rib+.5*spine)))
		return color.RGBA{v, v, v, 255}
	})
	s.glyph(s.width/16, s.height/16, s.height/16, color.RGBA{230, 230, 230, 255})
}

// tray has round and long things on a cloth: dishes, pills, instruments, gloves.
func tray(s *sketch) {
	s.box(0, 0, s.width, s.height, s.colour(90, 200))
	for range 10 + s.r.IntN(30) {
		x, y, size := s.r.IntN(s.width), s.r.IntN(s.height), 10+s.r.IntN(s.height/6)
		c := s.colour(60, 255)
		if s.r.IntN(2) == 0 {
			s.disc(x, y, size, size*2/3+1, c)
			s.disc(x, y, size*3/4, size/2+1, s.colour(60, 255))
		} else {
			s.box(x, y, size*3, size/4+2, c)
		}
	}
}

// ward is a room in boxes: walls, beds, doors, windows, lamps.
func ward(s *sketch) {
	s.box(0, 0, s.width, s.height*2/3, s.colour(170, 250))
	s.box(0, s.height*2/3, s.width, s.height/3, s.colour(90, 180))
	for range 6 + s.r.IntN(12) {
		s.box(s.r.IntN(s.width), s.r.IntN(s.height*3/4), s.width/16+s.r.IntN(s.width/4), s.height/16+s.r.IntN(s.height/3), s.colour(60, 255))
	}
	for range s.r.IntN(6) {
		s.disc(s.r.IntN(s.width), s.r.IntN(s.height/3), s.width/30, s.width/30, color.RGBA{255, 250, 235, 255})
	}
}

// noise is light and shade on several scales.
func noise(s *sketch) {
	tint := s.colour(90, 255)
	var phase [12]float64
	for i := range phase {
		phase[i] = s.r.Float64() * 40
	}
	s.every(func(x, y int) color.RGBA {
		v, size := 0., 4.
		for i := 0; i < len(phase); i += 2 {
			v += math.Sin(float64(x)/size+phase[i]+2*math.Sin(float64(y)/size+phase[i+1])) / 6
			size *= 2.1
		}
		k := .5 + .5*v
		return color.RGBA{uint8(float64(tint.R) * k), uint8(float64(tint.G) * k), uint8(float64(tint.B) * k), 255}
	})
}

// tiles is a checked floor or curtain.
func tiles(s *sketch) {
	a, b, size := s.colour(40, 255), s.colour(40, 255), 6+s.r.IntN(60)
	s.every(func(x, y int) color.RGBA {
		if (x/size+y/size)%2 == 0 {
			return a
		}
		return b
	})
}

// waves is wood, cloth or hair.
func waves(s *sketch) {
	a, pace, bend := s.colour(60, 220), 3+s.r.Float64()*20, s.r.Float64()*40
	s.every(func(x, y int) color.RGBA {
		k := .6 + .4*math.Sin((float64(y)+bend*math.Sin(float64(x)/90))/pace)
		return color.RGBA{uint8(float64(a.R) * k), uint8(float64(a.G) * k), uint8(float64(a.B) * k), 255}
	})
}

// spots are cells under a microscope, in the colours of skin and stain.
func spots(s *sketch) {
	s.box(0, 0, s.width, s.height, color.RGBA{238, uint8(200 + s.r.IntN(30)), uint8(205 + s.r.IntN(40)), 255})
	for range 40 + s.r.IntN(120) {
		x, y, size := s.r.IntN(s.width), s.r.IntN(s.height), 8+s.r.IntN(40)
		s.disc(x, y, size, size*4/5+1, color.RGBA{uint8(200 + s.r.IntN(40)), uint8(140 + s.r.IntN(50)), uint8(160 + s.r.IntN(60)), 255})
		s.disc(x+size/6, y, size/3+1, size/3+1, color.RGBA{uint8(90 + s.r.IntN(50)), 60, uint8(120 + s.r.IntN(60)), 255})
	}
}
