package pictures

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"strconv"
	"strings"

	"golang.org/x/image/font/gofont/gobold"
)

func monitor(r *rand.Rand) *sheet {
	p := invent(r)
	s := newSheet(1180, 760, color.RGBA{6, 8, uint8(10 + r.IntN(14)), 255})
	s.screen = true
	colours := []color.Color{color.RGBA{60, 240, 90, 255}, color.RGBA{240, 220, 60, 255}, color.RGBA{70, 200, 250, 255}, color.RGBA{250, 90, 80, 255}}
	st := style{font: printed(r), size: 27 + float64(r.IntN(5)), ink: grey(225), dots: dotted(r)}
	s.monitorHead(r, p, st)
	for i, label := range []string{"HR bpm", "SpO2 %", "NIBP mmHg", "RR rpm"} {
		y := 150 + i*150
		c := colours[i]
		s.line(900, y-40, st.sized(26).inked(c), say(label))
		value := strconv.Itoa(55 + r.IntN(90))
		if i == 2 {
			value = fmt.Sprintf("%d/%d", 90+r.IntN(80), 45+r.IntN(45))
		}
		s.line(900, y+40, st.sized(74).inked(c).set(gobold.TTF), say(value))
		s.wave(r, image.Rect(30, y-60, 860, y+50), c)
	}
	s.line(30, 735, st.sized(26), tell("date", p.day(r).Format(p.date)), say(p.day(r).Format("15:04")), say(pick(r, []string{"ALARM PAUSED", "ADULT", "NEONATE", "Sinus rhythm"})))
	return s
}

// monitorHead says who is watched, in one of four ways.
func (s *sheet) monitorHead(r *rand.Rand, p person, st style) {
	bed := say(pick(r, []string{"BED ", "Bed ", "B", "ICU-"}) + strconv.Itoa(1+r.IntN(40)))
	switch r.IntN(4) {
	case 1: // behind the bed, the number below
		x := s.line(30, 40, st, bed)
		s.line(x+50, 40, st, tell("name", p.written(r)))
		s.line(760, 40, st.sized(24), say(p.label+":"), tell("number", p.record))
	case 2: // with a label
		s.line(30, 48, st, say(pick(r, []string{"Patient:", "Name:", "Pt."})), tell("name", p.written(r)))
		s.line(700, 48, st.sized(26), say("ID"), tell("number", p.record))
	case 3: // the surname alone, as on central stations
		s.line(30, 48, st, bed, tell("name", pick(r, []string{p.last, strings.ToUpper(p.last), p.last + ", " + p.first[:1]})))
		s.line(760, 48, st.sized(26), say(p.label), tell("number", p.record))
	default:
		s.line(30, 48, st, tell("name", p.written(r)), bed)
		s.line(760, 48, st.sized(26), say(p.label), tell("number", p.record))
	}
}
