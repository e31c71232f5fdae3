package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"bedside"
)

// mark is a stretch of a part that a finding points at.
type mark struct {
	start, end int
	card       int // number of the finding's card
	severity   bedside.Severity
}

// covered counts the bytes under any of the marks.
func covered(marks []mark) (sum int) {
	slices.SortFunc(marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
	last := 0
	for _, m := range marks {
		if m.end > last {
			sum += m.end - max(m.start, last)
			last = m.end
		}
	}
	return sum
}

// run is a stretch of a row whose characters carry the same marks.
type run struct {
	at, width int // columns
	clusters  row
	cards     []int
	severity  bedside.Severity
}

// runs cuts a row wherever the marks change.
func runs(r row, marks []mark) (out []run) {
	at := 0
	marks = marksIn(r, marks)
	for _, c := range r {
		cards, worst := marksAt(c, marks)
		if n := len(out); n == 0 || !slices.Equal(out[n-1].cards, cards) || out[n-1].severity != worst {
			out = append(out, run{at: at, cards: cards, severity: worst})
		}
		last := &out[len(out)-1]
		last.clusters = append(last.clusters, c)
		last.width += c.width
		at += c.width
	}
	return out
}

// marksIn chooses the marks that lie in a row.
func marksIn(r row, marks []mark) (out []mark) {
	for _, m := range marks {
		if len(r) > 0 && m.start < r[len(r)-1].end && r[0].start < m.end {
			out = append(out, m)
		}
	}
	return out
}

func marksAt(c cluster, marks []mark) (cards []int, worst bedside.Severity) {
	for _, m := range marks {
		if m.start < c.end && c.start < m.end {
			worst = max(worst, m.severity)
			if !slices.Contains(cards, m.card) {
				cards = append(cards, m.card)
			}
		}
	}
	slices.Sort(cards)
	return cards, worst
}

// strokes draws the line below a row: under each run its number, and without colour a stroke as long as the run.
// A number that finds no room is left out; the words are marked all the same.
func (p *page) strokes(rs []run) string {
	var b strings.Builder
	at := 0
	for i, r := range rs {
		if len(r.cards) == 0 || r.width == 0 {
			continue
		}
		b.WriteString(strings.Repeat(" ", max(0, r.at-at)))
		at = max(at, r.at)
		room := spaceAfter(rs, i) - at
		drawn := label(r.cards, room)
		if n := r.at + r.width - at - len(drawn); n > 0 && !p.options.Color {
			drawn += strings.Repeat(stroke(r.severity), n)
		}
		b.WriteString(p.paint(ink(r.severity), drawn))
		at += columns(drawn)
	}
	return b.String()
}

// spaceAfter is the column up to which the label of run i may reach: one short of the next marked run.
func spaceAfter(rs []run, i int) int {
	end := rs[i].at + rs[i].width
	for _, next := range rs[i+1:] {
		if len(next.cards) > 0 {
			return max(end, next.at-1)
		}
		end = next.at + next.width
	}
	return end + len(rs)*4 // nothing follows
}

// label is the numbers of a run's cards, as many as there is room for.
func label(cards []int, room int) string {
	all := ""
	for _, c := range cards {
		next := strconv.Itoa(c)
		if all != "" {
			next = all + "," + next
		}
		if len(next) > room {
			break
		}
		all = next
	}
	return all
}
