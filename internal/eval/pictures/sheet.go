package pictures

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"slices"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gobolditalic"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/gomonobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/gofont/gosmallcaps"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// sheet is a flat surface with words on it: a band, a board, a screen.
type sheet struct {
	picture *image.RGBA
	words   []mark
	planted []plant
	codes   []Code
	lines   int
	screen  bool // shines: photographed in the dark rather than the light
	rigid   bool // a file rather than a photograph: not tilted
}

// mark is a word as it was drawn.
type mark struct {
	text string
	line int
	box  image.Rectangle
}

// plant is an identifier, and which words it has.
type plant struct {
	kind, text string
	from, to   int
}

// run is words in a line; those of an identifier name its kind.
type run struct{ text, kind string }

func say(text string) run        { return run{text: text} }
func tell(kind, text string) run { return run{text, kind} }

// accented holds for words with letters that a typeface of dots has not.
func (r run) accented() bool {
	return strings.ContainsFunc(r.text, func(c rune) bool { return c > '~' })
}

func newSheet(w, h int, c color.Color) *sheet {
	s := &sheet{picture: image.NewRGBA(image.Rect(0, 0, w, h))}
	draw.Draw(s.picture, s.picture.Bounds(), image.NewUniform(c), image.Point{}, draw.Src)
	return s
}

func (s *sheet) fill(r image.Rectangle, c color.Color) {
	draw.Draw(s.picture, r, image.NewUniform(c), image.Point{}, draw.Src)
}

// style is how words look. Written by hand, letters dance.
type style struct {
	font []byte
	size float64
	ink  color.Color
	hand *rand.Rand
	dots int // of a typeface made of dots: how wide each is; 0 for others
}

func fonts() [][]byte {
	return [][]byte{goregular.TTF, gobold.TTF, gomedium.TTF, gomono.TTF, gomonobold.TTF, goitalic.TTF, gobolditalic.TTF, gosmallcaps.TTF}
}

// printed picks a typeface that labels and screens are set in.
func printed(r *rand.Rand) []byte { return fonts()[r.IntN(5)] }

func (st style) sized(size float64) style  { st.size = size; return st }
func (st style) inked(c color.Color) style { st.ink = c; return st }
func (st style) set(font []byte) style     { st.font = font; return st }
func face(data []byte, size float64) font.Face {
	f, err := opentype.Parse(data)
	if err == nil {
		var made font.Face
		if made, err = opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72}); err == nil {
			return made
		}
	}
	panic("pictures: a built-in font cannot be read: " + err.Error())
}

// line writes runs from x on, on a base line at y, and returns where it ended.
func (s *sheet) line(x, y int, st style, runs ...run) int {
	f := face(st.font, st.size)
	if st.dots > 0 && !slices.ContainsFunc(runs, run.accented) {
		f = dotFace{basicfont.Face7x13, st.dots}
	}
	d := &font.Drawer{Dst: s.picture, Src: image.NewUniform(st.ink), Face: f, Dot: fixed.P(x, y)}
	for _, r := range runs {
		from := len(s.words)
		for word := range strings.FieldsSeq(r.text) {
			s.word(d, st, word)
		}
		if r.kind != "" {
			s.planted = append(s.planted, plant{r.kind, r.text, from, len(s.words)})
		}
	}
	s.lines++
	return d.Dot.X.Round()
}

func (s *sheet) word(d *font.Drawer, st style, word string) {
	var ink image.Rectangle
	for _, letter := range word {
		if st.hand != nil {
			d.Dot.Y += fixed.Int26_6(st.hand.IntN(int(st.size*5)+1)) - fixed.Int26_6(st.size*2.5)
			d.Dot.X += fixed.Int26_6(st.hand.IntN(int(st.size*3) + 1))
		}
		b, _ := d.BoundString(string(letter))
		ink = ink.Union(image.Rect(b.Min.X.Floor(), b.Min.Y.Floor(), b.Max.X.Ceil(), b.Max.Y.Ceil()))
		y := d.Dot.Y
		d.DrawString(string(letter))
		d.Dot.Y = y
	}
	s.words = append(s.words, mark{word, s.lines, ink})
	d.DrawString(" ")
}

// stack writes lines one below the other, and returns the base line after them.
func (s *sheet) stack(x, y int, st style, lines ...[]run) int {
	for _, l := range lines {
		s.line(x, y, st, l...)
		y += int(st.size * 1.45)
	}
	return y
}
