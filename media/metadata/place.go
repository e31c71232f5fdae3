package metadata

import (
	"strings"

	"bedside"
)

// halfPlace notes a latitude or a longitude as XMP writes it: "54,59.38N" or "54,59,22.8N". Both are needed for a place.
func (c *Collector) halfPlace(field string, latitude bool, value string) {
	c.Field(field)
	degrees, ok := xmpDegrees(value)
	if !ok {
		return
	}
	if latitude {
		c.half.Latitude, c.hasHalf[0] = degrees, true
	} else {
		c.half.Longitude, c.hasHalf[1] = degrees, true
	}
	if c.hasHalf[0] && c.hasHalf[1] {
		c.Place(field, c.half)
	}
}

func xmpDegrees(value string) (int, bool) {
	value = strings.TrimSpace(value)
	if value == "" {
		return 0, false
	}
	sign := 1
	switch value[len(value)-1] {
	case 'S', 's', 'W', 'w':
		sign, value = -1, value[:len(value)-1]
	case 'N', 'n', 'E', 'e':
		value = value[:len(value)-1]
	}
	sum := int64(0)
	for i, part := range strings.SplitN(value, ",", 3) {
		n, ok := decimal(part)
		if !ok {
			return 0, false
		}
		by := [...]int64{1, 60, 3600}[i]
		if n < 0 {
			sign, n = -sign, -n
		}
		sum += (n + by/2) / by
	}
	return sign * int((sum+500)/1000), true
}

// decimal reads a number with a point as billionths.
func decimal(text string) (int64, bool) {
	text = strings.TrimSpace(text)
	negative := strings.HasPrefix(text, "-")
	whole, fraction, _ := strings.Cut(strings.TrimLeft(text, "+-"), ".")
	if whole+fraction == "" || len(whole) > 6 {
		return 0, false
	}
	fraction = (fraction + "000000000")[:9]
	var n int64
	for _, b := range []byte(whole + fraction) {
		if b < '0' || b > '9' {
			return 0, false
		}
		n = n*10 + int64(b-'0')
	}
	if negative {
		n = -n
	}
	return n, true
}

// ISO6709 notes a place as videos write it: "+37.7850-122.4064+012.3/".
func (c *Collector) ISO6709(field, value string) {
	c.Field(field)
	value = strings.TrimSpace(value)
	if value == "" {
		return
	}
	split := strings.IndexAny(value[1:], "+-") + 1
	if split == 0 {
		return
	}
	latitude, rest := value[:split], value[split:]
	end := strings.IndexAny(rest[1:], "+-/C") + 1
	if end == 0 {
		end = len(rest)
	}
	lat, ok1 := isoDegrees(latitude, 2)
	lon, ok2 := isoDegrees(rest[:end], 3)
	if ok1 && ok2 {
		c.Place(field, bedside.Point{Latitude: lat, Longitude: lon})
	}
}

// isoDegrees reads ±DD.D, ±DDMM.M or ±DDMMSS.S; degrees have two digits of a latitude and three of a longitude.
func isoDegrees(text string, digits int) (int, bool) {
	sign := int64(1)
	if strings.HasPrefix(text, "-") {
		sign = -1
	}
	text = strings.TrimLeft(text, "+-")
	whole, fraction, _ := strings.Cut(text, ".")
	var parts []string
	switch len(whole) - digits {
	case 2:
		parts = []string{whole[:digits], whole[digits:] + "." + fraction}
	case 4:
		parts = []string{whole[:digits], whole[digits : digits+2], whole[digits+2:] + "." + fraction}
	default:
		parts = []string{text}
	}
	sum := int64(0)
	for i, p := range parts {
		n, ok := decimal(p)
		if !ok {
			return 0, false
		}
		by := [...]int64{1, 60, 3600}[i]
		sum += (n + by/2) / by
	}
	return int(sign * ((sum + 500) / 1000)), true
}

// Fixed notes a place in fractions of 65,536.
func (c *Collector) Fixed(field string, latitude, longitude int64) {
	c.Place(field, bedside.Point{Latitude: int(latitude * 1_000_000 >> 16), Longitude: int(longitude * 1_000_000 >> 16)})
}
