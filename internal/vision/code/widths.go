package code

import "math"

// runsOf is, of each row, how long light and dark follow each other, from the first dark on.
func runsOf(g *grey) [][]int {
	rows := make([][]int, 0, g.height)
	for y := range g.height {
		row := g.pix[y*g.width : (y+1)*g.width]
		if middle, ok := middleOf(row); ok {
			rows = append(rows, runs(row, middle))
		}
	}
	return rows
}

// middleOf is what parts light from dark in a row that has both.
func middleOf(row []uint8) (middle uint8, ok bool) {
	low, high := 255, 0
	for _, v := range row {
		low, high = min(low, int(v)), max(high, int(v))
	}
	return uint8((low + high) / 2), high-low >= 50
}

// framed says whether both ends of most rows are plain, as the quiet zones of a code are.
func framed(g *grey) bool {
	plain, edge := 0, g.width/20
	for y := range g.height {
		row := g.pix[y*g.width : (y+1)*g.width]
		middle, _ := middleOf(row)
		if light(row[:edge], middle) && light(row[len(row)-edge:], middle) {
			plain++
		}
	}
	return 10*plain >= 8*g.height
}

// light says whether all dots are on the light side of the middle.
func light(dots []uint8, middle uint8) bool {
	for _, v := range dots {
		if v < middle {
			return false
		}
	}
	return true
}

// upright says whether light and dark of the rows lie below each other, as they do in bars and not in grain.
func upright(g *grey) bool {
	same, of := 0, 0
	middleRow := g.pix[g.height/2*g.width : (g.height/2+1)*g.width]
	middle, ok := middleOf(middleRow)
	if !ok {
		return false
	}
	for y := range g.height {
		for x, v := range g.pix[y*g.width : (y+1)*g.width] {
			if (v < middle) == (middleRow[x] < middle) {
				same++
			}
			of++
		}
	}
	return 10*same >= 8*of
}

func runs(row []uint8, middle uint8) []int {
	var out []int
	dark, length := true, 0
	for _, v := range row {
		switch {
		case (v < middle) == dark:
			length++
		case length > 0:
			out = append(out, length)
			dark, length = !dark, 1
		}
	}
	return append(out, length)
}

// startOfPDF417 is the widths of bars and gaps at the left edge of such a code.
var startOfPDF417 = [...]int{8, 1, 1, 1, 1, 1, 1, 3} //nolint:gochecknoglobals // a read-only table

// stackedRows says whether a third of the rows hold the start of a PDF417, all from the same side.
func stackedRows(rows [][]int) bool {
	for _, step := range []int{1, -1} {
		hits := 0
		for _, r := range rows {
			if startsIn(r, step) {
				hits++
			}
		}
		if hits >= 6 && 3*hits >= len(rows) {
			return true
		}
	}
	return false
}

// startsIn looks for the start among the first bars from one end.
func startsIn(runs []int, step int) bool {
	if len(runs) < 40 {
		return false
	}
	for skip := range 6 {
		at := skip
		if step < 0 {
			at = len(runs) - 1 - skip
		}
		if at%2 == 0 && startsAt(runs, at, step) {
			return true
		}
	}
	return false
}

func startsAt(runs []int, at, step int) bool {
	sum := 0
	for k := range startOfPDF417 {
		sum += runs[at+step*k]
	}
	module, off := float64(sum)/17, 0.0
	for k, want := range startOfPDF417 {
		off += math.Abs(float64(runs[at+step*k])/module - float64(want))
	}
	return module >= 1 && off/17 < 0.22
}

// unevenRows says whether most rows look like bars that mean something: many, of several widths. Blinds and fences are even.
func unevenRows(rows [][]int) bool {
	good := 0
	for _, r := range rows {
		if len(r) >= 25 && len(r) <= 400 && spread(r) >= 0.42 && spread(r) <= 1.1 {
			good++
		}
	}
	return good >= 6 && 10*good >= 8*len(rows)
}

// spread is how unlike the widths are: their standard deviation by their mean, without those at the ends.
func spread(runs []int) float64 {
	runs = runs[1 : len(runs)-1]
	sum, squares := 0.0, 0.0
	for _, v := range runs {
		sum += float64(v)
		squares += float64(v) * float64(v)
	}
	mean := sum / float64(len(runs))
	return math.Sqrt(max(0, squares/float64(len(runs))-mean*mean)) / mean
}
