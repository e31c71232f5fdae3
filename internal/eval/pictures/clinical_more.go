package pictures

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"strconv"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gobolditalic"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/gofont/gosmallcaps"
)

func doorSign(r *rand.Rand) *sheet {
	p := invent(r)
	ground := color.RGBA{uint8(20 + r.IntN(90)), uint8(40 + r.IntN(90)), uint8(70 + r.IntN(110)), 255}
	s := newSheet(900, 520, ground)
	st := style{font: pick(r, [][]byte{gobold.TTF, goregular.TTF, gosmallcaps.TTF}), size: 62, ink: grey(250)}
	s.line(50, 110, st, say(pick(r, []string{"Ward", "Unit", "Level"})+" "+strconv.Itoa(1+r.IntN(12))+pick(r, []string{"A", "B", " West", ""})))
	s.line(50, 200, st.sized(50), say(pick(r, []string{"Neonatal Intensive Care", "Oncology Day Unit", "Labour and Delivery", "Stroke Rehabilitation", "Renal Dialysis", "Burns Unit"})))
	s.line(50, 290, st.sized(44), say("Room "+strconv.Itoa(100+r.IntN(800))))
	s.line(50, 380, st.sized(40), tell("name", "Dr "+p.first+" "+p.last))
	s.line(50, 460, st.sized(36), tell("place", p.hospital(r)))
	return s
}

func badge(r *rand.Rand) *sheet {
	p := invent(r)
	s := newSheet(560, 820, tint(r, 235, 255))
	bar := color.RGBA{uint8(r.IntN(120)), uint8(40 + r.IntN(100)), uint8(90 + r.IntN(120)), 255}
	s.fill(image.Rect(0, 0, 560, 130), bar)
	st := style{font: printed(r), size: 34, ink: grey(25)}
	s.line(30, 80, st.inked(grey(250)).sized(31), tell("place", p.hospital(r)))
	s.portrait(r, image.Rect(150, 170, 410, 470))
	s.line(40, 550, st.set(gobold.TTF).sized(42), tell("name", p.first+" "+p.last))
	s.line(40, 610, st, say(pick(r, []string{"Registered Nurse", "Physician", "Medical Student", "Pharmacist", "Radiographer", "Resident, Surgery"})))
	s.line(40, 670, st.sized(30), say(pick(r, []string{"Staff ID", "Employee no.", "ID"})), tell("number", digits(r, "#####"+pick(r, []string{"", "#", "##"}))))
	s.code(r, image.Pt(60, 700), "code128", digits(r, "EMP######"), 80)
	return s
}

func slide(r *rand.Rand) *sheet {
	p := invent(r)
	dark := r.IntN(2) == 0
	ground, ink := tint(r, 235, 255), grey(30)
	if dark {
		ground, ink = color.RGBA{uint8(r.IntN(40)), uint8(20 + r.IntN(40)), uint8(60 + r.IntN(50)), 255}, grey(245)
	}
	s := newSheet(1280, 720, ground)
	s.screen, s.rigid = true, r.IntN(3) == 0
	st := style{font: printed(r), size: 38, ink: ink}
	s.line(60, 100, st.sized(58).set(gobold.TTF), say(pick(r, []string{"Case presentation", "Grand rounds", "Morbidity and mortality", "A rare cause of chest pain"})))
	age := strconv.Itoa(20 + r.IntN(65))
	s.stack(80, 210, st,
		[]run{say(age + " year old " + pick(r, []string{"man", "woman"}) + " from"), tell("place", p.place)},
		[]run{say("Admitted on"), tell("date", p.day(r).Format(pick(r, []string{p.date, "2 January 2006", "January 2, 2006"})))},
		[]run{say(pick(r, []string{"Fever, rash and joint pain for two weeks", "Sudden loss of vision in one eye", "Syncope while swimming"}))},
		[]run{say(fmt.Sprintf("Hb %d.%d   WBC %d.%d   CRP %d", 7+r.IntN(8), r.IntN(10), 3+r.IntN(20), r.IntN(10), r.IntN(300)))},
		[]run{say(pick(r, []string{"Biopsy confirmed the diagnosis", "Echo: ejection fraction 35 %", "CT showed a saddle embolus"}))},
	)
	s.line(80, 560, st.sized(34), say("Presented by"), tell("name", "Dr "+p.first+" "+p.last))
	s.line(80, 630, st.sized(30).set(gobolditalic.TTF), tell("place", p.hospital(r)))
	s.line(1060, 690, st.sized(22), say("Slide "+strconv.Itoa(2+r.IntN(40))))
	return s
}

func specimen(r *rand.Rand) *sheet {
	p := invent(r)
	s := newSheet(760, 420, tint(r, 238, 255))
	st := style{font: pick(r, [][]byte{gomono.TTF, goregular.TTF, gobold.TTF}), size: 32, ink: grey(uint8(r.IntN(60)))}
	s.stack(30, 56, st,
		[]run{tell("name", p.written(r))},
		[]run{say("DOB"), tell("date", p.birth()), say(p.sex)},
		[]run{say(p.label), tell("number", p.record)},
		[]run{say("Collected"), tell("date", p.day(r).Format(p.date)), say(p.day(r).Format("15:04"))},
		[]run{say(pick(r, []string{"EDTA whole blood", "Urine culture", "Biopsy left breast", "Placenta", "CSF tube 3"}))},
	)
	if r.IntN(2) == 0 {
		s.code(r, image.Pt(30, 300), "code128", digits(r, "L########"), 90)
	} else {
		s.code(r, image.Pt(590, 240), pick(r, []string{"qr", "datamatrix"}), digits(r, "ACC-########"), 150)
	}
	return s
}

func handover(r *rand.Rand) *sheet {
	s := newSheet(1240, 780, tint(r, 236, 252))
	st := style{font: printed(r), size: 27, ink: grey(35)}
	s.line(30, 56, st.sized(36).set(gobold.TTF), say("Handover "+pick(r, []string{"nights", "day team", "weekend"})), tell("date", invent(r).day(r).Format("02/01/2006")))
	columns := []int{30, 110, 520, 760}
	for i, head := range []string{"Bed", "Name", "Age", "To do"} {
		s.line(columns[i], 120, st.set(gobold.TTF), say(head))
	}
	for row := range 7 {
		y := 180 + row*78
		p := invent(r)
		s.fill(image.Rect(20, y-48, 1220, y-46), grey(170))
		s.line(columns[0], y, st, say(strconv.Itoa(row+1)))
		s.line(columns[1], y, st, tell("name", p.written(r)))
		s.line(columns[2], y, st, say(strconv.Itoa(20+r.IntN(68))+" "+p.sex))
		s.line(columns[3], y, st, say(pick(r, []string{"chase potassium", "discharge letter", "CT head tonight", "family meeting", "repeat lactate", "cannula please", "review pain relief"})))
	}
	return s
}
