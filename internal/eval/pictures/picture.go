package pictures

import (
	"fmt"
	"image"
	"math/rand/v2"
)

// Picture is a drawn picture with its truth. Boxes are in pixels of the picture.
type Picture struct {
	Name    string // kind and seed: wristband-17
	Kind    string
	JPEG    []byte
	Words   []Word
	Planted []Planted
	Codes   []Code
}

// Word is a word that stands in a picture.
type Word struct {
	Text string
	Line int // words of one line share it
	Box  image.Rectangle
}

// Planted is an identifier that stands in a picture: a name, a date, a number, a contact. Each of its words has a box.
type Planted struct {
	Kind  string
	Text  string
	Boxes []image.Rectangle
}

// Code is a bar code or matrix code that stands in a picture.
type Code struct {
	Kind string // as bedside.SeenCode has it
	Text string
	Box  image.Rectangle
}

// subject is one kind of clinical picture: what is drawn, flat, before it is photographed.
type subject struct {
	kind string
	draw func(r *rand.Rand) *sheet
}

func subjects() []subject {
	return []subject{
		{"wristband", wristband},
		{"whiteboard", whiteboard},
		{"monitor", monitor},
		{"chart", chart},
		{"xray", radiograph},
		{"door", doorSign},
		{"badge", badge},
		{"slide", slide},
		{"specimen", specimen},
		{"handover", handover},
	}
}

// Clinical draws n clinical pictures, kind after kind. The same n and seed give the same pictures; a picture does not depend on how many are drawn.
func Clinical(n int, seed uint64) ([]Picture, error) {
	kinds := subjects()
	all := make([]Picture, 0, n)
	for i := range n {
		s := kinds[i%len(kinds)]
		r := rand.New(rand.NewPCG(seed, uint64(i)))
		p, err := photograph(r, s.draw(r))
		if err != nil {
			return nil, fmt.Errorf("draw %s %d: %w", s.kind, i, err)
		}
		p.Name, p.Kind = fmt.Sprintf("%s-%d", s.kind, i), s.kind
		all = append(all, p)
	}
	return all, nil
}
