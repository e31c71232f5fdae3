package render

import (
	"encoding/base64"

	"bedside"
)

// ViewPicture is a picture with the boxes that findings point at, in its own pixels.
type ViewPicture struct {
	Index         int
	Label         string
	Width, Height int
	Source        string // an address that holds the picture itself; empty: only its frame is drawn
	Boxes         []ViewBox
	Font, Up      int // the size of letters, and how far from a box they stand
}

// ViewBox is a place in a picture.
type ViewBox struct {
	Letter              string
	Class               string // the severity of the gravest finding that points here
	Words               string // "A face, upper left"
	Solid               bool   // a face; words and codes are dashed
	X, Y, Width, Height int
	LetterX, LetterY    int
	Cards               []int
}

// A letter is one in so many parts of the longer side of its picture.
const letterShare = 28

// viewPictures draws up the pictures in which findings point at places. Without text only their frames are drawn: a picture shows
// words too.
func viewPictures(a Answer, cards []card) []ViewPicture {
	var out []ViewPicture
	for _, s := range sights(a.Draft, cards) {
		if seen := a.Draft.Media[s.medium].Seen; seen.Width <= 0 || seen.Height <= 0 { // a document has no one picture
			continue
		}
		if n := len(out); n == 0 || out[n-1].Index != s.medium {
			out = append(out, viewPicture(a, s.medium))
		}
		p := &out[len(out)-1]
		p.Boxes = append(p.Boxes, p.place(s, a.Draft.Media[s.medium].Seen))
	}
	return out
}

func viewPicture(a Answer, index int) ViewPicture {
	seen := a.Draft.Media[index].Seen
	p := ViewPicture{Index: index, Label: capital(picture(a.Draft, index)), Width: seen.Width, Height: seen.Height}
	p.Font = max(1, max(p.Width, p.Height)/letterShare)
	p.Up = p.Font / 3
	for _, s := range a.Shown {
		if s.Index == index && !a.NoText {
			p.Source = "data:" + s.Type + ";base64," + base64.StdEncoding.EncodeToString(s.Bytes)
		}
	}
	return p
}

func (p *ViewPicture) place(s sight, seen *bedside.Seen) ViewBox {
	e := bedside.Evidence{Part: bedside.PartMedia, Box: &s.box}
	if s.kind == "words" {
		e.Part = bedside.PartPictureText
	}
	b := ViewBox{
		Letter: s.letter, Class: s.worst.String(), Words: boxed(seen, e), Solid: s.kind == "face", Cards: s.cards,
		X: s.box[0], Y: s.box[1], Width: s.box[2], Height: s.box[3], LetterX: s.box[0] - p.Font, LetterY: s.box[1] + p.Font - p.Up,
	}
	switch {
	case b.LetterX > 0: // beside the box, where rows of words leave room
	case s.box[1] > p.Font+p.Up:
		b.LetterX, b.LetterY = s.box[0], s.box[1]-p.Up
	default:
		b.LetterX, b.LetterY = s.box[0], s.box[1]+s.box[3]+p.Font
	}
	return b
}
