package pictures

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"strconv"
	"strings"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
)

func grey(v uint8) color.Color { return color.RGBA{v, v, v, 255} }

func tint(r *rand.Rand, low, high int) color.Color {
	c := func() uint8 { return uint8(low + r.IntN(high-low+1)) }
	return color.RGBA{c(), c(), c(), 255}
}

func whiteboard(r *rand.Rand) *sheet {
	p := invent(r)
	s := newSheet(1300, 860, tint(r, 228, 248))
	inks := []color.Color{color.RGBA{20, 30, 110, 255}, color.RGBA{150, 20, 30, 255}, color.RGBA{10, 90, 40, 255}, grey(25)}
	st := style{font: goitalic.TTF, size: 56 + float64(r.IntN(10)), ink: pick(r, inks), hand: r}
	head := style{font: gobold.TTF, size: 50, ink: grey(30)}
	s.line(60, 90, head, say("ROOM "+strconv.Itoa(100+r.IntN(800))), say("BED "+strconv.Itoa(1+r.IntN(24))))
	s.stack(60, 200, st,
		[]run{say("Patient:"), tell("name", pick(r, []string{"Mr ", "Mrs ", "Ms ", ""})+p.first+" "+p.last)},
		[]run{say("Nurse:"), tell("name", invent(r).first+" "+invent(r).last)},
		[]run{say("Dr:"), tell("name", "Dr "+invent(r).last)},
		[]run{say("Admitted"), tell("date", p.day(r).Format(p.date))},
		[]run{say(pick(r, []string{"Goal: walk to the window", "NPO after midnight", "Day 3 after hip surgery", "Diet: soft, low salt"}))},
		[]run{say("Family"), tell("phone", p.phone)},
		[]run{say(pick(r, []string{"Pain 4/10 at 14:00", "Turn every 2 hours", "Please call, do not fall", "Next dose 18:30"}))},
	)
	return s
}

func chart(r *rand.Rand) *sheet {
	p := invent(r)
	s := newSheet(1240, 820, tint(r, 240, 255))
	s.rigid, s.screen = r.IntN(2) == 0, true
	bar := color.RGBA{uint8(20 + r.IntN(60)), uint8(60 + r.IntN(60)), uint8(90 + r.IntN(80)), 255}
	s.fill(image.Rect(0, 0, 1240, 70), bar)
	st := style{font: printed(r), size: 25 + float64(r.IntN(4)), ink: grey(30)}
	s.line(24, 46, st.sized(30).inked(grey(250)), say(pick(r, []string{"Encounter", "Clinic visit", "Patient summary", "Progress note"})), tell("name", p.written(r)))
	s.stack(40, 130, st,
		[]run{say(p.label), tell("number", p.record), say("DOB"), tell("date", p.birth()), say("Sex " + p.sex)},
		[]run{say("Address"), tell("address", p.home+", "+p.place)},
		[]run{say("Phone"), tell("phone", p.phone)},
		[]run{say("Email"), tell("email", strings.ToLower(ascii(p.first)+"."+ascii(p.last))+"@"+pick(r, []string{"example.com", "example.org", "mail.example"}))},
		[]run{say("Visit"), tell("date", p.day(r).Format(p.date)), say("with"), tell("name", clinician(r))},
	)
	s.fill(image.Rect(30, 350, 1210, 352), grey(150))
	s.stack(40, 410, st.set(goregular.TTF),
		[]run{say(pick(r, []string{"Diagnosis: type 2 diabetes mellitus", "Problem: atrial fibrillation, rate controlled", "Impression: community acquired pneumonia", "Reason: follow up after appendicectomy"}))},
		[]run{say(pick(r, []string{"Metformin 500 mg twice daily", "Apixaban 5 mg bd", "Amoxicillin 1 g three times a day", "Paracetamol as needed"}))},
		[]run{say(fmt.Sprintf("BP %d/%d  HR %d  Temp 37.%d", 100+r.IntN(60), 55+r.IntN(40), 55+r.IntN(60), r.IntN(9)))},
		[]run{say("Plan: repeat bloods, review in " + strconv.Itoa(2+r.IntN(6)) + " weeks")},
		[]run{say("Signed"), tell("name", clinician(r)), tell("date", p.day(r).Format("02 January 2006"))},
	)
	return s
}

func radiograph(r *rand.Rand) *sheet {
	p := invent(r)
	s := newSheet(1000, 1000, grey(4))
	s.rigid, s.screen = r.IntN(3) > 0, true
	s.bones(r)
	st := style{font: pick(r, [][]byte{gomono.TTF, goregular.TTF}), size: 24 + float64(r.IntN(6)), ink: grey(uint8(200 + r.IntN(50)))}
	name := strings.ToUpper(p.last + pick(r, []string{"^", ", ", " "}) + p.first)
	s.stack(24, 44, st,
		[]run{tell("name", name)},
		[]run{say(pick(r, []string{"ID", "ID:", p.label})), tell("number", p.record)},
		[]run{tell("date", p.birth()), say(p.sex)},
	)
	hospital := strings.ToUpper(p.hospital(r))
	s.line(24, 944, st, tell("place", hospital))
	s.line(24, 980, st, tell("date", p.day(r).Format(p.date)), say(p.day(r).Format("15:04:05")))
	s.line(900, 90, st.sized(48), say(pick(r, []string{"L", "R"})))
	return s
}

func ascii(s string) string {
	return strings.NewReplacer("é", "e", "É", "E", "á", "a", "Á", "A", "ó", "o", "Ó", "O", "í", "i", "ñ", "n", "ö", "o", "ü", "u", "'", "", "-", "").Replace(s)
}
