package main

import "strconv"

// point is a place on the map in ten-thousandths of a degree.
type point struct{ north, east int64 }

func pointAt(north, east string) point { return point{degrees(north), degrees(east)} }

func degrees(s string) int64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return int64(f * 10_000)
}

// from is the square of the distance between two points, near enough at the latitudes of the US: a degree to the east is three quarters of one
// to the north.
func (p point) from(q point) int64 {
	north, east := 4*(p.north-q.north), 3*(p.east-q.east)
	return north*north + east*east
}
