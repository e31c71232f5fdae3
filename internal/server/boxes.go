package server

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/look"
)

// covering is what the author of a draft chose in one of its pictures: which of the boxes that were found stay as they are, and where they
// put boxes of their own.
type covering struct {
	Kept []int
	Own  []placed
}

// placed is a box that somebody put into a picture: left, top, width and height in thousandths of it.
type placed [4]int

// The fields of boxes. A box that was found is kept or covered; of somebody's own, one field of each name follows another.
const (
	atField     = "at."
	leftField   = "left."
	topField    = "top."
	widthField  = "width."
	heightField = "height."
	keepBox     = "keep"
)

// Bounds of boxes: of what a form may claim was found, of those that somebody places in a picture, and of how small those are.
const (
	mostBoxes    = 1000
	mostOwn      = 50
	smallest     = 5
	whole        = 1000
	perPercent   = 10
	middleCorner = 400 // of a box that is new: one fifth of the picture, in its middle
	middleLength = 200
)

// coveringsOf reads what was chosen in each picture.
func coveringsOf(v url.Values) map[string]covering {
	out := map[string]covering{}
	for _, id := range slices.Concat(v["picture"], v["aside"]) {
		var c covering
		for name, values := range v {
			number, ok := strings.CutPrefix(name, atField+id+".")
			if n, err := strconv.Atoi(number); ok && err == nil && n >= 0 && n < mostBoxes && values[0] == keepBox {
				c.Kept = append(c.Kept, n)
			}
		}
		slices.Sort(c.Kept)
		c.Own = ownBoxes(v, id)
		out[id] = c
	}
	return out
}

// ownBoxes are those that somebody placed in a picture. What is no number is nought: the box is still there, to be placed again.
func ownBoxes(v url.Values, id string) (out []placed) {
	lefts := v[leftField+id]
	for i := range min(len(lefts), mostOwn) {
		var b placed
		for k, name := range []string{leftField, topField, widthField, heightField} {
			if values := v[name+id]; i < len(values) {
				b[k] = thousandths(values[i])
			}
		}
		out = append(out, b.within())
	}
	return out
}

// thousandths reads a share in per cent.
func thousandths(percent string) int {
	share, err := strconv.ParseFloat(strings.TrimSpace(percent), 64)
	if err != nil || math.IsNaN(share) {
		return 0
	}
	return int(math.Round(perPercent * max(0, min(whole/perPercent, share))))
}

// within is the box as far as it lies in the picture.
func (b placed) within() placed {
	for k := range 2 {
		b[k] = max(0, min(whole-smallest, b[k]))
		b[k+2] = max(smallest, min(whole-b[k], b[k+2]))
	}
	return b
}

// in is the box in pixels of a picture.
func (b placed) in(s *bedside.Seen) (out [4]int) {
	for k, size := range []int{s.Width, s.Height} {
		out[k] = b[k] * size / whole
		out[k+2] = ((b[k]+b[k+2])*size+whole-1)/whole - out[k]
	}
	return out
}

// placedAt is a box of pixels, as somebody could have placed it around them.
func placedAt(s *bedside.Seen, box [4]int) (b placed) {
	for k, size := range []int{s.Width, s.Height} {
		size = max(1, size)
		b[k] = box[k] * whole / size / smallest * smallest
		b[k+2] = ((box[k]+box[k+2])*whole/size+smallest)/smallest*smallest - b[k]
	}
	return b.within()
}

// percent is one side of a box as its field shows it.
func percent(thousandths int) string {
	return strconv.FormatFloat(float64(thousandths)/perPercent, 'f', -1, 64)
}

// of is the choice among what was found in a picture.
func (c covering) of(p *app.Photo) (out look.Choice) {
	for i, m := range p.Marked {
		if slices.Contains(c.Kept, i) {
			out.Keep = append(out.Keep, m)
		} else {
			out.Cover = append(out.Cover, m)
		}
	}
	for _, b := range c.Own {
		out.Cover = append(out.Cover, look.Region{Kind: "place", Box: b.in(p.Seen)})
	}
	return out
}

// coveringFor is the choice that a held picture was kept with, among what is found in it now.
func coveringFor(p *app.Photo, h app.HeldPicture) (out covering) {
	for i, m := range p.Marked {
		if slices.Contains(h.Keep, m) {
			out.Kept = append(out.Kept, i)
		}
	}
	for _, b := range h.Own {
		out.Own = append(out.Own, placed(b).within())
	}
	return out
}

// change does to a choice what a button says, among so many boxes. which is the number of one of somebody's own.
func (c covering) change(verb, which string, boxes int) covering {
	switch verb {
	case "coverall":
		c.Kept = nil
	case "keepall":
		c.Kept = nil
		for i := range min(boxes, mostBoxes) {
			c.Kept = append(c.Kept, i)
		}
	case "addbox":
		if len(c.Own) < mostOwn {
			c.Own = append(c.Own, placed{middleCorner, middleCorner, middleLength, middleLength})
		}
	case "unbox":
		if n, err := strconv.Atoi(which); err == nil && n >= 0 && n < len(c.Own) {
			c.Own = slices.Delete(slices.Clone(c.Own), n, n+1)
		}
	}
	return c
}

// wordsAt are the words that were read at a place of a picture, cut where they are long.
func wordsAt(s *bedside.Seen, r look.Region) string {
	const most = 40
	at := slices.IndexFunc(s.Texts, func(t bedside.SeenText) bool { return r.Kind == "words" && t.Box == r.Box })
	if at < 0 {
		return ""
	}
	words := []rune(s.Texts[at].Text)
	return string(words[:min(len(words), most)])
}
