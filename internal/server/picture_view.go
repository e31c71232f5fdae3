package server

import (
	"slices"
	"strconv"
	"strings"

	"bedside/internal/app"
	"bedside/internal/look"
	"bedside/render"
)

// picture is a file beside the draft as the Write room shows it.
type picture struct {
	ID, Alt       string
	Type          string
	Drawn, Covers bool
	Width, Height int
	Stroke        int    // of a box, in pixels of the picture: so that it is as wide on every screen
	Font          int    // of its letter
	Print         string // tells one copy from the next
	Boxes         []box
	Own           []ownBox
	Tells         string // what the file holds beside the picture
	Copied        string // what was done, where this is a copy
	Keeping       []int  // the numbers of the boxes of the picture that are kept
	Again         bool   // it can be copied again, with more of it covered
	Kept          string // what was kept by hand in it
	Left          string // what else was still seen in the copy
	Film          bool
	Making        *work  // of a copy
	Failed        string // why there is no copy
}

// box is what was found at a place of a picture.
type box struct {
	Letter, Says string
	Words        string // that were read there
	Number       int
	X, Y, W, H   int
	Solid, Keeps bool   // a face is drawn solid, all else dashed; it stays as it is
	Class        string // the severity of the gravest finding that points here
	Cards        []int  // of those findings
}

// ownBox is a box that somebody placed, with its sides in per cent as well.
type ownBox struct {
	box
	Left, Top, Width, Height string
}

// letterShare is how many letters stand on the longer side of a picture.
const letterShare = 30

// picturesOf are some pictures of the form, as the page shows them. view is nil before a check.
func (s *Server) picturesOf(f form, ids []string, view *render.View) (out []picture) {
	for _, id := range ids {
		p, ok := s.album.get(id)
		if !ok {
			continue
		}
		out = append(out, pictureOf(id, p, f, sights(view, len(out))))
	}
	return out
}

// sights are the places that findings point at in one of the pictures.
func sights(view *render.View, index int) []render.ViewBox {
	if view == nil {
		return nil
	}
	for _, p := range view.Pictures {
		if p.Index == index {
			return p.Boxes
		}
	}
	return nil
}

func pictureOf(id string, pasted pasted, f form, found []render.ViewBox) picture {
	p, long := pasted.photo, max(pasted.photo.Seen.Width, pasted.photo.Seen.Height)
	out := picture{
		ID: id, Alt: f.Alts[id], Type: strings.ToUpper(p.Seen.Type), Drawn: p.Shown != nil, Covers: p.Covers(), Width: p.Seen.Width, Height: p.Seen.Height,
		Stroke: max(1, long/220), Font: max(1, long/letterShare), Print: p.Seen.SHA256[:min(8, len(p.Seen.SHA256))], Tells: listed(p.Tells()),
	}
	out.Film, out.Failed = p.IsFilm(), pasted.failed
	if m := pasted.making; m != nil {
		w := m.work()
		out.Making, out.Covers = &w, false
	}
	c := f.Coverings[id]
	if p.Copied != nil {
		c.Kept = nil // they are numbers of boxes of the picture itself
	}
	for i, m := range p.Marked {
		out.Boxes = append(out.Boxes, boxOf(p, m, i, c, found))
	}
	for i, b := range c.Own {
		out.Own = append(out.Own, ownBoxOf(p, b, i, len(out.Boxes)+i))
	}
	out.Keeping = f.Coverings[id].Kept
	if c := p.Copied; c != nil {
		out.Again = pasted.original.Covers() && len(f.Coverings[id].Own) < mostOwn
		out.Copied, out.Kept, out.Left = copied(c), said(pasted.original, c.Kept), said(pasted.original, c.Uncovered())
		if out.Film {
			out.Again = false // it was looked at again and again while it was made
			if out.Left == "" && c.Left() > 0 {
				out.Left = "something, at other times"
			}
		}
	}
	return out
}

// boxOf is what was found at one place, with the findings that point there.
func boxOf(p *app.Photo, m look.Region, number int, c covering, found []render.ViewBox) box {
	out := box{
		Letter: render.Letter(number), Says: placeOf(p, m), Words: wordsAt(p.Seen, m), Number: number,
		X: m.Box[0], Y: m.Box[1], W: m.Box[2], H: m.Box[3], Solid: m.Kind == "face", Keeps: slices.Contains(c.Kept, number),
	}
	for _, v := range found {
		if at := [4]int{v.X, v.Y, v.Width, v.Height}; at == m.Box || p.IsFilm() && slices.Contains(look.Regions(p.Seen), look.Region{Kind: m.Kind, Box: at}) {
			out.Class, out.Cards = v.Class, append(out.Cards, v.Cards...)
		}
	}
	slices.Sort(out.Cards)
	out.Cards = slices.Compact(out.Cards) // in a video many places are one
	return out
}

func ownBoxOf(p *app.Photo, b placed, number, letter int) ownBox {
	at := b.in(p.Seen)
	return ownBox{
		box:  box{Letter: render.Letter(letter), Number: number, X: at[0], Y: at[1], W: at[2], H: at[3]},
		Left: percent(b[0]), Top: percent(b[1]), Width: percent(b[2]), Height: percent(b[3]),
	}
}

// said says what lies at places of a picture, and where.
func said(p *app.Photo, regions []look.Region) string {
	var words []string
	for _, r := range regions {
		if place := placeOf(p, r); !p.IsFilm() || !slices.Contains(words, place) {
			words = append(words, place)
		}
	}
	return strings.Join(words, "; ")
}

// placeOf says what lies at a place of a picture, and where; of a video, what kind of thing it is.
func placeOf(p *app.Photo, r look.Region) string {
	if !p.IsFilm() {
		return render.Place(p.Seen, r.Kind, r.Box)
	}
	return map[string]string{"face": "Faces", "words": "Words", "code": "Codes"}[r.Kind] + ", for as long as they are seen"
}

// copied says what was done to a copy.
func copied(c *look.Copy) string {
	said := strconv.Itoa(len(c.Covered)) + " places are covered."
	switch {
	case c.Lossless:
		said = "No pixel was changed."
	case len(c.Covered) == 0:
		said = "The copy was drawn anew."
	case len(c.Covered) == 1:
		said = "One place is covered."
	}
	if c.Film {
		said += " The sound is left out: voices tell who people are."
	}
	if c.NotCovered != "" {
		said += " " + c.NotCovered
	}
	return said + " What the file told beside the picture is left out."
}

// listed joins words with commas and an and.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
