package pictures

import (
	"image"
	"math/rand/v2"
	"strings"

	"golang.org/x/image/font/gofont/gobold"
)

// wristband is laid out in one of three ways: in rows beside a code, with small labels over what they name, or all in two rows.
func wristband(r *rand.Rand) *sheet {
	p := invent(r)
	switch r.IntN(3) {
	case 1:
		return labelledBand(r, p)
	case 2:
		return narrowBand(r, p)
	}
	s := newSheet(980+r.IntN(200), 210+r.IntN(60), tint(r, 225, 255))
	st := style{font: printed(r), size: 30 + float64(r.IntN(8)), ink: grey(uint8(r.IntN(50)))}
	x := 40
	if r.IntN(2) == 0 {
		x = s.code(r, image.Pt(24, 24), pick(r, []string{"qr", "datamatrix"}), p.record, 150) + 24
	} else {
		s.code(r, image.Pt(640, 130), "code128", strings.ReplaceAll(p.record, " ", ""), 70)
	}
	s.line(x, 58, st.set(gobold.TTF), tell("name", p.written(r)))
	s.line(x, 104, st.sized(26), say(pick(r, []string{"DOB", "Born", "D.O.B.", "DOB:"})), tell("date", p.birth()), say("Sex "+p.sex))
	s.line(x, 146, st.sized(26), say(p.label+pick(r, []string{"", ":"})), tell("number", p.record))
	s.line(x, 188, st.sized(24), say(pick(r, []string{"Allergies: none known", "ALLERGY PENICILLIN", "Fall risk", "Ward 4 East", "NKDA"})))
	return s
}

// labelledBand has small labels, each over what it names.
func labelledBand(r *rand.Rand, p person) *sheet {
	s := newSheet(1060+r.IntN(160), 230+r.IntN(50), tint(r, 225, 255))
	st := style{font: printed(r), size: 30 + float64(r.IntN(6)), ink: grey(uint8(r.IntN(50))), dots: dotted(r)}
	over := func(x, y int, label string, what run) {
		s.line(x, y, style{font: st.font, size: 19, ink: grey(60)}, say(label))
		s.line(x, y+38, st, what)
	}
	name := tell("name", p.written(r))
	over(40, 40, pick(r, []string{"Patient", "Name", "PATIENT NAME", "Surname, first name"}), name)
	over(640, 40, pick(r, []string{"Date of birth", "DOB", "Born"}), tell("date", p.birth()))
	over(40, 140, p.label, tell("number", p.record))
	over(440, 140, pick(r, []string{"Sex", "M/F"}), say(p.sex))
	over(640, 140, pick(r, []string{"Blood group", "Allergies", "Ward"}), say(pick(r, []string{"A pos", "None known", "0 neg", "5 West"})))
	return s
}

// narrowBand has all of it in two rows.
func narrowBand(r *rand.Rand, p person) *sheet {
	s := newSheet(1180+r.IntN(160), 130+r.IntN(40), tint(r, 225, 255))
	st := style{font: printed(r), size: 27 + float64(r.IntN(6)), ink: grey(uint8(r.IntN(50))), dots: dotted(r)}
	x := s.line(30, 52, st, say(pick(r, []string{"", "Name:", "Pt:"})), tell("name", p.written(r))) + 40
	s.line(x, 52, st, say("("+p.sex+")"))
	x = s.line(30, 106, st, say(p.label+pick(r, []string{"", ":", " #"})), tell("number", p.record)) + 30
	s.line(x, 106, st, say(pick(r, []string{"DOB", "b.", "D.O.B:"})), tell("date", p.birth()))
	return s
}
