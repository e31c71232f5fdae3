package pictures

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
)

// Plain draws n pictures in which nothing is written and nobody is seen: rooms, corridors, cloth, tiles, leaves, tissue, curves, lights.
func Plain(n int, seed uint64) ([]Picture, error) {
	scenes := []struct {
		kind string
		draw func(*rand.Rand, *sheet)
	}{
		{"corridor", corridor},
		{"cloth", cloth},
		{"tiles", tiles},
		{"leaves", leaves},
		{"tissue", tissue},
		{"curves", curves},
		{"lights", lights},
		{"bed", bed},
		{"bones", func(r *rand.Rand, s *sheet) { s.bones(r) }},
		{"blinds", blinds},
		{"wall", func(*rand.Rand, *sheet) {}},
		{"facade", facade},
	}
	all := make([]Picture, 0, n)
	for i := range n {
		r := rand.New(rand.NewPCG(seed^0x9e3779b97f4a7c15, uint64(i)))
		scene := scenes[i%len(scenes)]
		w, h := 700+r.IntN(900), 600+r.IntN(600)
		s := &sheet{picture: surface(r, w, h)}
		scene.draw(r, s)
		t := shot{width: w, height: h, contrast: 0.6 + 0.4*r.Float64(), blur: 0.4 + r.Float64(), noise: 2 + 6*r.Float64(), slope: point{r.Float64()*60 - 30, r.Float64()*60 - 30}}
		t.develop(r, s.picture)
		var b bytes.Buffer
		if err := jpeg.Encode(&b, s.picture, &jpeg.Options{Quality: 55 + r.IntN(40)}); err != nil {
			return nil, err
		}
		all = append(all, Picture{Name: fmt.Sprintf("%s-%d", scene.kind, i), Kind: scene.kind, JPEG: b.Bytes()})
	}
	return all, nil
}

func corridor(r *rand.Rand, s *sheet) {
	b := s.picture.Bounds()
	end := image.Rect(b.Dx()*2/5, b.Dy()*2/5, b.Dx()*3/5, b.Dy()*3/5)
	floor, wall := tint(r, 120, 200), tint(r, 180, 235)
	for y := range b.Dy() {
		for x := range b.Dx() {
			u, v := math.Abs(float64(x)/float64(b.Dx())-0.5), float64(y)/float64(b.Dy())-0.5
			if v > u {
				s.picture.Set(x, y, floor)
			} else if u > math.Abs(v) {
				s.picture.Set(x, y, wall)
			}
		}
	}
	s.fill(end, tint(r, 60, 120))
	for i := range 4 {
		x := i * b.Dx() / 14
		s.fill(image.Rect(x, b.Dy()/4+i*20, x+30, b.Dy()-b.Dy()/6-i*20), tint(r, 90, 160))
		s.disc(image.Rect(b.Dx()/2-20-i*9, i*b.Dy()/12, b.Dx()/2+20+i*9, i*b.Dy()/12+20), grey(250))
	}
}

func cloth(r *rand.Rand, s *sheet) {
	b := s.picture.Bounds()
	one, two := tint(r, 60, 240), tint(r, 60, 240)
	wide := 12 + r.IntN(70)
	for y := 0; y < b.Dy(); y += wide {
		for x := 0; x < b.Dx(); x += wide {
			switch {
			case (x/wide)%2 == 0 && (y/wide)%2 == 0:
				s.fill(image.Rect(x, y, x+wide, y+wide), one)
			case (x/wide+y/wide)%2 == 0:
				s.fill(image.Rect(x, y, x+wide, y+wide), two)
			}
		}
	}
}

func tiles(r *rand.Rand, s *sheet) {
	b := s.picture.Bounds()
	w, h, gap := 60+r.IntN(90), 40+r.IntN(90), 3+r.IntN(5)
	for y := 0; y < b.Dy(); y += h {
		for x := -(y / h % 2) * w / 2; x < b.Dx(); x += w {
			s.fill(image.Rect(x, y, x+w-gap, y+h-gap), tint(r, 190, 225))
		}
	}
}

