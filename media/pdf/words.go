package pdf

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// matrix maps places: a b c d, and where the origin lies.
type matrix [6]float64

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func identity() matrix { return matrix{1, 0, 0, 1, 0, 0} }

// writing follows what draws one page, and writes down its words line by line.
type writing struct {
	f         *file
	fonts     map[any]*font
	out       []string
	line      strings.Builder
	unread    bool // words in a font that does not say what its codes mean
	left      int  // operators that may yet be followed
	pictures  []stream
	state     state
	held      []state
	end       [2]float64 // where the last text ended
	text, row matrix
}

// state is what "q" puts away and "Q" brings back.
type state struct {
	page                                       matrix
	font                                       *font
	size, leading, wordSpace, charSpace, scale float64
}

// maxOperators is how many operators of a document are followed, and maxLine how long a line of words gets.
const (
	maxOperators = 3_000_000
	maxLine      = 4 << 10
)

// draw follows the operators of a page, or of a form on it.
func (w *writing) draw(b []byte, resources dict, depth int) {
	p := newParser(b)
	var held []any
	for w.left > 0 {
		o, ok := p.next(0)
		if !ok {
			return
		}
		op, isOperator := o.(operator)
		if !isOperator {
			if held = append(held, o); len(held) > 1000 {
				held = held[500:]
			}
			continue
		}
		if w.left--; w.left%4096 == 0 && w.f.ctx.Err() != nil {
			w.left, w.f.whole = 0, false
		}
		switch op {
		case "BI":
			inline(p)
		case "Do":
			w.do(held, resources, depth)
		default:
			w.operate(op, held, resources)
		}
		held = held[:0]
	}
	w.f.whole = false
}

// inline goes over a picture that stands among the operators.
func inline(p *parser) {
	i := bytes.Index(p.b[p.at:], []byte("ID"))
	if i < 0 {
		return
	}
	p.at += i + 2
	for {
		i := bytes.Index(p.b[p.at:], []byte("EI"))
		if i < 0 {
			p.at = len(p.b)
			return
		}
		p.at += i + 2
		if p.at >= len(p.b) || blank(p.b[p.at]) && i > 0 && blank(p.b[p.at-3]) {
			return
		}
	}
}

// do draws a form, or notes a picture.
func (w *writing) do(held []any, resources dict, depth int) {
	if len(held) == 0 || depth > 8 {
		return
	}
	n, _ := held[len(held)-1].(name)
	s, ok := w.f.resolve(w.f.dict(resources["XObject"])[n]).(stream)
	switch {
	case !ok:
	case w.f.name(s.dict["Subtype"]) == "Image":
		if len(w.pictures) < 1000 {
			w.pictures = append(w.pictures, s)
		}
	default:
		inner := w.f.dict(s.dict["Resources"])
		if inner == nil {
			inner = resources
		}
		before := w.state
		if m := w.f.array(s.dict["Matrix"]); len(m) == 6 {
			w.state.page = w.matrix(m).times(w.state.page)
		}
		w.draw(w.f.unpack(s), inner, depth+1)
		w.state = before
	}
}

func (w *writing) matrix(a []any) (m matrix) {
	for i := range m {
		m[i] = w.f.number(a[i])
	}
	return m
}

