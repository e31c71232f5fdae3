package word

import (
	"cmp"
	"math"
	"slices"
)

// heat is how sure the first network is of each dot that it belongs to a line of words.
type heat struct {
	width, height int
	of            []float32
}

// lines are the marked regions that look like lines of words, in dots of the map.
func (m *heat) lines() []line {
	var all []line
	seen := make([]bool, len(m.of))
	for start, v := range m.of {
		if v <= marked || seen[start] {
			continue
		}
		t := smallestAround(m.region(start, seen))
		if t.height < thinnest {
			continue
		}
		if score := m.mean(t); score >= certain {
			all = append(all, line{tilted: t, score: score})
		}
	}
	return all
}

// region is the outline of the marked dots around one: the first and the last of each row.
func (m *heat) region(start int, seen []bool) []point {
	type ends struct{ first, last int }
	rows := map[int]ends{}
	seen[start] = true
	for next := []int{start}; len(next) > 0; {
		i := next[len(next)-1]
		next = next[:len(next)-1]
		x, y := i%m.width, i/m.width
		if e, ok := rows[y]; ok {
			rows[y] = ends{min(e.first, x), max(e.last, x)}
		} else {
			rows[y] = ends{x, x}
		}
		for ny := max(0, y-1); ny <= min(m.height-1, y+1); ny++ {
			for nx := max(0, x-1); nx <= min(m.width-1, x+1); nx++ {
				if n := ny*m.width + nx; !seen[n] && m.of[n] > marked {
					seen[n] = true
					next = append(next, n)
				}
			}
		}
	}
	points := make([]point, 0, 2*len(rows))
	for y, e := range rows {
		points = append(points, point{float64(e.first) + 0.5, float64(y) + 0.5}, point{float64(e.last) + 0.5, float64(y) + 0.5})
	}
	return points
}

// mean is the mean over a rectangle.
func (m *heat) mean(t tilted) float64 {
	b := t.box()
	sum, n := 0.0, 0
	for y := max(0, b.Min.Y); y < min(m.height, b.Max.Y); y++ {
		for x := max(0, b.Min.X); x < min(m.width, b.Max.X); x++ {
			if t.holds(float64(x)+0.5, float64(y)+0.5) {
				sum += float64(m.of[y*m.width+x])
				n++
			}
		}
	}
	return sum / math.Max(1, float64(n))
}

// largestFirst orders lines as they shall be read while there is time: those that are large and sure first. Of too many, the rest is left out.
func largestFirst(lines []line) []line {
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(b.thin()*b.score, a.thin()*a.score), cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x))
	})
	return lines[:min(len(lines), mostLines)]
}
