package census

import "slices"

// Postcode returns the area of a US ZIP code of five digits, or of the first three of one. ZIP codes without residents (boxes, single
// companies) are not in the table: their three digits may be.
func (t *Table) Postcode(digits string) (Area, bool) {
	n, ok := number(digits)
	if !ok || len(digits) != 3 && len(digits) != 5 {
		return 0, false
	}
	front := n
	if len(digits) == 5 {
		front = n / 100
	}
	row, found := t.prefixRow(front)
	switch {
	case !found:
		return 0, false
	case len(digits) == 3:
		return t.starts[Postcode3] + Area(row), true
	}
	for i := t.postcodeStarts.at(row); i < t.postcodeStarts.at(row+1); i++ {
		if uint32(t.postcodeEnds[i]) == n%100 {
			return t.starts[Postcode] + Area(i), true
		}
	}
	return 0, false
}

func number(digits string) (n uint32, ok bool) {
	for i := range len(digits) {
		c := digits[i]
		if c < '0' || c > '9' || i > 5 {
			return 0, false
		}
		n = 10*n + uint32(c-'0')
	}
	return n, true
}

// prefixRow returns the row of three digits.
func (t *Table) prefixRow(code uint32) (row uint32, found bool) {
	n := uint32(t.prefixes.len())
	for low, high := row, n; ; {
		if low == high {
			return low, low < n && t.prefixes.at(low) == code
		}
		if middle := (low + high) / 2; t.prefixes.at(middle) < code {
			low = middle + 1
		} else {
			high = middle
		}
	}
}

// prefixOf returns the area of the three digits in front of a postcode.
func (t *Table) prefixOf(a Area) Area {
	row := t.row(Postcode, a)
	first, end := t.Areas(Postcode3)
	for p := first; p < end; p++ {
		if row < t.postcodeStarts.at(uint32(p-first)+1) {
			return p
		}
	}
	return 0
}

// Digits returns the digits of a postcode or of the front of one, nothing for other areas.
func (t *Table) Digits(a Area) string {
	switch t.Level(a) {
	case Postcode3:
		return padded(t.prefixes.at(t.row(Postcode3, a)), 3)
	case Postcode:
		front := t.prefixes.at(t.row(Postcode3, t.prefixOf(a)))
		return padded(100*front+uint32(t.postcodeEnds[t.row(Postcode, a)]), 5)
	default:
		return ""
	}
}

func padded(n uint32, width int) string {
	digits := make([]byte, width)
	for i := range slices.Backward(digits) {
		digits[i] = byte('0' + n%10)
		n /= 10
	}
	return string(digits)
}