// operate follows one operator.
func (w *writing) operate(op operator, held []any, resources dict) {
	n := func(fromEnd int) float64 {
		if fromEnd > len(held) {
			return 0
		}
		return w.f.number(held[len(held)-fromEnd])
	}
	switch s := &w.state; op {
	case "q":
		if len(w.held) < 1000 {
			w.held = append(w.held, *s)
		}
	case "Q":
		if len(w.held) > 0 {
			*s, w.held = w.held[len(w.held)-1], w.held[:len(w.held)-1]
		}
	case "cm":
		if len(held) >= 6 {
			s.page = w.matrix(held[len(held)-6:]).times(s.page)
		}
	case "BT":
		w.text, w.row = identity(), identity()
	case "Tf":
		if len(held) >= 2 {
			s.font, s.size = w.fontOf(held[len(held)-2], resources), n(1)
		}
	case "TL":
		s.leading = n(1)
	case "Tw":
		s.wordSpace = n(1)
	case "Tc":
		s.charSpace = n(1)
	case "Tz":
		s.scale = n(1) / 100
	case "Td":
		w.move(n(2), n(1))
	case "TD":
		s.leading = -n(1)
		w.move(n(2), n(1))
	case "T*":
		w.move(0, -s.leading)
	case "Tm":
		if len(held) >= 6 {
			w.row = w.matrix(held[len(held)-6:])
			w.text = w.row
		}
	default:
		w.showing(op, held)
	}
}

// showing follows the operators that show words.
func (w *writing) showing(op operator, held []any) {
	if len(held) == 0 {
		return
	}
	switch op {
	case "\"":
		if len(held) >= 3 {
			w.state.wordSpace, w.state.charSpace = w.f.number(held[len(held)-3]), w.f.number(held[len(held)-2])
		}
		w.move(0, -w.state.leading)
	case "'":
		w.move(0, -w.state.leading)
	case "Tj":
	case "TJ":
		for _, o := range w.f.array(held[len(held)-1]) {
			if s, ok := o.(text); ok {
				w.show(s)
			} else if by, ok := o.(float64); ok {
				w.text = matrix{1, 0, 0, 1, -by / 1000 * w.state.size * w.state.scale, 0}.times(w.text)
			}
		}
		return
	default:
		return
	}
	if s, ok := held[len(held)-1].(text); ok {
		w.show(s)
	}
}

func (w *writing) move(x, y float64) {
	w.row = matrix{1, 0, 0, 1, x, y}.times(w.row)
	w.text = w.row
}

func (w *writing) fontOf(o any, resources dict) *font {
	n, _ := o.(name)
	of := w.f.dict(resources["Font"])[n]
	var key any = n
	if r, ok := of.(ref); ok {
		key = r
	}
	if t, ok := w.fonts[key]; ok {
		return t
	}
	t := w.f.font(of)
	w.fonts[key] = t
	return t
}

// show writes down a text: behind a space where there is a gap before it, on a new line where it stands on one.
func (w *writing) show(s text) {
	t := w.state.font
	if t == nil {
		return
	}
	w.unread = w.unread || !t.readable && len(s) > 0
	size := w.state.size
	meaning, width := t.read(s, w.state.wordSpace/max(size, 0.01), w.state.charSpace/max(size, 0.01))
	place := w.text.times(w.state.page)
	w.gap(place, size)
	w.line.WriteString(meaning)
	w.text = matrix{1, 0, 0, 1, width * size * w.state.scale, 0}.times(w.text)
	after := w.text.times(w.state.page)
	w.end = [2]float64{after[4], after[5]}
	if w.line.Len() > maxLine {
		w.newline()
	}
}

// gap looks at how far a text stands from the one before it, in parts of its size.
func (w *writing) gap(place matrix, size float64) {
	unit := max(abs(place[0])+abs(place[1]), 0.001) * max(abs(size), 0.001)
	along, across := place[4]-w.end[0], place[5]-w.end[1]
	if abs(place[1]) > abs(place[0]) { // written upwards
		along, across = across, along
	}
	switch {
	case w.line.Len() == 0:
	case abs(across) > unit/2 || along < -unit*2 || along > unit*12:
		w.newline()
	case along > unit*0.15:
		w.line.WriteByte(' ')
	}
}

func abs(f float64) float64 { return max(f, -f) }

func (w *writing) newline() {
	if s := strings.Join(strings.Fields(w.line.String()), " "); s != "" && utf8.ValidString(s) {
		w.out = append(w.out, s)
	}
	w.line.Reset()
}
