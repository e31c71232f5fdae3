package word

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// inOrder joins what stands side by side, and orders lines as they are read: along the way in which most of them stand, from top to bottom.
func inOrder(lines []line) []line {
	angle := direction(lines)
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(a.down(angle), b.down(angle)) })
	var all []line
	for len(lines) > 0 {
		row := 1
		for row < len(lines) && lines[row].down(angle)-lines[0].down(angle) < 0.5*min(lines[0].rise(angle), lines[row].rise(angle)) {
			row++
		}
		slices.SortStableFunc(lines[:row], func(a, b line) int { return cmp.Compare(a.along(angle), b.along(angle)) })
		all = append(all, joined(lines[:row], angle)...)
		lines = lines[row:]
	}
	return all
}

// direction is the angle of most letters.
func direction(lines []line) float64 {
	var x, y float64
	for _, l := range lines {
		sin, cos := math.Sincos(l.turned(l.way).angle)
		weight := float64(len(l.text)) + 0.01
		x, y = x+cos*weight, y+sin*weight
	}
	return math.Atan2(y, x)
}

// along and down are where the middle of a line lies, for somebody who holds the picture so that the angle is level.
func (l *line) along(angle float64) float64 { return l.x*math.Cos(angle) + l.y*math.Sin(angle) }

func (l *line) down(angle float64) float64 { return l.y*math.Cos(angle) - l.x*math.Sin(angle) }

// rise and run are how high and long it is then.
func (l *line) rise(angle float64) float64 {
	sin, cos := math.Sincos(l.angle - angle)
	return math.Abs(l.length*sin) + math.Abs(l.height*cos)
}

func (l *line) run(angle float64) float64 {
	sin, cos := math.Sincos(l.angle - angle)
	return math.Abs(l.length*cos) + math.Abs(l.height*sin)
}

// joined makes one line of neighbours in a row that stand near each other: a label and what it labels.
func joined(row []line, angle float64) []line {
	out := []line{row[0]}
	for _, l := range row[1:] {
		last := &out[len(out)-1]
		space := (l.along(angle) - l.run(angle)/2) - (last.along(angle) + last.run(angle)/2)
		if l.text == "" || last.text == "" || space > 1.5*min(l.rise(angle), last.rise(angle)) {
			out = append(out, l)
			continue
		}
		last.text = strings.Join([]string{last.text, l.text}, " ")
		last.box = last.box.Union(l.box)
		last.tilted = around(last.tilted, l.tilted, angle)
	}
	return out
}

// around is the rectangle at an angle that holds two.
func around(a, b tilted, angle float64) tilted {
	first, second := a.corners(), b.corners()
	return alongside(append(first[:], second[:]...), angle)
}