func leaves(r *rand.Rand, s *sheet) {
	b := s.picture.Bounds()
	for range 900 {
		x, y, w := r.IntN(b.Dx()), r.IntN(b.Dy()), 8+r.IntN(50)
		s.disc(image.Rect(x, y, x+w, y+w/2+r.IntN(w)), color.RGBA{uint8(r.IntN(110)), uint8(60 + r.IntN(150)), uint8(r.IntN(80)), 255})
	}
}

func tissue(r *rand.Rand, s *sheet) {
	b := s.picture.Bounds()
	s.fill(b, color.RGBA{230, uint8(150 + r.IntN(50)), 190, 255})
	for range 1600 {
		x, y, w := r.IntN(b.Dx()), r.IntN(b.Dy()), 5+r.IntN(16)
		s.disc(image.Rect(x, y, x+w, y+w), color.RGBA{uint8(90 + r.IntN(70)), uint8(50 + r.IntN(60)), uint8(130 + r.IntN(60)), 255})
	}
}

func curves(r *rand.Rand, s *sheet) {
	b := s.picture.Bounds()
	s.fill(b, color.RGBA{255, 235, 230, 255})
	for i := 0; i < max(b.Dx(), b.Dy()); i += 16 {
		s.fill(image.Rect(i, 0, i+1, b.Dy()), color.RGBA{240, 170, 165, 255})
		s.fill(image.Rect(0, i, b.Dx(), i+1), color.RGBA{240, 170, 165, 255})
	}
	for y := 60; y+120 < b.Dy(); y += 150 {
		s.wave(r, image.Rect(20, y, b.Dx()-20, y+120), grey(30))
	}
}

func lights(r *rand.Rand, s *sheet) {
	b := s.picture.Bounds()
	s.fill(b, grey(uint8(r.IntN(30))))
	for range 60 + r.IntN(60) {
		x, y, w := r.IntN(b.Dx()), r.IntN(b.Dy()), 10+r.IntN(70)
		s.disc(image.Rect(x, y, x+w, y+w), tint(r, 80, 255))
	}
}

func bed(r *rand.Rand, s *sheet) {
	b := s.picture.Bounds()
	w, h := b.Dx(), b.Dy()
	s.fill(image.Rect(w/8, h/2, w*7/8, h*5/6), tint(r, 205, 250))
	s.fill(image.Rect(w/8, h/3, w/8+24, h*11/12), grey(150))
	s.fill(image.Rect(w*7/8, h/3, w*7/8+24, h*11/12), grey(150))
	s.disc(image.Rect(w/6, h*5/12, w*2/5, h*7/12), grey(245))
	for i := range 6 {
		s.fill(image.Rect(w/4+i*w/10, h*5/6, w/4+i*w/10+8, h*11/12), grey(120))
	}
	s.fill(image.Rect(w*3/4, 0, w*3/4+8, h/2), grey(180))
	s.disc(image.Rect(w*3/4-30, h/10, w*3/4+40, h/4), tint(r, 150, 230))
}

func blinds(r *rand.Rand, s *sheet) {
	b := s.picture.Bounds()
	step := 14 + r.IntN(40)
	c := tint(r, 120, 250)
	for i := 0; i < max(b.Dx(), b.Dy()); i += step {
		s.fill(image.Rect(0, i, b.Dx(), i+step/2), c)
	}
}

func facade(r *rand.Rand, s *sheet) {
	b := s.picture.Bounds()
	w, h := 50+r.IntN(60), 60+r.IntN(80)
	for y := 20; y < b.Dy(); y += h + 30 {
		for x := 20; x < b.Dx(); x += w + 25 {
			s.fill(image.Rect(x, y, x+w, y+h), tint(r, 20, 120))
			s.fill(image.Rect(x+w/2-2, y, x+w/2+2, y+h), grey(220))
		}
	}
}
