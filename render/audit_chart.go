//go:build !js

package render

import (
	"fmt"
	"strings"

	"bedside"
)

// Measures of the chart, in its own units: those of a screen at its usual size.
const (
	leastPitch  = 9  // from one month to the next
	mostPitch   = 22 // where there is room
	barGap      = 2
	barHeight   = 64 // of the fullest month
	marksBelow  = 13 // from the line to the middle of the marks
	yearsBelow  = 34 // from the line to the years
	chartEdge   = 14
	mostMonths  = 12 * 40 // older posts have a false date, or there are no months to tell apart
	leastMonths = 24      // fewer are drawn beside empty ones
)

// Chart is posts a month: a bar each, and below the line a mark for months that hold something to look at.
type Chart struct {
	Width, Height, Line, YearsY int
	Bars                        []ChartBar
	Marks                       []ChartMark
	Years                       []ChartYear
	Months                      []ChartMonth
	Label                       string
	Bar                         int         // how wide the bars are
	Frame                       *ChartFrame // around the months in view; nil for none

	pitch, first int
}

// ChartFrame is a frame on the chart.
type ChartFrame struct{ X, Width int }

// ChartMonth is a month as a row of the table that says the same.
type ChartMonth struct {
	Name string
	Year int
	bedside.AuditMonth
}

// ChartBar is the posts of a month.
type ChartBar struct {
	X, Y, Height int
	Class, Title string
}

// ChartMark says that a month holds something to look at.
type ChartMark struct {
	X, Y  int
	Class string
}

// ChartYear is where a year begins.
type ChartYear struct {
	X    int
	Name int
}

// month is one month of the chart, counted from the year 0.
type month struct {
	at    int
	count bedside.AuditMonth
}

// ChartOf draws posts a month, as wide as there is room if all months fit in; nil where there are none with a date.
func ChartOf(a *bedside.Audit, room int) *Chart {
	months := monthsOf(a)
	if len(months) == 0 {
		return nil
	}
	first := months[0].at / 12 * 12 // a January
	last := max(months[len(months)-1].at, first+leastMonths-1)
	most := 1
	for _, m := range months {
		most = max(most, m.count.Posts)
	}
	pitch := min(max((room-2*chartEdge)/(last-first+1), leastPitch), mostPitch)
	c := &Chart{
		Width: (last-first+1)*pitch + 2*chartEdge, Height: barHeight + yearsBelow + 10, Line: barHeight + 2, YearsY: barHeight + yearsBelow,
		Bar:   pitch - barGap,
		Label: fmt.Sprintf("Posts a month, %s. The table below says the same.", AuditScope(a)),
		pitch: pitch, first: first,
	}
	for _, m := range months {
		c.add(m, most)
		c.Months = append(c.Months, ChartMonth{monthName(m.at), m.at / 12, m.count})
	}
	for at := first; at <= last; at++ {
		if at%12 == 0 {
			c.Years = append(c.Years, ChartYear{c.x(at) - 1, at / 12})
		}
	}
	return c
}

// x is where a month begins.
func (c *Chart) x(at int) int { return chartEdge + (at-c.first)*c.pitch }

// InView puts a frame on months: from the first of one year and month to the last of another.
func (c *Chart) InView(fromYear, fromMonth, toYear, toMonth int) {
	from := max(12*fromYear+fromMonth-1, c.first)
	to := max(12*toYear+toMonth-1, from)
	c.Frame = &ChartFrame{X: c.x(from) - barGap, Width: min((to-from+1)*c.pitch+barGap, c.Width-c.x(from)+barGap)}
}

// monthsOf lists the months with posts, the oldest first. Where they span too many years, the first are left out.
func monthsOf(a *bedside.Audit) []month {
	var out []month
	for i := range a.Years {
		y := &a.Years[i]
		if y.Year <= 0 {
			continue
		}
		for _, m := range y.Months {
			out = append(out, month{12*y.Year + m.Month - 1, m})
		}
	}
	for len(out) > 0 && out[len(out)-1].at-out[0].at >= mostMonths {
		out = out[1:]
	}
	return out
}

// add draws one month.
func (c *Chart) add(m month, most int) {
	x := c.x(m.at)
	height := max(2, m.count.Posts*barHeight/most)
	worst := worstOf(&m.count)
	bar := ChartBar{X: x, Y: c.Line - height, Height: height, Class: worst.String(), Title: monthTitle(m)}
	c.Bars = append(c.Bars, bar)
	if worst > bedside.OK {
		c.Marks = append(c.Marks, ChartMark{x + c.Bar/2, c.Line + marksBelow, worst.String()})
	}
}

func worstOf(m *bedside.AuditMonth) bedside.Severity {
	switch {
	case m.Block > 0:
		return bedside.Block
	case m.Revise > 0:
		return bedside.Revise
	case m.Advise > 0:
		return bedside.Advise
	default:
		return bedside.OK
	}
}

// monthTitle says in words what the bar and the mark of a month show.
func monthTitle(m month) string {
	said := []string{fmt.Sprintf("%s: %s", monthName(m.at), grouped(m.count.Posts)+plural(m.count.Posts, " post", " posts"))}
	for _, s := range []struct {
		n int
		s bedside.Severity
	}{{m.count.Block, bedside.Block}, {m.count.Revise, bedside.Revise}, {m.count.Advise, bedside.Advise}} {
		if s.n > 0 {
			said = append(said, grouped(s.n)+" "+auditWords(s.s))
		}
	}
	return strings.Join(said, ", ")
}

func monthName(at int) string {
	names := [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	return fmt.Sprintf("%s %d", names[at%12], at/12)
}
